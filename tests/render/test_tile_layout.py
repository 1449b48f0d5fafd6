"""A poster on A4 sheets, before anything is drawn: all of it is there, all of it can be glued, no sheet too many."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from portfolio.model.papersize import LARGEST, PAPERS, SMALLEST
from portfolio.render.tile_layout import A4, MARGIN, MARKS, OVERLAP, lay_tiles

SIDES = st.floats(SMALLEST, LARGEST)
NEAR = 1e-6
ROOM = tuple(side - 2 * (MARGIN + MARKS) for side in A4)


def parts_of(tiling):
    """What each sheet shows of the poster: left, upper, right and lower edge."""
    for tile in tiling.tiles:
        (left, upper), (width, height) = tile.part, tile.size
        yield tile, (left, upper, left + width, upper + height)


@pytest.mark.parametrize(
    ("paper", "columns", "rows", "landscape"),
    [
        ("A3", 2, 2, False),
        ("A2", 2, 4, True),
        ("A1", 3, 5, True),
        ("A0", 5, 5, False),
        ("roll-up", 5, 8, False),
    ],
)
def test_the_usual_sizes(paper, columns, rows, landscape):
    tiling = lay_tiles(*PAPERS[paper])
    assert (tiling.columns, tiling.rows, tiling.landscape) == (columns, rows, landscape)


def test_one_that_lies_broad_is_the_same_turned():
    upright, broad = lay_tiles(594, 841), lay_tiles(841, 594)
    assert (upright.columns, upright.rows, upright.sheet) == (broad.rows, broad.columns, broad.sheet[::-1])


def test_sheets_are_told_in_reading_order():
    assert [tile.label for tile in lay_tiles(420, 594).tiles] == ["A1", "A2", "B1", "B2", "C1", "C2", "D1", "D2"]


def test_only_the_last_sheet_has_its_label_where_something_is_cut_off():
    tiles = lay_tiles(297, 420).tiles
    assert [(tile.label, tile.below, tile.lower) for tile in tiles] == [
        ("A1", True, True),
        ("A2", True, True),
        ("B1", False, False),
        ("B2", True, False),
    ]


@given(SIDES, SIDES, st.floats(0, 1), st.floats(0, 1))
@example(ROOM[0] * 2 - OVERLAP, ROOM[1] * 2 - OVERLAP, 0.5, 1.0)
def test_every_point_of_the_poster_is_on_a_sheet(width, height, across, down):
    tiling = lay_tiles(width, height)
    x, y = across * width, down * height
    assert any(
        left - NEAR <= x <= right + NEAR and upper - NEAR <= y <= lower + NEAR
        for _, (left, upper, right, lower) in parts_of(tiling)
    )
    assert all(
        left >= -NEAR and upper >= -NEAR and right <= width + NEAR and lower <= height + NEAR
        for _, (left, upper, right, lower) in parts_of(tiling)
    )


@given(SIDES, SIDES)
def test_neighbours_share_a_strip_to_be_glued(width, height):
    tiling = lay_tiles(width, height)
    edges = {(tile.row, tile.column): part for tile, part in parts_of(tiling)}
    for (row, column), (left, upper, right, lower) in edges.items():
        if beside := edges.get((row, column + 1)):
            assert right - beside[0] >= OVERLAP - NEAR
            assert (beside[1], beside[3]) == (upper, lower)
        if below := edges.get((row + 1, column)):
            assert lower - below[1] >= OVERLAP - NEAR
            assert (below[0], below[2]) == (left, right)


@given(SIDES, SIDES)
def test_nothing_is_printed_where_a_printer_cannot(width, height):
    tiling = lay_tiles(width, height)
    for tile in tiling.tiles:
        left, upper, right, lower = tile.edges
        corners = [(left, upper), (right, lower)]
        for x, y in [*corners, *(point for mark in (*tile.cuts, *tile.arrows) for point in mark)]:
            assert MARGIN - NEAR <= x <= tiling.sheet[0] - MARGIN + NEAR
            assert MARGIN - NEAR <= y <= tiling.sheet[1] - MARGIN + NEAR


@given(SIDES, SIDES)
def test_ticks_stand_beside_the_picture_and_arrows_where_the_next_sheet_hides_them(width, height):
    for tile in lay_tiles(width, height).tiles:
        left, upper, right, lower = tile.edges
        for tick in tile.cuts:
            assert all(x < left or x > right or y < upper or y > lower for x, y in tick)
        for arrow in tile.arrows:
            hidden = [(tile.right and x > right - OVERLAP) or (tile.lower and y > lower - OVERLAP) for x, y in arrow]
            assert all(hidden)
            assert all(left <= x <= right and upper <= y <= lower for x, y in arrow)


@given(SIDES, SIDES)
def test_no_sheet_too_many(width, height):
    tiling = lay_tiles(width, height)

    def pieces(length, room):
        return next(n for n in range(1, 50) if n * room - (n - 1) * OVERLAP >= length - NEAR)

    ways = [pieces(width, room[0]) * pieces(height, room[1]) for room in (ROOM, ROOM[::-1])]
    assert tiling.count == min(ways) == len(tiling.tiles)
    assert tiling.landscape == (ways[1] < ways[0])
