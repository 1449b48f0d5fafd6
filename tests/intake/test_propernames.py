import pytest

from portfolio.intake.propernames import ProperName, name_at, plain_name


@pytest.mark.parametrize(
    ("text", "name", "before", "rest"),
    [
        ("Ayşe Yılmaz, öğretmen", "Ayşe Yılmaz", "", ", öğretmen"),
        ("Ayşe Yılmaz eTwinning projesine", "Ayşe Yılmaz", "", "eTwinning projesine"),
        ("Ayşe Yılmaz'ın katıldığını", "Ayşe Yılmaz", "", "'ın katıldığını"),
        ("Sean O'Neill has", "Sean O'Neill", "", "has"),
        ("Ada B. has", "Ada B.", "", "has"),
        ("Ada Björk. Hon", "Ada Björk", "", "Hon"),
        ("Frau Anna von der Heide an", "Anna von der Heide", "Frau", "an"),
        ("pupil Ali Veli (4-A)", "Ali Veli", "pupil", "(4-A)"),
        ("4-A sınıfı Ali Veli", "Ali Veli", "4-A sınıfı", ""),
        ("AYŞE YILMAZ HAS PARTICIPATED", "AYŞE YILMAZ", "", "HAS PARTICIPATED"),
        ("Ada B. Class: 4-A", "Ada B.", "", "Class: 4-A"),
    ],
)
def test_a_name_ends_where_the_sentence_goes_on(text: str, name: str, before: str, rest: str) -> None:
    assert name_at(text) == ProperName(name=name, before=before, rest=rest)


@pytest.mark.parametrize(
    "text", ["", "the pupils of", "T.C.", "12.06.2025", "“Nehirler” projesi", "class 4-A", ", Ada"]
)
def test_what_begins_with_no_name(text: str) -> None:
    assert name_at(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [("elif uçanhalı", "elif uçanhalı"), ("elif", ""), ("awarded for the work", ""), ("no. 12", ""), ("a b c d e", "")],
)
def test_a_line_of_few_words_may_be_a_name_without_capitals(text: str, name: str) -> None:
    found = plain_name(text)
    assert (found.name if found else "") == name
