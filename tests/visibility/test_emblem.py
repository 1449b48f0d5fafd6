"""The emblem, measured in the SVG itself and held against the numbers of its construction."""

import re
from math import atan2, dist, hypot, pi
from xml.etree import ElementTree

import pytest

from portfolio.model.lockup import Ink
from portfolio.visibility.emblem import Ground, emblem_svg, find_variant

SVG = "{http://www.w3.org/2000/svg}"
CENTRES = [  # for H = 1, y downwards, from the top clockwise
    (0.75, 0.166667),
    (0.916667, 0.211325),
    (1.038675, 0.333333),
    (1.083333, 0.5),
    (1.038675, 0.666667),
    (0.916667, 0.788675),
    (0.75, 0.833333),
    (0.583333, 0.788675),
    (0.461325, 0.666667),
    (0.416667, 0.5),
    (0.461325, 0.333333),
    (0.583333, 0.211325),
]


def shapes(svg, fill):
    """The closed outlines filled with a colour, each a list of corners in units of H."""
    root = ElementTree.fromstring(svg)
    data = "".join(path.attrib["d"] for path in root.iter(f"{SVG}path") if path.attrib["fill"] == fill)
    outlines = [[float(number) for number in re.findall(r"-?[\d.]+", part)] for part in data.split("Z") if part]
    return [list(zip(numbers[::2], numbers[1::2], strict=True)) for numbers in outlines]


def test_the_flag_is_one_and_a_half_times_as_wide_as_high():
    (flag,) = shapes(emblem_svg(20, title="Flag"), "#003399")
    assert flag == [(0, 0), (1.5, 0), (1.5, 1), (0, 1)]
    root = ElementTree.fromstring(emblem_svg(20, title="Flag"))
    assert (root.attrib["width"], root.attrib["height"], root.attrib["viewBox"]) == ("30mm", "20mm", "0 0 1.5 1")


def test_twelve_stars_stand_as_the_hours_on_a_clock():
    stars = shapes(emblem_svg(20, title="Flag"), "#ffcc00")
    assert len(stars) == 12
    for corners, (x, y) in zip(stars, CENTRES, strict=True):
        tips = corners[::2]
        assert sum(corner[0] for corner in tips) / 5 == pytest.approx(x, abs=1e-6)
        assert sum(corner[1] for corner in tips) / 5 == pytest.approx(y, abs=1e-6)
        assert dist((x, y), (0.75, 0.5)) == pytest.approx(1 / 3, abs=1e-6)


def test_every_star_is_upright_with_five_straight_edges():
    for corners in shapes(emblem_svg(20, title="Flag"), "#ffcc00"):
        x = sum(corner[0] for corner in corners) / 10
        y = sum(corner[1] for corner in corners) / 10
        assert [hypot(a - x, b - y) for a, b in corners[::2]] == pytest.approx([1 / 18] * 5, abs=1e-6)
        assert [hypot(a - x, b - y) for a, b in corners[1::2]] == pytest.approx([0.0212203] * 5, abs=1e-6)
        assert atan2(corners[0][1] - y, corners[0][0] - x) == pytest.approx(-pi / 2, abs=1e-6)
        assert corners[2][1] == pytest.approx(corners[8][1], abs=1e-6)  # the arms: a line square to the hoist


def test_the_top_star_of_a_flag_200_high():
    tip = shapes(emblem_svg(200, title="Flag"), "#ffcc00")[0][0]
    assert (tip[0] * 200, tip[1] * 200) == pytest.approx((150, 22.2222), abs=1e-3)


EDGE = [(-0.04, -0.04), (1.54, -0.04), (1.54, 1.04), (-0.04, 1.04)]
FLAG = [(0, 0), (1.5, 0), (1.5, 1), (0, 1)]


@pytest.mark.parametrize("ground", [Ground.TINTED, Ground.DARK])
def test_on_coloured_ground_a_white_border_of_a_25th_stands_outside_the_flag(ground):
    svg = emblem_svg(100, title="Flag", variant=find_variant(Ink.RGB, ground))
    assert shapes(svg, "#ffffff") == [EDGE]
    assert shapes(svg, "#003399") == [FLAG]
    root = ElementTree.fromstring(svg)
    assert (root.attrib["width"], root.attrib["height"]) == ("158mm", "108mm")


@pytest.mark.parametrize(
    ("ink", "ground", "colours"),  # in the order in which they are drawn, the stars last
    [
        (Ink.RGB, Ground.WHITE, ["#003399", "#ffcc00"]),
        (Ink.RGB, Ground.DARK, ["#ffffff", "#003399", "#ffcc00"]),
        (Ink.CMYK, Ground.WHITE, ["device-cmyk(1 0.8 0 0)", "device-cmyk(0 0 1 0)"]),
        (Ink.BLACK, Ground.WHITE, ["#000000", "#ffffff", "#000000"]),
        (Ink.BLACK, Ground.TINTED, ["#000000", "#ffffff", "#000000"]),
        (Ink.BLUE, Ground.WHITE, ["#003399", "#ffffff"]),
        (Ink.BLUE, Ground.TINTED, ["#ffffff", "#003399", "#ffffff"]),
        (Ink.BLACK, Ground.DARK, ["#ffffff", "#ffffff"]),
        (Ink.BLUE, Ground.DARK, ["#ffffff", "#ffffff"]),
    ],
)
def test_every_variant_has_the_same_stars_in_its_own_colours(ink, ground, colours):
    svg = emblem_svg(20, title="Flag", variant=find_variant(ink, ground))
    paths = list(ElementTree.fromstring(svg).iter(f"{SVG}path"))
    assert [path.attrib["fill"] for path in paths] == colours
    plain = list(ElementTree.fromstring(emblem_svg(20, title="Flag")).iter(f"{SVG}path"))
    assert paths[-1].attrib["d"] == plain[-1].attrib["d"]


def test_in_white_on_dark_ground_nothing_but_outline_and_stars_is_drawn():
    svg = emblem_svg(20, title="Flag", variant=find_variant(Ink.BLACK, Ground.DARK))
    edge, hole, *stars = shapes(svg, "#ffffff")
    assert edge == EDGE
    assert hole == FLAG[::-1]  # turned the other way: so what is inside stays open
    assert len(stars) == 12


@pytest.mark.parametrize("ink", Ink)
def test_the_statement_is_reflex_blue_black_or_white(ink):
    said = {ground: find_variant(ink, ground).statement for ground in Ground}
    assert said[Ground.DARK] == "#ffffff"
    expected = {Ink.BLACK: "#000000", Ink.CMYK: "device-cmyk(1 0.8 0 0)"}.get(ink, "#003399")
    assert said[Ground.WHITE] == said[Ground.TINTED] == expected


def test_it_is_read_out_and_carries_no_ids():
    svg = emblem_svg(10, title="Flagge der EU & mehr")
    assert ElementTree.fromstring(svg).findtext(f"{SVG}title") == "Flagge der EU & mehr"
    assert "id=" not in svg
