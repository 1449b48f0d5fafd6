"""The forms in which exhibits stand below each other on composed pages: rows of plates, pairs, and cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from portfolio.model.blocks import Exhibit

PLATE_LETTERS = 600  # about twenty lines


def in_plates_and_cards(exhibits: Iterable[Exhibit]) -> Iterator[tuple[str, tuple[Exhibit, ...]]]:
    """Exhibits that follow each other, with the form they stand in: rows of "plates" or "pairs", or all as "cards".

    Three plates fill a row, or two pairs; what has no fellow beside it is a card.
    """
    for short, group in groupby(exhibits, key=_fits_plate):
        pieces = tuple(group)
        if not short or len(pieces) == 1:
            yield "cards", pieces
        elif len(pieces) in (2, 4):
            yield from (("pairs", row) for row in _in_rows(pieces, 2))
        else:
            threes = len(pieces) - 4 if len(pieces) % 3 == 1 else len(pieces)  # never one alone in the last row
            yield from (("plates", row) for row in (*_in_rows(pieces[:threes], 3), *_in_rows(pieces[threes:], 2)))


def _in_rows(pieces: tuple[Exhibit, ...], most: int) -> Iterator[tuple[Exhibit, ...]]:
    return (pieces[start : start + most] for start in range(0, len(pieces), most))


def _fits_plate(exhibit: Exhibit) -> bool:
    """Whether there is a picture, and no more words than stand below it in a third of the page's width."""
    details = (label + "".join(run.text for run in runs) for label, runs in exhibit.details)
    words = "".join((exhibit.title.text, exhibit.caption.text if exhibit.caption else "", *details))
    return exhibit.picture is not None and len(words) <= PLATE_LETTERS
