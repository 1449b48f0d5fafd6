from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.compose.photopages import (
    GUTTER,
    HERO_HIGHEST,
    HIGHEST,
    LOWEST,
    MEASURE,
    Size,
    fill,
    hero,
    justify,
    within,
)

LANDSCAPE, WIDE, PORTRAIT, PHONE = 4 / 3, 16 / 9, 3 / 4, 9 / 16


def counts(*shapes: float) -> list[int]:
    return [len(row) for row in justify(shapes)]


def width(row: tuple[Size, ...]) -> float:
    return sum(size.width for size in row) + GUTTER * (len(row) - 1)


def test_photos_fill_the_measure_side_by_side():
    assert justify([LANDSCAPE, LANDSCAPE]) == ((Size(width=83.49, height=62.62), Size(width=83.51, height=62.62)),)


def test_rows_are_balanced():
    assert counts(*[LANDSCAPE] * 4) == [2, 2]
    assert counts(*[LANDSCAPE] * 3) == [3]
    assert counts(*[LANDSCAPE] * 5) == [2, 3]
    assert counts(PORTRAIT, LANDSCAPE, 1.5, LANDSCAPE) == [2, 2]
    assert counts(*[PORTRAIT] * 6) == [3, 3]
    assert counts(LANDSCAPE, PORTRAIT, LANDSCAPE, LANDSCAPE, PORTRAIT, PORTRAIT) == [3, 3]


def test_a_last_row_may_not_fill_the_measure():
    assert fill(justify([LANDSCAPE] * 4))
    assert not fill(justify([WIDE] * 3))
    assert fill([])


def test_a_last_photo_alone_is_no_higher_than_those_above_it():
    assert [row[0].height for row in justify([WIDE] * 3)] == [46.97, 46.97]


def test_a_single_portrait_is_not_blown_up():
    assert justify([PHONE]) == ((Size(width=47.81, height=85.0),),)


def test_a_panorama_is_lower_rather_than_wider():
    assert justify([5.0]) == ((Size(width=170.0, height=34.0),),)


def test_no_photo_no_row():
    assert justify([]) == ()


def test_a_hero_goes_across_the_measure_but_not_over_the_page():
    assert hero(16 / 9) == Size(width=170.0, height=95.62)
    assert hero(PORTRAIT) == Size(width=95.62, height=HERO_HIGHEST)


@pytest.mark.parametrize(("shape", "size"), [(2.0, (40.0, 20.0)), (0.5, (28.3, 56.6))])
def test_a_picture_keeps_its_shape_within_a_box(shape: float, size: tuple[float, float]):
    assert within(shape, 40.0, 56.6) == Size(width=size[0], height=size[1])


@given(st.lists(st.floats(min_value=0.4, max_value=2.4), min_size=1, max_size=40))
def test_rows_fill_the_measure_within_the_heights(shapes: list[float]):
    rows = justify(shapes)
    sizes = [size for row in rows for size in row]
    assert len(sizes) == len(shapes)
    for size, shape in zip(sizes, shapes, strict=True):
        assert size.width / size.height == pytest.approx(shape, rel=0.002)
    for row in rows:
        assert LOWEST - 0.01 <= row[0].height <= HIGHEST
        assert {size.height for size in row} == {row[0].height}
        assert width(row) <= MEASURE + 0.01
    for above, row in pairwise(rows):
        assert width(row) == pytest.approx(MEASURE) or row[0].height == above[0].height


@given(st.lists(st.floats(min_value=0.5, max_value=1.4), min_size=8, max_size=40))
def test_only_the_last_row_of_common_shapes_may_be_narrower(shapes: list[float]):
    for row in justify(shapes)[:-1]:
        assert width(row) == pytest.approx(MEASURE)
