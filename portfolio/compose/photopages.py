"""Photos in justified rows: their sizes in mm from their shapes alone, never stretched, never cropped.

A row of n photos with shapes r (width / height) fills the measure at the height (measure - gutters) / Σr. Where the
rows break is found over all rows together, so that no row is much higher than the others and the last is not starved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from portfolio.model.blocks import MEASURE

GUTTER = 3.0
LOWEST, HIGHEST = 38.0, 85.0  # what a row may be rather than leave one photo alone
BEST, SPAN = 60.0, 15.0  # a row further than SPAN from BEST is a poor one
NARROWEST = 32.0  # a caption wants that much room
HERO_HIGHEST = 127.5  # a photo of 4:3 goes across the measure; a taller one does not fill the page
MOST_IN_ROW = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """A printed size in mm."""

    width: float
    height: float


def within(shape: float, width: float, height: float) -> Size:
    """The largest size of a shape (width / height) inside a box in mm."""
    by_width = Size(width=round(width, 2), height=round(width / shape, 2))
    return by_width if by_width.height <= height else Size(width=round(height * shape, 2), height=round(height, 2))


def hero(shape: float) -> Size:
    """A photo across the measure, as high as its shape wants but never more than HERO_HIGHEST."""
    return within(shape, MEASURE, HERO_HIGHEST)


def justify(shapes: Sequence[float]) -> tuple[tuple[Size, ...], ...]:
    """Rows of sizes for photos in their order: each fills MEASURE, its height between LOWEST and HIGHEST.

    A row stays narrower, and no higher than the one above it, where one photo more would not fit: a last row, or beside
    a very wide neighbour. A single photo that is too wide for LOWEST is lower than it.
    """
    count = len(shapes)
    cost = [0.0] + [float("inf")] * count
    breaks = [0] * (count + 1)
    for end in range(1, count + 1):
        for start in range(max(0, end - MOST_IN_ROW), end):
            waste = _waste(shapes[start:end], last=end == count)
            if cost[start] + waste < cost[end]:
                cost[end], breaks[end] = cost[start] + waste, start
    ends = [count]
    while ends[-1]:
        ends.append(breaks[ends[-1]])
    rows: list[tuple[Size, ...]] = []
    for start, end in pairwise(reversed(ends)):
        rows.append(_row(shapes[start:end], highest=rows[-1][0].height if rows else HIGHEST))
    return tuple(rows)


def fill(rows: Sequence[Sequence[Size]]) -> bool:
    """Whether every row reaches across the measure."""
    return all(sum(size.width for size in row) + GUTTER * (len(row) - 1) > MEASURE - GUTTER for row in rows)


def _height(shapes: Sequence[float]) -> float:
    """The height at which photos side by side fill the measure."""
    return (MEASURE - GUTTER * (len(shapes) - 1)) / sum(shapes)


def _waste(shapes: Sequence[float], *, last: bool) -> float:
    """How far a row is from a good one; infinite for several photos that would be too low."""
    height = _height(shapes)
    if height < LOWEST:
        return float("inf") if len(shapes) > 1 else 1.0
    if height <= HIGHEST:
        narrow = max(0.0, NARROWEST - height * min(shapes)) / 4.0
        return ((height - BEST) / SPAN) ** 2 + narrow
    white = 1.0 - HIGHEST / height  # the share of the measure left empty: excused in a last row, a fault in any other
    return (2.0 if last else 20.0) + 4.0 * white


def _row(shapes: Sequence[float], highest: float) -> tuple[Size, ...]:
    """The sizes of one row; one that does not fill the measure is no higher than `highest`.

    Rounding goes to the last photo, so that a full row measures MEASURE exactly.
    """
    natural = _height(shapes)
    height = round(natural if natural <= HIGHEST else max(highest, LOWEST), 2)
    widths = [round(height * shape, 2) for shape in shapes]
    if natural <= HIGHEST:
        widths[-1] = round(MEASURE - GUTTER * (len(shapes) - 1) - sum(widths[:-1]), 2)
    return tuple(Size(width=width, height=height) for width in widths)
