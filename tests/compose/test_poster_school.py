"""What the school poster says, by label, language, photos and website."""

from dataclasses import replace
from datetime import date

import pytest
from compose.editions import edition_of, in_both, photo, project

from portfolio.compose.poster_school import compose_school_poster
from portfolio.model.composed import pictures_in
from portfolio.model.project import Label, LabelStatus
from portfolio.model.sheet import SiteCode
from portfolio.model.sheetorder import SheetKind, SheetOrder

HELD = Label(status=LabelStatus.HELD, years="2025-2026")


def poster(*pieces, language="en", today=date(2026, 11, 22), order=None, **changes):
    edition = edition_of(*pieces, language=language, of=project(**changes), today=today)
    return compose_school_poster(edition, order or SheetOrder(kind=SheetKind.SCHOOL))


def test_a_held_label_is_claimed():
    made, problems = poster(label=HELD)
    assert (made.claim, made.years, made.state) == ("We are an eTwinning School", "2025-2026", "")
    assert problems == ()


@pytest.mark.parametrize(
    ("label", "today", "state"),
    [
        (Label(status=LabelStatus.NONE), date(2026, 11, 22), ""),
        (
            Label(status=LabelStatus.APPLYING),
            date(2026, 11, 22),
            "Application for the eTwinning School Label",
        ),
        (HELD, date(2027, 1, 1), "Held the eTwinning School Label 2025-2026"),
        (HELD, date(2024, 12, 31), ""),
    ],
)
def test_without_it_the_school_is_at_work(label, today, state):
    made, problems = poster(label=label, today=today)
    assert (made.claim, made.years, made.state) == ("Our work in eTwinning", "", state)
    assert "poster.not-held" in [problem.code for problem in problems]


def test_school_motto_and_pillars():
    school = replace(project().school, motto=in_both("Merak eden öğrenir.", "Who wonders learns."))
    made, _ = poster(school=school, order=SheetOrder(kind=SheetKind.SCHOOL, title="Class 5-B"))
    assert (made.school, made.line, made.place) == ("Masalköy Işıltı İlkokulu", "Class 5-B", "Masalköy, Türkiye")
    assert made.motto.text == "Who wonders learns."
    assert [(entry.number, entry.key) for entry in made.pillars] == [(1, "students"), (2, "model")]
    assert made.title == "School poster – Masalköy Işıltı İlkokulu"


def test_the_website_is_a_code_as_well():
    made, _ = poster()
    assert made.code.address == "https://isilti.example"
    assert made.code.site[0].text == "isilti.example"
    without, problems = poster(school=replace(project().school, website=""))
    assert without.code == SiteCode()
    assert [problem.code for problem in problems] == ["info.no-website"]


def test_the_photo_is_the_one_of_the_cover_or_one_that_is_ordered():
    first, second = photo("a", "model"), photo("b", "model")
    chosen, _ = poster(first, second)
    ordered, _ = poster(first, second, order=SheetOrder(kind=SheetKind.SCHOOL, photos=(second[0].id,)))
    unknown, _ = poster(first, order=SheetOrder(kind=SheetKind.SCHOOL, photos=("E-0000000000",)))
    assert chosen.picture.item == first[0].id
    assert tuple(pictures_in(chosen)) == (chosen.picture,)
    assert ordered.picture.item == second[0].id
    assert unknown.picture is None
    assert chosen.picture.width_mm / chosen.picture.height_mm == pytest.approx(4 / 3)


def test_a_photo_with_few_pixels_is_named_and_one_as_on_a_web_page_is_left_out():
    def ordered(width: int, height: int):
        piece = photo("a", "model", width=width, height=height)
        return poster(piece, order=SheetOrder(kind=SheetKind.SCHOOL, photos=(piece[0].id,)))

    soft, problems = ordered(1000, 750)
    assert soft.sharp == pytest.approx(1000 / 150 * 25.4)
    (told,) = [dict(each.values) for each in problems if each.code == "poster.soft-photo"]
    assert (told["width"], told["good"], told["wish"]) == ("1000", "16", "28")
    tiny, problems = ordered(320, 240)
    assert tiny.picture is None
    assert "poster.tiny-photo" in [each.code for each in problems]


def test_too_long_a_motto_says_how_much_to_cut():
    school = replace(project().school, motto=in_both("a" * 130, "b" * 130))
    _, problems = poster(school=school)
    (problem,) = [each for each in problems if each.code == "poster.long-text"]
    assert dict(problem.values)["key"] == "school.motto"
    assert dict(problem.values)["cut"] == "10"
