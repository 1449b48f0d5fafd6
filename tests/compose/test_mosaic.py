"""Photos fill a rectangle together: whole, sharp, inside it, and none over another."""

from itertools import combinations, product

import pytest

from portfolio.compose.mosaic import EMPTY, Shot, set_mosaic
from portfolio.compose.photopages import Size

WIDE, TALL, LONG = 4 / 3, 3 / 4, 16 / 9
ROOM = Size(width=260.0, height=200.0)


def shots(*shapes, widest=1000.0):
    return tuple(Shot(shape=shape, widest=widest) for shape in shapes)


def overlap(one, other):
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    up = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return across > 0.01 and up > 0.01


@pytest.mark.parametrize("count", range(1, 7))
@pytest.mark.parametrize("room", [ROOM, Size(width=200.0, height=700.0), Size(width=900.0, height=120.0)])
def test_photos_are_whole_and_apart(count, room):
    for shapes in list(product((WIDE, TALL, LONG), repeat=count))[:30]:
        made = set_mosaic(shots(*shapes), room)
        assert len(made.cells) == count
        assert [cell.width / cell.height for cell in made.cells] == pytest.approx(shapes)
        assert max(cell.left + cell.width for cell in made.cells) <= room.width + 0.01
        assert max(cell.top + cell.height for cell in made.cells) <= room.height + 0.01
        assert not any(overlap(*pair) for pair in combinations(made.cells, 2))


def test_one_photo_is_as_large_as_its_room():
    (cell,) = set_mosaic(shots(WIDE), ROOM).cells
    assert (cell.width, cell.height) == pytest.approx((260, 195))


def test_none_is_larger_than_it_is_sharp_and_a_small_one_leaves_the_others_large():
    mixed = (*shots(WIDE, WIDE), *shots(WIDE, widest=40.0))
    large, other, small = set_mosaic(mixed, ROOM).cells
    assert small.width <= 40.01
    assert large.width > 100 and other.width > 100


def test_all_have_a_share_of_the_room():
    areas = [cell.width * cell.height for cell in set_mosaic(shots(WIDE, TALL, WIDE, LONG, WIDE, WIDE), ROOM).cells]
    assert max(areas) < 10 * min(areas)


def test_nothing_where_there_is_nothing():
    assert set_mosaic((), ROOM) == EMPTY
    assert set_mosaic(shots(WIDE), Size(width=100.0, height=-1.0)) == EMPTY
