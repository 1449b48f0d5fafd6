"""A composed dossier as HTML for the typesetter: the theme's templates, filled.

Files are named by addresses that only `render.pdf` opens: "theme:" and a path for a file of the theme, "file:" for
derivatives and logos.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from portfolio.model.blocks import (
    Block,
    CoverageChart,
    Exhibit,
    ExhibitList,
    FactTable,
    Figures,
    Heading,
    Paragraph,
    ParagraphStyle,
    PartnerMap,
    PhotoRow,
    PillarList,
    PlacedPicture,
    Table,
    Timeline,
    VoiceList,
    is_too_long,
)
from portfolio.model.document import Dossier
from portfolio.model.text import Phrase
from portfolio.render.drawing import is_drawable
from portfolio.render.glyphs import read_faces
from portfolio.render.lists import is_short, list_style
from portfolio.render.milestones import beside
from portfolio.render.partners import partners_svg
from portfolio.render.timeline import timeline_svg
from portfolio.render.typefaces import Typefaces
from portfolio.themes import Theme
from portfolio.visibility.emblem import emblem_svg

if TYPE_CHECKING:
    from portfolio.render.derivatives import Derivative

TEMPLATES: Mapping[type[Block], str] = {
    Paragraph: "paragraph",
    Heading: "heading",
    Figures: "figures",
    FactTable: "fact-table",
    Table: "table",
    PhotoRow: "photo-row",
    ExhibitList: "exhibit-list",
    VoiceList: "voices",
    PillarList: "pillar-list",
    CoverageChart: "coverage-chart",
    Timeline: "timeline",
    PartnerMap: "partner-map",
}
LISTS = {ParagraphStyle.BULLET: "bullets", ParagraphStyle.NUMBERED: "numbered"}
SMALLEST_CIRCLE, LARGEST_CIRCLE = 6.5, 13.0  # mm: two figures fit into the smallest, a column holds the largest
FEW = 9  # where no count is larger, this one would have the largest circle: a single piece never looks like many
PLATE_LETTERS = 600  # about twenty lines
STAGE_WIDTH, STAGE_HEIGHT = 210.0, 157.5  # mm of the cover that a picture may fill: a 4:3 photo does exactly


def dossier_html(
    dossier: Dossier, theme: Theme, derivatives: Mapping[str, Derivative], logos: Mapping[str, Path]
) -> str:
    """The dossier as one HTML document. `derivatives` by picture key, `logos` by the names that the cover lists.

    A logo that is missing is left out. A picture without a derivative leaves an empty frame of its size: why it is not
    there was said when it was made.
    Raises ProjectError when a template of the theme cannot be filled (`theme.template`), or when a chart needs
    the widths of its letters and its first font is not there (`theme.no-font`).
    """

    def address_of(picture: PlacedPicture) -> str:
        derivative = derivatives.get(picture.key)
        return derivative.path.absolute().as_uri() if derivative else ""

    def glyph(pillar: str, colour: str) -> str:
        return _drawn(theme.glyph(pillar, colour))

    def chart(block: Timeline | PartnerMap) -> str:
        faces = read_faces(theme)
        return timeline_svg(block, theme, faces) if isinstance(block, Timeline) else partners_svg(block, theme, faces)

    typefaces = Typefaces(theme)
    running = [dossier.author, *(section.short_title or section.title for section in dossier.sections)]
    return theme.render(
        "dossier/dossier.html.j2",
        dossier=dossier,
        theme=theme,
        families=typefaces.order(typefaces.one_for(running)),
        watermark=_watermark(dossier.watermark, typefaces),
        beside=beside,
        flow=flow,
        lang=_lang,
        circle=_circle,
        chart=chart,
        stage=_stage,
        is_short=is_short,
        in_plates_and_cards=_in_plates_and_cards,
        too_long=is_too_long,
        glyph=glyph,
        drawn=_drawn,
        emblem=emblem_svg,
        address_of=address_of,
        logos=[
            logos[name].absolute().as_uri() for name in (dossier.cover.logos if dossier.cover else ()) if name in logos
        ],
    )


def _watermark(word: str, typefaces: Typefaces) -> str:
    """A draft's word across an A4 page as a drawing, light enough to read on; "" for none that can be drawn."""
    if not word or not is_drawable(word):
        return ""
    families = ", ".join(typefaces.order(typefaces.one_for([word])))
    size = min(40.0, 440 / len(word))  # a letter of these faces is about 0.6 of its size wide
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" width="210mm" height="297mm">'
        f'<text x="105" y="148" transform="rotate(-54 105 148)" text-anchor="middle" font-family="{families}"'
        f' font-weight="700" font-size="{size:.1f}" fill="#E3E6EA">{escape(word)}</text></svg>'
    )


def _drawn(svg: str) -> str:
    """The style of an element whose background is a drawing: so it is no figure to who hears the document."""
    return f"background-image: url(data:image/svg+xml,{quote(' '.join(svg.split()))})" if svg else ""


def flow(blocks: Iterable[Block]) -> Iterator[tuple[str, Block | tuple[Block, ...]]]:
    """Blocks with the name of the template that sets them; list entries that follow each other become one list."""
    for kind, group in groupby(blocks, key=_template):
        if kind in LISTS.values():
            yield kind, tuple(group)
        else:
            yield from ((kind, block) for block in group)


def _template(block: Block) -> str:
    style = list_style(block)
    return LISTS[style] if style else TEMPLATES[type(block)]


def _in_plates_and_cards(exhibits: Iterable[Exhibit]) -> Iterator[tuple[str, tuple[Exhibit, ...]]]:
    """Exhibits that follow each other, with the form they stand in: rows of "plates" or "pairs", or all as "cards".

    Three plates fill a row, or two pairs; what has no fellow beside it is a card.
    """
    for short, group in groupby(exhibits, key=_fits_plate):
        pieces = tuple(group)
        if not short or len(pieces) == 1:
            yield "cards", pieces
        elif len(pieces) in (2, 4):
            yield from (("pairs", row) for row in _in_rows(pieces, 2))
        else:
            threes = len(pieces) - 4 if len(pieces) % 3 == 1 else len(pieces)  # never one alone in the last row
            yield from (("plates", row) for row in (*_in_rows(pieces[:threes], 3), *_in_rows(pieces[threes:], 2)))


def _in_rows(pieces: tuple[Exhibit, ...], most: int) -> Iterator[tuple[Exhibit, ...]]:
    return (pieces[start : start + most] for start in range(0, len(pieces), most))


def _fits_plate(exhibit: Exhibit) -> bool:
    """Whether there is a picture, and no more words than stand below it in a third of the page's width."""
    details = (label + "".join(run.text for run in runs) for label, runs in exhibit.details)
    words = "".join((exhibit.title.text, exhibit.caption.text if exhibit.caption else "", *details))
    return exhibit.picture is not None and len(words) <= PLATE_LETTERS


def _lang(text: Phrase | Heading) -> dict[str, str | None]:
    """The attribute of a text that is in another language than the document."""
    return {"lang": text.language or None}


def circle_size(count: int, chart: CoverageChart) -> float:
    """How wide a count's circle is in mm: its area grows with the count."""
    most = max(FEW, *(tally.count for row in chart.rows for tally in row.tallies))
    return max(SMALLEST_CIRCLE, LARGEST_CIRCLE * sqrt(count / most))


def _circle(count: int, chart: CoverageChart) -> str:
    size = circle_size(count, chart)
    return f"width: {size:.2f}mm; height: {size:.2f}mm; line-height: {size:.2f}mm"


def _stage(picture: PlacedPicture) -> tuple[float, float]:
    """Width and height of the cover's picture in mm, uncut: across the page, or as high as its field."""
    shape = picture.width_mm / picture.height_mm
    width = min(STAGE_WIDTH, STAGE_HEIGHT * shape)
    return width, width / shape
