"""Sizes and places on every sheet: as large as they fit, never below what can be read from where it is read."""

from dataclasses import replace
from itertools import pairwise

import pytest
from render.posters import DISCLAIMER, LOCKUP, NAMES, SHAPES, geometry_of, poster_of

from portfolio.model.lettering import Lettering
from portfolio.model.lockup import Arrangement
from portfolio.model.papersize import reading_of
from portfolio.model.text import Phrase
from portfolio.render.glyphs import read_faces
from portfolio.render.mission_layout import choose_mission_layout
from portfolio.themes import load_theme
from portfolio.visibility.frame import Frame

SIZES = ("A4", "A3", "A2", "A1", "A0")
FULL = replace(
    LOCKUP,
    disclaimer=DISCLAIMER,
    second=Phrase(text="Avrupa Birliği tarafından\nfinanse edilmektedir", language="tr"),
)


@pytest.fixture(scope="module")
def lettering():
    return Lettering(read_faces(load_theme("base", None)))


def layout_of(poster, lettering):
    shapes = tuple(SHAPES[name][0] / SHAPES[name][1] for name in poster.logos)
    frame = Frame(geometry=poster.geometry, lettering=lettering, wanted=poster.lockup, shapes=shapes)
    return choose_mission_layout(frame, poster)


@pytest.mark.parametrize("size", [*SIZES, "roll-up", "500x700", "400x400"])
@pytest.mark.parametrize("landscape", [False, True])
def test_a_plain_poster_fits_with_more_than_the_least_type(size, landscape, lettering):
    if size == "roll-up" and landscape:
        return  # hung as a banner it is too low for so much text
    geometry = geometry_of(size, landscape=landscape)
    layout = layout_of(poster_of(geometry=geometry, language="tr"), lettering)
    reading = reading_of(geometry.width, geometry.height)
    assert layout.fits
    assert layout.at["school"].size >= 1.3 * reading.title
    assert layout.bands[0].body.size > reading.body


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("landscape", [False, True])
def test_all_that_may_be_wanted_fits_at_once(language, size, landscape, lettering):
    geometry = geometry_of(size, landscape=landscape)
    poster = poster_of(
        geometry=geometry,
        language=language,
        name=NAMES[language][:120],
        lockup=FULL,
        logos=tuple(SHAPES),
        line="Avrupa’nın ormanlarını birlikte keşfeden beşinci sınıfların ortak köşesi"[:60],
    )
    layout = layout_of(poster, lettering)
    reading = reading_of(geometry.width, geometry.height)
    assert layout.fits
    assert layout.at["school"].size >= reading.title
    assert min(box.size for box in layout.mission) >= reading.body
    assert min(band.body.size for band in layout.bands) >= reading.body
    assert layout.at["disclaimer"].size >= reading.small


def test_the_longer_the_name_the_smaller_it_is(lettering):
    names = [layout_of(poster_of(name=NAMES["tr"][:n]), lettering).at["school"].size for n in (3, 25, 40, 120)]
    assert all(longer <= shorter for shorter, longer in pairwise(names))
    assert names[0] > 2 * names[-1]


def test_no_word_of_a_name_is_broken_that_has_room_somewhere(lettering):
    poster = poster_of(geometry=geometry_of("A4", landscape=True), name="Naturvetenskapsinriktningsgymnasium i Umeå")
    layout = layout_of(poster, lettering)
    widest = lettering.widest(poster.school, bold=True) * layout.at["school"].size * 25.4 / 72
    assert widest <= layout.at["school"].width


@pytest.mark.parametrize("logos", [(), ("square.png",), tuple(SHAPES)])
@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("lockup", [LOCKUP, FULL, replace(LOCKUP, arrangement=Arrangement.BELOW)])
def test_logos_are_no_larger_than_the_flag_and_clear_of_it(lockup, landscape, logos, lettering):
    poster = poster_of(geometry=geometry_of("A3", landscape=landscape), lockup=lockup, logos=logos)
    layout = layout_of(poster, lettering)
    clear = 17 / 2 - 0.01
    around = layout.at["lockup"]
    around = replace(
        around,
        left=around.left - clear,
        top=around.top - clear,
        width=around.width + 2 * clear,
        height=around.height + 2 * clear,
    )
    others = [box for name, box in layout.at.items() if name not in ("lockup", "disclaimer")]
    for box in (*others, *layout.logos):
        assert not around.overlaps(box)
    for box, (width, height) in zip(layout.logos, map(SHAPES.get, logos), strict=True):
        assert box.height <= 17
        assert box.width <= 1.5 * 17
        assert box.width / box.height == pytest.approx(width / height)


def test_the_bands_run_to_the_edges_and_into_the_bleed(lettering):
    layout = layout_of(poster_of(geometry=geometry_of("A3", bleed=3)), lettering)
    assert {band.ground.left for band in layout.bands} == {-3}
    assert {band.ground.right for band in layout.bands} == {300}
    assert layout.bands[-1].ground.bottom == 423
    broad = layout_of(poster_of(geometry=geometry_of("A3", landscape=True, bleed=3)), lettering)
    assert broad.bands[0].ground.top == -3
    assert (broad.bands[-1].ground.right, broad.bands[-1].ground.bottom) == (423, 300)
    assert broad.bands[0].ground.left > 100


def test_of_a_roll_up_the_foot_is_coloured_and_nothing_is_read_there(lettering):
    layout = layout_of(poster_of(geometry=geometry_of("roll-up")), lettering)
    assert layout.bands[-1].ground.bottom == 2000
    assert max(box.bottom for box in layout.boxes) <= 1850
    assert layout.at["claim"].bottom < 1000


def test_far_too_much_text_does_not_fit(lettering):
    assert not layout_of(poster_of(name="a" * 6000), lettering).fits
