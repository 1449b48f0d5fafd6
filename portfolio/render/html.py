"""A composed dossier as HTML for the typesetter: the theme's templates, filled.

Files are named by addresses that only `render.pdf` opens: "theme:" and a path for a file of the theme, "file:" for
derivatives and logos.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from portfolio.i18n import is_written_leftwards
from portfolio.model.blocks import (
    Block,
    ExhibitList,
    FactTable,
    Figures,
    Heading,
    Paragraph,
    ParagraphStyle,
    PhotoRow,
    PillarList,
    PlacedPicture,
    Table,
    VoiceList,
    is_too_long,
)
from portfolio.model.charts import CoverageChart, PartnerMap, Timeline
from portfolio.model.document import Dossier
from portfolio.model.lists import is_short, list_style
from portfolio.model.plates import in_plates_and_cards
from portfolio.model.text import Phrase
from portfolio.render.charts import chart_svg
from portfolio.render.coverage import diameter
from portfolio.render.drawing import is_drawable
from portfolio.render.glyphs import read_faces
from portfolio.render.milestones import beside
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
ROWS = 162.0  # mm: what the school's figures leave of a page for the rows of the chart below them
LOWEST_ROW, HIGHEST_ROW = 17.5, 32.0  # mm
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
        return drawn_in_css(theme.glyph(pillar, colour))

    def chart(block: Timeline | PartnerMap) -> str:
        return chart_svg(block, theme, read_faces(theme))

    typefaces = Typefaces(theme)
    running = [dossier.author, *(section.short_title or section.title for section in dossier.sections)]
    return theme.render(
        "dossier/dossier.html.j2",
        leftwards=is_written_leftwards(dossier.language),
        dossier=dossier,
        theme=theme,
        families=typefaces.order(typefaces.one_for(running)),
        watermark=_watermark(dossier.watermark, typefaces),
        beside=beside,
        flow=flow,
        lang=lang_of,
        circle=_circle,
        row_height=_row_height,
        chart=chart,
        stage=_stage,
        is_short=is_short,
        in_plates_and_cards=in_plates_and_cards,
        too_long=is_too_long,
        glyph=glyph,
        drawn=drawn_in_css,
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


def drawn_in_css(svg: str) -> str:
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


def lang_of(text: Phrase | Heading) -> dict[str, str | None]:
    """The attribute of a text that is in another language than the document."""
    return {"lang": text.language or None}


def _circle(count: int, chart: CoverageChart) -> str:
    """The size of a count's circle."""
    size = diameter(count, chart)
    return f"width: {size:.2f}mm; height: {size:.2f}mm; line-height: {size:.2f}mm"


def _row_height(chart: CoverageChart) -> float:
    """The height of a row in mm: few are as high as is good to look at, more fill what figures leave of the page."""
    return max(LOWEST_ROW, min(HIGHEST_ROW, ROWS / len(chart.rows))) if chart.rows else LOWEST_ROW


def _stage(picture: PlacedPicture) -> tuple[float, float]:
    """Width and height of the cover's picture in mm, uncut: across the page, or as high as its field."""
    shape = picture.width_mm / picture.height_mm
    width = min(STAGE_WIDTH, STAGE_HEIGHT * shape)
    return width, width / shape
