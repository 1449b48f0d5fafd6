"""The coloured field of a poster: kicker and title, and the figure that stands there in place of a picture.

Lengths in mm, sizes of type in pt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from portfolio.compose.posterlines import Line, depth, largest_size, set_lines, set_text, text_height
from portfolio.model.box import Box
from portfolio.model.face import PT
from portfolio.model.pictureposter import TextBlock, TextRole
from portfolio.model.text import Phrase
from portfolio.visibility.frame import Frame

# Where the capitals and figures of a line of Ubuntu begin and end, of its size, in a line as high as the size.
CAP_TOP, CAP_HEIGHT = 0.18, 0.693
# Poppler, by which many programs show a PDF, leaves larger letters out (22.12: 1,425 pt are there, 1,462 pt are not).
HIGHEST = 1400.0 * CAP_HEIGHT * PT  # mm
LARGEST_TITLE = 3.4  # by the least size
TITLE_SHARE, GROWN_SHARE = 0.11, 0.3  # of the sheet's height: what a title is given, and may take where it is free
FIGURED_SHARE = 0.45  # of what the field has, a title may take beside a figure
KICKER, DATE = 1.6, 2.4  # by the least size of the body: what stands above a title, and when that is a date
LEAST_FIGURE, HIGHEST_FIGURE = 0.2, 0.34  # of the sheet's shorter side, of its height
BROADEST = 0.55  # of the measure: a date's number above a title
BROAD = 1.6  # by the height of the field's texts: in broader ones the title stands beside a date's number
MONTH, WEEKDAY = 0.36, 0.2  # of the number's height: the size of what stands beside it
COUNT = 2.4  # a number that counts something, by the size of what it counts
COUNTED = (1.6, 1.3, 1.0)  # by the least size of the body: what a number counts, as large as its words have room
PAD = 0.8  # of the margin, below the texts


Count = tuple[str, str]  # a number, and what it counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A date as a figure: "9" and what stands beside it, the month above the weekday."""

    number: str
    month: str
    weekday: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the field bears: `kicker` above the title, "" for none, in a size by the least of the body.

    `day`, which stands in place of the kicker, or `counts` are the figure of a poster without photos.
    """

    title: Phrase
    kicker: str = ""
    kicker_scale: float = KICKER
    day: Day | None = None
    counts: tuple[Count, ...] = ()

    @property
    def has_figure(self) -> bool:
        """Whether there is one."""
        return self.day is not None or bool(self.counts)

    @property
    def plain(self) -> Heading:
        """The same without a figure."""
        return replace(self, day=None, counts=())


def least_field(heading: Heading, frame: Frame) -> float:
    """The least height of the field."""
    height = frame.geometry.height
    title = _title(heading, frame, (frame.measure, TITLE_SHARE * height))
    figure = frame.gap + LEAST_FIGURE * min(height, frame.geometry.width) if heading.has_figure else 0.0
    return _around(frame) + _kicker_depth(heading, frame) + title.depth + figure


def set_field(heading: Heading, frame: Frame, field: Box) -> Iterator[TextBlock]:
    """The field's texts: a day above the title or before it, counts below it; a title alone at the field's foot."""
    inner = Box(left=frame.margin, top=frame.margin, width=frame.measure, height=field.height - _around(frame))
    if heading.kicker and not heading.day:
        yield set_lines(frame, _kicker(heading), frame.reading.body, inner, light=True)
    kicker = _kicker_depth(heading, frame)
    rest = replace(inner, top=inner.top + kicker, height=inner.height - kicker)
    broad = tuple(_set_broad(heading, frame, rest)) if heading.day else ()
    yield from broad or _set_narrow(heading, frame, rest)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Title:
    """A title's size, and how high it is."""

    size: float
    depth: float


def _title(heading: Heading, frame: Frame, room: tuple[float, float]) -> _Title:
    text, least = heading.title.text, frame.reading.title
    size = largest_size(frame, text, TextRole.TITLE, room, least, LARGEST_TITLE * least)
    return _Title(size=size, depth=text_height(frame, text, TextRole.TITLE, size, room[0]))


def _set_title(heading: Heading, frame: Frame, title: _Title, box: Box) -> TextBlock:
    width = frame.lettering.balanced(heading.title.text, title.size, box.width, bold=True)
    return set_text(frame, heading.title, TextRole.TITLE, title.size, replace(box, width=width), light=True)


def _around(frame: Frame) -> float:
    """What is kept free above and below the texts."""
    return (1 + PAD) * frame.margin


def _kicker(heading: Heading) -> tuple[Line, ...]:
    return (Line(text=Phrase(text=heading.kicker), role=TextRole.KICKER, scale=heading.kicker_scale),)


def _kicker_depth(heading: Heading, frame: Frame) -> float:
    """Of the kicker and the gap below it."""
    if not heading.kicker or heading.day:
        return 0.0
    body = frame.reading.body
    return depth(frame, _kicker(heading), body, frame.measure) + 0.5 * body * PT


def _set_narrow(heading: Heading, frame: Frame, box: Box) -> Iterator[TextBlock]:
    """Title and figure one above the other."""
    room = box.height
    if heading.has_figure:
        room = max(room - frame.gap - HIGHEST_FIGURE * frame.geometry.height, FIGURED_SHARE * (room - frame.gap))
    title = _title(heading, frame, (box.width, min(room, GROWN_SHARE * frame.geometry.height)))
    left = box.height - title.depth - frame.gap
    top, figure = box.bottom - title.depth, replace(box, height=left)
    if heading.counts:
        top, figure = box.top, replace(box, top=box.bottom - left, height=left)
    if heading.day:
        yield from _set_day(heading.day, frame, figure)
    yield _set_title(heading, frame, title, replace(box, top=top, height=title.depth))
    yield from _set_counts(heading.counts, frame, figure)


def _set_broad(heading: Heading, frame: Frame, box: Box) -> Iterator[TextBlock]:
    """A day's number over the whole height, and beside it month and weekday, and the title at the foot; if it fits."""
    if heading.day is None or box.width < BROAD * box.height:
        return
    one = _number_width(heading.day.number, frame)
    caps = min(HIGHEST, box.height, HIGHEST_FIGURE * box.width / one * CAP_HEIGHT * PT)
    size = caps / (CAP_HEIGHT * PT)
    across = one * size
    start = box.left + across + frame.gap
    beside = replace(box, left=start, width=box.right - start)
    lines = _beside_day(heading.day, frame, beside.width, 0.75 * caps)
    said = depth(frame, lines, 1.0, beside.width)
    title = _title(heading, frame, (beside.width, box.height - said - frame.gap))
    if said + frame.gap + title.depth > box.height:
        return
    yield _number(heading.day.number, frame, size, replace(box, width=across), box.top + (box.height - caps) / 2)
    yield set_lines(frame, lines, 1.0, beside, light=True)
    foot = replace(beside, top=beside.bottom - title.depth, height=title.depth)
    yield _set_title(heading, frame, title, foot)


def _set_day(day: Day, frame: Frame, box: Box) -> Iterator[TextBlock]:
    """The number as large as its place, month and weekday beside it on its foot."""
    one = _number_width(day.number, frame)
    broadest = BROADEST * box.width / one * CAP_HEIGHT * PT
    caps = min(HIGHEST, box.height, HIGHEST_FIGURE * frame.geometry.height, broadest)
    size = caps / (CAP_HEIGHT * PT)
    top = box.top + (box.height - caps) / 2
    yield _number(day.number, frame, size, replace(box, width=one * size), top)
    start = box.left + one * size + 0.12 * caps
    beside = replace(box, left=start, width=box.right - start)
    lines = _beside_day(day, frame, beside.width, caps)
    foot = top + caps + 0.28 * lines[-1].scale * PT  # so that the last line stands on the number's foot
    yield set_lines(frame, lines, 1.0, replace(beside, top=foot - depth(frame, lines, 1.0, beside.width)), light=True)


def _number(number: str, frame: Frame, size: float, box: Box, top: float) -> TextBlock:
    """A large number whose upper edge, not that of its line, is at `top`."""
    place = replace(box, top=top - CAP_TOP * size * PT, height=size * PT)
    return set_text(frame, Phrase(text=number), TextRole.NUMBER, size, place, light=True)


def _number_width(number: str, frame: Frame) -> float:
    """By its size in pt."""
    return frame.lettering.width(number, 1.0, bold=True)


def _beside_day(day: Day, frame: Frame, width: float, caps: float) -> tuple[Line, ...]:
    """Month and weekday, each in one line, in sizes by the number's height; `scale` is the size itself."""
    made = []
    for text, role, share in ((day.month, TextRole.KICKER, MONTH), (day.weekday, TextRole.LABEL, WEEKDAY)):
        size = min(share * caps / PT, 0.99 * width / frame.lettering.width(text, 1.0, bold=role.is_bold))
        made.append(Line(text=Phrase(text=text), role=role, scale=size, gap=0.0))
    return tuple(made)


def _set_counts(counts: Sequence[Count], frame: Frame, box: Box) -> Iterator[TextBlock]:
    """Numbers side by side on the box's foot, as large as they fit, with what they count below."""
    sizes = (scale * frame.reading.body for scale in COUNTED)
    tried = ((body, count_columns(counts, frame, body, box.width)) for body in sizes)
    body, columns = next((each for each in tried if each[1]), (0.0, ()))
    if not columns:
        return
    labels = max(
        text_height(frame, label, TextRole.LABEL, body, width)
        for (_, label), (_, width) in zip(counts, columns, strict=True)
    )
    caps = min(HIGHEST, box.height - labels - 0.3 * body * PT, HIGHEST_FIGURE * frame.geometry.height)
    for (number, _), (_, width) in zip(counts, columns, strict=True):
        caps = min(caps, width / _number_width(number, frame) * CAP_HEIGHT * PT)
    size = caps / (CAP_HEIGHT * PT)
    foot = box.bottom - labels
    for (number, label), (start, width) in zip(counts, columns, strict=True):
        at = replace(box, left=box.left + start, width=width)
        yield _number(number, frame, size, at, foot - 0.3 * body * PT - caps)
        yield set_text(
            frame, Phrase(text=label), TextRole.LABEL, body, replace(at, top=foot, height=labels), light=True
        )


def count_columns(
    counts: Sequence[Count], frame: Frame, size: float, measure: float
) -> tuple[tuple[float, float], ...]:
    """Where the column of each count begins and how wide it is: all alike, else as its number and words want it.

    `size` is that of the words. () where the measure is too narrow for them, or where nothing is counted.
    """
    if not counts:
        return ()
    least = [
        max(
            _number_width(number, frame) * COUNT * size,
            frame.lettering.widest(label) * size * PT,
        )
        for number, label in counts
    ]
    gap = size * PT
    room = measure - gap * (len(counts) - 1)
    if sum(least) > room:
        return ()
    share, more = room / len(counts), (room - sum(least)) / len(counts)
    widths = [share] * len(counts) if max(least) <= share else [each + more for each in least]
    starts = (sum(widths[:place]) + gap * place for place in range(len(widths)))
    return tuple(zip(starts, widths, strict=True))
