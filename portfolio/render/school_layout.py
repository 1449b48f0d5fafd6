"""Where all of a school poster stands on a sheet of any size, and how large it is set.

The pillars are columns in their colours that carry the claim, written across them as large as there is room; above it
the picture, if there is one. Upright, the school's name stands on white above them, its website and the marks below;
on a broad sheet these have a column of their own. Lengths in mm, sizes of type in pt.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise, product

from portfolio.model.face import PT
from portfolio.model.sheet import SchoolPoster
from portfolio.render.box import Box
from portfolio.render.poster_frame import Frame, arrange_marks
from portfolio.render.qr import qr_size
from portfolio.render.stack import Stack, there

SPLIT, WIDER = 0.38, 0.42  # of a broad sheet: the column of the school; where all is set close
SCALES = (1.6, 1.45, 1.3, 1.2, 1.1, 1.0)  # of the small texts by the least, the largest first
WITH_PICTURE = (1.1, 1.0)  # where they leave room for a picture
# Of the name by its least size, and in how many lines it then stands at the most: upright, and in a column.
NAMES = ((2.2, 1), (1.8, 1), (1.5, 2), (1.25, 3), (1.0, 99))
NAMES_IN_COLUMN = ((2.4, 3), (2.0, 4), (1.6, 5), (1.25, 6), (1.0, 99))
CLAIM_LINES = 4
FIELD = 0.42  # of an upright sheet's height that the columns have at the least, if the name leaves it
PICTURE = 60.0  # on A3: the least height of a picture; else it is left out
QR = 27.0  # on A3
FEWER_LINES = 0.72  # of the largest size is enough to have the claim in fewer lines
CLAIM_LEADING = 1.02
_STEP = 0.96


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A pillar's place: its ground from top to foot, glyph and number, title and text."""

    ground: Box
    glyph: Box
    number: Box
    title: Box
    body: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolLayout:
    """Every text's place: `at` by name those of which there is one. `spare` is below nothing when not all has room."""

    spare: float
    at: Mapping[str, Box]
    logos: tuple[Box, ...]
    columns: tuple[Column, ...]

    @property
    def fits(self) -> bool:
        """Whether all has room."""
        return self.spare >= 0

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Every place of a text or mark."""
        pillars = (box for column in self.columns for box in (column.glyph, column.number, column.title, column.body))
        return (*self.at.values(), *self.logos, *pillars)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sizes:
    """By the least sizes: of the small texts, of the name; whether it is in two columns, and all set close."""

    scale: float
    names: float
    broad: bool
    close: bool = False


def choose_school_layout(frame: Frame, poster: SchoolPoster) -> SchoolLayout:
    """The layout with the largest name and small texts that leave the claim its field; else with the least of all."""
    ways = (True, False) if frame.broad else (False,)
    scales = WITH_PICTURE if poster.picture else SCALES
    for broad in ways:
        for (name, lines), scale in product(NAMES_IN_COLUMN if broad else NAMES, scales):
            composition = _Composition(frame, poster, _Sizes(scale=scale, names=name, broad=broad))
            if composition.is_fair(lines) and (layout := composition.place()).fits:
                return layout
    close = [_Composition(frame, poster, _Sizes(scale=1.0, names=1.0, broad=broad, close=True)) for broad in ways]
    whole = [composition for composition in close if composition.is_whole]
    layouts = [composition.place() for composition in (*whole, *close)]
    return next((layout for layout in layouts if layout.fits), layouts[-1])


class _Composition:
    def __init__(self, frame: Frame, poster: SchoolPoster, sizes: _Sizes) -> None:
        self.frame, self.poster, self.sizes = frame, poster, sizes
        self.body = frame.reading.body * sizes.scale
        self.em = self.body * PT
        self.name = frame.reading.title * sizes.names
        self.gap = (0.5 if sizes.close else 0.9) * self.em
        self.leading = 1.0 if sizes.close else 1.04  # of the name
        self.across = frame.width * (WIDER if sizes.close else SPLIT) if sizes.broad else 0.0
        self.measure = self.across - 1.8 * frame.margin if sizes.broad else frame.width - 2 * frame.margin

    @property
    def is_whole(self) -> bool:
        """Whether no word of the name is broken."""
        return self.frame.lettering.widest(self.poster.school, bold=True) * self.name * PT <= self.measure

    def is_fair(self, lines: int) -> bool:
        """Whether no word is broken that could be whole, and the name has no more lines than befits its size."""
        words = max((self._widest(entry.title.text, entry.body.text) for entry in self.poster.pillars), default=0.0)
        return (
            self.is_whole
            and self.frame.lettering.lines(self.poster.school, self.name, self.measure, bold=True) <= lines
            and (self.sizes.scale == 1.0 or words <= self._column_width())
        )

    def place(self) -> SchoolLayout:
        """Every text's place."""
        return self._broad() if self.sizes.broad else self._upright()

    def _upright(self) -> SchoolLayout:
        frame, margin = self.frame, self.frame.margin
        head = self._stack(margin, self._top(), self.measure)
        at, logos = self._introduce(head)
        foot, foot_height = self._foot()
        top, bottom = head.top + 1.2 * self.gap, frame.height - foot_height
        field = Box(left=0.0, top=top, width=frame.width, height=bottom - top)
        told, columns, spare = self._field(field, margin, self.gap)
        wanted = 0.0 if self.sizes.names == 1.0 else FIELD * frame.height - field.height
        moved = {name: box.moved(down=bottom) for name, box in foot.items()}
        return SchoolLayout(spare=min(spare, -wanted), at=at | told | moved, logos=logos, columns=columns)

    def _broad(self) -> SchoolLayout:
        frame, margin = self.frame, self.frame.margin
        stack = self._stack(margin, self._top(), self.measure)
        at, logos = self._introduce(stack)
        foot, foot_height = self._foot()
        bottom = frame.height - foot_height
        field = Box(left=self.across, top=0.0, width=frame.width - self.across, height=frame.height)
        told, columns, spare = self._field(field, self.across + 0.8 * margin, 0.8 * margin)
        moved = {name: box.moved(down=bottom) for name, box in foot.items()}
        spare = min(spare, bottom - stack.top)
        return SchoolLayout(spare=spare, at=at | told | moved, logos=logos, columns=columns)

    def _top(self) -> float:
        """Where the school's column begins."""
        return self.frame.head - (0.2 * self.frame.margin if self.sizes.close else 0.0)

    def _introduce(self, stack: Stack) -> tuple[dict[str, Box], tuple[Box, ...]]:
        """Name, line, place and motto, logos beside these; in a column or where that is too narrow, above the name."""
        frame, poster = self.frame, self.poster
        marks = arrange_marks(replace(frame, sheet=replace(frame.sheet, lockup=None)), stack.width)
        apart = marks.width + 2 * frame.clear
        beside = not self.sizes.broad and bool(marks.logos) and apart <= 0.55 * stack.width
        logos, _ = marks.placed(stack.left, stack.top, stack.width)
        if marks.logos and not beside:
            stack.top += marks.height + frame.clear
        at = there(school=stack.add(poster.school, self.name, self.leading, bold=True, balanced=True))
        below = self._stack(stack.left, stack.top, stack.width - (apart if beside else 0.0))
        at |= there(
            line=below.add(poster.line, 1.4 * self.body, 1.2, bold=True, before=0.5 * self.gap),
            place=below.add(poster.place, 1.1 * self.body, 1.3, before=0.4 * self.gap),
            motto=below.add(poster.motto.text if poster.motto else "", 1.3 * self.body, 1.25, before=0.5 * self.gap),
        )
        if beside:
            top = stack.top + max(0.5 * self.gap, (below.top - stack.top - marks.height) / 2)
            logos, _ = marks.placed(stack.left + stack.width - marks.width, top, marks.width)
            below.top = max(below.top, top + marks.height)
        stack.top = below.top
        return at, logos

    def _foot(self) -> tuple[dict[str, Box], float]:
        """Website with its code, and the lock-up beside or below it, small print; from 0 on, and the height of all."""
        frame, poster, margin = self.frame, self.poster, self.frame.margin
        clear, top = frame.clear, max(self.gap, frame.clear if frame.lockup else 0.0)
        marks = arrange_marks(replace(frame, shapes=()), self.measure)
        side = max(qr_size(poster.code.address), QR * frame.unit) if poster.code.address else 0.0
        at: dict[str, Box] = {}
        site = "".join(run.text for run in poster.code.site)
        rest = self.measure - side - self.gap - (marks.width + 2 * clear if marks.lockup else 0.0)
        beside = rest >= max(30 * frame.unit, 7 * self.em)
        words = self._stack(margin + side + self.gap, 0.0, rest if beside else self.measure - side - self.gap)
        at |= there(
            scan=words.add(poster.code.scan, self.body, 1.25),
            site=words.add(site, self.body, 1.25, bold=True, before=0.1 * self.em),
        )
        row = max(side, words.top)
        if side:
            at = {name: box.moved(down=top + (row - words.top) / 2) for name, box in at.items()}
            at["code"] = Box(left=margin, top=top + (row - side) / 2, width=side, height=side)
        if marks.lockup:
            high = max(row, marks.height) if beside or not side else row + clear + marks.height
            if beside and side:
                at = {name: box.moved(down=(high - row) / 2) for name, box in at.items()}
                left, down = margin + self.measure - marks.width, top + (high - marks.height) / 2
            else:
                left, down = margin, top + high - marks.height
            at["lockup"] = marks.lockup.moved(right=left, down=down)
            row = high
        small = self._stack(margin, top + row + (clear if marks.lockup else 0.5 * self.gap), self.measure)
        disclaimer = poster.lockup.disclaimer if poster.lockup else ""
        at |= there(
            note=small.add(poster.note, frame.reading.small, 1.25),
            disclaimer=small.add(disclaimer, frame.reading.small, 1.25, before=0.3 * self.em),
        )
        return at, small.top + (0.4 if self.sizes.close else 0.6) * margin

    def _field(self, field: Box, left: float, above: float) -> tuple[dict[str, Box], tuple[Column, ...], float]:
        """Picture, claim and pillars over a field; what begins it keeps `above` free of text."""
        frame, poster, at = self.frame, self.poster, {}
        measure = frame.width - frame.margin - left
        pad = max(self.gap, 1.0 * self.em, frame.sheet.geometry.safe_margin + 2)
        columns_height = max((self._column_height(n) for n in range(len(poster.pillars))), default=0.0)
        foot = field.bottom - (pad if field.bottom < frame.height - 1 else max(pad, 0.8 * frame.margin))
        columns_top = foot - columns_height
        room = columns_top - field.top - above - 1.5 * self.gap
        state = self._stack(left, 0.0, measure)
        state_box = state.add(poster.state, 1.6 * self.body, 1.2, before=0.5 * self.gap)
        room -= state.top
        picture = self._picture(field, left, measure, room + above)
        if picture:
            at["picture"], above = picture, picture.height + self.gap
            room = columns_top - field.top - above - 1.5 * self.gap - state.top
        claimed, enough = self._claim(left, measure, room)
        top = field.top + above
        at |= {name: box.moved(down=top) for name, box in claimed.items()}
        if state_box:
            at["state"] = state_box.moved(down=max(at["claim"].bottom, at["years"].bottom if "years" in at else 0.0))
        used = max((box.bottom for name, box in at.items()), default=top)
        columns = self._columns(field, left, columns_top)
        return at, columns, columns_top - used - self.gap if enough else -1.0

    def _picture(self, field: Box, left: float, measure: float, room: float) -> Box | None:
        """The picture at the upper end of its field, uncut, over as many columns as leave room for the claim.

        None where it would be too small.
        """
        if not self.poster.picture:
            return None
        shape = self.poster.picture.width_mm / self.poster.picture.height_mm
        claim, _ = self._claim_at(left, measure, 1.25 * self.frame.reading.title)
        for edge in self._edges(field, left)[:-1]:
            width = field.right - edge
            height = width / shape
            if height <= room - claim - self.gap and height >= PICTURE * self.frame.unit:
                return Box(left=edge, top=field.top, width=width, height=height)
        return None

    def _claim(self, left: float, measure: float, room: float) -> tuple[dict[str, Box], bool]:
        """The claim with the years below it, as large as a room allows; and whether that is enough."""
        lettering, poster, least = self.frame.lettering, self.poster, self.frame.reading.title
        widest = max(lettering.widest(poster.claim, bold=True), lettering.widest(poster.years))
        size = max(least, measure / (widest * PT))
        largest: dict[int, float] = {}  # size by the number of lines
        while size >= least and len(largest) < CLAIM_LINES:
            lines = lettering.lines(poster.claim, size, measure, bold=True)
            if lines <= CLAIM_LINES and self._claim_at(left, measure, size)[0] <= room:
                largest.setdefault(lines, size)
            size *= _STEP
        if not largest:
            height, boxes = self._claim_at(left, measure, least)
            return boxes, height <= room
        fewer = [size for size in largest.values() if size >= FEWER_LINES * max(largest.values())]
        return self._claim_at(left, measure, min(fewer))[1], True

    def _claim_at(self, left: float, measure: float, size: float) -> tuple[float, dict[str, Box]]:
        """The claim and the years at a size, from 0 on, and the height of both."""
        stack = self._stack(left, 0.0, measure)
        claim = stack.add(self.poster.claim, size, CLAIM_LEADING, bold=True)
        boxes = there(claim=claim, years=stack.add(self.poster.years, size, CLAIM_LEADING))
        return stack.top, boxes

    def _edges(self, field: Box, left: float) -> list[float]:
        """Where the columns begin and the last one ends."""
        count, step = len(self.poster.pillars), self._column_width() + self._gutter()
        return [field.left, *(left + n * step - self._gutter() / 2 for n in range(1, count)), field.right]

    def _columns(self, field: Box, left: float, top: float) -> tuple[Column, ...]:
        """The pillars side by side, each on its ground from the field's top to its foot."""
        step, columns = self._column_width() + self._gutter(), []
        for n, (begin, end) in enumerate(pairwise(self._edges(field, left))):
            ground = Box(left=begin, top=field.top, width=end - begin, height=field.height)
            glyph, number, title, body, _ = self._column(n, left + n * step, top)
            ground = self.frame.to_edge(ground)
            columns.append(Column(ground=ground, glyph=glyph, number=number, title=title, body=body))
        return tuple(columns)

    def _column(self, n: int, left: float, top: float) -> tuple[Box, Box, Box, Box, float]:
        """Glyph and number, title and text of a pillar, and where they end."""
        entry, width = self.poster.pillars[n], self._column_width()
        side = min(2.6 * self.em, 0.4 * width)
        glyph = Box(left=left, top=top, width=side, height=side)
        number = Box(left=left + 1.35 * side, top=top, width=side, height=side, size=side / PT)
        stack = self._stack(left, top + side + 0.6 * self.em, width)
        nothing = Box(left=left, top=stack.top, width=width, height=0.0)
        title = stack.add(entry.title.text, 1.08 * self.body, 1.15, bold=True) or nothing
        body = stack.add(entry.body.text, self.body, 1.25, before=0.25 * self.em) or nothing
        return glyph, number, title, body, stack.top

    def _column_height(self, n: int) -> float:
        return self._column(n, 0.0, 0.0)[-1]

    def _column_width(self) -> float:
        count = max(len(self.poster.pillars), 1)
        left = self.across + (0.8 if self.sizes.broad else 1.0) * self.frame.margin
        return (self.frame.width - self.frame.margin - left - self._gutter() * (count - 1)) / count

    def _gutter(self) -> float:
        return 0.5 * self.frame.margin

    def _widest(self, title: str, body: str) -> float:
        lettering = self.frame.lettering
        return max(lettering.widest(title, bold=True) * 1.08, lettering.widest(body)) * self.em

    def _stack(self, left: float, top: float, width: float) -> Stack:
        return Stack(self.frame.lettering, left=left, top=top, width=width)
