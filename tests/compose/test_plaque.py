"""What a plaque says: the label only while it holds, brand words as they are written."""

from dataclasses import replace
from datetime import date

import pytest
from compose.editions import edition_of, project

from portfolio.compose.plaque import compose_plaque
from portfolio.model.clearance import Audience
from portfolio.model.lockup import Lockup
from portfolio.model.project import Label, LabelStatus
from portfolio.model.text import Phrase

HELD = Label(status=LabelStatus.HELD, years="2025-2026")


def texts(plaque):
    return [line.text for line in plaque.lines]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ["eTwinning School Label", "2025-2026", "awarded for the work of the whole school"]),
        ("tr", ["eTwinning Okul Etiketi", "2025-2026", "bütün okulun ortak emeğiyle"]),
        ("sv", ["eTwinning School Label", "2025-2026", "för hela skolans arbete"]),
    ],
)
def test_the_label_while_it_holds(language, lines):
    plaque, problems = compose_plaque(edition_of(language=language, of=project(label=HELD)))
    assert texts(plaque) == ["Masalköy Işıltı İlkokulu", *lines, "Masalköy, Türkiye"]
    assert problems == ()


@pytest.mark.parametrize(
    ("label", "today"),
    [(Label(status=LabelStatus.APPLYING), date(2026, 11, 22)), (HELD, date(2027, 1, 1))],
)
def test_else_only_that_the_school_is_at_work(label, today):
    plaque, problems = compose_plaque(edition_of(language="en", of=project(label=label), today=today))
    assert texts(plaque) == [
        "Masalköy Işıltı İlkokulu",
        "We work with schools across Europe in eTwinning",
        "Masalköy, Türkiye",
    ]
    assert problems[-1].code == "plaque.not-held"


def test_no_disclaimer_on_metal():
    lockup = Lockup(statement=Phrase(text="Funded by\nthe European Union"), alternative="Flag", disclaimer="Views …")
    plaque, _ = compose_plaque(replace(edition_of(), lockup=lockup))
    assert plaque.lockup == replace(lockup, disclaimer="")


def test_a_draft_says_so_and_the_holes_stay_clear():
    plaque, _ = compose_plaque(edition_of(language="sv", audience=Audience.PRIVATE))
    assert plaque.watermark == "UTKAST – får inte spridas"
    assert (plaque.geometry.width, plaque.geometry.height, plaque.geometry.safe_margin) == (300, 200, 15)
