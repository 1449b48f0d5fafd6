"""The photos of a section: composed on pages by shape and caption, the first below what the section begins with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from portfolio.compose.above import heading_room
from portfolio.compose.captions import measure
from portfolio.compose.edition import Edition
from portfolio.compose.exhibits import set_exhibit
from portfolio.compose.photopages import Shot, fill_pages
from portfolio.compose.pictures import pixels_across, place, shape
from portfolio.compose.selection import Selection
from portfolio.model.blocks import Exhibit, Heading, PhotoRow
from portfolio.model.evidence import EvidenceItem
from portfolio.model.stack import Piece

ROW_END = 6.0  # mm below a row
PIXELS_A_MM = 1200 / 170  # what a large photo needs to look sharp: about 180 dpi


def set_photos(
    edition: Edition,
    selection: Selection,
    key: str,
    items: Sequence[EvidenceItem],
    *,
    left: float,
    heading: Heading | None = None,
    tail: Sequence[Piece] = (),
) -> tuple[tuple[Heading | PhotoRow, ...], float]:
    """A heading and rows of photos in the order of their numbers, and how much of the last row's page stands above it.

    `left` mm are free below the heading, `tail` follows. Those marked to be shown large stand alone. The one
    on the cover is large there already: it stands among the others.
    """
    sheet = edition.sheet
    exhibits = [set_exhibit(item, selection.numbers[item.id], key, edition, None) for item in items]
    shots = _shots(edition, selection, items, exhibits)
    pages = fill_pages(shots, depth=sheet.depth, left=left, heading=heading_room(heading, sheet), tail=tail)
    fresh = pages[0].fresh
    blocks: list[Heading | PhotoRow] = [replace(heading, new_page=fresh)] if heading else []
    waiting = zip(items, exhibits, strict=True)
    for number, page in enumerate(pages):
        turned = bool(number) or (fresh and not heading)
        for place_on_page, line in enumerate(page.lines):
            row = [(next(waiting), size) for size in line.sizes]
            blocks.append(
                PhotoRow(
                    exhibits=tuple(
                        replace(exhibit, picture=place(item, size, edition)) for (item, exhibit), size in row
                    ),
                    hero=line.large,
                    beside=line.beside,
                    above=page.gap if place_on_page else 0.0,
                    new_page=turned and not place_on_page,
                )
            )
    begun = 0.0 if len(pages) > 1 or fresh else sheet.depth - left
    begun += heading_room(heading, sheet) if len(pages) == 1 and fresh else 0.0
    return tuple(blocks), begun + pages[-1].room


def _shots(
    edition: Edition, selection: Selection, items: Sequence[EvidenceItem], exhibits: Sequence[Exhibit]
) -> list[Shot]:
    return [
        Shot(
            shape=shape(item),
            caption=measure(exhibit, edition.sheet.faces.regular, edition.sheet.faces.bold),
            sharp=pixels_across(item) / PIXELS_A_MM,
            leading=item.id in selection.heroes and item != selection.cover,
        )
        for item, exhibit in zip(items, exhibits, strict=True)
    ]
