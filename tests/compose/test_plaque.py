"""What a plaque says: the label only while it holds, brand words as they are written."""

from dataclasses import replace
from datetime import date

import pytest
from compose.editions import edition_of, piece, project, project_record

from portfolio.compose.plaque import PLATE, compose_plaque
from portfolio.model.clearance import Audience
from portfolio.model.evidence import Kind, ProjectRecord
from portfolio.model.lockup import Lockup
from portfolio.model.problem import Severity
from portfolio.model.project import Label, LabelStatus
from portfolio.model.sheet import LineRole
from portfolio.model.sheetorder import SheetKind, SheetOrder
from portfolio.model.text import Origin, Phrase, Sourced

LATER = {"title": "Lanterns", "years": "2025-2026"}
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


def ordered(kind, *pieces, language="en", **said):
    return compose_plaque(edition_of(*pieces, language=language), SheetOrder(kind=kind, geometry=PLATE, **said))


def test_the_labels_plaque_may_have_a_line_and_a_sentence_of_the_schools_own():
    plaque, _ = ordered(SheetKind.PLAQUE, title="4-B", text="hep birlikte\nher gün", language="tr")
    assert texts(plaque) == [
        "Masalköy Işıltı İlkokulu", "4-B", "eTwinning Okul Etiketi", "2025-2026", "hep birlikte", "her gün",
        "Masalköy, Türkiye",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ["eTwinning project", "Işık Avcıları", "2024-2025", "Partners: Sweden, Italy"]),
        ("tr", ["eTwinning projesi", "Işık Avcıları", "2024-2025", "Ortak okullar: İsveç, İtalya"]),
        ("sv", ["eTwinning-projekt", "Işık Avcıları", "2024-2025", "Partnerskolor: Sweden, Italy"]),
    ],
)
def test_a_project_from_its_record(language, lines):
    plaque, problems = ordered(SheetKind.PLAQUE_PROJECT, project_record("p", "model"), language=language)
    assert texts(plaque) == [*lines, "Masalköy Işıltı İlkokulu", "Masalköy, Türkiye"]
    assert plaque.title.endswith("Işık Avcıları") and problems == ()


def two_projects():
    """The one of the record that is always here, and a later one."""
    later = {name: Sourced(value=value, origin=Origin.SIDECAR, where="projeler.csv:2") for name, value in LATER.items()}
    return project_record("p", "model"), piece("q", "model", kind=Kind.PROJECT, project=ProjectRecord(**later))


@pytest.mark.parametrize("said", ["ışık avcıları", "Işık Avcıları ", "p.bin", project_record("p", "model")[0].id])
def test_a_project_is_named_by_title_file_or_id(said):
    plaque, problems = ordered(SheetKind.PLAQUE_PROJECT, *two_projects(), project=said)
    assert texts(plaque)[1] == "Işık Avcıları" and problems == ()


def test_the_latest_project_where_none_is_named_and_the_schools_words_before_the_records():
    plaque, _ = ordered(SheetKind.PLAQUE_PROJECT, *two_projects(), title="Fenerler", text="ödüllü")
    assert texts(plaque)[:4] == ["eTwinning project", "Fenerler", "2025-2026", "ödüllü"]


def test_no_such_project_and_no_project_at_all_have_no_plaque():
    for pieces, code in ((project_record("p", "model"),), "poster.unknown-project"), ((), "poster.no-project"):
        plaque, (problem,) = ordered(SheetKind.PLAQUE_PROJECT, *pieces, project="Deniz")
        assert plaque is None and (problem.code, problem.severity) == (code, Severity.ERROR)


def test_a_room_with_words_of_its_own_and_without():
    plaque, _ = ordered(SheetKind.PLAQUE_ROOM, title="Işık atölyesi", text="Burada birlikte çalışıyoruz")
    assert texts(plaque)[:2] == ["Işık atölyesi", "Burada birlikte çalışıyoruz"]
    plaque, _ = ordered(SheetKind.PLAQUE_ROOM, language="sv")
    assert texts(plaque) == [
        "eTwinning-rummet",
        "Vi samarbetar med skolor i Europa genom eTwinning",
        "Masalköy Işıltı İlkokulu",
        "Masalköy, Türkiye",
    ]


def test_thanks_to_a_partner_with_the_day():
    plaque, problems = ordered(SheetKind.PLAQUE_THANKS, partner="Skola Norr, Umeå", day=date(2026, 5, 9))
    assert texts(plaque) == [
        "With thanks to",
        "Skola Norr, Umeå",
        "for our work together in eTwinning",
        "Masalköy Işıltı İlkokulu",
        "Masalköy, Türkiye",
        "9 May 2026",
    ]
    assert problems == ()
    plaque, (problem,) = ordered(SheetKind.PLAQUE_THANKS)
    assert plaque is None and problem.code == "plaque.no-partner"


@pytest.mark.parametrize(
    ("country", "kind", "outdoors", "codes"),
    [
        ("TR", SheetKind.PLAQUE, True, ["plaque.outdoors"]),
        ("TR", SheetKind.PLAQUE_ROOM, True, ["plaque.outdoors"]),
        ("TR", SheetKind.PLAQUE_ROOM, False, ["plaque.door"]),
        ("TR", SheetKind.PLAQUE, False, []),
        ("SE", SheetKind.PLAQUE_ROOM, True, []),
    ],
)
def test_the_ministrys_rules_for_signs_are_pointed_to_in_turkiye(country, kind, outdoors, codes):
    school = replace(project().school, country=country)
    order = SheetOrder(kind=kind, geometry=PLATE, outdoors=outdoors)
    _, problems = compose_plaque(edition_of(of=project(school=school)), order)
    assert [problem.code for problem in problems] == codes


@pytest.mark.parametrize("kind", [kind for kind in SheetKind if kind.is_plaque])
def test_every_plaque_says_whose_it_is(kind):
    plaque, _ = ordered(kind, project_record("p", "model"), partner="Skola Norr")
    assert "Masalköy Işıltı İlkokulu" in texts(plaque)
    assert [line.role for line in plaque.lines].count(LineRole.MAIN) == 1
