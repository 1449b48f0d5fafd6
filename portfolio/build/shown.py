"""What a document shows of whom: remembered with the file that is made of it."""

from __future__ import annotations

from collections import defaultdict

from portfolio.build.state import Pieces
from portfolio.model.composed import Document, items_in, pictures_in
from portfolio.render.derivatives import mark_of


def shown_in(document: Document) -> Pieces:
    """The ids of the pieces that a document shows or lists, each with the marks of its derivatives."""
    marks: dict[str, set[str]] = defaultdict(set)
    for picture in pictures_in(document):
        marks[picture.item].add(mark_of(picture))
    return {item: tuple(sorted(marks[item])) for item in sorted(set(items_in(document)))}


def differing(old: Pieces | None, new: Pieces) -> tuple[str, ...]:
    """The ids of the pieces whose pictures are not the same in two documents; none where the old one is not known."""
    if old is None:
        return ()
    return tuple(item for item in sorted({*old, *new}) if tuple(old.get(item, ())) != tuple(new.get(item, ())))
