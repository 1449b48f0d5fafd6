"""What it costs to leave part of a page empty: how ways to set the same things on pages are told apart."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio.model.stack import Piece, fills

FULL = 0.8  # of a page: much emptier ones look like a mistake
STARVED = 0.3  # of a page: a last one with less was not worth turning


def unused(share: float) -> float:
    """The cost of a page of which a share is empty, though others follow: little for a strip."""
    return 18.0 * share * share + 30.0 * max(0.0, share - (1.0 - FULL))


def ending(tail: Sequence[Piece], empty: float, depth: float, gap: float = 0.0) -> float:
    """The cost of what comes last, where so much of a page is left: pages, holes, and a last page with little."""
    if not tail:
        return _starved(1.0 - empty / depth)
    pages = fills(tail, depth, depth - empty, gap)
    holes = sum(unused(1.0 - filled / depth) for filled in pages[:-1])
    return len(pages) - 1 + holes + _starved(pages[-1] / depth)


def follows(tail: Sequence[Piece], empty: float, depth: float, gap: float = 0.0) -> bool:
    """Whether something of it stands on the page of which so much is left."""
    return bool(tail) and fills(tail, depth, depth - empty, gap)[0] > depth - empty


def _starved(filled: float) -> float:
    return 4.0 * max(0.0, STARVED - filled) / STARVED
