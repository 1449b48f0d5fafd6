"""A poster of a project or an event as a page: sizes and places of all that is on it. Lengths in mm, type in pt.

From the upper edge a field in a pillar's colour bears the title, and where no photo is shown the poster's figure. Below
it stand photos, whole, and texts below or beside them, then the foot. Type is as large as photos leave it room, at the
least what can be read from where a sheet of its size is looked at; the field takes what is left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf

from portfolio.compose.mosaic import EMPTY, Mosaic, Shot, set_mosaic
from portfolio.compose.photopages import Size
from portfolio.compose.posterfield import COUNT, Count, Heading, count_columns, least_field, set_field
from portfolio.compose.posterlines import Line, depth, largest_size, set_lines, set_text, text_height
from portfolio.model.box import Box
from portfolio.model.face import PT
from portfolio.model.pictureposter import TextBlock, TextRole
from portfolio.model.text import Phrase
from portfolio.visibility.frame import Frame

BODIES = tuple(step / 100 for step in range(250, 95, -10))  # of the least size of the body, the largest first
GENEROUS = 0.95  # of the best that photos can have: for that much type is set larger
STACKED = 0.92  # of the worth that photos have with texts beside them: for that much the texts stand below them
FIGURE = 0.45  # of the sheet's height is the field's at least where it bears the poster's figure
LOWEST = 60.0  # mm: photos that are narrower and lower are none
FILLED = 0.7  # of the measure: photos that are narrower have texts beside them
ASIDE = (0.34, 0.5)  # of the measure: texts beside photos
ROOMY = 3.5  # sides of a code: in a broader measure it stands beside the texts, else below them
_HAIR = 0.01  # mm: what adds up to a room is not larger than it
CREDIT = 0.1  # of the gap between photos and texts, in which it stands: what is above a credit
NOTE, NOTED = 0.8, 0.35  # of the body, and of a code's side: the largest size and height of what stands below it
CODE, SCANNED = 30.0, 0.075  # of a code the least side, and by the longer side: large sheets are scanned from afar


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is to be set: a heading in the field; below it photos, lines, numbers, and a code.

    `counts` are numbers with what they count; without photos they are the figure of the heading. `credit` says
    below the photos who took them. `code` is the least side of the code, 0 for none, `scan` what stands below it.
    """

    heading: Heading
    lines: tuple[Line, ...] = ()
    counts: tuple[Count, ...] = ()
    shots: tuple[Shot, ...] = ()
    credit: str = ""
    scan: str = ""
    code: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A poster's parts in their places; `photos` in the order of the content's."""

    field: Box
    blocks: tuple[TextBlock, ...]
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
    def photos(self) -> float:
        """The height of the photos, with what of their credit has no room in the gap below them."""
        across = self.mosaic.size.width if self.beside else self.measure
        return self.mosaic.size.height + _credit_beyond(self.content, self.frame, across)

    @property
    def height(self) -> float:
        """Of all of it."""
        photos = self.photos
        if self.beside or not photos:
            return max(photos, self.words)
        return photos + self.frame.gap + self.words


def set_page(content: Content, frame: Frame, floor: float) -> Page | None:
    """The page of a content above `floor`; None when it does not fit even at the least sizes."""
    middles = [middle for body in BODIES for middle in _middles(content, frame, floor, body * frame.reading.body)]
    if not middles:
        return None
    if content.shots:
        most = max(middle.mosaic.worth for middle in middles)
        chosen = next(middle for middle in middles if middle.mosaic.worth >= GENEROUS * most)
    else:
        figures = (middle for middle in middles if floor - middle.height >= FIGURE * frame.geometry.height)
        chosen = next(figures, middles[-1])
    return _placed(chosen, floor)


def _middles(content: Content, frame: Frame, floor: float, body: float) -> Iterator[_Middle]:
    """What fits with a size of type: at most one way, texts below photos or beside them."""
    room = floor - least_field(content.heading, frame) - 1.6 * frame.gap
    below = _middle(content, frame, body, frame.measure, room, beside=False)
    shares = ASIDE if content.shots else ()
    ways = (_middle(content, frame, body, share * frame.measure, room, beside=True) for share in shares)
    beside = max(filter(None, ways), key=lambda middle: middle.mosaic.worth, default=None)
    if below and (not beside or _is_better(below, beside)):
        yield below
    elif beside:
        yield beside


def _is_better(below: _Middle, beside: _Middle) -> bool:
    """Whether texts stand below the photos: where these fill the measure, and are hardly smaller for it."""
    filled = below.mosaic.size.width >= FILLED * below.measure
    return filled and below.mosaic.worth >= STACKED * beside.mosaic.worth


def _middle(
    content: Content, frame: Frame, body: float, measure: float, room: float, *, beside: bool
) -> _Middle | None:
    words = _words_depth(content, frame, body, measure)
    if words > room:
        return None
    mosaic = EMPTY
    if content.shots:
        width = frame.measure - measure - frame.gap if beside else frame.measure
        high = room - _credit_beyond(content, frame, width) - (0.0 if beside else words + frame.gap)
        mosaic = set_mosaic(content.shots, Size(width=width, height=high))
        if max(mosaic.size.width, mosaic.size.height) < LOWEST:
            return None
        if beside:
            measure = frame.measure - mosaic.size.width - frame.gap
            words = _words_depth(content, frame, body, measure)
            if words > room:
                return None
    middle = _Middle(
        content=content, frame=frame, body=body, mosaic=mosaic, beside=beside, measure=measure, words=words
    )
    return middle if middle.height <= room + _HAIR else None


def _credit_height(content: Content, frame: Frame, width: float) -> float:
    return text_height(frame, content.credit, TextRole.NOTE, frame.reading.small, width)


def _credit_beyond(content: Content, frame: Frame, width: float) -> float:
    """What of a credit has no room in the gap below photos."""
    return max(0.0, _credit_height(content, frame, width) - (1 - CREDIT) * frame.gap)


def _code_side(content: Content, frame: Frame) -> float:
    geometry = frame.geometry
    return max(content.code, CODE, SCANNED * max(geometry.width, geometry.height)) if content.code else 0.0


def _code_depth(content: Content, frame: Frame, body: float) -> float:
    """Of a code with the words below it."""
    side = _code_side(content, frame)
    if not side:
        return 0.0
    return side + text_height(frame, content.scan, TextRole.NOTE, _note_size(content, frame, body), side)


def _note_size(content: Content, frame: Frame, body: float) -> float:
    """Of what stands below a code: it is read from near, by who scans the code."""
    side = _code_side(content, frame)
    room = (side, NOTED * side)
    return largest_size(frame, content.scan, TextRole.NOTE, room, frame.reading.small, NOTE * body)


def _is_roomy(content: Content, frame: Frame, measure: float) -> bool:
    """Whether a code stands beside the texts."""
    return measure >= ROOMY * _code_side(content, frame)


def _words_depth(content: Content, frame: Frame, body: float, measure: float) -> float:
    """Of all that is said below the field."""
    side, code = _code_side(content, frame), _code_depth(content, frame, body)
    roomy = _is_roomy(content, frame, measure)
    if side and roomy:
        measure -= side + frame.gap
    texts = depth(frame, content.lines, body, measure)
    if content.shots and content.counts:
        texts += _counts_depth(content, frame, body, measure) + body * PT
    return max(texts, code) if roomy else texts + frame.gap + code


def _counts_depth(content: Content, frame: Frame, body: float, measure: float) -> float:
    columns = count_columns(content.counts, frame, body, measure)
    if not columns:
        return inf
    labels = (
        text_height(frame, label, TextRole.LABEL, body, width)
        for (_, label), (_, width) in zip(content.counts, columns, strict=True)
    )
    return COUNT * body * PT + max(labels)


def _placed(middle: _Middle, floor: float) -> Page:
    """All in its place: the field takes what the middle leaves."""
    content, frame = middle.content, middle.frame
    top = floor - 0.6 * frame.gap - middle.height
    field = Box(left=0.0, top=0.0, width=frame.geometry.width, height=top - frame.gap)
    blocks = tuple(set_field(content.heading, frame, field))
    size = middle.mosaic.size
    photos = tuple(
        Box(left=frame.margin + cell.left, top=top + cell.top, width=cell.width, height=cell.height)
        for cell in middle.mosaic.cells
    )
    start = frame.margin + (size.width + frame.gap if middle.beside else 0.0)
    above = middle.photos + frame.gap if photos and not middle.beside else 0.0
    words = Box(left=start, top=top + above, width=middle.measure, height=middle.height - above)
    code = None
    if side := _code_side(content, frame):
        code = Box(left=start, top=words.bottom - _code_depth(content, frame, middle.body), width=side, height=side)
        if _is_roomy(content, frame, middle.measure):
            code = replace(code, left=start + middle.measure - side, top=words.top)
            words = replace(words, width=words.width - side - frame.gap)
    if photos and content.credit:
        across = size.width if middle.beside else middle.measure
        below = top + size.height + CREDIT * frame.gap
        height = _credit_height(content, frame, across)
        place = Box(left=frame.margin, top=below, width=across, height=height)
        small = frame.reading.small
        blocks = (*blocks, set_text(frame, Phrase(text=content.credit), TextRole.NOTE, small, place))
    said = list(_said(content, frame, middle.body, words))
    if code:
        note = replace(code, top=code.bottom, height=_code_depth(content, frame, middle.body) - side)
        small = _note_size(content, frame, middle.body)
        said.append(set_text(frame, Phrase(text=content.scan), TextRole.NOTE, small, note))
    return Page(field=field, blocks=(*blocks, *said), photos=photos, code=code)


def _said(content: Content, frame: Frame, body: float, box: Box) -> Iterator[TextBlock]:
    """Numbers first, where they are not the field's, then the lines."""
    top = box.top
    if content.shots and content.counts:
        columns = count_columns(content.counts, frame, body, box.width)
        for (number, label), (start, width) in zip(content.counts, columns, strict=True):
            lines = (
                Line(text=Phrase(text=number), role=TextRole.NUMBER, scale=COUNT),
                Line(text=Phrase(text=label), role=TextRole.LABEL, gap=0.0),
            )
            yield set_lines(frame, lines, body, Box(left=box.left + start, top=top, width=width, height=0.0))
        top += _counts_depth(content, frame, body, box.width) + body * PT
    yield set_lines(frame, content.lines, body, Box(left=box.left, top=top, width=box.width, height=0.0))
