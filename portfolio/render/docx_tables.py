"""Tables as WordprocessingML: facts by their labels, columns under headings, the pillars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.model.blocks import ADDRESSES, MEASURE, Align, FactTable, PillarList, Row, Table
from portfolio.model.face import PT, Face
from portfolio.render.wordml import Markup, cell, join, row, run, table
from portfolio.themes import WHITE

if TYPE_CHECKING:
    from portfolio.render.docx_blocks import Blocks

LABELS = 45.0  # mm of a fact table's first column
SHARES = 12
NUMBERS = 14.0  # mm of a pillar's number
PADDING = 3.5  # mm in a cell, at its right and for a bar at its left
TEXT, HEADING = 9.0, 8.0  # pt of a table's text and headings


def facts(block: FactTable, blocks: Blocks, *, titled: bool = True) -> Markup:
    """A table of labels and values; untitled where its title stands above already."""
    widths = (LABELS, MEASURE - LABELS)
    rows = (
        row(
            cell(widths[0], blocks.paragraph("Table Text", blocks.quiet(label))),
            cell(widths[1], blocks.paragraph("Table Text", blocks.runs(value))),
        )
        for label, value in block.rows
    )
    made = table(blocks.styles["Ruled"], widths, *rows, heading_column=True, title=block.title)
    return blocks.titled(block.title if titled else "", made)


def columns(block: Table, blocks: Blocks, *, title: str) -> Markup:
    """A table with a heading row, which stands again on every page."""
    widths = tuple(blocks.measure * column.share / SHARES for column in block.columns)
    sides = tuple("right" if column.align is Align.RIGHT else "" for column in block.columns)
    heading = row(
        *(
            cell(width, blocks.paragraph("Table Heading", run(column.title), align=side))
            for column, width, side in zip(block.columns, widths, sides, strict=True)
        ),
        heading=True,
    )
    rows = (_row(line, widths, sides, blocks) for line in block.rows)
    made = table(blocks.styles["Ruled"], widths, heading, *rows, heading_row=True, title=block.title)
    return blocks.titled(title, made)


def is_too_wide(block: Table, face: Face, bold: Face) -> bool:
    """Whether a column of an upright page is narrower than a word in it, so that the word would be broken.

    An address may be broken anywhere, and is not counted.
    """
    for place, column in enumerate(block.columns):
        room = MEASURE * column.share / SHARES - PADDING
        words = (run.text for line in block.rows for run in line.cells[place] if not run.link.startswith(ADDRESSES))
        widest = max((width for text in words for width in face.words(text)), default=0.0) * TEXT * PT
        heading = max(bold.words(column.title), default=0.0) * HEADING * PT
        if max(widest, heading) > room:
            return True
    return False


def _row(line: Row, widths: tuple[float, ...], sides: tuple[str, ...], blocks: Blocks) -> Markup:
    """A row; a bar in its pillar's ink stands before the first cell."""
    first, *others = (blocks.runs(runs) for runs in line.cells)
    contents = (blocks.references.mark(line.anchor, first), *others)
    ink = blocks.theme.pillar(line.pillar).ink if line.pillar else ""
    return row(
        *(
            cell(
                width,
                blocks.paragraph("Table Text", content, align=side),
                bar=ink if place == 0 else "",
                left_mm=2.5 if ink and place == 0 else None,
            )
            for place, (content, width, side) in enumerate(zip(contents, widths, sides, strict=True))
        )
    )


def pillars(block: PillarList, blocks: Blocks) -> Markup:
    """The pillars one below the other, each with its number on its ink and its words on its tint."""
    widths = (NUMBERS, MEASURE - NUMBERS)
    rows = []
    for entry in block.entries:
        colours = blocks.theme.pillar(entry.key)
        number = blocks.paragraph("Figure Number", run(str(entry.number or ""), colour=WHITE), align="center")
        rows.append(
            row(
                cell(widths[0], number, tint=colours.ink, valign="center"),
                cell(
                    widths[1],
                    blocks.paragraph("Card Title", blocks.phrase(entry.title, colour=colours.ink)),
                    blocks.paragraph("Table Text", blocks.phrase(entry.body)),
                    *(blocks.paragraph("Note", run(note)) for note in (entry.note,) if note),
                    tint=colours.tint,
                    left_mm=4.0,
                    top_mm=1.5,
                ),
            )
        )
    gap = row(cell(sum(widths), blocks.paragraph("Gap"), span=2))
    parted = [part for made in rows for part in (made, gap)][:-1]
    return blocks.closed(table(blocks.styles["Layout"], widths, join(*parted)))
