"""Photos that fill a rectangle together: whole, none larger than its pixels are good for. Lengths in mm.

Rows of one width below each other, or columns of one height side by side; what is too small for its place in them
stands in a row of its own below the others.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from portfolio.compose.photopages import Size

GUTTER = 0.02  # between two photos, of the room's longer side
STRIP = 0.4  # of the room's height: the most that a row of small photos may take
EVEN = 0.4  # the power of its area that each photo counts by: below 1, so that not one has all the room


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A photo to place: width / height, and the largest width at which it is sharp enough."""

    shape: float
    widest: float

    @property
    def highest(self) -> float:
        """The largest height at which it is sharp enough."""
        return self.widest / self.shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Where a photo stands in the rectangle."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mosaic:
    """Photos in their places, in the order given, and the size of the whole."""

    cells: tuple[Cell, ...]
    size: Size

    @property
    def worth(self) -> float:
        """How good it is: photos are large, and none much smaller than the others."""
        return sum(math.pow(cell.width * cell.height, EVEN) for cell in self.cells)


EMPTY = Mosaic(cells=(), size=Size(width=0.0, height=0.0))


def set_mosaic(shots: Sequence[Shot], room: Size) -> Mosaic:
    """The best arrangement of photos in a room; EMPTY where there is no room or no photo."""
    if not shots or min(room.width, room.height) <= 0:
        return EMPTY
    return max(_arrangements(shots, room), key=lambda made: made.worth, default=EMPTY)


def _arrangements(shots: Sequence[Shot], room: Size) -> Iterator[Mosaic]:
    """Those that may be sharp at the largest first; the smaller ones with them, or below them."""
    gap = GUTTER * max(room.width, room.height)
    order = sorted(range(len(shots)), key=lambda number: -shots[number].widest * shots[number].highest)
    for count in range(1, len(shots) + 1):
        large, small = [shots[n] for n in order[:count]], [shots[n] for n in order[count:]]
        strip = _strip(small, room, gap) if small else EMPTY
        above = strip.size.height + gap if small else 0.0
        for body in _filled(large, Size(width=room.width, height=room.height - above), gap):
            yield _in_order(body, strip, gap, order)


def _filled(shots: Sequence[Shot], room: Size, gap: float) -> Iterator[Mosaic]:
    """All ways in rows, and all in columns, which are rows that lie on their side."""
    if room.height <= 0:
        return
    lying = [Shot(shape=1 / shot.shape, widest=shot.highest) for shot in shots]
    turned = Size(width=room.height, height=room.width)
    for parts in _partitions(len(shots)):
        if rows := _rows(shots, parts, room, gap):
            yield rows
        if columns := _rows(lying, parts, turned, gap):
            cells = (Cell(left=c.top, top=c.left, width=c.height, height=c.width) for c in columns.cells)
            yield Mosaic(cells=tuple(cells), size=Size(width=columns.size.height, height=columns.size.width))


def _partitions(count: int) -> Iterator[tuple[range, ...]]:
    for cuts in range(count):
        for places in combinations(range(1, count), cuts):
            yield tuple(range(begin, end) for begin, end in pairwise((0, *places, count)))


def _rows(shots: Sequence[Shot], parts: Sequence[range], room: Size, gap: float) -> Mosaic | None:
    """Rows of one width, the largest with which all fit and are sharp; None where gaps alone are wider."""
    shapes = [sum(shots[n].shape for n in part) for part in parts]
    gaps = [gap * (len(part) - 1) for part in parts]
    inside = room.height - gap * (len(parts) - 1) + sum(g / s for g, s in zip(gaps, shapes, strict=True))
    limits = [room.width, inside / sum(1 / shape for shape in shapes)]
    for part, shape, between in zip(parts, shapes, gaps, strict=True):
        limits += (shots[n].widest * shape / shots[n].shape + between for n in part)
    width = min(limits)
    if width <= max(gaps):
        return None
    cells: list[Cell] = []
    top = 0.0
    for part, shape, between in zip(parts, shapes, gaps, strict=True):
        height = (width - between) / shape
        cells += _row([shots[n] for n in part], top, height, gap)
        top += height + gap
    return Mosaic(cells=tuple(cells), size=Size(width=width, height=top - gap))


def _row(shots: Iterable[Shot], top: float, height: float, gap: float) -> Iterator[Cell]:
    left = 0.0
    for shot in shots:
        yield Cell(left=left, top=top, width=height * shot.shape, height=height)
        left += height * shot.shape + gap


def _strip(shots: Sequence[Shot], room: Size, gap: float) -> Mosaic:
    """A row of one height, which need not fill the width."""
    fitting = (room.width - gap * (len(shots) - 1)) / sum(shot.shape for shot in shots)
    height = min(fitting, STRIP * room.height, *(shot.highest for shot in shots))
    cells = tuple(_row(shots, 0.0, height, gap))
    return Mosaic(cells=cells, size=Size(width=cells[-1].left + cells[-1].width, height=height))


def _in_order(body: Mosaic, strip: Mosaic, gap: float, order: Sequence[int]) -> Mosaic:
    """Both below each other, the cells in the order in which the photos were given."""
    below = body.size.height + gap
    cells = [*body.cells, *(Cell(left=c.left, top=c.top + below, width=c.width, height=c.height) for c in strip.cells)]
    placed = dict(zip(order, cells, strict=True))
    height = below + strip.size.height if strip.cells else body.size.height
    return Mosaic(
        cells=tuple(placed[number] for number in range(len(order))),
        size=Size(width=max(body.size.width, strip.size.width), height=height),
    )
