"""A timeline drawn: a stack for each month, the pillars' numbers in it or beside it, milestones below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portfolio.model.blocks import MEASURE
from portfolio.model.charts import Timeline, read_out
from portfolio.model.face import Faces
from portfolio.render.drawing import SMALLEST, Drawing, is_drawable
from portfolio.render.milestones import draw_milestones
from portfolio.themes import WHITE, Theme

TALLEST = 62.0  # mm; the highest stack, when there are many pieces
PIECE = 4.0  # mm; a piece in a stack, when there are few
WIDEST = 6.0  # mm; a stack
BESIDE = 2.2  # mm right of a stack for the numbers of what is too low to hold one
LINE = 2.7  # mm; what a number needs in height
YEAR = 7.5  # pt
RULE = 0.25  # mm
INDENT = 1.2  # mm behind the line at which a year begins


def timeline_svg(chart: Timeline, theme: Theme, faces: Faces) -> str:
    """The timeline across the measure, as an inline SVG element."""
    drawing = Drawing(theme, faces)
    pitch = MEASURE / len(chart.months)
    piece = min(PIECE, TALLEST / max(1, *(sum(month.counts) for month in chart.months)))
    stacks = [tuple(_stack(chart, month.counts, piece)) for month in chart.months]
    base = max(map(_height, stacks)) + 5.0
    for place, stack in enumerate(stacks):
        if stack:
            _draw_stack(drawing, stack, pitch * place, pitch, base)
    drawing.line(0, base, MEASURE, base, colour=theme.text, thick=RULE)
    _draw_calendar(drawing, chart, pitch, base)
    foot = draw_milestones(drawing, chart.milestones, pitch, base + 11.5) if chart.milestones else base + 9.5
    return drawing.svg(MEASURE, foot, read_out(chart))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """The pieces of one pillar in a stack: from `low` to `high` above its foot, its number at `at`, in mm."""

    pillar: str
    number: str
    count: int
    low: float
    high: float
    at: float

    @property
    def inside(self) -> bool:
        """Whether the number has room in the stack."""
        return self.high - self.low >= LINE


def _stack(chart: Timeline, counts: Sequence[int], piece: float) -> Iterator[_Part]:
    """The parts of a month from the foot up; numbers beside them are moved up until they stand free."""
    low = free = 0.0
    for (pillar, number), count in zip(chart.pillars, counts, strict=True):
        if not count:
            continue
        high = low + count * piece
        at = (low + high) / 2
        if high - low < LINE:
            at = max(at, free + LINE / 2)
            free = at + LINE / 2
        yield _Part(pillar=pillar, number=number, count=count, low=low, high=high, at=at)
        low = high


def _height(stack: Sequence[_Part]) -> float:
    """How high a stack is with its numbers."""
    return max((max(part.high, part.high if part.inside else part.at + LINE / 2) for part in stack), default=0.0)


def _draw_stack(drawing: Drawing, stack: Sequence[_Part], left: float, pitch: float, base: float) -> None:
    width = min(WIDEST, pitch - BESIDE)
    x = left + (pitch - width) / 2 if all(part.inside for part in stack) else left + (pitch - width - BESIDE + 0.4) / 2
    for part in stack:
        ink = drawing.theme.pillar(part.pillar).ink
        drawing.rectangle(x, base - part.high, width, part.high - part.low, fill=ink)
        if part.low:
            drawing.line(x, base - part.low, x + width, base - part.low, colour=WHITE, thick=RULE)
    for part in stack:
        if part.inside:
            drawing.text(x + width / 2, base - part.at, part.number, colour=WHITE, bold=True)
        else:
            ink = drawing.theme.pillar(part.pillar).ink
            drawing.text(x + width + 0.4, base - part.at, part.number, colour=ink, bold=True, anchor="start")
    total = str(sum(part.count for part in stack))
    half = drawing.width(total, bold=True) / 2
    middle = min(max(x + width / 2, half), MEASURE - half)
    drawing.text(middle, base - _height(stack) - 2.4, total, bold=True)


def _draw_calendar(drawing: Drawing, chart: Timeline, pitch: float, base: float) -> None:
    """Names of months, all or the first of each quarter, and the years below them."""
    labels = [month.label if is_drawable(month.label) else str(month.month) for month in chart.months]
    widest = max(map(drawing.width, labels))
    step = 1 if widest + 0.6 <= pitch else 3
    for place, (month, label) in enumerate(zip(chart.months, labels, strict=True)):
        x = pitch * place
        if step == 1:
            drawing.text(x + pitch / 2, base + 3.0, label, colour=drawing.theme.quiet)
        elif (month.month - 1) % step == 0:
            _draw_begin(drawing, x, base + 3.0, label, colour=drawing.theme.quiet)
        if place == 0 or month.month == 1:
            drawing.line(x, base, x, base + 9.0, colour=drawing.theme.rule, thick=RULE)
            _draw_begin(drawing, x, base + 7.4, str(month.year), size=YEAR, bold=True)


def _draw_begin(
    drawing: Drawing, x: float, y: float, words: str, *, size: float = SMALLEST, colour: str = "", bold: bool = False
) -> None:
    """Words that begin a little behind x, but end inside the measure."""
    begin = min(x + INDENT, MEASURE - drawing.width(words, size, bold=bold))
    drawing.text(begin, y, words, size=size, colour=colour, bold=bold, anchor="start")
