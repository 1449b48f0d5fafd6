import unicodedata
from datetime import date

import pytest
from intake.evidence import PACK

from portfolio.framework import read_framework
from portfolio.intake.certificates import MAX_TEXT, certificate_in, year_in_title
from portfolio.intake.reading import Reading
from portfolio.model.evidence import Certificate

SHIPPED = read_framework("etwinning-school", None)
LABEL = """\
Ulusal Kalite Etiketi
National Quality Label
Sayın
Elif Uçanhalı
“Tales the Wind Carried” projesindeki çalışması için
Düzenleyen: Masal Ulusal Destek Birimi
"""


def certificate(text: str, pages: int = 1) -> Certificate | None:
    return certificate_in(Reading(format="pdf", text=text, pages=pages), PACK, "TR", "a.pdf")


def kind(text: str) -> str:
    """The kind of the shipped pack that a paper is, "" when it is no certificate."""
    found = certificate_in(Reading(format="pdf", text=text, pages=1), SHIPPED, "TR", "a.pdf")
    return found.kind if found else ""


def test_what_a_certificate_says() -> None:
    found = certificate(LABEL)
    assert found is not None
    assert found.kind == "national-quality-label"
    assert [each and each.value for each in (found.holder, found.project, found.issuer)] == [
        "Elif Uçanhalı",
        "Tales the Wind Carried",
        "Masal Ulusal Destek Birimi",
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("This certificate is awarded to Elif Uçanhalı", "Elif Uçanhalı"),
        ("Bu belge okula verilmiştir / This certificate is awarded to\nMasalköy İlkokulu", "Masalköy İlkokulu"),
        ("Öğretmen / Teacher\nElif Uçanhalı", "Elif Uçanhalı"),
        ("Öğrenci: Ada B.", "Ada B."),
    ],
)
def test_holders(line: str, expected: str | None) -> None:
    found = certificate(f"NQL certificate\n{line}")
    assert found is not None
    assert (found.holder and found.holder.value) == expected


@pytest.mark.parametrize(
    ("text", "project"),
    [
        ("National Quality Label\nawarded to the project The Secret Garden on 14 October 2025", "The Secret Garden"),
        (
            "European Quality Label\nThis is to certify that the project Rivers in Our Pockets was awarded the "
            "European Quality Label",
            "Rivers in Our Pockets",
        ),
        ("Nationell kvalitetsutmärkelse\ntilldelas till projektet Lanternor för webben", "Lanternor för webben"),
    ],
)
def test_a_projects_title_in_a_sentence_ends_where_the_sentence_goes_on(text: str, project: str) -> None:
    found = certificate_in(Reading(format="pdf", text=text, pages=1), SHIPPED, "TR", "a.pdf")
    assert found is not None
    assert found.project is not None
    assert found.project.value == project


def test_a_certificate_of_no_particular_kind_has_the_word_in_its_first_lines() -> None:
    found = certificate("Teşekkür Belgesi\nSayın Elif Uçanhalı")
    assert found is not None
    assert (found.kind, found.matched, found.holder and found.holder.value) == ("other", "Belgesi", "Elif Uçanhalı")
    assert certificate("Politika Belgesi\nOkulumuzun çevrim içi kuralları") is None  # nobody holds it
    assert certificate("Okul e-Güvenlik Politikası\nNeden?\nBu belge bir sertifika değildir") is None


def test_a_text_about_a_label_is_no_certificate() -> None:
    assert certificate(LABEL, pages=3) is None
    assert certificate(LABEL + "x" * MAX_TEXT) is None
    assert certificate("Toplantı tutanağı") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "PROJE KATILIM SERTİFİKASI\nSayın Elif Uçanhalı\nUlusal Kalite Etiketi alan “Nehirler” projesinde",
            "project-participation",
        ),
        ("KATILIM BELGESİ\nSayın Elif Uçanhalı\nAvrupa Kalite Etiketi alan projemizdeki emeği için", "other"),
        (
            "Certificate of Participation\nawarded to Elif Uçanhalı\nThe project received the European Quality Label.",
            "other",
        ),
        (
            "Attestato di partecipazione al progetto\nconferito a Elif Uçanhalı\nCertificato di Qualità nazionale 2025",
            "project-participation",
        ),
        ("Certificato di partecipazione\nrilasciato a Elif Uçanhalı\nper il Certificato di Qualità europeo", "other"),
        (
            "Zaświadczenie o udziale w projekcie\nprzyznaje się Elif Uçanhalı\nKrajowa Odznaka Jakości",
            "project-participation",
        ),
        ("Certyfikat uczestnictwa\nprzyznaje się Elif Uçanhalı\nEuropejska Odznaka Jakości 2025", "other"),
        (  # what is learnt about a label in a webinar is no label
            "Webinar certificate\nCertificate of participation\nawarded to Elif Uçanhalı\nHow to get an NQL",
            "professional-development",
        ),
        ("Krajowa Odznaka Jakości\nprzyznaje się Elif Uçanhalı", "national-quality-label"),
        ("Certificato di Qualità europeo\nconferito a Elif Uçanhalı", "european-quality-label"),
    ],
)
def test_participation_is_never_taken_for_a_quality_label(text: str, expected: str) -> None:
    found = certificate_in(Reading(format="pdf", text=text, pages=1), SHIPPED, "TR", "a.pdf")
    assert found is not None
    assert found.kind == expected
    assert found.holder is not None


def test_a_sheet_that_says_both_is_participation() -> None:
    assert kind("Ulusal Kalite Etiketi\nElif Uçanhalı\n“Nehirler” projesine katılmıştır.") == "project-participation"
    assert kind("CERTIFICATE\nElif Uçanhalı took part in “Nehirler”, awarded the European Quality Label.") == "other"


def test_a_text_that_promises_certificates_of_participation_is_none() -> None:
    text = "Invitation\nThe meeting is on Monday.\nEverybody gets a certificate of participation.\nTeacher: Elif"
    assert kind(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Sayın Elif Uçanhalı\nUlusal Kalite Etiketi başvurunuz reddedilmiştir.\n12.09.2025",
        "Ulusal Kalite Etiketi\nSayın Elif Uçanhalı, projeniz uygun bulunmamıştır.",
        "Ulusal Kalite Etiketi\nSayın Elif Uçanhalı, başvurunuz değerlendirilmektedir.",
        "Ulusal Kalite Etiketi\nSayın Elif Uçanhalı,\nprojenizin değerlendirmesi sürmektedir.",
        "National Quality Label\nDear Elif Uçanhalı,\nwe will write to you again in June.",
        "National Quality Label\nProject: Rivers\nUnfortunately it cannot be awarded to Elif Uçanhalı.",
        "How to get the National Quality Label\nA guide for teachers.",
        "Toplantı Tutanağı\nUlusal Kalite Etiketi başvurusu görüşüldü.",
        "National Quality Label\nDear Elif Uçanhalı, your application was not successful.",
        "National Quality Label\nThe label is awarded to teachers with excellent projects. Five criteria count.",
        "eTwinning Okul Etiketi\nBaşvuru Kılavuzu\nOkullara verilmiştir.",
        "Okulumuz Ulusal Kalite Etiketi aldı\nElif Uçanhalı “Nehirler” projesiyle almaya hak kazanmıştır.",
        "Ulusal Kalite Etiketi\nÖğretmenimiz Elif Uçanhalı, “Nehirler” projesiyle etiketi aldı. Tebrik ederiz.",
        "Ulusal Kalite Etiketi\nDeğerlendirme Sonuçları\nEtiketler verilmiştir.",
        "Teşekkür Belgesi Taslağı\nSayın Elif Uçanhalı\nUlusal Kalite Etiketi verilmiştir.",
    ],
)
def test_a_text_about_a_label_is_none(text: str) -> None:
    assert kind(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "National Quality Label\nawarded to Elif Uçanhalı",
        'National Quality Label\nawarded to Elif Uçanhalı\nfor the project "The application of water"',
        "Ulusal Kalite Etiketi\nSayın Elif Uçanhalı\n“Nehirler” projesi başvurunuz sonucunda bu etiket verilmiştir.",
        "Ulusal Kalite\nEtiketi\nNational Quality Label 2025\nProjenin adı: Nehirler",
        "Ulusal Kalite Etiketi\nElif Uçanhalı’ya\nverilmiştir",
        "National Quality Label\nWe award this label to\nElif Uçanhalı",
        "CERTIFICATE\nElif Uçanhalı\nhas been awarded the National Quality Label\nfor the project Nehirler",
        "T.C.\nMillî Eğitim Bakanlığı\neTwinning Ulusal Kalite Etiketi\nSayın Elif Uçanhalı’ya verilmiştir",
    ],
)
def test_a_label_may_speak_of_the_application_for_it(text: str) -> None:
    assert kind(text) == "national-quality-label"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "eTwinning Okul Etiketi 2025-2026\nPapatya İlkokulu\neTwinning Okulu olarak tanınmıştır.\n15.3.2025",
            "school-label",
        ),
        ("eTwinning Okul Etiketi\nPapatya İlkokulu\neTwinning Okul Etiketi ile ödüllendirilmiştir.", "school-label"),
        (
            "eTwinning School Label 2025-2026\nDaisy Primary School\nhas been recognised as an eTwinning School",
            "school-label",
        ),
        (
            "eTwinning-skola\nSolskolan\nhar tilldelats utmärkelsen eTwinning-skola för 2025 och 2026",
            "school-label",
        ),
        (
            "Ulusal Kalite Etiketi\nElif Uçanhalı\n"
            "Rivers in Our Pockets projesindeki çalışmasıyla Ulusal Kalite Etiketi almaya hak kazanmıştır",
            "national-quality-label",
        ),
        (
            "ULUSAL KALİTE ETİKETİ BELGESİ\nElif Uçanhalı\n“Nehirler” projesiyle Ulusal Kalite Etiketi almıştır.",
            "national-quality-label",
        ),
        (
            "Avrupa Kalite Etiketi\nElif Uçanhalı\n“Nehirler” projesi ile Avrupa Kalite Etiketi kazanmıştır.",
            "european-quality-label",
        ),
        ("SEMİNER BELGESİ\nMillî Eğitim Bakanlığı\nHizmet içi eğitim\n10.03.2025", "professional-development"),
        ("KATILIM BELGESİ\n“Kapsayıcı Eğitim” semineri\n10.03.2025", "professional-development"),
        ("Güvenli İnternet Günü Katılım Belgesi\nPapatya İlkokulu\n10.02.2026", "safer-internet-day"),
    ],
)
def test_common_wordings_of_labels_and_short_certificates(text: str, expected: str) -> None:
    assert kind(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "European Quality Label\nhas been awarded to [NAME] for the project “[PROJECT]”",
        "CERTIFICATE\nThis is to certify that [name of teacher] took part in the project “Rivers”",
        "eTwinning Okul Etiketi\nPapatya İlkokulu\nOkulumuz eTwinning Okul Etiketi ile ödüllendirilmiştir.",
        "eTwinning Okul Etiketi\nEtiket Alan Okullar\neTwinning Okulu olarak tanınmıştır.",
        "eTwinning Okul Etiketi\nOkul Gelişim Planı\n15 Mart 2025 günü verilmiştir.",
        "Ulusal Kalite Etiketi\nOkulumuz “Nehirler” projesiyle Ulusal Kalite Etiketi almıştır.",
        "Ulusal Kalite Etiketi\nÖğretmenimiz Elif Uçanhalı “Nehirler” projesiyle etiketi kazanmıştır. Tebrik ederiz.",
        "eTwinning-skola\nSolskolan söker utmärkelsen eTwinning-skola",
        "Webinar\nKapsayıcı Eğitim\n10.03.2025",
        "KATILIM BELGESİ\n4-A sınıfı\n“Kodlama” kursu\n10.03.2025",  # perhaps a pupil's: people say so
        "Katılım Belgesi\nÖğrencilere verilecek\n10.03.2025",
        "Katılım Belgesi Talebi\n10.03.2025",
        "Seminer Belgesi\n“Kapsayıcı Eğitim” semineri",
    ],
)
def test_news_lists_templates_and_plans_are_no_certificates(text: str) -> None:
    assert kind(text) == ""


def test_the_ministry_above_a_name_holds_nothing() -> None:
    text = "SEMİNER BELGESİ\nT.C. Millî Eğitim Bakanlığı\nElif Uçanhalı\nhizmet içi eğitimini tamamlamıştır."
    found = certificate_in(Reading(format="pdf", text=text, pages=1), SHIPPED, "TR", "a.pdf")
    assert found is not None
    assert (found.holder and found.holder.value) == "Elif Uçanhalı"


@pytest.mark.parametrize(
    "text",
    [
        "Veli İzin Belgesi\nÖğrenci: Ada B.\nEtkinliğe katılmasına izin veriyorum.",
        "Sertifika Töreni\nSertifikalar öğrencilerimize verildi.",
        "Öğrencilerimize sertifika verildi ve hep birlikte\nkutlandı. Sayın Elif Uçanhalı konuştu.",
        "Certificate application form\nName: Elif Uçanhalı",
        "Europass CV\nName: Elif Uçanhalı",
    ],
)
def test_other_papers_with_a_word_for_certificate_in_their_title_are_none(text: str) -> None:
    assert kind(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nationell kvalitetsutmärkelse\nTilldelas Elif Uçanhalı", "national-quality-label"),
        ("eTwinning\nNationellt kvalitetsmärke\nTilldelas Elif Uçanhalı", "national-quality-label"),
        ("Europeiskt kvalitetsmärke 2025\nTilldelas Elif Uçanhalı", "european-quality-label"),
        ("Europäisches eTwinning-Qualitätssiegel\nverliehen an\nElif Uçanhalı", "european-quality-label"),
        ("Certificatul european de calitate\nse acordă doamnei Elif Uçanhalı", "european-quality-label"),
        ("Europska oznaka kvalitete\ndodjeljuje se Elif Uçanhalı", "european-quality-label"),
        ("Deltagarintyg\nElif Uçanhalı\nhar deltagit i webbinariet ”Läsa”", "professional-development"),
        ("Kursintyg\nElif Uçanhalı har genomfört kursen ”Läsa”", "professional-development"),
        ("Kursintyg\nElif Uçanhalı har deltagit i kursen inom Erasmus+ mobilitet", "mobility"),
        ("Europass Mobility\nErasmus+ KA1\nHolder: Elif Uçanhalı", "mobility"),
        ("Certificate of Attendance\nErasmus+ mobility\nawarded to Elif Uçanhalı", "mobility"),
        ("Certificate of Attendance\nElif Uçanhalı has attended the course", "professional-development"),
        ("Certificado de participación\nSe certifica que Elif Uçanhalı ha participado en una movilidad", "mobility"),
        ("Teilnahmebescheinigung\nElif Uçanhalı hat an der Mobilität teilgenommen", "mobility"),
        ("Attestation de participation\nElif Uçanhalı a suivi la formation", "professional-development"),
        ("Potvrda o sudjelovanju\nElif Uçanhalı je sudjelovala na stručnom skupu", "professional-development"),
        ("Katılım Belgesi\nSayın Elif Uçanhalı, “Nehirler” eTwinning projesine katılmıştır.", "project-participation"),
        ("Zaświadczenie\nElif Uçanhalı brała udział w projekcie „Rzeki”", "project-participation"),
        ("Certificado de participação\nElif Uçanhalı participou no projeto “Rios”", "project-participation"),
        ("Attestato di partecipazione\nElif Uçanhalı ha partecipato al progetto “Fiumi”", "project-participation"),
        ("Adeverință de participare\nElif Uçanhalı a participat la proiectul „Râuri”", "project-participation"),
        ("Βεβαίωση συμμετοχής\nη εκπαιδευτικός Ελίφ Ουτσάν συμμετείχε στο έργο «Ποτάμια»", "project-participation"),
        ("Teşekkür Belgesi\nSayın Elif Uçanhalı,\nokulumuza desteğiniz için teşekkür ederiz.", "other"),
        ("Certificate of Excellence\nawarded to Elif Uçanhalı", "other"),
    ],
)
def test_kinds_in_twelve_languages(text: str, expected: str) -> None:
    assert kind(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Diplôme\ndécerné à Elif Uçanhalı", "other"),
        ("Europäisches Qualitätssiegel\nverliehen an Elif Uçanhalı", "european-quality-label"),
        ("Βεβαίωση συμμετοχής\nη εκπαιδευτικός Ελίφ Ουτσάν συμμετείχε στο έργο «Ποτάμια»", "project-participation"),
    ],
)
def test_letters_may_be_decomposed(text: str, expected: str) -> None:
    assert kind(unicodedata.normalize("NFD", text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Pupil Certificate\nawarded to Ali Veli",
        'CERTIFICATE\nThis is to certify that pupil Ali Veli, class 4-A has taken part in the project "Rivers".',
        "Certificate of participation\nawarded to Ali Veli (4-A)",
        "TEŞEKKÜR BELGESİ\nSevgili öğrencimiz Ali Veli,\neTwinning projemizdeki emeğin için teşekkür ederiz.",
        "Deltagarintyg\nHärmed intygas att Ali Veli, elev i klass 4A, har deltagit i webbinariet",
        "Safer Internet Day certificate\nStudent: Ali Veli",  # whatever else it is, it names a child
        "Potvrda o sudjelovanju\nPotvrđuje se da je učenica Ali Veli sudjelovala u projektu „Rijeke“",
    ],
)
def test_a_certificate_held_by_a_pupil_is_a_pupils(text: str) -> None:
    assert kind(text) == "pupil-certificate"


def test_of_several_pupils_none_is_the_holder() -> None:
    """One of them may have consented, and the sheet names them all."""
    both = certificate("Pupil Quality Label certificate\nawarded to Ali Veli and Can Kaya")
    alone = certificate("Pupil Quality Label certificate\nawarded to Ali Veli, class 4-A")
    sheets = certificate("Pupil Quality Label certificate\nawarded to Ali Veli\nfor all\nawarded to Can Kaya", pages=2)
    assert sheets is not None
    assert sheets.holder is None
    assert both is not None
    assert alone is not None
    assert (both.kind, both.holder) == ("pupil-certificate", None)
    assert (alone.kind, alone.holder and alone.holder.value) == ("pupil-certificate", "Ali Veli")


def test_a_participation_in_a_labelled_project_is_participation() -> None:
    text = 'Certificate of participation\nElif took part in "Solar Kids", which was awarded the European Quality Label.'
    assert not kind(text).endswith("-label")


def test_what_is_valid_until_a_day_says_so() -> None:
    found = certificate(f"{LABEL}13.06.2025\nGeçerlilik tarihi: 13.06.2027")
    assert found is not None
    assert found.valid_until is not None
    assert found.valid_until.value.last == date(2027, 6, 13)


@pytest.mark.parametrize(
    ("text", "expected", "holder"),
    [
        (
            "BELGE\nPapatya İlkokulu\neTwinning Okul Etiketi\nalmaya hak kazanmıştır. Geçerlilik: 2025-2026\n"
            "Ulusal Destek Servisi\nTarih: 15 Mart 2025",
            "school-label",
            "Papatya İlkokulu",
        ),
        (
            "SERTİFİKA\nPapatya İlkokulu\neTwinning Okul Etiketi\nTarih: 15 Mart 2025",
            "school-label",
            "Papatya İlkokulu",
        ),
        (
            "Bu belge, Papatya İlkokulu adlı okula\neTwinning Okul Etiketi\n2025-2026 için verilmiştir.\n"
            "Ulusal Destek Servisi\n15 Mart 2025",
            "school-label",
            "Papatya İlkokulu",
        ),
        (
            "Certificate\neTwinning School Label\nDaisy Primary School\n15 March 2025",
            "school-label",
            "Daisy Primary School",
        ),
        (
            "Certificato di Scuola eTwinning\nScuola Primaria Margherita\nRoma, 15 marzo 2025",
            "school-label",
            "Scuola Primaria Margherita",
        ),
        ("Diplom\neTwinning-skola 2025-2026\nVasaskolan\n15 mars 2025", "school-label", "Vasaskolan"),
        (
            "Urkunde\neTwinning-Schulsiegel 2025-2026\nGrundschule am See\nBonn, 15. März 2025",
            "school-label",
            "Grundschule am See",
        ),
        (
            "Sello de centro eTwinning\nSe certifica que el CEIP Margarita\nha obtenido el Sello de centro eTwinning.\n"
            "Madrid, 15 de marzo de 2025",
            "school-label",
            "CEIP Margarita",
        ),
        (
            "SERTİFİKA\nBu sertifika Papatya İlkokuluna eTwinning Okul Etiketini kazandığı için verilmiştir.\n5.3.2025",
            "school-label",
            "Papatya İlkokulu",
        ),
        (
            "Bu sertifika Papatya İlkokuluna eTwinning Okul Etiketini kazandığı için verilmiştir.",
            "school-label",
            "Papatya İlkokulu",
        ),
        (
            "Label eTwinning School\nÉcole élémentaire des Lilas\nParis, le 15 mars 2025",
            "school-label",
            "École élémentaire des Lilas",
        ),
        (
            "Oznaka eTwinning škole\nOsnovna škola Tratinčica\nZagreb, 15. ožujka 2025.",
            "school-label",
            "Osnovna škola Tratinčica",
        ),
        ("eSafety Label\nSilver\nPapatya İlkokulu\nvalid until 30 June 2024", "esafety-label", "Papatya İlkokulu"),
        (
            "Güvenli İnternet Günü 2025 Katılım Belgesi\nPapatya İlkokulu",
            "safer-internet-day",
            "Papatya İlkokulu",
        ),
        (
            "Safer Internet Day 2025\nCertificate of participation\nPapatya School",
            "safer-internet-day",
            "Papatya School",
        ),
        ("EU Code Week 2024\nCertificate of Excellence\nPapatya School", "code-week", "Papatya School"),
    ],
)
def test_a_sheet_with_little_more_than_its_name_a_school_and_a_day_is_a_certificate(
    text: str, expected: str, holder: str
) -> None:
    found = certificate_in(Reading(format="pdf", text=text, pages=1), SHIPPED, "TR", "a.pdf")
    assert found is not None
    assert (found.kind, found.holder and found.holder.value) == (expected, holder)


@pytest.mark.parametrize(
    "text",
    [
        "eTwinning Okul Etiketi\nPapatya İlkokulu",  # a heading
        "eTwinning Okul Etiketi\nPapatya İlkokulu\nToplantı Tutanağı\n15 Mart 2025",
        "eTwinning Okul Etiketi\nPapatya İlkokulu\nToplantı gündemi\n15 Mart 2025",
        "eTwinning Okul Etiketi\nPapatya İlkokulu\nBaşvuru dosyası\n15 Mart 2025",
        "eTwinning Okul Etiketi\nPapatya İlkokulu\nBaşvurunuz uygun bulunmamıştır.\n15 Mart 2025",
        "eTwinning Okul Etiketi\nPapatya İlkokulu\nOkulumuz etiketi aldı, tebrik ederiz.\n15 Mart 2025",
        "eTwinning Okul Etiketi\nPapatya İlkokulu\nEylem Planı 2025-2026\n15 Mart 2025",
        "eTwinning Okul Etiketi\nPapatya İlkokulu\nHazırlayan: Elif Uçanhalı\n15 Mart 2025",
        "eTwinning Okul Etiketi\nPapatya İlkokulu\nEtiketi almak istiyoruz.\n15 Mart 2025",
        "eTwinning Okul Etiketi\nPapatya İlkokulu\nGül İlkokulu\nLale Ortaokulu\n15 Mart 2025",
        "eTwinning School Label\nDaisy School\nWe want to have the label in 2026.\n15 March 2025",
        "eTwinning School Label\nDaisy School\nTo do\n15 March 2025\nAsk Ada\nCall Berk\nWrite\nSend\nRest",
        "eTwinning-skola\nVasaskolan\nVi har fått utmärkelsen och är glada.\n15 mars 2025",
        "Katılım Belgesi\nPapatya İlkokulu\neTwinning Okul Etiketi semineri katılımı için\n15 Mart 2025",
        "Güvenli İnternet Günü 2025\nPapatya İlkokulu\nEtkinlik programı",
        "EU Code Week 2024\nPapatya School\nCertificate template",
        "Katılım Belgesi\nKod Haftası 2025\nÖğrencilere verilecek",
    ],
)
def test_other_sheets_with_the_name_of_a_label_and_a_school_are_no_certificate_of_it(text: str) -> None:
    assert kind(text) not in ("school-label", "safer-internet-day", "code-week")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Avrupa Kalite Etiketi 2025\nawarded to Elif Uçanhalı", "2025"),
        ("CERTIFICATE 2024\nawarded to Elif Uçanhalı", "2024"),
        ("eTwinning-skola 2025-2026\nVasaskolan", ""),  # for these years, and given before
        ("Avrupa Kalite Etiketi 2025\nAvrupa Kalite Etiketi 2024", ""),
        ("Avrupa Kalite Etiketi\n© 2025", ""),
    ],
)
def test_the_year_in_the_title_dates_a_certificate_without_a_day(text: str, year: str) -> None:
    assert year_in_title(text, SHIPPED.certificate_kinds) == year
