"""How a field of a piece is shown in a cell, and what is understood of what a person writes there."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pieces import caption, piece, showing, sourced

from portfolio.build.sheetfields import CellFault, SheetField, SheetFields, dating_text, fields_asked, people_text
from portfolio.cli.sheet import people_words
from portfolio.cli.words import available_languages, read_words
from portfolio.framework import read_framework
from portfolio.intake.dates import parse_dating
from portfolio.intake.people import portrayal
from portfolio.model.decision import Field
from portfolio.model.evidence import UNKNOWN_PORTRAYAL, PartnerConsent, Portrayal, PortrayalState
from portfolio.model.redaction import HIDDEN, Box, Redaction
from portfolio.model.text import LocalText

ANSWERS = read_framework("etwinning-school", Path()).answers
PEOPLE, DATE = SheetField(field=Field.PEOPLE), SheetField(field=Field.DATE)
CAPTION = SheetField(field=Field.CAPTION, language="tr")
COVER, CROP = SheetField(field=Field.COVER), SheetField(field=Field.CROP)
PARTNER = SheetField(field=Field.PARTNER)


def fields(spoken="tr"):
    return SheetFields(ANSWERS, people_words(read_words(spoken)), language="tr", country="TR")


def test_texts_are_asked_in_each_language_the_rest_once():
    assert [each.key for each in fields_asked(["tr", "en"])] == [
        "people",
        "cover",
        "pixelate",
        "crop",
        "partner",
        "caption.tr",
        "caption.en",
        "alternative.tr",
        "alternative.en",
        "date",
    ]


def test_a_text_without_a_language_is_the_schools():
    item = piece("a.jpg", caption=sourced(LocalText(texts=(("", "Sergi"), ("en", "Fair")))))
    assert fields().shown(item, CAPTION) == "Sergi"
    assert fields().shown(item, SheetField(field=Field.CAPTION, language="en")) == "Fair"
    assert fields().shown(item, SheetField(field=Field.CAPTION, language="sv")) == ""
    assert fields().shown(piece("b.jpg"), CAPTION) == ""


PORTRAYALS = (
    Portrayal(state=PortrayalState.NONE, by="x"),
    Portrayal(state=PortrayalState.UNRECOGNISABLE, by="x"),
    showing("Ada Billurköşk"),
    showing("Ada Billurköşk", "Can Sünbül"),
    showing("Billurköşk, Ada"),
    showing(groups=("4-A",)),
    Portrayal(state=PortrayalState.RECOGNISABLE, partner=True, by="x"),
    Portrayal(state=PortrayalState.RECOGNISABLE, persons=("Ada Billurköşk",), partner=True, by="x"),
    showing("Elif Uçanhalı", groups=("4-A", "7/B")),
    Portrayal(state=PortrayalState.RECOGNISABLE, groups=("4-A",), absent=("Ada Billurköşk", "Can Sünbül"), by="x"),
)


@pytest.mark.parametrize("language", available_languages())
@pytest.mark.parametrize("who", PORTRAYALS)
def test_people_are_shown_so_that_they_are_read_as_the_same(who, language):
    read = portrayal(people_text(who, people_words(read_words(language))), ANSWERS, "x")
    assert replace(read, by="", where="") == replace(who, by="", where="")


@pytest.mark.parametrize("language", available_languages())
def test_the_words_that_a_sheet_offers_are_understood(language):
    words = people_words(read_words(language))
    states = [portrayal(word, ANSWERS, "x").state for word in (words.none, words.unrecognisable, words.unknown)]
    assert states == [PortrayalState.NONE, PortrayalState.UNRECOGNISABLE, PortrayalState.UNKNOWN]
    assert not any("," in word for word in (words.none, words.unrecognisable, words.unknown))


def test_that_nobody_knows_is_an_empty_cell():
    assert people_text(UNKNOWN_PORTRAYAL, people_words(read_words("en"))) == ""
    who = Portrayal(state=PortrayalState.UNKNOWN, persons=("Ada Billurköşk",), by="x")
    assert people_text(who, people_words(read_words("en"))) == "Ada Billurköşk; unknown"


@pytest.mark.parametrize(
    ("asked", "one", "other"),
    [
        (PEOPLE, "yok", "Nobody"),
        (PEOPLE, "Ada; Can", " Ada,  Can "),
        (PEOPLE, "4-A except Ada", "4-A (Ada hariç)"),
        (PEOPLE, "", "bilinmiyor"),
        (PEOPLE, "-", "?"),
        (COVER, "10% 20% 30% 25%", "0,1 0,2 0,3 0,25"),
        (COVER, "0.1 0.2 0.3 0.25; 0 0 1 0.5", "10% 20% 30% 25%\n0 0 1 0.5"),
        (COVER, "yok", ""),
        (CROP, "-", ""),
        (PARTNER, "Fabelskolan, 2026-03-04, Maja Sagoberg", "Fabelskolan, 4.3.2026, Maja Sagoberg, evaluator"),
        (DATE, "20.05.2025", "2025-05-20"),
        (DATE, "Mayıs 2025", "2025-05"),
        (DATE, "2024-2025", "2024-09-01 – 2025-06-30"),
        (DATE, "-", " "),
        (CAPTION, "Sergi  açıldı \n", "Sergi açıldı"),
        (CAPTION, "iki\r\nsatır", "iki\nsatır"),
        (CAPTION, "-", ""),
    ],
)
def test_the_same_may_be_written_in_many_ways(asked, one, other):
    assert fields().meaning(asked, one) == fields().meaning(asked, other)


@pytest.mark.parametrize(
    ("asked", "text", "code"),
    [
        (PEOPLE, "yok; Ada", "sheet.people-mixed"),
        (PEOPLE, "Ada; unknown", "sheet.people-mixed"),
        (PEOPLE, "12", "sheet.people"),
        (PEOPLE, "; ;", "sheet.people"),
        (PEOPLE, "Ada; !!", "sheet.people"),
        (COVER, "0.1 0.2 0.3", "sheet.box"),
        (COVER, "solda", "sheet.box"),
        (CROP, "0 0 0.5 0.5; 0.5 0 0.5 0.5", "sheet.crop"),
        (CROP, "0 0 0.01 0.5", "sheet.crop"),
        (PARTNER, "Fabelskolan", "sheet.partner"),
        (PARTNER, "Fabelskolan, 2026-03-04, …, evaluator print", "sheet.partner"),
        (DATE, "geçen yaz", "sheet.date"),
        (DATE, "31.02.2025", "sheet.date"),
        (DATE, "yok", "sheet.date"),
    ],
)
def test_what_cannot_be_understood_is_said(asked, text, code):
    with pytest.raises(CellFault) as fault:
        fields().meaning(asked, text)
    assert fault.value.code == code


@pytest.mark.parametrize(
    ("asked", "text", "values"),
    [
        (PEOPLE, "", ("bilinmiyor",)),
        (PEOPLE, " Ada;  Can", ("Ada; Can",)),
        (DATE, "20.05.2025", ("2025-05-20",)),
        (DATE, "", ("-",)),
        (CAPTION, "", ("-",)),
        (CAPTION, "Sergi  açıldı", ("Sergi açıldı",)),
        (COVER, "10% 20% 30% 25%", ("-", "10% 20% 30% 25%")),
        (COVER, "", ("-",)),
    ],
)
def test_what_is_written_so_that_it_holds(asked, text, values):
    assert fields().values(asked, text) == values


def test_what_is_taken_out_of_a_picture_is_shown_as_boxes():
    box, other = Box(left=0.1, top=0.2, width=1 / 3, height=0.25), Box(left=0, top=0, width=1, height=0.5)
    item = piece("a.jpg", redaction=Redaction(cover=(box, other), crop=other))
    assert fields().shown(item, COVER) == "0.1 0.2 0.3333 0.25; 0 0 1 0.5"
    assert (fields().shown(item, CROP), fields().shown(item, SheetField(field=Field.PIXELATE))) == ("0 0 1 0.5", "")
    assert fields().shown(piece("b.jpg", redaction=HIDDEN), COVER) == ""


def test_of_a_partner_schools_consent_it_is_not_shown_who_gave_it():
    consent = PartnerConsent(school="Fabelskolan", on="2026-03-04", audiences=("evaluator", "print"))
    shown = fields().shown(piece("a.jpg", partners=(sourced(consent),)), PARTNER)
    assert shown == "Fabelskolan, 2026-03-04, …, evaluator print"


@pytest.mark.parametrize(
    "text", ["2025-05-20", "2025-05", "2025", "2024-09-01 – 2025-06-30", "2025-05-01 – 2025-05-03"]
)
def test_a_date_is_shown_so_that_it_is_read_as_the_same(text):
    dating = parse_dating(text, "US")
    assert dating_text(dating) == text
    assert dating.first >= date(2024, 9, 1)


def test_a_text_that_no_cell_can_hold_is_shown_as_the_cell_holds_it():
    assert fields().shown(piece("a.jpg", caption=caption("a\x00b", "tr")), CAPTION) == "a\N{REPLACEMENT CHARACTER}b"
