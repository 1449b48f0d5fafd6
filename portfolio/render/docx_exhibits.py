"""Pieces of evidence as WordprocessingML: photos side by side with their captions, everything else as cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.model.blocks import (
    ASIDE,
    MEASURE,
    TEXT_MEASURE,
    Exhibit,
    ExhibitList,
    PhotoRow,
    Voice,
    VoiceList,
    is_too_long,
)
from portfolio.render.docx_fields import caption_mark
from portfolio.render.wordml import NOTHING, Markup, cell, join, row, run, table

if TYPE_CHECKING:
    from portfolio.render.docx_blocks import Blocks

GUTTER = 3.0  # mm between photos in a row
CARD = (44.0, MEASURE - 44.0)  # mm of a card's picture and of its text
CARD_PICTURE = 37.0
LONGEST_LABEL = 21  # letters: before the column in which values stand ("Detail" in the reference document)


def photo_row(block: PhotoRow, blocks: Blocks) -> Markup:
    """Photos side by side, each with its caption below it in the same cell, so that they are read together.

    The row is never cut, so a caption that is too long for its picture's width follows below the row. One photo may
    have its caption at its side.
    """
    if block.beside:
        return _sided(block.exhibits[0], blocks)
    cells, widths, below = [], [], []
    for exhibit in block.exhibits:
        gutter = 0.0 if exhibit is block.exhibits[-1] else GUTTER
        width = exhibit.picture.width_mm if exhibit.picture else MEASURE
        apart = is_too_long(len(exhibit.words.text), width)
        if apart:
            ink = blocks.theme.pillar(exhibit.pillar).ink
            number = run(exhibit.number, style=blocks.styles["Exhibit Number"], colour=ink)
            below.append(blocks.paragraph("Table Text", number, _said(exhibit, blocks)))
        widths.append(width + gutter)
        caption = _caption(exhibit, blocks, NOTHING if apart else _said(exhibit, blocks))
        cells.append(cell(widths[-1], _photo(exhibit, blocks), caption, right_mm=gutter))
    return join(blocks.closed(table(blocks.styles["Layout"], tuple(widths), row(*cells))), *below)


def _sided(exhibit: Exhibit, blocks: Blocks) -> Markup:
    """A photo where texts stand, with its caption on the first columns."""
    widths = (MEASURE - TEXT_MEASURE, TEXT_MEASURE)
    caption = _caption(exhibit, blocks, _said(exhibit, blocks))
    words = cell(widths[0], caption, right_mm=widths[0] - ASIDE)
    return blocks.closed(table(blocks.styles["Layout"], widths, row(words, cell(widths[1], _photo(exhibit, blocks)))))


def _photo(exhibit: Exhibit, blocks: Blocks) -> Markup:
    return blocks.picture(exhibit.picture, exhibit.number) if exhibit.picture else NOTHING


def _said(exhibit: Exhibit, blocks: Blocks) -> Markup:
    """What is said of a photo, behind its number."""
    return join(run("  "), _marked(exhibit, blocks.phrase(exhibit.words), blocks))


def _caption(exhibit: Exhibit, blocks: Blocks, said: Markup) -> Markup:
    """Number, what is said, date and place, who made it."""
    aside = (blocks.quiet(f"  {known}") for known in (_when(exhibit), exhibit.credit) if known)
    return blocks.paragraph("caption", _number(exhibit, blocks), said, *aside)


def cards(block: ExhibitList, blocks: Blocks) -> Markup:
    """Pieces one below the other, each with a stroke in its pillar's ink."""
    return blocks.closed(table(blocks.styles["Cards"], CARD, *(_card(piece, blocks) for piece in block.exhibits)))


def voices(block: VoiceList, blocks: Blocks) -> Markup:
    """Quotations one below the other: who says it at the left, what is said beside it."""
    return blocks.closed(table(blocks.styles["Cards"], CARD, *(_voice(voice, blocks) for voice in block.voices)))


def _voice(voice: Voice, blocks: Blocks) -> Markup:
    exhibit = voice.exhibit
    ink = blocks.theme.pillar(exhibit.pillar).ink
    by = join(run("  "), blocks.phrase(voice.by)) if voice.by else NOTHING
    aside = (blocks.paragraph("Card Kind", _number(exhibit, blocks), by), *_notes(blocks, _when(exhibit)))
    main = (
        *((blocks.paragraph("Note", blocks.phrase(voice.asked)),) if voice.asked else ()),
        blocks.paragraph("Lead", blocks.phrase(voice.words, colour=ink)),
    )
    return row(cell(CARD[0], *aside, bar=ink), cell(CARD[1], *main, left_mm=0))


def _card(exhibit: Exhibit, blocks: Blocks) -> Markup:
    """Number, kind and picture at the left; what is told of it beside them."""
    ink = blocks.theme.pillar(exhibit.pillar).ink
    title = blocks.phrase(exhibit.title)
    if exhibit.caption is None:
        title = _marked(exhibit, title, blocks)
    kind = blocks.paragraph("Card Kind", _number(exhibit, blocks), run(f"  {exhibit.kind_label}"))
    content = (
        blocks.paragraph("Card Title", title),
        *_notes(blocks, _when(exhibit)),
        _words(exhibit, blocks),
        *(
            blocks.paragraph("Detail", blocks.quiet(label), _into_column(label), blocks.runs(value))
            for label, value in exhibit.details
        ),
        *_notes(blocks, exhibit.credit),
        blocks.paragraph("Gap"),
    )
    if exhibit.picture is None:
        return row(cell(sum(CARD), kind, *content, bar=ink, span=2))
    limit = (min(exhibit.picture.width_mm, CARD_PICTURE), exhibit.picture.height_mm)
    picture = blocks.picture(exhibit.picture, exhibit.number, limit=limit)
    return row(cell(CARD[0], kind, picture, bar=ink), cell(CARD[1], *content, left_mm=0, top_mm=1.0))


def _into_column(label: str) -> Markup:
    """What leads from a label to the column of values: behind a long one they begin a line."""
    return run("\t" if len(label) <= LONGEST_LABEL else "\n")


def _number(exhibit: Exhibit, blocks: Blocks) -> Markup:
    """The exhibit's number: links to the piece lead here, and from here to its row in the register."""
    ink = blocks.theme.pillar(exhibit.pillar).ink
    number = blocks.references.numbered(exhibit.number, style=blocks.styles["Exhibit Number"], colour=ink)
    return blocks.references.mark(exhibit.anchor, blocks.references.link(f"#{exhibit.register}", number))


def _words(exhibit: Exhibit, blocks: Blocks) -> Markup:
    """A card's caption, unless it says what the title says."""
    if exhibit.caption is None or exhibit.caption.text == exhibit.title.text:
        return NOTHING
    return blocks.paragraph("Table Text", _marked(exhibit, blocks.phrase(exhibit.caption), blocks))


def _marked(exhibit: Exhibit, words: Markup, blocks: Blocks) -> Markup:
    """A piece's caption in its mark."""
    return blocks.references.stamp(caption_mark(exhibit, blocks.edition), words)


def _when(exhibit: Exhibit) -> str:
    return " · ".join(filter(None, (exhibit.dated, exhibit.place)))


def _notes(blocks: Blocks, *words: str) -> tuple[Markup, ...]:
    return tuple(blocks.paragraph("Note", run(each)) for each in words if each)
