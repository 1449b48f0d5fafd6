"""The partners' countries drawn: a tile for each country, filled where a partner is, and no borders."""

from __future__ import annotations

from portfolio.model.blocks import MEASURE
from portfolio.model.charts import CountryTile, PartnerMap, read_out
from portfolio.model.face import Faces
from portfolio.render.drawing import Drawing, is_drawable
from portfolio.themes import WHITE, Theme

ROW = 8.6  # mm from tile to tile
GAP = 0.7
PAD = 2.0
CODE = 9.0  # pt
LINE = 3.2  # mm between the two lines of the school's own tile
HAIR, MARK = 0.1, 0.6  # mm; the outline of a tile, and of the school's own


def partners_svg(chart: PartnerMap, theme: Theme, faces: Faces) -> str:
    """The map across the measure, as an inline SVG element."""
    drawing = Drawing(theme, faces)
    pitch = MEASURE / (1 + max(tile.column for tile in chart.tiles))
    for tile in sorted(chart.tiles, key=lambda tile: (tile.row, tile.column)):
        _draw_tile(drawing, tile, pitch, chart.own)
    return drawing.svg(MEASURE, ROW * (1 + max(tile.row for tile in chart.tiles)), read_out(chart))


def _draw_tile(drawing: Drawing, tile: CountryTile, pitch: float, own: str) -> None:
    """The code, with the count of projects beside it; below it the word by which the school's own country is known."""
    x, y, width, height = tile.column * pitch, tile.row * ROW, pitch - GAP, ROW - GAP
    theme, middle = drawing.theme, tile.row * ROW + (ROW - GAP) / 2
    if not tile.projects and not tile.own:
        drawing.rectangle(x, y, width, height, line=theme.rule, thick=HAIR)
        drawing.text(x + width / 2, middle, tile.code, colour=theme.quiet)
        return
    ground, ink = (WHITE, theme.text) if tile.own else (theme.text, WHITE)
    drawing.rectangle(x, y, width, height, fill=ground, line=theme.text, thick=MARK)
    named = tile.own and is_drawable(own)
    upper = middle - LINE / 2 if named else middle
    drawing.text(x + PAD, upper, tile.code, size=CODE, colour=ink, bold=True, anchor="start")
    if tile.projects:
        drawing.text(x + width - PAD, upper, str(tile.projects), size=CODE, colour=ink, anchor="end")
    if named:
        drawing.text(x + PAD, middle + LINE / 2, drawing.fitted(own, width - 2 * PAD), anchor="start")
