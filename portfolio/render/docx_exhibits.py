"""Pieces of evidence as WordprocessingML: photos side by side with their captions, everything else as cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.model.blocks import MEASURE, Exhibit, ExhibitList, PhotoRow, Voice, VoiceList
from portfolio.render.docx_fields import caption_mark
from portfolio.render.wordml import NOTHING, Markup, cell, join, row, run, table

if TYPE_CHECKING:
    from portfolio.render.docx_blocks import Blocks

GUTTER = 3.0  # mm between photos in a row
CARD = (44.0, MEASURE - 44.0)  # mm of a card's picture and of its text
CARD_PICTURE = 37.0


def photo_row(block: PhotoRow, blocks: Blocks) -> Markup:
    """Photos side by side, each with its caption below it in the same cell, so that they are read together."""
    cells, widths = [], []
    for exhibit in block.exhibits:
        gutter = 0.0 if exhibit is block.exhibits[-1] else GUTTER
        picture = blocks.picture(exhibit.picture, exhibit.number) if exhibit.picture else NOTHING
        widths.append((exhibit.picture.width_mm if exhibit.picture else MEASURE) + gutter)
        cells.append(cell(widths[-1], picture, _caption(exhibit, blocks), right_mm=gutter))
    return blocks.closed(table(blocks.styles["Layout"], tuple(widths), row(*cells)))


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
    origin = _origin(exhibit, blocks)
    aside = (
        blocks.paragraph("Card Kind", _number(exhibit, blocks), by),
        *((blocks.paragraph("Note", origin),) if origin else ()),
    )
    main = (
        *((blocks.paragraph("Note", blocks.phrase(voice.asked)),) if voice.asked else ()),
        blocks.paragraph("Lead", blocks.phrase(voice.words, colour=ink)),
    )
    return row(cell(CARD[0], *aside, bar=ink), cell(CARD[1], *main, left_mm=0))


def _caption(exhibit: Exhibit, blocks: Blocks) -> Markup:
    words = _marked(exhibit, blocks.phrase(exhibit.words), blocks)
    return blocks.paragraph("caption", _number(exhibit, blocks), run("  "), words, _origin(exhibit, blocks, "  "))


def _card(exhibit: Exhibit, blocks: Blocks) -> Markup:
    ink = blocks.theme.pillar(exhibit.pillar).ink
    origin, title = _origin(exhibit, blocks), blocks.phrase(exhibit.title)
    if exhibit.caption is None:
        title = _marked(exhibit, title, blocks)
    content = (
        blocks.paragraph("Card Kind", _number(exhibit, blocks), run(f"  {exhibit.kind_label}")),
        blocks.paragraph("Card Title", title),
        _words(exhibit, blocks),
        *(
            blocks.paragraph("Detail", blocks.quiet(label), run("\t"), blocks.runs(value))
            for label, value in exhibit.details
        ),
        blocks.paragraph("Note", origin) if origin else blocks.paragraph("Gap"),
    )
    if exhibit.picture is None:
        return row(cell(sum(CARD), *content, bar=ink, span=2))
    limit = (min(exhibit.picture.width_mm, CARD_PICTURE), exhibit.picture.height_mm)
    picture = blocks.picture(exhibit.picture, exhibit.number, limit=limit)
    return row(cell(CARD[0], picture, bar=ink, top_mm=2.0), cell(CARD[1], *content, left_mm=0))


def _number(exhibit: Exhibit, blocks: Blocks) -> Markup:
    """The exhibit's number: links to the piece lead here, and from here to its row in the register."""
    ink = blocks.theme.pillar(exhibit.pillar).ink
    number = run(exhibit.number, style=blocks.styles["Exhibit Number"], colour=ink)
    return blocks.references.mark(exhibit.anchor, blocks.references.link(f"#{exhibit.register}", number))


def _words(exhibit: Exhibit, blocks: Blocks) -> Markup:
    """A card's caption, unless it says what the title says."""
    if exhibit.caption is None or exhibit.caption.text == exhibit.title.text:
        return NOTHING
    return blocks.paragraph("Table Text", _marked(exhibit, blocks.phrase(exhibit.caption), blocks))


def _marked(exhibit: Exhibit, words: Markup, blocks: Blocks) -> Markup:
    """A piece's caption in its mark."""
    return blocks.references.stamp(caption_mark(exhibit, blocks.edition), words)


def _origin(exhibit: Exhibit, blocks: Blocks, before: str = "") -> Markup:
    known = " · ".join(filter(None, (exhibit.dated, exhibit.place, exhibit.credit)))
    return blocks.quiet(f"{before}{known}") if known else NOTHING
