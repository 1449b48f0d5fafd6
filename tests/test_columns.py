import pytest
from intake.evidence import PACK

from portfolio.columns import Columns

COLUMNS = Columns(PACK.column_names)


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Başlık", ("title", "")),
        ("PROJE_ADI", ("title", "")),
        ("caption", ("caption", "")),
        ("caption.tr", ("caption", "tr")),
        ("Açıklama (en)", ("caption", "en")),
        ("açıklama sv", ("caption", "sv")),
        ("Alternatif metin (en)", ("alternative", "en")),
        ("özet.en", ("summary", "en")),
        ("national-label", ("national_label", "")),
        ("proje’adı", ("title", "")),
        ("captoin", ("", "")),
        ("tr", ("", "")),
        ("", ("", "")),
    ],
)
def test_headings_in_any_language_and_spelling(heading: str, expected: tuple[str, str]) -> None:
    assert COLUMNS.field_of(heading) == expected


def test_the_nearest_heading() -> None:
    assert COLUMNS.nearest("captoin") == "caption"
    assert COLUMNS.nearest("Hava durumu raporu") == ""


def test_the_nearest_heading_is_one_of_the_schools_language_where_that_is_near_too() -> None:
    columns = Columns({"date": ["tarih", "data", "datum"], "place": ["yer", "plats"]}, {"date": "datum"})
    assert Columns({"date": ["tarih", "data", "datum"]}).nearest("datam") == "data"
    assert columns.nearest("datam") == "datum"
    assert columns.nearest("platz") == "plats"
    assert columns.heading_of("date") == "datum"


def test_a_heading_in_two_languages_is_one() -> None:
    columns = Columns({"people": ["kişiler"], "date": ["tarih"]})
    assert columns.field_of("Kişiler / People") == ("people", "")
    assert columns.field_of("Tarih (date)") == ("date", "")
    assert columns.field_of("Kişiler / Tarih") == ("", "")
