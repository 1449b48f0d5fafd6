"""How much of a page is left below an opener, texts and tables: there the photos of a section begin.

Heights in mm and sizes in pt as the base theme sets them (css/dossier.css). Where a theme sets them otherwise, photos
that do not fit begin on the next page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from portfolio.compose.sheet import Sheet
from portfolio.model.blocks import (
    MEASURE,
    TEXT_MEASURE,
    Block,
    FactTable,
    Figure,
    Heading,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
)
from portfolio.model.face import PT, Face
from portfolio.model.stack import Piece, stack
from portfolio.model.text import Phrase

SHARES = 12
SAFETY = 6.0  # mm: a line that breaks otherwise than reckoned
# size in pt, leading, gap above and below, indent of the text
_LOOKS = {
    ParagraphStyle.BODY: (10.0, 5.0, 0.0, 2.5, 0.0),
    ParagraphStyle.LEAD: (13.0, 6.5, 0.0, 5.0, 0.0),
    ParagraphStyle.QUOTE: (13.0, 6.5, 5.0, 5.0, 0.0),
    ParagraphStyle.NOTE: (8.0, 4.0, 2.5, 0.0, 0.0),
    ParagraphStyle.BULLET: (10.0, 5.0, 0.0, 1.25, 5.0),
    ParagraphStyle.NUMBERED: (10.0, 5.0, 0.0, 1.25, 7.5),
}
_LISTS = (ParagraphStyle.BULLET, ParagraphStyle.NUMBERED)
_LIST_END = 5.0
_HEADINGS = {1: (28.0, 12.0, 0.0, 0.0), 2: (18.0, 7.5, 9.0, 3.5), 3: (13.0, 6.0, 7.5, 2.5)}
_TIGHTER = -0.3  # pt between the letters of a title
_CELL = 2.6  # above and below the text of a table's cell
_RULE = 2.0  # between the stroke above a heading of level 2 and its text
_MARK, _LEAD_GAP, _FIGURE, _BAND_END, _OPENER_END = 27.0, 5.0, (6.0, 15.0, 2.5), 8.0, 7.5
_LONG_LEAD = 320  # letters
FIGURE_WIDTH = 32.2


def band(title: str, lead: Phrase | None, figures: Sequence[Figure], sheet: Sheet) -> Piece:
    """The band that a pillar begins with."""
    height = _MARK + _title(title, sheet)
    if lead:
        size, leading = (10.5, 5.5) if len(lead.text) > _LONG_LEAD else (13.0, 6.5)
        height += _LEAD_GAP + _lines(lead.text, sheet.regular, size, TEXT_MEASURE) * leading
    if figures:
        above, figure, below = _FIGURE
        labels = max(_lines(figure.label, sheet.regular, 8.0, FIGURE_WIDTH) for figure in figures)
        height += above + figure + (labels - 1) * 4.0 + below
    return Piece(lines=1, height=height + _BAND_END, after=_OPENER_END)


def plain_opener(title: str, sheet: Sheet) -> Piece:
    """The title of any other section."""
    return Piece(lines=1, height=_title(title, sheet), after=_OPENER_END)


def left_below(opener: Piece, blocks: Iterable[Block], heading: Heading, sheet: Sheet) -> float:
    """What is left of the page on which the blocks end, below the heading that stands there next."""
    end = stack([opener, *_pieces(tuple(blocks), sheet), _heading(heading, sheet)], sheet.depth)
    return max(0.0, sheet.depth - end.used - end.gap - SAFETY)


def heading_room(heading: Heading, sheet: Sheet) -> float:
    """What a heading of level 2 takes at the top of a page."""
    piece = _heading(heading, sheet)
    return piece.lines * piece.height + piece.after


def _title(title: str, sheet: Sheet) -> float:
    size, leading, *_ = _HEADINGS[1]
    tight = replace(sheet.bold, spacing=_TIGHTER / size)
    return _lines(title, tight, size, MEASURE) * leading


def _pieces(blocks: Sequence[Block], sheet: Sheet) -> Iterator[Piece]:
    for place, block in enumerate(blocks):
        match block:
            case Paragraph():
                follows = blocks[place + 1] if place + 1 < len(blocks) else None
                ends = block.style in _LISTS and not (isinstance(follows, Paragraph) and follows.style is block.style)
                yield _paragraph(block, sheet, _LIST_END if ends else 0.0)
            case Heading():
                yield _heading(block, sheet)
            case Table():
                yield from _table(block, sheet, opening=not place)
            case FactTable():
                for label, value in block.rows:
                    lines = max(
                        _lines(label, sheet.regular, 10.0, 55.0), _lines(_text(value), sheet.regular, 10.0, 108.0)
                    )
                    yield Piece(lines=1, height=lines * 5.0 + 2.5)
            case _:
                pass


def _paragraph(block: Paragraph, sheet: Sheet, list_end: float) -> Piece:
    size, leading, before, after, indent = _LOOKS[block.style]
    lines = _lines(_text(block.runs), sheet.regular, size, TEXT_MEASURE - indent)
    return Piece(lines=lines, height=leading, before=before, after=max(after, list_end))


def _heading(block: Heading, sheet: Sheet) -> Piece:
    size, leading, before, after = _HEADINGS[block.level]
    lines = _lines(block.text, sheet.bold, size, MEASURE)
    rule = _RULE if block.level == 2 else 0.0
    return Piece(lines=1, height=lines * leading + rule, before=before, after=after, keep_next=True)


def _table(block: Table, sheet: Sheet, *, opening: bool) -> Iterator[Piece]:
    """A table's rows, none of which is cut in two; the first one below an opener hangs on it."""
    widths = [MEASURE * column.share / SHARES - 3.0 for column in block.columns]
    before, after = (0.0, 9.0) if opening else (2.5, 7.5)
    title = 4.0 + 2.5 if block.title else 0.0
    yield Piece(lines=1, height=title + 4.0 + _CELL, before=before, keep_next=True)
    for row in block.rows:
        cells = zip(row.cells, widths, strict=True)
        lines = max(_lines(_text(runs), sheet.regular, 8.5, width) for runs, width in cells)
        yield Piece(
            lines=1, height=lines * 4.0 + _CELL, after=after if row is block.rows[-1] else 0.0, heading=4.0 + _CELL
        )


def _text(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def _lines(text: str, face: Face, size: float, measure: float) -> int:
    return sum(face.lines(line, measure / (size * PT)) for line in text.split("\n"))
