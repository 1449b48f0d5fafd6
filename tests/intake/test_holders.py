import pytest

from portfolio.intake.holders import Holder, Standing, holder_in


def name_in(text: str) -> str:
    found = holder_in(text)
    return found.name if found else ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sayın Ayşe Yılmaz, “Suyun İzinde” adlı eTwinning projesine katılmıştır.", "Ayşe Yılmaz"),
        ('This certificate is awarded to Ayşe Yılmaz for the project "Water Tales".', "Ayşe Yılmaz"),
        ("This is to certify that pupil Ali Veli, class 4-A took part in the project", "Ali Veli"),
        ("THIS IS TO CERTIFY THAT AYŞE YILMAZ HAS PARTICIPATED IN THE PROJECT", "AYŞE YILMAZ"),
        ("Sayın Prof. Dr. Ayşe Nur Yılmaz", "Ayşe Nur Yılmaz"),
        ("Bu belge Ayşe Yılmaz'a “Suyun İzinde” projesine katıldığı için verilmiştir.", "Ayşe Yılmaz"),
        ("Härmed intygas att Ada Björk, lärare, har deltagit i webbinariet", "Ada Björk"),
        ("Hiermit wird bescheinigt, dass Frau Anna von der Heide an der Fortbildung teilnahm.", "Anna von der Heide"),
        ("Nous certifions que Mme Léa Dupont-Martin a participé au projet", "Léa Dupont-Martin"),
        ("Se certifica que Dña. María de la Cruz ha participado", "María de la Cruz"),
        ("Si attesta che la docente Giulia D'Angelo ha partecipato", "Giulia D'Angelo"),
        ("Zaświadcza się, że Pani Anna Kowalska uczestniczyła w szkoleniu", "Anna Kowalska"),
        ("Se acordă doamnei Ana Maria Popescu pentru proiectul", "Ana Maria Popescu"),
        ("Βεβαιώνεται ότι η Μαρία Παπαδοπούλου συμμετείχε στο έργο", "Μαρία Παπαδοπούλου"),
        ("Certifica-se que a professora Ana dos Santos participou", "Ana dos Santos"),
        ("Potvrđuje se da je Ivana Horvat sudjelovala u projektu", "Ivana Horvat"),
    ],
)
def test_a_holder_ends_where_the_name_ends(text: str, name: str) -> None:
    assert name_in(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sayın / Awarded to\nElif Uçanhalı", "Elif Uçanhalı"),
        (
            "Bu belge aşağıdaki okula verilmiştir / This certificate is awarded to\nMasalköy İlkokulu",
            "Masalköy İlkokulu",
        ),
        ("Öğretmen / Teacher\nElif Uçanhalı", "Elif Uçanhalı"),
        ("This is to certify that\nelif uçanhalı\nNo. 12", "elif uçanhalı"),
        ("Adı Soyadı: elif uçanhalı", "elif uçanhalı"),
        ("Öğrenci: Ada B.", "Ada B."),
        ("Name: Ada B. Class: 4-A", "Ada B."),
    ],
)
def test_a_holder_in_a_form_or_below_the_words(text: str, name: str) -> None:
    assert name_in(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Ayşe Yılmaz’ın “Suyun İzinde” eTwinning projesine katıldığını onaylarız.",
        "Ayşe Yılmaz, “Suyun İzinde” eTwinning projesine\nkatılmıştır.",
        "Katılım Belgesi\nAyşe Yılmaz\n“Suyun İzinde” eTwinning projesine katılmıştır.",
        "Ayşe Yılmaz\nhas attended the course",
        "Teacher Ayşe Yılmaz has attended the course",
        "Okulumuz öğretmeni Ayşe Yılmaz, projeyi tamamlamıştır.",
    ],
)
def test_who_did_something_holds_it_though_nothing_is_given_to_them(text: str) -> None:
    assert holder_in(text) == Holder(name="Ayşe Yılmaz", standing=Standing.TOLD_OF)


def test_letters_greet_and_certificates_give() -> None:
    assert holder_in("Sayın Ayşe Yılmaz,") == Holder(name="Ayşe Yılmaz", standing=Standing.GREETED)
    assert holder_in("Sayın / Awarded to\nAyşe Yılmaz") == Holder(name="Ayşe Yılmaz", standing=Standing.GIVEN)
    assert holder_in("Ayşe Yılmaz’a\nUlusal Kalite Etiketi verilmiştir") == Holder(
        name="Ayşe Yılmaz", standing=Standing.GIVEN
    )
    assert holder_in("Ayşe Yılmaz\nhas been awarded") == Holder(name="Ayşe Yılmaz", standing=Standing.GIVEN)


@pytest.mark.parametrize(
    "text",
    [
        "Öğrenci elçisi olarak görev yaptı",
        "Sayın velilerimiz, belgeler verilmiştir",
        "Sayın ______ katılmıştır",
        "Ankara, 12.06.2025",
        "Awarded to the pupils of class 4-A",
        "Masalköy İlkokulu\nToplantı Tutanağı",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert holder_in(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "awarded to pupil Ali Veli",
        "awarded to Ali Veli, class 4-A, for",
        "awarded to Ali Veli (4/A)",
        "Elevdiplom\nAli Veli, klass 4A\nför fint arbete",
        "this pupil certificate is awarded to\nAli Veli",
        "Name: Ali Veli\nClass: 4-A",
        "Okulumuz 4-A sınıfı öğrencisi Ali Veli, projeye katılmıştır.",
        "Sevgili öğrencimiz Ali Veli,",
        "4-A sınıfı öğrencisi Sayın Ali Veli",
        "Katılım Belgesi\nAli Veli\n4-A sınıfı öğrencisi\nprojeye katılmıştır",
        "intygas att Ali Veli, elev i klass 4A, har deltagit",
        "Βεβαιώνεται ότι ο μαθητής Ali Veli συμμετείχε",
    ],
)
def test_a_holder_of_a_class_or_called_pupil_is_one(text: str) -> None:
    found = holder_in(text)
    assert found is not None
    assert (found.name, found.pupil) == ("Ali Veli", True)


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("awarded to Ali Veli and Can Kaya for", True),
        ("awarded to Ali Veli, Can Kaya and Ada", True),
        ("Öğrenci: Ali Veli / Can Kaya", True),
        ("awarded to\nAli Veli\nCan Kaya\nfor their work", True),
        ("awarded to Ali Veli\nfor her work\nawarded to Can Kaya", True),  # two sheets in one file
        ("awarded to Ali Veli\nSayın Ali VELİ", False),
        ("Name: Ali Veli\nSchool: Masalköy İlkokulu", False),
        ("awarded to Ali Veli, class 4-A", False),
        ("awarded to Ali Veli, Masalköy İlkokulu", False),
        ("awarded to\nAli Veli\nMasalköy İlkokulu", False),
        ("awarded to\nAli Veli\nfor his work", False),
        ("awarded to Ali Veli and his class", False),
    ],
)
def test_somebody_else_may_be_named_beside_the_holder(text: str, others: bool) -> None:
    found = holder_in(text)
    assert found is not None
    assert (found.name, found.others) == ("Ali Veli", others)


@pytest.mark.parametrize(
    "text",
    [
        "awarded to Elif Uçanhalı, teacher of class 4-A",
        "Öğretmen: Elif Uçanhalı\n4-A sınıfı",
        "awarded to Elif Uçanhalı and the pupils of class 4-A",
        "Sayın Elif Uçanhalı, öğrencilerle yaptığınız çalışma için öğretmen olarak",
        "awarded to Elif Uçanhalı\n2025",
    ],
)
def test_a_teacher_with_a_class_is_no_pupil(text: str) -> None:
    found = holder_in(text)
    assert found is not None
    assert (found.name, found.pupil) == ("Elif Uçanhalı", False)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("SERTİFİKA\nPapatya İlkokuluna verilmiştir.", "Papatya İlkokulu"),
        ("SERTİFİKA\nBu sertifika PAPATYA İLKOKULUNA verilmiştir.", "PAPATYA İLKOKULU"),
        ("Urkunde\nverliehen an Grundschule am See", "Grundschule am See"),
        ("Urkunde\nverliehen an Grundschule am See am 15.03.2025", "Grundschule am See"),
        ("Dyplom\notrzymuje Szkoła Podstawowa nr 1", "Szkoła Podstawowa nr 1"),
        (
            "Dyplom\notrzymuje Szkoła Podstawowa nr 12 w Krakowie za projekt „Rzeki”",
            "Szkoła Podstawowa nr 12 w Krakowie",
        ),
        (
            "ÖĞRENCİ SERTİFİKASI\nMert Gümüş\n4-A sınıfı öğrencisi\nNehirler eTwinning projesine katılmıştır.",
            "Mert Gümüş",
        ),
    ],
)
def test_names_of_schools_and_pupils_to_their_end(text: str, name: str) -> None:
    found = holder_in(text)
    assert found is not None
    assert found.name == name
