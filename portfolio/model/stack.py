"""What stands below each other on pages, as heights in one unit: how many pages it fills, how far down the last one.

The rules are those that typesetters of running text share: the larger of two gaps counts, none stands above what begins
a page, a heading stays with what follows, a table's row is not cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

WIDOWS = 2  # lines of a paragraph that stay together at the foot and at the head of a page


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Something set one below the other: so many lines of a height, with room above and below."""

    lines: int
    height: float  # of one line
    before: float = 0.0
    after: float = 0.0
    frame: float = 0.0  # between the text and the edge of its ground, once round neighbours with the same
    keep_next: bool = False
    heading: float = 0.0  # the height of a table's heading row, which stands again at the top of a new page


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """Where a stack of pieces ends: on which page (from 1), how much of it is filled, and the gap wanted below."""

    page: int
    used: float
    gap: float


def stack(pieces: Sequence[Piece], depth: float) -> End:
    """Sets pieces one below the other on pages of a depth."""
    fills, gap = _set(pieces, depth, 0.0, 0.0)
    return End(page=len(fills), used=fills[-1], gap=gap)


def fills(pieces: Sequence[Piece], depth: float, begun: float = 0.0, gap: float = 0.0) -> tuple[float, ...]:
    """How far down each page is filled; the first is `begun` already, with a `gap` wanted below."""
    return tuple(_set(pieces, depth, begun + gap, gap)[0])


def _set(pieces: Sequence[Piece], depth: float, used: float, gap: float) -> tuple[list[float], float]:
    """How far down each page is filled, and the gap wanted below the last piece."""
    filled: list[float] = []
    for place, piece in enumerate(pieces):
        if used and used + _least(pieces[place:], gap) > depth:
            filled.append(used - gap)
            used, gap = piece.heading, piece.before
        used += max(0.0, piece.before - gap)
        for _ in range(piece.lines):
            if used + piece.height > depth:
                filled.append(used)
                used = 0.0
            used += piece.height
        used += piece.after
        gap = piece.after
    return [*filled, used - gap], gap


def room(pieces: Iterable[Piece]) -> float:
    """The height of pieces one below the other, all on one page."""
    height, gap = 0.0, 0.0
    for piece in pieces:
        height += max(0.0, piece.before - gap) + piece.lines * piece.height + piece.after
        gap = piece.after
    return height


def _least(pieces: Sequence[Piece], gap: float) -> float:
    """The room that the first piece needs on a page together with what must follow it there, `gap` above it given."""
    chain = list(takewhile(lambda piece: piece.keep_next, pieces))
    last = pieces[len(chain) : len(chain) + 1]
    together = (replace(piece, lines=min(piece.lines, WIDOWS), after=0.0) for piece in last)
    return room((*chain, *together)) - min(gap, pieces[0].before)
