from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.compose.captions import Caption
from portfolio.compose.photopages import (
    GUTTER,
    HIGHEST,
    LARGEST,
    LOWEST,
    MOST_ON_PAGE,
    WIDEST,
    Page,
    Shot,
    Size,
    fill_pages,
    within,
)
from portfolio.compose.sheet import AVERAGE
from portfolio.model.blocks import MEASURE, TEXT_MEASURE
from portfolio.model.stack import Piece, fills

DEPTH = 251.0
LANDSCAPE, WIDE, PORTRAIT, PHONE = 4 / 3, 16 / 9, 3 / 4, 9 / 16


def caption(letters: int) -> Caption:
    return Caption(face=AVERAGE, letters=letters, number=1.5, text=AVERAGE.words("sözcük " * (letters // 7)))


def pages(*shapes: float, sharp: float = MEASURE, left: float = 0.0, letters: int = 60) -> tuple[Page, ...]:
    shots = [Shot(shape=shape, caption=caption(letters), sharp=sharp) for shape in shapes]
    return fill_pages(shots, depth=DEPTH, left=left)


def patterns(*shapes: float, **look: float) -> list[tuple[int, ...]]:
    return [page.pattern for page in pages(*shapes, **look)]


def width(sizes: tuple[Size, ...]) -> float:
    return sum(size.width for size in sizes) + GUTTER * (len(sizes) - 1)


def test_two_photos_fill_the_measure_side_by_side():
    (page,) = pages(LANDSCAPE, LANDSCAPE, sharp=100)
    assert [line.sizes for line in page.lines] == [(Size(width=83.49, height=62.62), Size(width=83.51, height=62.62))]


def test_pages_are_filled():
    assert all(page.room > 0.9 * DEPTH for page in pages(*[LANDSCAPE] * 18))


def test_pages_that_cannot_be_filled_differ_from_their_neighbours():
    found = pages(*[LANDSCAPE] * 20, letters=300)
    assert all(page.pattern != following.pattern for page, following in pairwise(found))


def test_what_is_left_of_a_page_is_used():
    begun, *_ = pages(*[LANDSCAPE] * 6, left=100)
    assert (begun.fresh, begun.pattern) == (False, (2,))


def test_where_too_little_is_left_photos_begin_on_a_page_of_their_own():
    assert all(page.fresh for page in pages(*[LANDSCAPE] * 6, left=40))


def test_the_heading_takes_its_room_of_the_first_page():
    shots = [Shot(shape=LANDSCAPE)] * 12
    first, *_ = fill_pages(shots, depth=DEPTH, heading=100.0)
    assert first.room <= DEPTH - 100


def test_a_marked_photo_stands_alone_as_large_as_its_shape_allows():
    shots = [Shot(shape=LANDSCAPE, sharp=50), Shot(shape=WIDE, sharp=50, leading=True), Shot(shape=LANDSCAPE, sharp=50)]
    lines = [line for page in fill_pages(shots, depth=300.0) for line in page.lines]
    assert (Size(width=170.0, height=95.62),) in [line.sizes for line in lines]


def test_a_marked_photo_is_smaller_where_it_would_leave_a_hole_below_it():
    shots = [Shot(shape=LANDSCAPE, leading=True), *[Shot(shape=LANDSCAPE)] * 8]
    first, *_ = fill_pages(shots, depth=DEPTH, left=185.0)
    assert first.lines[0].beside
    assert first.room > 0.8 * 185


def test_a_photo_alone_that_does_not_go_across_has_its_words_beside_it():
    (page,) = pages(PORTRAIT)
    assert page.lines == (replace(page.lines[0], sizes=(Size(width=95.62, height=127.5),), room=127.5, beside=True),)


def test_words_beside_a_photo_may_be_higher_than_it():
    (page,) = pages(PHONE, sharp=30, letters=1400)
    assert page.room > 75.0


def test_what_follows_never_stands_alone_on_a_page_where_photos_can_make_room():
    plan = [Piece(lines=1, height=9.0, before=9.0, after=3.5, keep_next=True), Piece(lines=3, height=5.0)]
    for count in range(2, 13):
        shots = [Shot(shape=PORTRAIT, caption=caption(60))] * count
        *_, last = fill_pages(shots, depth=DEPTH, left=120.0, tail=plan)
        free = (DEPTH if last.fresh else 120.0) - last.room
        assert len(fills(plan, DEPTH, DEPTH - free, 6.0)) == 1, count


def test_a_photo_of_few_pixels_is_not_blown_up():
    (page,) = pages(PHONE, sharp=30)
    assert page.lines[0].sizes == (Size(width=42.19, height=75.0),)
    assert not page.lines[0].large


def test_a_panorama_is_lower_rather_than_wider():
    (page,) = pages(5.0)
    assert page.lines[0].sizes == (Size(width=170.0, height=34.0),)


def test_long_words_take_the_room_of_photos():
    assert len(pages(*[LANDSCAPE] * 12, letters=420)) > len(pages(*[LANDSCAPE] * 12, letters=20))


def test_no_photo_no_page():
    assert pages() == ()


@pytest.mark.parametrize(("shape", "size"), [(2.0, (40.0, 20.0)), (0.5, (28.3, 56.6))])
def test_a_picture_keeps_its_shape_within_a_box(shape: float, size: tuple[float, float]):
    assert within(shape, 40.0, 56.6) == Size(width=size[0], height=size[1])


SHOTS = st.builds(
    Shot,
    shape=st.floats(min_value=0.4, max_value=2.4),
    caption=st.builds(caption, st.integers(min_value=0, max_value=700)),
    sharp=st.floats(min_value=20, max_value=300),
    leading=st.booleans(),
)


TAILS = st.lists(st.builds(Piece, lines=st.just(1), height=st.floats(5, 120), after=st.just(5.0)), max_size=6)


@given(st.lists(SHOTS, min_size=1, max_size=30), st.floats(min_value=0, max_value=240), TAILS)
def test_every_photo_once_in_order_and_no_page_too_high(shots: list[Shot], left: float, tail: list[Piece]):
    found = fill_pages(shots, depth=DEPTH, left=left, tail=tail)
    sizes = [size for page in found for line in page.lines for size in line.sizes]
    assert len(sizes) == len(shots)
    for size, shot in zip(sizes, shots, strict=True):
        assert size.width / size.height == pytest.approx(shot.shape, rel=0.003)
    for page in found:
        assert page.room <= (DEPTH if page.fresh else left) + 0.1
        assert sum(page.pattern) <= MOST_ON_PAGE
        assert page.gap <= WIDEST
        for line in page.lines:
            assert {size.height for size in line.sizes} == {line.sizes[0].height}
            assert width(line.sizes) <= (TEXT_MEASURE if line.beside else MEASURE) + 0.01
            assert line.sizes[0].height <= LARGEST
            assert len(line.sizes) == 1 or line.sizes[0].height >= LOWEST - 0.01
            assert line.beside or width(line.sizes) == pytest.approx(MEASURE) or line.sizes[0].height == HIGHEST
    assert all(page.fresh for page in found[1:])


ORDINARY = st.builds(
    Shot,
    shape=st.sampled_from((LANDSCAPE, 3 / 2, WIDE, PORTRAIT, 2 / 3, PHONE, 1.0)),
    caption=st.builds(caption, st.integers(min_value=0, max_value=160)),
    sharp=st.sampled_from((120.0, MEASURE)),
)


@given(st.lists(ORDINARY, min_size=1, max_size=30))
def test_of_ordinary_photos_no_page_but_the_last_has_a_hole(shots: list[Shot]):
    *filled, _ = fill_pages(shots, depth=DEPTH)
    assert all(page.room >= 0.7 * DEPTH for page in filled)
