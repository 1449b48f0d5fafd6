"""Sheets by the names that people give them, and the type that is read on each."""

from itertools import pairwise

import pytest

from portfolio.model.papersize import PAPERS, find_paper, reading_of


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ("A3", (297, 420)),
        ("a 3", (297, 420)),
        ("Roll-up", (850, 2000)),
        ("rollup", (850, 2000)),
        ("85x200", (850, 2000)),
        ("300x200", (300, 200)),
        ("300 × 200 mm", (300, 200)),
        ("297,5x420", (297.5, 420)),
        ("A9", None),
        ("30x20", None),  # a plate of 3 cm holds no capitals of 4 mm
        ("9000x200", None),
        ("big", None),
        ("", None),
    ],
)
def test_a_size_by_its_name_or_in_mm(said: str, size: tuple[float, float] | None) -> None:
    assert find_paper(said) == size


def test_the_larger_the_sheet_the_larger_the_type_and_never_smaller_than_on_the_next_smaller_one() -> None:
    readings = [reading_of(*size) for size in PAPERS.values()]
    for smaller, larger in pairwise(readings):
        assert smaller.body <= larger.body
        assert smaller.title <= larger.title
        assert smaller.small <= larger.small
    assert (readings[1].body, readings[1].title) == (14, 40)  # A3, read from one metre


def test_an_odd_size_is_read_from_between_and_landscape_as_upright() -> None:
    smaller, odd, larger = reading_of(420, 594), reading_of(500, 700), reading_of(594, 841)
    assert smaller.body < odd.body < larger.body
    assert smaller.title < odd.title < larger.title
    assert reading_of(420, 297) == reading_of(297, 420)
    assert reading_of(100, 70).title < reading_of(210, 297).title
