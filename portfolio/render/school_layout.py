"""Where all of a school poster stands on a sheet of any size, and how large it is set.

The pillars are columns in their colours that carry the claim, written across them as large as there is room; above it
the picture, if there is one. Upright, the school's name stands on white above them, its website and the marks below;
on a broad sheet these have a column of their own. Lengths in mm, sizes of type in pt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from portfolio.model.box import Box
from portfolio.model.face import PT
from portfolio.model.sheet import SchoolPoster
from portfolio.render.qr import qr_size
from portfolio.render.school_columns import Column, Columns
from portfolio.render.stack import Stack, there
from portfolio.visibility.frame import Frame, Parted, arrange_marks

SPLIT, WIDER = 0.38, 0.42  # of a broad sheet: the column of the school; where all is set close
SCALES = (1.6, 1.45, 1.3, 1.2, 1.1, 1.0)  # of the small texts by the least, the largest first
WITH_PICTURE = (1.1, 1.0)  # where they leave room for a picture
# Of the name by its least size, and in how many lines it then stands at the most: upright, and in a column.
NAMES = ((2.2, 1), (1.8, 1), (1.5, 2), (1.25, 3), (1.0, 99))
NAMES_IN_COLUMN = ((2.4, 3), (2.0, 4), (1.6, 5), (1.25, 6), (1.0, 99))
CLAIM_LINES = 4
FIELD = 0.42  # of an upright sheet's height that the columns have at the least, if the name leaves it
PICTURE = 60.0  # on A3: the least height of a picture; else it is left out
LARGE = 0.55  # of the sheet's width: a picture for which the name is not made smaller
QR = 27.0  # on A3
TALL = 1.8  # a sheet that is so much higher than broad stands on the floor
FEWER_LINES = 0.72  # of the largest size is enough to have the claim in fewer lines
CLAIM_LEADING = 1.02
_STEP = 0.96


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
        pillars = (box for column in self.columns for box in (column.glyph, column.number, column.words))
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
    for broad in ways:
        fitting = _fair_layouts(frame, poster, broad=broad)
        if poster.picture:
            fitting = iter(sorted(fitting, key=lambda layout: -min(_shown(layout), LARGE * frame.width)))
        if layout := next(fitting, None):
            return layout
    close = [_Composition(frame, poster, _Sizes(scale=1.0, names=1.0, broad=broad, close=True)) for broad in ways]
    whole = [composition for composition in close if composition.is_whole]
    layouts = [composition.place() for composition in (*whole, *close)]
    return next((layout for layout in layouts if layout.fits), layouts[-1])


def _fair_layouts(frame: Frame, poster: SchoolPoster, *, broad: bool) -> Iterator[SchoolLayout]:
    """The layouts in which all has room and no word is broken, those with the largest name and texts first."""
    scales = WITH_PICTURE if poster.picture else SCALES
    for (name, lines), scale in product(NAMES_IN_COLUMN if broad else NAMES, scales):
        composition = _Composition(frame, poster, _Sizes(scale=scale, names=name, broad=broad))
        if composition.is_fair(lines) and (layout := composition.place()).fits:
            yield layout


def _shown(layout: SchoolLayout) -> float:
    """How wide the picture is."""
    return layout.at["picture"].width if "picture" in layout.at else 0.0


class _Composition:
    def __init__(self, frame: Frame, poster: SchoolPoster, sizes: _Sizes) -> None:
        self.frame, self.poster, self.sizes = frame, poster, sizes
        self.body = frame.reading.body * sizes.scale
        self.em = self.body * PT
        self.name = frame.reading.title * sizes.names
        self.gap = (0.5 if sizes.close else 0.9) * self.em
        self.leading = 1.0 if sizes.close else 1.04  # of the name
        self.across = frame.width * (WIDER if sizes.close else SPLIT) if sizes.broad else 0.0
        self.left = self.across + (0.8 if sizes.broad else 1.0) * frame.margin  # of what is read in the field
        self.tall = frame.height > TALL * frame.width
        self.wide = frame.width - frame.margin - self.left
        self.columns = Columns(frame, poster, self.left, self.body)
        self.measure = self.across - 1.8 * frame.margin if sizes.broad else frame.width - 2 * frame.margin

    @property
    def is_whole(self) -> bool:
        """Whether no word of the name is broken."""
        return self.frame.lettering.widest(self.poster.school, bold=True) * self.name * PT <= self.measure

    def is_fair(self, lines: int) -> bool:
        """Whether no word is broken that could be whole, and the name has no more lines than befits its size."""
        return (
            self.is_whole
            and self.frame.lettering.lines(self.poster.school, self.name, self.measure, bold=True) <= lines
            and (self.sizes.scale == 1.0 or self.columns.holds_words)
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
        told, columns, spare = self._field(field, self.gap)
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
        told, columns, spare = self._field(field, 0.8 * margin)
        moved = {name: box.moved(down=bottom) for name, box in foot.items()}
        spare = min(spare, bottom - stack.top)
        return SchoolLayout(spare=spare, at=at | told | moved, logos=logos, columns=columns)

    def _top(self) -> float:
        """Where the school's column begins."""
        return self.frame.head - (0.2 * self.frame.margin if self.sizes.close else 0.0)

    def _introduce(self, stack: Stack) -> tuple[dict[str, Box], tuple[Box, ...]]:
        """Name, line, place and motto, logos beside these; in a column or where that is too narrow, above the name."""
        frame, poster = self.frame, self.poster
        marks = arrange_marks(frame, stack.width, parted=Parted.LOGOS)
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
        marks = arrange_marks(frame, self.measure, parted=Parted.LOCKUP)
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

    def _field(self, field: Box, above: float) -> tuple[dict[str, Box], tuple[Column, ...], float]:
        """Picture, claim and pillars over a field, and what is left; it keeps `above` free of text at its head."""
        frame, poster = self.frame, self.poster
        pad = max(self.gap, self.em, frame.geometry.safe_margin + 2)
        at_edge = field.bottom > frame.height - 1
        top = field.bottom - (max(pad, 0.8 * frame.margin) if at_edge else pad) - self.columns.height
        state = self._stack(self.left, 0.0, self.wide)
        stands = state.add(poster.state, 1.6 * self.body, 1.2, before=0.5 * self.gap)
        room = top - field.top - 1.5 * self.gap - state.top
        picture = self._picture(field, room)
        if picture and self.tall:
            picture = picture.moved(down=top - 1.5 * self.gap - picture.bottom)
            room = picture.top - field.top - self.gap - state.top
        elif picture:
            above = picture.height + self.gap
        claim = self._claim(room - above)
        begin = field.top + above
        at = {name: box.moved(down=begin) for name, box in claim.items()}
        used = max(box.bottom for box in at.values())
        at |= there(picture=picture, state=stands.moved(down=used) if stands else None)
        end = picture.top if picture and self.tall else top
        return at, self.columns.place(field, top), end - used - state.top - self.gap

    def _picture(self, field: Box, room: float) -> Box | None:
        """The picture at the upper end of its field, uncut, over as many columns as leave room for the claim.

        On a tall sheet it is moved below the claim, which is to be at the height of eyes. None where it would be small.
        """
        if not self.poster.picture:
            return None
        shape = self.poster.picture.width_mm / self.poster.picture.height_mm
        claim, _ = self._claim_at(1.25 * self.frame.reading.title)
        sharp = self.poster.sharp
        widths = (field.right - edge for edge in self.columns.edges(field)[:-1])
        for width in dict.fromkeys(min(width, sharp) for width in widths):
            if PICTURE * self.frame.unit <= width / shape <= room - claim - (2.5 if self.tall else 1.0) * self.gap:
                return Box(left=field.right - width, top=field.top, width=width, height=width / shape)
        return None

    def _claim(self, room: float) -> dict[str, Box]:
        """The claim with the years below it, from 0 on: as large as a room allows, in few lines rather than in many."""
        lettering, poster, least = self.frame.lettering, self.poster, self.frame.reading.title
        widest = max(lettering.widest(poster.claim, bold=True), lettering.widest(poster.years))
        size = self.wide / (widest * PT)
        largest: dict[int, float] = {}  # size by the number of lines
        while size >= least:
            lines = lettering.lines(poster.claim, size, self.wide, bold=True)
            if lines <= CLAIM_LINES and self._claim_at(size)[0] <= room:
                largest.setdefault(lines, size)
            size *= _STEP
        enough = [size for size in largest.values() if size >= FEWER_LINES * max(largest.values())]
        return self._claim_at(min(enough, default=least))[1]

    def _claim_at(self, size: float) -> tuple[float, dict[str, Box]]:
        """The height of claim and years at a size, and their places from 0 on."""
        stack = self._stack(self.left, 0.0, self.wide)
        claim = stack.add(self.poster.claim, size, CLAIM_LEADING, bold=True)
        boxes = there(claim=claim, years=stack.add(self.poster.years, size, CLAIM_LEADING))
        return stack.top, boxes

    def _stack(self, left: float, top: float, width: float) -> Stack:
        return Stack(self.frame.lettering, left=left, top=top, width=width)
