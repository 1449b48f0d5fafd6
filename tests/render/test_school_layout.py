"""The school poster on every sheet: the claim as large as there is room, the picture where it leaves that."""

import pytest
from render.posters import LOCKUP, NAMES, SHAPES, geometry_of, poster_of

from portfolio.model.lettering import Lettering
from portfolio.model.papersize import reading_of
from portfolio.model.sheetorder import SheetKind
from portfolio.render.glyphs import read_faces
from portfolio.render.school_layout import choose_school_layout
from portfolio.themes import load_theme
from portfolio.visibility.frame import Frame

MOTTO = (
    "Merak eden öğrenir, paylaşan büyür; birlikte keşfeden çocuklar yarının okulunu bugünden kurar ve "
    "herkese kapısını açar"
)


@pytest.fixture(scope="module")
def lettering():
    return Lettering(read_faces(load_theme("base", None)))


def layout_of(lettering, **wanted):
    poster = poster_of(SheetKind.SCHOOL, **wanted)
    shapes = tuple(SHAPES[name][0] / SHAPES[name][1] for name in poster.logos)
    frame = Frame(geometry=poster.geometry, lettering=lettering, wanted=poster.lockup, shapes=shapes)
    return choose_school_layout(frame, poster)


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize("size", ["A4", "A3", "A2", "A1", "A0"])
@pytest.mark.parametrize("landscape", [False, True])
def test_all_that_may_be_wanted_fits_at_once(language, size, landscape, lettering):
    geometry = geometry_of(size, landscape=landscape)
    layout = layout_of(
        lettering,
        geometry=geometry,
        language=language,
        name=NAMES[language][:120],
        logos=tuple(SHAPES),
        line="Avrupa’nın ormanlarını birlikte keşfeden beşinci sınıfların ortak köşesi"[:60],
        motto=MOTTO,
        pictured=True,
    )
    reading = reading_of(geometry.width, geometry.height)
    assert layout.fits
    assert layout.at["school"].size >= reading.title
    assert layout.at["claim"].size >= reading.title
    assert min(column.body.size for column in layout.columns) >= reading.body


def test_the_claim_is_the_largest_thing_on_it(lettering):
    layout = layout_of(lettering)
    assert layout.at["claim"].size > 2 * layout.at["school"].size


def test_a_picture_is_uncut_and_ends_at_a_column(lettering):
    layout = layout_of(lettering, pictured=True)
    picture = layout.at["picture"]
    assert picture.width / picture.height == pytest.approx(4 / 3)
    assert picture.right == 297
    assert picture.left in [column.ground.left for column in layout.columns]
    assert picture.bottom < layout.at["claim"].top


def test_on_a_roll_up_name_and_claim_are_in_the_upper_half_and_the_picture_below(lettering):
    layout = layout_of(lettering, geometry=geometry_of("roll-up"), pictured=True)
    assert layout.at["school"].bottom < 400
    assert layout.at["claim"].bottom < 800
    assert layout.at["picture"].top > layout.at["years"].bottom
    assert max(box.bottom for box in layout.boxes) <= 1850


@pytest.mark.parametrize("landscape", [False, True])
def test_nothing_comes_near_the_flag(landscape, lettering):
    layout = layout_of(lettering, geometry=geometry_of("A3", landscape=landscape), lockup=LOCKUP, logos=tuple(SHAPES))
    flag, clear = layout.at["lockup"], 17 / 2
    for name, box in layout.at.items():
        if name != "lockup":
            assert (
                box.right <= flag.left - clear
                or box.left >= flag.right + clear
                or box.bottom <= flag.top - clear
                or box.top >= flag.bottom + clear - 1e-6
            ), name
    grounds = layout.columns[0].ground
    assert landscape or grounds.bottom <= flag.top - clear + 1e-6


def test_the_columns_run_into_the_bleed(lettering):
    layout = layout_of(lettering, geometry=geometry_of("A3", landscape=True, bleed=3))
    assert {column.ground.top for column in layout.columns} == {-3}
    assert {column.ground.bottom for column in layout.columns} == {300}
    assert layout.columns[-1].ground.right == 423


def test_the_code_is_as_large_as_the_sheet_asks_for(lettering):
    small = layout_of(lettering, geometry=geometry_of("A4")).at["code"].width
    large = layout_of(lettering, geometry=geometry_of("A1")).at["code"].width
    assert 20 <= small < large
    assert large > 50
    assert "code" not in layout_of(lettering, website="").at
