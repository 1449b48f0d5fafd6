"""What an announcement says of the label agrees with the day; its length does not hang on how much a school has."""

from dataclasses import replace
from datetime import date

import pytest
from compose.editions import edition_of, piece, project, said

from portfolio.compose.announcement import compose_announcement
from portfolio.compose.selection import select
from portfolio.model.evidence import Kind, ProjectRecord
from portfolio.model.framework import Round
from portfolio.model.labelfacts import Certainty, YearNumber
from portfolio.model.lockup import Lockup
from portfolio.model.project import Label, LabelStatus
from portfolio.model.text import Phrase

HELD = Label(status=LabelStatus.HELD, years="2025-2026")
APPLYING = Label(status=LabelStatus.APPLYING)
EXPIRED = Label(status=LabelStatus.EXPIRED, years="2023-2024")
NONE = Label(status=LabelStatus.NONE)
LONG = (
    "Şehit Öğretmen Muhammed Abdülkerim Karamehmetoğlu ve Hacı Fatma Işıltı Eğitim Vakfı "
    "Masalköy Mesleki ve Teknik Lisesi XY"
)
ROUND = Round(name="2027-28", opens_on=None, closes_on=None, source="portfolio.yaml")


def number(what, count, year, *, certainty=Certainty.OFFICIAL, more=False):
    names = {"en": what, "tr": f"{what}-tr", "sv": f"{what}-sv"}
    return YearNumber(what=names, number=count, more=more, year=year, source="somebody", certainty=certainty)


NUMBERS = (
    number("teachers", 1_200_000, 2025, more=True),
    number("schools", 295_000, 2025),
    number("projects", 160_000, 2025, more=True),
    number("teachers", 1_000_000, 2021),
    number("pupils", 9, 2026, certainty=Certainty.REPORTED),
)


def announced(*pieces, language="en", numbers=NUMBERS, name="", lockup=None, **changes):
    of = project(**changes)
    of = replace(of, school=replace(of.school, name=name or of.school.name))
    edition = edition_of(*pieces, language=language, of=of, today=changes.pop("today", date(2026, 11, 22)))
    edition = replace(edition, framework=replace(edition.framework, numbers=numbers), lockup=lockup)
    return compose_announcement(edition, select(edition))[0]


def body(announcement):
    return "\n".join("".join(run.text for run in each.runs) for each in announcement.paragraphs)


def records(count):
    return [recorded(f"Project {each}", f"20{10 + each}", "SE", "IT", "TR") for each in range(count)]


def recorded(title, years, *countries):
    partners = said(tuple((f"School {code}", code) for code in countries))
    record = ProjectRecord(title=said(title), years=said(years), partners=partners)
    return piece(title, "model", kind=Kind.PROJECT, project=record)


@pytest.mark.parametrize(
    ("label", "language", "headline", "first"),
    [
        (HELD, "en", "We are an eTwinning School 2025-2026", "is an eTwinning School 2025-2026."),
        (HELD, "tr", "Okulumuz 2025-2026 yılları için eTwinning Okulu oldu", "Etiketi’ni almaya hak kazandı."),
        (HELD, "sv", "Vi är en eTwinning-skola 2025-2026", "är en eTwinning-skola 2025-2026."),
        (
            APPLYING,
            "en",
            "We are applying for the eTwinning School Label",
            "is applying for the eTwinning School Label.",
        ),
        (APPLYING, "tr", "Okulumuz eTwinning Okul Etiketi’ne başvuruyor", ", eTwinning Okul Etiketi’ne başvuruyor."),
        (APPLYING, "sv", "Vi ansöker om att bli eTwinning-skola", "ansöker om utmärkelsen eTwinning-skola."),
        (EXPIRED, "en", "We go on working in eTwinning", "held the eTwinning School Label 2023-2024"),
        (EXPIRED, "tr", "eTwinning çalışmalarımız sürüyor", "2023-2024 yılları için eTwinning Okul Etiketi’ne sahipti"),
        (NONE, "sv", "Vårt arbete i eTwinning", "deltar i eTwinning."),
    ],
)
def test_the_words_are_those_of_the_label(label, language, headline, first):
    announcement = announced(label=label, language=language)
    assert announcement.headline == headline
    assert first in body(announcement)


@pytest.mark.parametrize("today", [date(2024, 12, 31), date(2027, 1, 1)])
@pytest.mark.parametrize("language", ["en", "tr", "sv"])
def test_nobody_is_one_before_the_years_begin_or_after_they_end(today, language):
    edition = edition_of(language=language, of=project(label=HELD), today=today)
    announcement, problems = compose_announcement(edition, select(edition))
    text = announcement.headline + body(announcement)
    assert not any(words in text for words in ("an eTwinning School", "Okulu oldu", "hak kazandı", "är en eTwinning"))
    assert [problem.code for problem in problems] == ["label.not-yet" if today.year == 2024 else "label.expired"]


def test_the_round_that_is_applied_in_is_named():
    assert "Label (round 2027-28)." in body(announced(label=APPLYING, round=ROUND))
    assert "Türkiye), 2027-28 döneminde eTwinning" in body(announced(label=APPLYING, round=ROUND, language="tr"))


@pytest.mark.parametrize("language", ["en", "tr", "sv"])
@pytest.mark.parametrize("label", [HELD, APPLYING, EXPIRED, NONE])
@pytest.mark.parametrize("name", ["Efe", "Masalköy Işıltı İlkokulu", LONG])
@pytest.mark.parametrize("count", [0, 1, 60])
@pytest.mark.parametrize("numbers", [(), NUMBERS])
def test_about_120_words_whatever_there_is(language, label, name, count, numbers):
    announcement = announced(*records(count), language=language, label=label, name=name, numbers=numbers, round=ROUND)
    assert 90 <= len(body(announcement).split()) <= 150


def test_numbers_are_those_of_the_latest_year_that_a_source_is_sure_of():
    text = body(announced())
    assert "In 2025 it counted more than 1,200,000 teachers, 295,000 schools and more than 160,000 projects." in text
    assert "2021" not in text
    assert "2026 it" not in text


def test_a_pack_without_numbers_prints_none():
    assert "counted" not in body(announced(numbers=()))
    assert "counted" not in body(announced(numbers=(number("teachers", 5, 2025, certainty=Certainty.REPORTED),)))


def test_projects_are_counted_with_the_other_countries():
    text = body(announced(*records(3)))
    assert "Our list has 3 projects so far. The partner schools are in 2 other countries." in text
    assert "At its head stands “Project 2”." in text
    assert "Our list has one project so far." in body(announced(*records(1)))


def test_a_long_title_is_not_named():
    text = body(announced(recorded("Long " * 20, "2024-2025")))
    assert "At its head" not in text


def test_the_eu_is_mentioned_only_where_the_funding_allows_it():
    lockup = Lockup(
        statement=Phrase(text="Funded by\nthe European Union"), alternative="Flag", disclaimer="Views are ours."
    )
    own = "This text is the school’s own. It is not published by eTwinning or the European Union."
    assert announced().notes == (own,)
    assert announced(lockup=lockup).notes == (own, "Funded by the European Union", "Views are ours.")


def test_the_address_of_the_school_is_a_link():
    last = announced().paragraphs[-1].runs[-1]
    assert (last.text, last.link) == ("https://isilti.example", "https://isilti.example")
