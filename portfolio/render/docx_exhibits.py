"""Pieces of evidence as WordprocessingML: photos side by side with their captions, everything else as cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.model.blocks import MEASURE, Exhibit, ExhibitList, PhotoRow, Voice, VoiceList, is_too_long
from portfolio.render.wordml import NOTHING, Markup, cell, join, row, run, table

if TYPE_CHECKING:
    from portfolio.render.docx_blocks import Blocks

GUTTER = 3.0  # mm between photos in a row
CARD = (44.0, MEASURE - 44.0)  # mm of a card's picture and of its text
CARD_PICTURE = 37.0


def photo_row(block: PhotoRow, blocks: Blocks) -> Markup:
    """Photos side by side, each with its caption below it in the same cell, so that they are read together.

    The row is never cut, so a caption that is too long for its picture's width follows below the row.
    """
    cells, widths, below = [], [], []
    for exhibit in block.exhibits:
        gutter = 0.0 if exhibit is block.exhibits[-1] else GUTTER
        picture = blocks.picture(exhibit.picture, exhibit.number) if exhibit.picture else NOTHING
        width = exhibit.picture.width_mm if exhibit.picture else MEASURE
        said = exhibit.caption or exhibit.title
        apart = is_too_long(len(said.text), width)
        words = NOTHING if apart else join(run("  "), blocks.phrase(said))
        if apart:
            ink = blocks.theme.pillar(exhibit.pillar).ink
            number = run(exhibit.number, style=blocks.styles["Exhibit Number"], colour=ink)
            below.append(blocks.paragraph("Table Text", number, run("  "), blocks.phrase(said)))
        aside = (blocks.quiet(f"  {known}") for known in (_when(exhibit), exhibit.credit) if known)
        caption = blocks.paragraph("caption", _number(exhibit, blocks), words, *aside)
        widths.append(width + gutter)
        cells.append(cell(widths[-1], picture, caption, right_mm=gutter))
    return join(blocks.closed(table(blocks.styles["Layout"], tuple(widths), row(*cells))), *below)


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
    kind = blocks.paragraph("Card Kind", _number(exhibit, blocks), run(f"  {exhibit.kind_label}"))
    content = (
        blocks.paragraph("Card Title", blocks.phrase(exhibit.title)),
        *_notes(blocks, _when(exhibit)),
        _words(exhibit, blocks),
        *(
            blocks.paragraph("Detail", blocks.quiet(label), run("\t"), blocks.runs(value))
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


def _number(exhibit: Exhibit, blocks: Blocks) -> Markup:
    """The exhibit's number: links to the piece lead here, and from here to its row in the register."""
    ink = blocks.theme.pillar(exhibit.pillar).ink
    number = blocks.references.numbered(exhibit.number, style=blocks.styles["Exhibit Number"], colour=ink)
    return blocks.references.mark(exhibit.anchor, blocks.references.link(f"#{exhibit.register}", number))


def _words(exhibit: Exhibit, blocks: Blocks) -> Markup:
    """A card's caption, unless it says what the title says."""
    if exhibit.caption is None or exhibit.caption.text == exhibit.title.text:
        return NOTHING
    return blocks.paragraph("Table Text", blocks.phrase(exhibit.caption))


def _when(exhibit: Exhibit) -> str:
    return " · ".join(filter(None, (exhibit.dated, exhibit.place)))


def _notes(blocks: Blocks, *words: str) -> tuple[Markup, ...]:
    return tuple(blocks.paragraph("Note", run(each)) for each in words if each)
