"""The coloured field of a poster: kicker and title, and the figure that stands there in place of a picture.

Lengths in mm, sizes of type in pt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from portfolio.compose.lettering import CAP_HEIGHT, CAP_TOP, Line
from portfolio.compose.posterframe import Frame
from portfolio.model.face import PT
from portfolio.model.pictureposter import Box, SetText, TextRole
from portfolio.model.text import Phrase

LARGEST_TITLE = 3.4  # by the least size
TITLE_SHARE, GROWN_SHARE = 0.17, 0.3  # of the sheet's height: what a title is given, and may take where it is free
KICKER = 1.3  # by the size of the body
HIGHEST, BROADEST = 0.34, 0.55  # of the sheet's height and the measure: a date's number
LEAST_FIGURE = 0.1  # of the sheet's height
FIGURED_TITLE = 0.45  # of what the field has, the title may take beside a figure
MONTH, WEEKDAY = 0.36, 0.2  # of the number's height: the size of what stands beside it
COUNTED = 1.2  # by the size of the body: what a number counts
PAD = 0.8  # of the margin, below the texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A date as a figure: "9" and what stands beside it, the month above the weekday."""

    number: str
    month: str
    weekday: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the field bears: `kicker` above the title, "" for none; `day` or `counts` are the figure of a poster
    without photos, None and () for none."""

    title: Phrase
    kicker: str = ""
    day: Day | None = None
    counts: tuple[tuple[str, str], ...] = ()

    @property
    def has_figure(self) -> bool:
        """Whether there is one."""
        return self.day is not None or bool(self.counts)


def least_field(heading: Heading, frame: Frame, body: float) -> float:
    """The least height of the field with a body of a size."""
    size = _title_size(heading, frame, TITLE_SHARE * frame.geometry.height)
    figure = frame.gap + LEAST_FIGURE * frame.geometry.height if heading.has_figure else 0.0
    return _around(frame) + _kicker_depth(heading, frame, body) + _title_depth(heading, frame, size) + figure


def set_field(heading: Heading, frame: Frame, body: float, field: Box) -> Iterator[SetText]:
    """The field's texts: a day stands above the title, counts stand below it; a title alone stands at its foot."""
    top, kicker = frame.margin, _kicker_depth(heading, frame, body)
    inner = Box(start=top, top=top, width=frame.measure, height=field.height - _around(frame))
    if heading.kicker:
        lines = (Line(text=Phrase(text=heading.kicker), role=TextRole.KICKER, scale=KICKER),)
        yield from frame.lettering.flow(lines, body, inner, light=True)
    room = inner.height - kicker
    if heading.has_figure:
        room = max(room - frame.gap - HIGHEST * frame.geometry.height, FIGURED_TITLE * (room - frame.gap))
    size = _title_size(heading, frame, min(room, GROWN_SHARE * frame.geometry.height))
    depth = _title_depth(heading, frame, size)
    figure = replace(inner, top=inner.top + kicker, height=inner.height - kicker - depth - frame.gap)
    title = replace(inner, top=inner.bottom - depth, height=depth)
    if heading.counts:
        title, figure = replace(title, top=figure.top), replace(figure, top=inner.bottom - figure.height)
    if heading.day:
        yield from _set_day(heading.day, frame, figure)
    yield frame.lettering.set(heading.title, TextRole.TITLE, size, title, light=True)
    yield from _set_counts(heading.counts, frame, body, figure)


def _around(frame: Frame) -> float:
    """What is kept free above and below the texts."""
    return (1 + PAD) * frame.margin


def _kicker_depth(heading: Heading, frame: Frame, body: float) -> float:
    """Of the kicker and the gap below it."""
    if not heading.kicker:
        return 0.0
    height = frame.lettering.height(heading.kicker, TextRole.KICKER, KICKER * body, frame.measure)
    return height + 0.5 * body * PT


def _title_size(heading: Heading, frame: Frame, height: float) -> float:
    least = frame.reading.title
    room = (frame.measure, height)
    return frame.lettering.largest(heading.title.text, TextRole.TITLE, room, least, LARGEST_TITLE * least)


def _title_depth(heading: Heading, frame: Frame, size: float) -> float:
    return frame.lettering.height(heading.title.text, TextRole.TITLE, size, frame.measure)


def _set_day(day: Day, frame: Frame, box: Box) -> Iterator[SetText]:
    """The number as large as its place, month and weekday beside it on its foot."""
    lettering = frame.lettering
    one = lettering.width(day.number, TextRole.NUMBER, 1.0)
    caps = min(box.height, HIGHEST * frame.geometry.height, BROADEST * box.width / one * CAP_HEIGHT * PT)
    size = caps / (CAP_HEIGHT * PT)
    top = box.top + (box.height - caps) / 2
    wide = one * size
    number = Box(start=box.start, top=top - CAP_TOP * size * PT, width=wide * 1.02, height=size * PT)
    yield lettering.set(Phrase(text=day.number), TextRole.NUMBER, size, number, light=True)
    start = box.start + wide + 0.12 * caps
    beside = Box(start=start, top=top, width=box.start + box.width - start, height=caps)
    lines = []
    for text, share in ((day.month, MONTH), (day.weekday, WEEKDAY)):
        role = TextRole.KICKER if share == MONTH else TextRole.LABEL
        fitted = min(share * caps / PT, beside.width / lettering.width(text, role, 1.0))
        lines.append(Line(text=Phrase(text=text), role=role, scale=fitted, gap=0.0))
    depth = lettering.depth(lines, 1.0, beside.width * 1.05)
    top = beside.bottom - depth + 0.25 * lines[-1].scale * PT
    yield from lettering.flow(lines, 1.0, replace(beside, top=top, width=beside.width * 1.05), light=True)


def _set_counts(
    counts: Sequence[tuple[str, str]], frame: Frame, body: float, box: Box
) -> Iterator[SetText]:
    """Numbers side by side on the box's foot, as large as they fit, with what they count below."""
    lettering = frame.lettering
    column = box.width / max(len(counts), 1)
    width = column - 0.5 * frame.gap
    labels = max((lettering.height(label, TextRole.LABEL, COUNTED * body, width) for _, label in counts), default=0.0)
    one = max((lettering.width(number, TextRole.NUMBER, 1.0) for number, _ in counts), default=1.0)
    caps = min(box.height - labels - body * PT, HIGHEST * frame.geometry.height, width / one * CAP_HEIGHT * PT)
    size = caps / (CAP_HEIGHT * PT)
    for place, (number, label) in enumerate(counts):
        start, foot = box.start + place * column, box.bottom - labels
        above = Box(start=start, top=foot - 0.4 * body * PT - caps - CAP_TOP * size * PT, width=column, height=size * PT)
        yield lettering.set(Phrase(text=number), TextRole.NUMBER, size, above, light=True)
        below = Box(start=start, top=foot, width=width, height=labels)
        yield lettering.set(Phrase(text=label), TextRole.LABEL, COUNTED * body, below, light=True)
