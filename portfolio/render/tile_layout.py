"""How a poster is cut over A4 sheets: which sheet shows what of it, and where marks tell how they are put together.

Lengths in mm. On the poster and on a sheet they are measured from the upper left corner, rightwards and downwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from string import ascii_uppercase

from portfolio.model.papersize import PAPERS, Size

A4 = PAPERS["A4"]
MARGIN = 6.0  # what office printers leave white on every side
MARKS = 4.0  # the room for marks and the label between the margin and the picture
OVERLAP = 10.0  # of two neighbours: the strip with the glue
BESIDE = 1.0  # between the picture and the tick that tells where to cut
POINTED = 0.3  # between an arrow's tip and the edge that it points to, so that nothing of it is seen beside the edge
ARROW = (3.2, 4.5)  # its breadth and length: the next sheet hides it
ARROWS = (1 / 8, 1 / 2, 7 / 8)  # where they stand along a strip
_EXACT = 1e-6  # a length that is reckoned is as exact as this

Point = tuple[float, float]
Line = tuple[Point, Point]
Arrow = tuple[Point, Point, Point]  # its tip first


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One sheet: its place in the grid, counted from 0, and the part of the poster that it shows, at `at` on the sheet.

    `right` and `lower` say whether a neighbour is glued on that side's strip: else the poster ends there.
    """

    row: int
    column: int
    part: Point
    size: Size
    at: Point
    right: bool
    lower: bool

    @property
    def label(self) -> str:
        """The row's letter and the column's number: "B3"."""
        return f"{ascii_uppercase[self.row]}{self.column + 1}"

    @property
    def edges(self) -> tuple[float, float, float, float]:
        """Left, upper, right and lower edge of the picture on the sheet."""
        (left, upper), (width, height) = self.at, self.size
        return left, upper, left + width, upper + height

    @property
    def below(self) -> bool:
        """Whether its label stands below the picture: else at its right, for what is below would be cut off."""
        return self.lower or not self.right

    @property
    def cuts(self) -> tuple[Line, ...]:
        """The ticks at the corners where scissors go along: a side with a strip is not cut."""
        return tuple(self._cuts())

    @property
    def arrows(self) -> tuple[Arrow, ...]:
        """What in the strips points to where the edge of the next sheet comes to lie."""
        return tuple(self._arrows())

    def _cuts(self) -> Iterator[Line]:
        left, upper, right, lower = self.edges
        near, far = BESIDE, MARKS
        for x in (left, *(() if self.right else (right,))):
            yield (x, upper - far), (x, upper - near)
            yield (x, lower + near), (x, lower + far)
        for y in (upper, *(() if self.lower else (lower,))):
            yield (left - far, y), (left - near, y)
            yield (right + near, y), (right + far, y)

    def _arrows(self) -> Iterator[Arrow]:
        left, upper, right, lower = self.edges
        half, long = ARROW[0] / 2, POINTED + ARROW[1]
        if self.right:
            x = right - OVERLAP
            for share in ARROWS:
                y = upper + share * (lower - upper)
                yield (x + POINTED, y), (x + long, y - half), (x + long, y + half)
        if self.lower:
            y = lower - OVERLAP
            for share in ARROWS:
                x = left + share * (right - left)
                yield (x, y + POINTED), (x - half, y + long), (x + half, y + long)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiling:
    """A poster of `width` × `height` on equal parts in `rows` and `columns`, each on an A4 sheet of the size `sheet`.

    The whole is larger than a part where there is more than one.
    """

    width: float
    height: float
    sheet: Size
    columns: int
    rows: int

    @property
    def landscape(self) -> bool:
        """Whether the sheets lie broad."""
        return self.sheet[0] > self.sheet[1]

    @property
    def count(self) -> int:
        """How many sheets there are."""
        return self.columns * self.rows

    @property
    def size(self) -> Size:
        """What each sheet shows, its strips with it."""
        return _share(self.width, self.columns), _share(self.height, self.rows)

    @property
    def pitch(self) -> Size:
        """From the edge of one sheet to that of the next, on the poster put together."""
        return self.size[0] - OVERLAP, self.size[1] - OVERLAP

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """The sheets in reading order, empty ones too."""
        return tuple(self._tiles())

    def _tiles(self) -> Iterator[Tile]:
        across, down = self.size
        # Low and to the right: what is left of the sheet is cut off with its left and upper side.
        at = self.sheet[0] - MARGIN - MARKS - across, self.sheet[1] - MARGIN - MARKS - down
        for row in range(self.rows):
            for column in range(self.columns):
                yield Tile(
                    row=row,
                    column=column,
                    part=(column * (across - OVERLAP), row * (down - OVERLAP)),
                    size=(across, down),
                    at=at,
                    right=column + 1 < self.columns,
                    lower=row + 1 < self.rows,
                )


def lay_tiles(width: float, height: float) -> Tiling:
    """The tiling of a poster that needs the fewest sheets; they stand upright where both ways need as many."""
    both = [
        Tiling(
            width=width,
            height=height,
            sheet=sheet,
            columns=_pieces(width, sheet[0]),
            rows=_pieces(height, sheet[1]),
        )
        for sheet in (A4, A4[::-1])
    ]
    return min(both, key=lambda tiling: tiling.count)


def _pieces(length: float, side: float) -> int:
    """How many sheets cover a length; each but the first adds a side less the overlap."""
    room = side - 2 * (MARGIN + MARKS)
    return max(1, ceil((length - OVERLAP) / (room - OVERLAP) - _EXACT))


def _share(length: float, pieces: int) -> float:
    """The length of each of so many equal pieces that overlap."""
    return (length + (pieces - 1) * OVERLAP) / pieces
