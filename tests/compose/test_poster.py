"""What the mission poster says, by label, language and audience."""

from dataclasses import replace
from datetime import date

import pytest
from compose.editions import edition_of, project

from portfolio.compose.poster import compose_poster
from portfolio.model.clearance import Audience
from portfolio.model.lockup import Lockup
from portfolio.model.problem import Severity
from portfolio.model.project import Label, LabelStatus
from portfolio.model.sheet import A3
from portfolio.model.text import Phrase

HELD = Label(status=LabelStatus.HELD, years="2025-2026")
APPLYING = Label(status=LabelStatus.APPLYING)


def poster(language="tr", **changes):
    return compose_poster(edition_of(language=language, of=project(**changes)))


def codes(problems):
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("language", "claim"), [("en", "We are an eTwinning School"), ("tr", "Biz bir eTwinning Okuluyuz")]
)
def test_a_held_label_is_claimed(language, claim):
    made, problems = poster(language, label=HELD)
    assert (made.brand, made.years, made.claim) == ("eTwinning School", "2025-2026", claim)
    assert problems == ()


@pytest.mark.parametrize(
    ("label", "today", "said"),
    [
        (Label(status=LabelStatus.NONE), date(2026, 11, 22), ["poster.not-held"]),
        (APPLYING, date(2026, 11, 22), ["poster.not-held"]),
        (Label(status=LabelStatus.EXPIRED, years="2023-2024"), date(2026, 11, 22), ["poster.not-held"]),
        (Label(status=LabelStatus.HELD), date(2026, 11, 22), ["label.years-missing", "poster.not-held"]),
        (HELD, date(2027, 1, 1), ["label.expired", "poster.not-held"]),
        (HELD, date(2024, 12, 31), ["label.not-yet", "poster.not-held"]),
    ],
)
def test_any_other_label_is_not(label, today, said):
    made, problems = compose_poster(edition_of(language="en", of=project(label=label), today=today))
    assert (made.brand, made.years, made.claim) == ("Our work in eTwinning", "", "")
    assert codes(problems) == said


def test_school_mission_and_pillars():
    made, _ = poster("tr")
    assert (made.school, made.place, made.geometry) == ("Masalköy Işıltı İlkokulu", "Masalköy, Türkiye", A3)
    assert made.title == "Misyon afişi – Masalköy Işıltı İlkokulu"
    assert made.mission_title == "eTwinning okullarının misyonu"
    assert [(run.text, run.strong) for run in made.mission[0].runs] == [
        ("Okullar ", False),
        ("örnektir", True),
        (".", False),
    ]
    assert [(entry.number, entry.title.text) for entry in made.pillars] == [
        (1, "Öğrenci temsilciliği"),
        (2, "Diğer okullara rol model olma"),
    ]


def test_a_wording_of_ours_is_called_so():
    official, _ = poster("en")
    ours, _ = poster("tr")
    assert official.mission_note == ""
    assert ours.mission_note.endswith("resmî metni değildir.")


def test_logos_and_lockup_are_handed_on():
    lockup = Lockup(statement=Phrase(text="Funded by\nthe European Union"), alternative="Flag of the European Union")
    school = replace(project().school, logos=("logo.png",))
    made, _ = compose_poster(replace(edition_of(of=project(school=school)), lockup=lockup))
    assert (made.logos, made.lockup) == (("logo.png",), lockup)


def test_a_draft_says_so():
    made, _ = compose_poster(edition_of(language="tr", audience=Audience.PRIVATE))
    assert made.watermark == "TASLAK – dağıtılmaz"


@pytest.mark.parametrize(("letters", "said"), [(120, []), (121, ["poster.long-text"])])
def test_a_name_longer_than_any_poster_takes(letters, said):
    _, problems = poster(school=replace(project().school, name="a" * letters))
    assert codes(problems) == said


def test_a_name_of_400_letters_is_280_too_long():
    _, (problem,) = poster(school=replace(project().school, name="Okul" * 100))
    assert problem.severity is Severity.ERROR
    assert dict(problem.values) == {
        "key": "school.name",
        "text": "OkulOkulOkulOkulOkulOkulOkulOk …",
        "letters": "400",
        "most": "120",
        "cut": "280",
    }
