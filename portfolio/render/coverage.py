"""What there is of each pillar drawn: a circle for each kind, its area the count."""

from __future__ import annotations

from math import sqrt

from portfolio.model.blocks import MEASURE
from portfolio.model.charts import CoverageChart, CoverageRow, read_out
from portfolio.model.face import Faces
from portfolio.render.drawing import Drawing, is_drawable
from portfolio.themes import WHITE, Theme

SMALLEST, LARGEST = 6.5, 13.0  # mm: two figures fit into the smallest, a column holds the largest
FEW = 9  # where no count is larger, this one would have the largest circle: a single piece never looks like many
ROW = 17.0  # mm from pillar to pillar
NAMES = 58.0  # mm at the left for their names
COLUMN = 16.0  # mm from circle to circle, where no label is wider
TITLE, COUNT = 9.0, 8.0  # pt
LINE = 4.2  # mm from line to line of a name
LABEL = 15.0  # mm from a row's head to the middle of its labels
RULE = 0.25  # mm


def diameter(count: int, chart: CoverageChart) -> float:
    """The size in mm of a count's circle: its area grows with the count."""
    most = max(FEW, *(tally.count for row in chart.rows for tally in row.tallies))
    return max(SMALLEST, LARGEST * sqrt(count / most))


def coverage_svg(chart: CoverageChart, theme: Theme, faces: Faces) -> str:
    """The chart across the measure, as an inline SVG element; a kind of which there is nothing is left out."""
    drawing = Drawing(theme, faces)
    for place, row in enumerate(chart.rows):
        _draw_row(drawing, row, ROW * place, chart)
    return drawing.svg(MEASURE, ROW * len(chart.rows) + RULE, read_out(chart))


def _draw_row(drawing: Drawing, row: CoverageRow, top: float, chart: CoverageChart) -> None:
    """A pillar: its number and name at the left, the circles each above its label."""
    ink, middle = drawing.theme.pillar(row.pillar).ink, top + 0.5 + LARGEST / 2
    drawing.line(0, top + ROW, MEASURE, top + ROW, colour=drawing.theme.rule, thick=RULE)
    drawing.text(0, middle, row.number, size=TITLE, colour=ink, anchor="start")
    lines = _lines(drawing, row.title) if is_drawable(row.title) else []
    for place, line in enumerate(lines):
        at = middle + LINE * (place - (len(lines) - 1) / 2)
        drawing.text(6.0, at, line, size=TITLE, colour=ink, bold=True, anchor="start")
    left = NAMES
    for tally in row.present:
        label = tally.label if is_drawable(tally.label) else ""
        wide = max(COLUMN, drawing.width(label) + 3.0)
        drawing.circle(left + wide / 2, middle, diameter(tally.count, chart), fill=ink)
        drawing.text(left + wide / 2, middle, str(tally.count), size=COUNT, colour=WHITE, bold=True)
        drawing.text(left + wide / 2, top + LABEL, label, colour=drawing.theme.quiet)
        left += wide


def _lines(drawing: Drawing, title: str) -> list[str]:
    """A name in at most two lines; what is longer is cut."""
    room = NAMES - 10.0
    words = title.split()
    first = words[:1]
    while len(first) < len(words) and drawing.width(" ".join(words[: len(first) + 1]), TITLE, bold=True) <= room:
        first = words[: len(first) + 1]
    lines = (" ".join(first), " ".join(words[len(first) :]))
    return [drawing.fitted(line, room, TITLE, bold=True) for line in lines if line]
