"""How much of a page texts, tables and cards take, and what is left below them: there the photos of a section begin.

Heights in mm and sizes in pt as the base theme sets them (css/dossier.css). Where a theme sets them otherwise, photos
that do not fit begin on the next page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from portfolio.compose.cards import card_pieces
from portfolio.compose.sheet import Sheet
from portfolio.model.blocks import (
    MEASURE,
    TEXT_MEASURE,
    Block,
    ExhibitList,
    FactTable,
    Figure,
    Heading,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
)
from portfolio.model.document import Head
from portfolio.model.face import PT, Face
from portfolio.model.lists import is_short, list_style
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
_LIST_END = 5.0
_HEADINGS = {1: (28.0, 12.0, 0.0, 0.0), 2: (18.0, 7.5, 9.0, 3.5), 3: (13.0, 6.0, 7.5, 2.5)}
_TIGHTER = -0.3  # pt between the letters of a title
_CELL = 2.6  # above and below the text of a table's cell
_RULE = 2.3  # the stroke above a heading of level 2, and between it and the text
_MARK, _LEAD_GAP, _FIGURE, _BAND_END, _OPENER_END = 27.0, 5.0, (6.0, 15.0, 2.5), 8.0, 7.5
_LONG_LEAD = 320  # letters
_COMPACT_SIZE, _COMPACT_LEADING, _COMPACT_GAP = 22.0, 10.0, 2.5
_COMPACT, _COMPACT_END, _COMPACT_AFTER = 20.0, 6.0, 5.0  # the first: its number and glyph
FIGURE_WIDTH = 32.2
HEAD_MEASURE, _HEAD_GAPS = 140.0, 2.0  # the school and its label; -6 above them and 8 below


def band(title: str, lead: Phrase | None, figures: Sequence[Figure], sheet: Sheet, *, compact: bool = False) -> Piece:
    """The band that a pillar begins with; a `compact` one has number and glyph beside its words."""
    height = _MARK + _title(title, sheet)
    if compact:
        height = _lines(title, sheet.faces.bold, _COMPACT_SIZE, TEXT_MEASURE) * _COMPACT_LEADING
    if lead:
        small = compact or len(lead.text) > _LONG_LEAD
        size, leading = (10.5, 5.5) if small else (13.0, 6.5)
        height += _COMPACT_GAP if compact else _LEAD_GAP
        height += _lines(lead.text, sheet.faces.regular, size, TEXT_MEASURE) * leading
    if figures:
        above, figure, below = _FIGURE
        labels = max(_lines(figure.label, sheet.faces.regular, 8.0, FIGURE_WIDTH) for figure in figures)
        height += above + figure + (labels - 1) * 4.0 + below
    if compact:
        return Piece(lines=1, height=max(height, _COMPACT) + _COMPACT_END, after=_COMPACT_AFTER)
    return Piece(lines=1, height=height + _BAND_END, after=_OPENER_END)


def head_band(head: Head, title: str, lead: Phrase | None, sheet: Sheet, *, draft: bool) -> Piece:
    """The band of a file that stands alone: whose it is, then title and wording in smaller letters."""
    lines = sum(_lines(said, sheet.faces.bold, 10.0, HEAD_MEASURE) for said in (head.school, head.label))
    height = (lines + draft) * 5.0 + _HEAD_GAPS
    height += _lines(title, sheet.faces.bold, 18.0, MEASURE - 5.0) * 8.0
    if lead:
        size, leading = (13.0, 6.5) if len(lead.text) > _LONG_LEAD else (18.0, 8.0)
        height += 2.5 + _lines(lead.text, sheet.faces.regular, size, MEASURE) * leading
    return Piece(lines=1, height=height + _BAND_END, after=_OPENER_END)


def plain_opener(title: str, sheet: Sheet) -> Piece:
    """The title of any other section."""
    return Piece(lines=1, height=_title(title, sheet), after=_OPENER_END)


def left_below(opener: Piece, blocks: Iterable[Block], heading: Heading | None, sheet: Sheet) -> float:
    """What is left of the page on which the blocks end, below the heading that stands there next if there is one."""
    headings = [_heading(heading, sheet)] if heading else []
    end = stack([opener, *pieces_of(blocks, sheet), *headings], sheet.depth)
    return max(0.0, sheet.depth - end.used - end.gap - SAFETY)


def heading_room(heading: Heading | None, sheet: Sheet) -> float:
    """What a heading of level 2 takes at the top of a page."""
    if heading is None:
        return 0.0
    piece = _heading(heading, sheet)
    return piece.lines * piece.height + piece.after


def pieces_of(blocks: Iterable[Block], sheet: Sheet) -> tuple[Piece, ...]:
    """What stands below each other where blocks are set: all but photos, voices and charts."""
    found: list[Piece] = []
    waiting = tuple(blocks)
    for place, block in enumerate(waiting):
        if found and _stays_with_above(block):
            found[-1] = replace(found[-1], keep_next=True)
        found += _pieces(waiting, place, sheet)
    return tuple(found)


def _stays_with_above(block: Block) -> bool:
    match block:
        case Heading():
            return block.close
        case Paragraph():
            return block.style is ParagraphStyle.NOTE
        case _:
            return False


def _title(title: str, sheet: Sheet) -> float:
    size, leading, *_ = _HEADINGS[1]
    tight = replace(sheet.faces.bold, spacing=_TIGHTER / size)
    return _lines(title, tight, size, MEASURE) * leading


def _pieces(blocks: Sequence[Block], place: int, sheet: Sheet) -> Iterator[Piece]:
    """The pieces of one of the blocks; a table that comes first hangs on the opener."""
    match block := blocks[place]:
        case Paragraph():
            follows = _entries_after(blocks, place)
            ends = list_style(block) is not None and not follows
            piece = _paragraph(block, sheet, _LIST_END if ends else 0.0)
            yield replace(piece, keep_next=bool(follows) and _stay_together(blocks, place, follows))
        case Heading():
            yield _heading(block, sheet)
        case Table():
            yield from _table(block, sheet, opening=not place)
        case FactTable():
            for label, value in block.rows:
                lines = max(
                    _lines(label, sheet.faces.regular, 10.0, 55.0),
                    _lines(_text(value), sheet.faces.regular, 10.0, 108.0),
                )
                yield Piece(lines=1, height=lines * 5.0 + 2.5)
        case ExhibitList():
            yield from card_pieces(block.exhibits, sheet)
        case _:
            pass


def _entries_after(blocks: Sequence[Block], place: int) -> int:
    """How many entries of the same list follow."""
    style = list_style(blocks[place])
    same = takewhile(lambda block: style and list_style(block) is style, blocks[place + 1 :])
    return sum(1 for _ in same)


def _stay_together(blocks: Sequence[Block], place: int, follows: int) -> bool:
    """Whether a list's entry stands on the page of the next: in a short list all do, else the first and the last."""
    before = _entries_after(tuple(reversed(blocks)), len(blocks) - 1 - place)
    whole = blocks[place - before : place + follows + 1]
    return before == 0 or follows == 1 or is_short(whole)


def _paragraph(block: Paragraph, sheet: Sheet, list_end: float) -> Piece:
    size, leading, before, after, indent = _LOOKS[block.style]
    lines = _lines(_text(block.runs), sheet.faces.regular, size, TEXT_MEASURE - indent)
    return Piece(lines=lines, height=leading, before=before, after=max(after, list_end))


def _heading(block: Heading, sheet: Sheet) -> Piece:
    size, leading, before, after = _HEADINGS[block.level]
    lines = _lines(block.text, sheet.faces.bold, size, MEASURE)
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
        lines = max(_lines(_text(runs), sheet.faces.regular, 8.5, width) for runs, width in cells)
        yield Piece(
            lines=1, height=lines * 4.0 + _CELL, after=after if row is block.rows[-1] else 0.0, heading=4.0 + _CELL
        )


def _text(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def _lines(text: str, face: Face, size: float, measure: float) -> int:
    return sum(face.lines(line, measure / (size * PT)) for line in text.split("\n"))
