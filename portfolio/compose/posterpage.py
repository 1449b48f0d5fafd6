"""A poster of a project or an event as a page: sizes and places of all that is on it. Lengths in mm, type in pt.

From the upper edge a field in a pillar's colour bears the title, and where no photo is shown the poster's figure. Below
it stand photos, whole, and texts below or beside them, then the foot. Type is as large as photos leave it room, at the
least what can be read from where a sheet of its size is looked at; the field takes what is left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portfolio.compose.lettering import Lettering, Line
from portfolio.compose.mosaic import EMPTY, Mosaic, Shot, set_mosaic
from portfolio.compose.photopages import Size
from portfolio.compose.posterfield import Heading, least_field, set_field
from portfolio.compose.posterframe import Frame
from portfolio.model.face import PT
from portfolio.model.pictureposter import Box, SetText, TextRole
from portfolio.model.text import Phrase

BODIES = tuple(step / 100 for step in range(170, 95, -10))  # of the least size of the body, the largest first
GENEROUS = 0.8  # of the largest area that photos can have: for that much type is set larger
STACKED = 0.9  # of the area that photos have with texts beside them: for that much the texts stand below them
FIGURE = 0.38  # of the sheet's height is the field's at least where it bears the poster's figure
LOWEST = 60.0  # mm: photos that are narrower and lower are none
ASIDE = 0.34  # of the measure: texts beside photos
COUNT = 2.4  # a number that counts something, by the size of the body
CODE, SCANNED = 30.0, 0.075  # of a code the least side, and by the longer side: large sheets are scanned from afar


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is to be set: a heading in the field; below it photos, lines, numbers, a code (its least side) with words.

    `counts` are numbers with what they count; without photos they are the figure of the heading.
    """

    heading: Heading
    lines: tuple[Line, ...] = ()
    counts: tuple[tuple[str, str], ...] = ()
    shots: tuple[Shot, ...] = ()
    scan: tuple[Line, ...] = ()
    code: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A poster's parts in their places; `photos` in the order of the content's."""

    field: Box
    texts: tuple[SetText, ...]
    photos: tuple[Box, ...] = ()
    code: Box | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Middle:
    """What stands between field and foot, with type of a size: photos, texts in a measure below or beside them."""

    content: Content
    frame: Frame
    body: float
    mosaic: Mosaic
    beside: bool
    measure: float
    words: float

    @property
    def height(self) -> float:
        """Of all of it."""
        photos = self.mosaic.size.height
        if self.beside or not photos:
            return max(photos, self.words)
        return photos + self.frame.gap + self.words


def set_page(content: Content, frame: Frame, floor: float) -> Page | None:
    """The page of a content above `floor`; None when it does not fit even at the least sizes."""
    middles = [middle for body in BODIES for middle in _middles(content, frame, floor, body * frame.reading.body)]
    if not middles:
        return None
    if content.shots:
        most = max(middle.mosaic.area for middle in middles)
        chosen = next(middle for middle in middles if middle.mosaic.area >= GENEROUS * most)
    else:
        figures = (middle for middle in middles if floor - middle.height >= FIGURE * frame.geometry.height)
        chosen = next(figures, middles[-1])
    return _placed(chosen, floor)


def _middles(content: Content, frame: Frame, floor: float, body: float) -> Iterator[_Middle]:
    """What fits with a size of type: at most one way, texts below photos or beside them."""
    room = floor - least_field(content.heading, frame, body) - 1.6 * frame.gap
    below = _middle(content, frame, body, frame.measure, room, beside=False)
    narrow = ASIDE * frame.measure
    beside = _middle(content, frame, body, narrow, room, beside=True) if content.shots else None
    if below and (not beside or below.mosaic.area >= STACKED * beside.mosaic.area):
        yield below
    elif beside:
        yield beside


def _middle(
    content: Content, frame: Frame, body: float, measure: float, room: float, *, beside: bool
) -> _Middle | None:
    words = _words_depth(content, frame, body, measure, beside=beside)
    if words > room:
        return None
    mosaic = EMPTY
    if content.shots:
        width = frame.measure - measure - frame.gap if beside else frame.measure
        mosaic = set_mosaic(content.shots, Size(width=width, height=room if beside else room - words - frame.gap))
        if max(mosaic.size.width, mosaic.size.height) < LOWEST:
            return None
        measure = frame.measure - mosaic.size.width - frame.gap if beside else measure
    return _Middle(
        content=content, frame=frame, body=body, mosaic=mosaic, beside=beside, measure=measure, words=words
    )


def _code_side(content: Content, frame: Frame) -> float:
    geometry = frame.geometry
    return max(content.code, CODE, SCANNED * max(geometry.width, geometry.height)) if content.code else 0.0


def _code_depth(content: Content, frame: Frame, body: float) -> float:
    """Of a code with the words below it."""
    side = _code_side(content, frame)
    return side + frame.lettering.depth(content.scan, body, side) if side else 0.0


def _words_depth(content: Content, frame: Frame, body: float, measure: float, *, beside: bool) -> float:
    """Of all that is said below the field: the code stands beside the texts, in a narrow column below them."""
    side = _code_side(content, frame)
    code = _code_depth(content, frame, body)
    if not beside:
        measure -= side + frame.gap if side else 0.0
    texts = frame.lettering.depth(content.lines, body, measure)
    if content.shots and content.counts:
        texts += _counts_depth(content, frame.lettering, body, measure) + body * PT
    return texts + (frame.gap + code if code else 0.0) if beside else max(texts, code)


def _counts_depth(content: Content, lettering: Lettering, body: float, measure: float) -> float:
    width = measure / len(content.counts) - body * PT
    labels = (lettering.height(label, TextRole.LABEL, body, width) for _, label in content.counts)
    return COUNT * body * PT + max(labels)


def _placed(middle: _Middle, floor: float) -> Page:
    """All in its place: the field takes what the middle leaves."""
    content, frame = middle.content, middle.frame
    top = floor - 0.6 * frame.gap - middle.height
    field = Box(start=0.0, top=0.0, width=frame.geometry.width, height=top - frame.gap)
    texts = tuple(set_field(content.heading, frame, middle.body, field))
    size = middle.mosaic.size
    photos = tuple(
        Box(start=frame.margin + cell.left, top=top + cell.top, width=cell.width, height=cell.height)
        for cell in middle.mosaic.cells
    )
    start = frame.margin + (size.width + frame.gap if middle.beside else 0.0)
    above = size.height + frame.gap if photos and not middle.beside else 0.0
    words = Box(start=start, top=top + above, width=middle.measure, height=middle.height - above)
    code = None
    if side := _code_side(content, frame):
        depth = _code_depth(content, frame, middle.body)
        at = start if middle.beside else start + middle.measure - side
        code = Box(start=at, top=words.bottom - depth if middle.beside else words.top, width=side, height=side)
        if not middle.beside:
            words = Box(start=start, top=words.top, width=words.width - side - frame.gap, height=words.height)
    said = list(_said(content, frame, middle.body, words))
    if code:
        under = Box(start=code.start, top=code.bottom, width=side, height=0.0)
        said += frame.lettering.flow(content.scan, middle.body, under)
    return Page(field=field, texts=(*texts, *said), photos=photos, code=code)


def _said(content: Content, frame: Frame, body: float, box: Box) -> Iterator[SetText]:
    """Numbers first, where they are not the field's, then the lines."""
    lettering, top = frame.lettering, box.top
    if content.shots and content.counts:
        width = box.width / len(content.counts)
        for place, (number, label) in enumerate(content.counts):
            column = Box(start=box.start + place * width, top=top, width=width - body * PT, height=0.0)
            lines = (
                Line(text=Phrase(text=number), role=TextRole.NUMBER, scale=COUNT),
                Line(text=Phrase(text=label), role=TextRole.LABEL, gap=0.0),
            )
            yield from lettering.flow(lines, body, column)
        top += _counts_depth(content, lettering, body, box.width) + body * PT
    yield from lettering.flow(content.lines, body, Box(start=box.start, top=top, width=box.width, height=0.0))
