import pytest

from portfolio.columns import Columns
from portfolio.framework import read_framework
from portfolio.intake.reading import Cell
from portfolio.intake.statements import Statement, about, described, said_local, said_text
from portfolio.model.decision import Field
from portfolio.model.problem import Place, place_in, spot
from portfolio.model.text import LocalText, Origin, Sourced

LABEL = read_framework("etwinning-school", None)


def said(text: str, origin: Origin, language: str = "", field: Field = Field.TITLE) -> Statement:
    return Statement(field=field, text=text, origin=origin, where=Place(file=origin.value, line=2), language=language)


STATEMENTS = (
    said("from its name", Origin.FILE_NAME),
    said("Blad", Origin.CAPTION_SHEET, "sv"),
    said("Sayfa", Origin.CAPTION_SHEET, "tr"),
    said("Yan", Origin.SIDECAR),
    said("elsewhere", Origin.DECISION, field=Field.PLACE),
)


def test_the_strongest_comes_first() -> None:
    assert [each.text for each in about(STATEMENTS, Field.TITLE)] == ["Yan", "Blad", "Sayfa", "from its name"]
    assert said_text(STATEMENTS, Field.TITLE) == Sourced(value="Yan", origin=Origin.SIDECAR, where="sidecar:2")
    assert said_text(STATEMENTS, Field.CREDIT) is None


def test_in_each_language_the_strongest_holds_and_none_stated_is_the_schools() -> None:
    found = said_local(STATEMENTS, Field.TITLE, "tr")
    assert found is not None
    assert found.value == LocalText(texts=(("", "Yan"), ("sv", "Blad")))
    assert (found.origin, found.where) == (Origin.SIDECAR, "sidecar:2")
    assert said_local(STATEMENTS, Field.CAPTION, "tr") is None


def test_a_text_that_a_person_took_away_is_none_in_its_language_only() -> None:
    away = said("-", Origin.DECISION, "tr")
    found = said_local((*STATEMENTS, away), Field.TITLE, "tr")
    assert found is not None
    assert found.value == LocalText(texts=(("sv", "Blad"),))
    assert said_local((away, said("Sayfa", Origin.SIDECAR)), Field.TITLE, "tr") is None
    assert said_text((said("-", Origin.DECISION, field=Field.PLACE), *STATEMENTS[:-1]), Field.PLACE) is None
    assert said_local((said("-", Origin.EMBEDDED),), Field.TITLE, "tr") is not None


def test_what_was_recognised_goes_behind_what_a_document_says_and_before_its_name() -> None:
    found = about([said("", origin) for origin in (Origin.FILE_NAME, Origin.RECOGNISED, Origin.DOCUMENT)], Field.TITLE)
    assert [each.origin for each in found] == [Origin.DOCUMENT, Origin.RECOGNISED, Origin.FILE_NAME]


def test_places_as_text_and_back() -> None:
    assert spot(Place(file="a:b.csv", line=3)) == "a:b.csv:3"
    assert place_in("a:b.csv:3") == Place(file="a:b.csv", line=3)
    assert place_in("a.csv") == Place(file="a.csv")


def under(heading: str, text: str = "Ada Yıldız") -> tuple[dict[Field, str], list[str]]:
    """What a cell of a caption sheet says with the headings of the label's own pack, and the codes of what is wrong."""
    columns = Columns(LABEL.column_names, LABEL.spoken["tr"])
    statements, problems = described(
        [Cell(heading=heading, text=text, line=2)], columns, frozenset(Field), "a.csv", Origin.CAPTION_SHEET
    )
    return {each.field: each.text for each in statements}, [each.code for each in problems]


@pytest.mark.parametrize(
    "heading",
    ["Kişi adları", "Kişiler / People", "Öğrenci adı", "På bilden", "Ad Soyad", "Katılımcılar", "ime i prezime"],
)
def test_many_headings_say_who_is_in_a_picture(heading: str) -> None:
    assert under(heading) == ({Field.PEOPLE: "Ada Yıldız"}, [])


@pytest.mark.parametrize(
    "heading",
    [
        "People (full names)",
        "Öğrenci(ler)",
        "Namn",
        "Vem",
        "Who",
        "Names",
        "Kim",
        "Öğretmenler",
        "Sınıf",
        "Çocuklar",
        "Barn",
        "Katılanlar",
        "Kişiler / Tarih",
    ],
)
def test_a_heading_that_may_say_who_is_in_a_picture_makes_it_unknown(heading: str) -> None:
    assert under(heading) == ({Field.PEOPLE: "?"}, ["description.misspelt-people"])


def test_a_number_of_pupils_names_nobody() -> None:
    assert under("Öğrenci sayısı", "24 öğrenci") == ({}, ["description.unknown-key"])


def test_only_what_is_very_much_like_it_covers_a_picture() -> None:
    assert under("kapatt", "0.1 0.1 0.2 0.2") == ({Field.COVER: ""}, ["description.misspelt-key"])
    assert under("İzin", "var") == ({}, ["description.unknown-key"])
