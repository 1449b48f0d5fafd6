"""The plan in front of the tiles: whatever the poster's shape and title, nothing on it lies over anything else."""

from hypothesis import given
from hypothesis import strategies as st

from portfolio.model.face import PT, Face
from portfolio.model.papersize import LARGEST, SMALLEST
from portfolio.render.tile_layout import lay_tiles
from portfolio.render.tile_plan import FOOT, LEFT, SMALLEST_CHIP, WIDTH, lay_plan

SIDES = st.floats(SMALLEST, LARGEST)
BOLD = Face(advances={}, other=0.58)
NARROWEST, LOWEST = 70.0, 70.0  # what the steps need beside the picture and below it


@given(SIDES, SIDES, st.integers(3, 200))
def test_picture_steps_and_the_line_to_measure_have_their_own_room(width, height, letters):
    plan = lay_plan(lay_tiles(width, height), "a" * letters, BOLD)
    left, top, across, down = plan.picture
    assert top > plan.head + plan.title * PT
    assert left + across <= LEFT + WIDTH + 1e-6 and top + down <= FOOT + 1e-6
    start, first, breadth = plan.steps
    assert breadth >= NARROWEST and start + breadth <= LEFT + WIDTH + 1e-6
    assert first <= FOOT - LOWEST
    assert start >= left + across or first >= top + down


@given(SIDES, SIDES)
def test_each_sheet_has_its_label_in_the_middle_of_what_is_seen_of_it(width, height):
    tiling = lay_tiles(width, height)
    plan = lay_plan(tiling, "Poster", BOLD)
    _, _, across, down = plan.picture
    chips = list(plan.chips(tiling))
    assert [label for label, _, _ in chips] == [tile.label for tile in tiling.tiles]
    assert all(0 < x < across and 0 < y < down for _, x, y in chips)
    assert plan.chip >= SMALLEST_CHIP
    assert len(list(plan.seams(tiling))) == tiling.columns + tiling.rows - 2
