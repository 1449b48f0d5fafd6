"""The photos of a section: composed on pages by shape and caption, the first below what the section begins with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from portfolio.compose.above import heading_room
from portfolio.compose.captions import measure
from portfolio.compose.edition import Edition
from portfolio.compose.exhibits import set_exhibit
from portfolio.compose.photopages import Shot, fill_pages
from portfolio.compose.pictures import pixels_across, place, shape
from portfolio.compose.selection import Selection
from portfolio.model.blocks import Block, Exhibit, Heading, PhotoRow
from portfolio.model.evidence import EvidenceItem

PIXELS_A_MM = 1200 / 170  # what a large photo needs to look sharp: about 180 dpi


def set_photos(
    edition: Edition, selection: Selection, key: str, items: Sequence[EvidenceItem], heading: Heading, left: float
) -> Iterator[Block]:
    """A heading and rows of photos in the order of their numbers; `left` mm are free below the heading.

    Those marked to be shown large stand alone. The cover's picture is large there already: it stands among the others.
    """
    sheet = edition.sheet
    exhibits = [set_exhibit(item, selection.numbers[item.id], key, edition, None) for item in items]
    shots = _shots(edition, selection, items, exhibits)
    pages = fill_pages(shots, depth=sheet.depth, left=left, heading=heading_room(heading, sheet))
    yield replace(heading, new_page=pages[0].fresh)
    waiting = zip(items, exhibits, strict=True)
    for number, page in enumerate(pages):
        for place_on_page, line in enumerate(page.lines):
            row = [(next(waiting), size) for size in line.sizes]
            yield PhotoRow(
                exhibits=tuple(replace(exhibit, picture=place(item, size, edition)) for (item, exhibit), size in row),
                hero=line.large,
                above=page.gap if place_on_page else 0.0,
                new_page=bool(number) and not place_on_page,
            )


def set_rows(edition: Edition, selection: Selection, key: str, items: Sequence[EvidenceItem]) -> Iterator[PhotoRow]:
    """Rows of photos in the order given, one below the other wherever they come to stand."""
    exhibits = [set_exhibit(item, selection.numbers[item.id], key, edition, None) for item in items]
    depth = edition.sheet.depth
    waiting = zip(items, exhibits, strict=True)
    for page in fill_pages(_shots(edition, selection, items, exhibits), depth=depth, left=depth):
        for line in page.lines:
            row = [(next(waiting), size) for size in line.sizes]
            yield PhotoRow(
                exhibits=tuple(replace(exhibit, picture=place(item, size, edition)) for (item, exhibit), size in row),
                hero=line.large,
            )


def _shots(
    edition: Edition, selection: Selection, items: Sequence[EvidenceItem], exhibits: Sequence[Exhibit]
) -> list[Shot]:
    return [
        Shot(
            shape=shape(item),
            caption=measure(exhibit, edition.sheet.regular, edition.sheet.bold),
            sharp=pixels_across(item) / PIXELS_A_MM,
            leading=item.id in selection.heroes and item != selection.cover,
        )
        for item, exhibit in zip(items, exhibits, strict=True)
    ]
