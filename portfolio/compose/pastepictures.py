"""The pictures to paste: four photos of different pillars, the best of each first, and those that are wide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from portfolio.compose.edition import Edition
from portfolio.compose.exhibits import set_exhibit
from portfolio.compose.photopages import Size
from portfolio.compose.pictures import is_photo, place, shape
from portfolio.compose.selection import Selection
from portfolio.compose.titles import alternative
from portfolio.model.blocks import PlacedPicture
from portfolio.model.evidence import EvidenceItem
from portfolio.model.paste import SIZES, PastePicture
from portfolio.model.text import Phrase

MOST = 4
_WIDE = 1.2  # width / height from which on a picture suits the pages of a website


def choose_pictures(edition: Edition, selection: Selection) -> tuple[EvidenceItem, ...]:
    """At most four photos that the selection shows: its cover, then one of each pillar in turn.

    Of a pillar those that are to be shown large, then wide ones, then those with enough pixels, then what proves most.
    """
    ranked: list[tuple[tuple[bool, int, int], EvidenceItem]] = []
    for home, key in enumerate(selection.members):
        photos = [item for item in selection.shown_of(key) if is_photo(item)]
        proofs = {item: rank for rank, item in enumerate(edition.proofs.get(key, ()))}
        photos.sort(key=lambda item: _quality(item, selection, proofs.get(item.id, len(proofs))))
        ranked += [((item != selection.cover, rank, home), item) for rank, item in enumerate(photos)]
    return tuple(item for _, item in sorted(ranked, key=lambda each: each[0])[:MOST])


def _quality(item: EvidenceItem, selection: Selection, proof: int) -> tuple[bool, bool, bool, int]:
    """What photos of one pillar are sorted by, the best first."""
    return item.id not in selection.heroes, shape(item) < _WIDE, longest(item) < max(SIZES), proof


def longest(item: EvidenceItem) -> int:
    """The longest side in px of what is shown of a picture."""
    crop, raster = item.redaction.crop if item.redaction else None, item.raster
    if not raster:
        return 0
    return int(max(raster.width * (crop.width if crop else 1), raster.height * (crop.height if crop else 1)))


def set_picture(item: EvidenceItem, edition: Edition, selection: Selection) -> PastePicture:
    """A photo in both sizes, with what is to be pasted beside it."""
    return PastePicture(
        sizes=tuple(_sized(item, px, edition) for px in SIZES), details=tuple(_details(item, edition, selection))
    )


def _sized(item: EvidenceItem, px: int, edition: Edition) -> PlacedPicture:
    """A photo whose longest side has so many px; its size in mm only tells its shape."""
    wide = shape(item)
    picture = place(item, Size(width=px * min(1.0, wide), height=px / max(1.0, wide)), edition)
    return replace(picture, key=f"{item.id}-{px}px", longest=px)


def _details(item: EvidenceItem, edition: Edition, selection: Selection) -> Iterator[tuple[str, Phrase]]:
    word = edition.locale.word
    exhibit = set_exhibit(item, selection.numbers[item.id], selection.home_of(item.id), edition, None)
    yield word("paste.alternative"), alternative(item, edition)
    yield word("paste.caption"), exhibit.caption or exhibit.title
    if exhibit.dated:
        yield word("register.date"), Phrase(text=exhibit.dated)
    if exhibit.credit:
        yield "", Phrase(text=exhibit.credit)
