"""The rules of EU visibility over plaques as SVG: each fault planted, and nothing found in what we make."""

import re
from dataclasses import replace

import pytest
from compose.editions import edition_of
from standings import APPLYING, HELD, PRESCRIBED, THEME, TODAY, standing

from portfolio.build.visibility import lint
from portfolio.compose.plaque import compose_plaque
from portfolio.model.clearance import Audience
from portfolio.model.lockup import Ink
from portfolio.render.plaque import drawing_html, engraving_html
from portfolio.render.svg import write_svg
from portfolio.visibility.lockup import find_lockup

FIELD = re.compile(r'<path d="([^"]*)" fill="#003399"/>\n<path d="([^"]*)" fill="#ffcc00"/>')


def made(language, folder, *, ink=Ink.RGB, engraved=False):
    """A plaque with a lock-up, and the path to which it is written."""
    given, _ = find_lockup(PRESCRIBED, HELD, language, today=TODAY)
    given = replace(given, ink=ink)
    plaque = compose_plaque(replace(edition_of(language=language, audience=Audience.PRINT), lockup=given))[0]
    plaque = replace(plaque, lockup=given)
    path = folder / f"plaque.{language}{'.engraving' if engraved else ''}.svg"
    html = engraving_html(plaque, THEME) if engraved else drawing_html(plaque, THEME)
    assert write_svg(html, path, theme=THEME, files=(), title=plaque.title) == ()
    return plaque, path


def codes(path, plaque, stands=None):
    problems = lint(path, plaque, stands or standing(PRESCRIBED), THEME, {})
    assert all(problem.where for problem in problems)
    return {problem.code.removeprefix("visibility.") for problem in problems}


@pytest.mark.parametrize("language", ["en", "tr", "sv"])
@pytest.mark.parametrize("engraved", [False, True], ids=["plaque", "engraving"])
def test_nothing_is_wrong_with_what_we_make(language, engraved, tmp_path):
    plaque, path = made(language, tmp_path, engraved=engraved)
    assert codes(path, plaque) == set()
    assert codes(path, plaque, standing(PRESCRIBED, APPLYING)) == {"basis-label"}


@pytest.mark.parametrize("ink", Ink)
def test_nothing_is_wrong_in_any_ink(ink, tmp_path):
    assert codes(*reversed(made("en", tmp_path, ink=ink))) == set()


def scaled(path, across, down):
    """A path of straight lines, larger or smaller towards a corner of the sheet."""

    def point(found):
        return f"{float(found[1]) * across:.5f} {float(found[2]) * down:.5f}"

    return re.sub(r"(-?[\d.]+) (-?[\d.]+)", point, path)


def resized(across, down):
    return lambda svg: FIELD.sub(lambda found: scaled(found[0], across, down), svg, count=1)


def without_a_star(svg):
    return FIELD.sub(lambda found: found[0].replace(f"{found[2].partition('Z')[0]}Z", "", 1), svg, count=1)


def turned(svg):
    """The ring with its stars upside down."""

    def swap(found):
        heights = [float(y) for _, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", found[1])]
        middle = (min(heights) + max(heights)) / 2
        stars = re.sub(r"(-?[\d.]+) (-?[\d.]+)", lambda each: f"{each[1]} {2 * middle - float(each[2]):.5f}", found[2])
        return found[0].replace(found[2], stars)

    return FIELD.sub(swap, svg, count=1)


PLANTED = {
    "too small": ("low", resized(0.45, 0.45)),
    "stretched": ("stretched", resized(1.2, 1)),
    "a wrong blue": ("colour", lambda svg: FIELD.sub(lambda found: found[0].replace("#003399", "#0033aa"), svg)),
    "a yellow with a slip of the pen": ("colour", lambda svg: svg.replace("#ffcc00", "#e1cc00")),
    "eleven stars": ("stars", without_a_star),
    "stars upside down": ("stars-turned", turned),
    "a coloured ground": (
        "border",
        lambda svg: svg.replace("<path", '<path d="M0 0L300 0L300 200L0 200Z" fill="#bbddee"/><path', 1),
    ),
    "no emblem": ("missing", lambda svg: FIELD.sub("", svg, count=1)),
    "what is no path": ("unreadable", lambda svg: svg.replace("<path", '<use href="#a"/><path', 1)),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found_and_nothing_else(fault, tmp_path):
    code, plant = PLANTED[fault]
    plaque, path = made("en", tmp_path)
    svg = path.read_text(encoding="utf-8")
    changed = plant(svg)
    assert changed != svg
    path.write_text(changed, encoding="utf-8")
    assert codes(path, plaque) == {code}


def test_one_colour_is_for_those_who_ordered_it(tmp_path):
    plaque, _ = made("en", tmp_path)
    _, path = made("en", tmp_path, ink=Ink.BLACK)
    assert codes(path, plaque) == {"one-colour"}
