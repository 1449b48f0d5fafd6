"""The parts of a mission poster at given sizes: what introduces the school, the mission, the pillars' bands.

Lengths in mm, sizes of type in pt.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from portfolio.model.blocks import PillarEntry
from portfolio.model.box import Box, TextBox
from portfolio.model.face import PT
from portfolio.model.sheet import MissionPoster
from portfolio.render.stack import Stack, there
from portfolio.visibility.frame import Frame, Marks, arrange_marks

ASIDE, NARROW = 50.0, 21.0  # on A3: the column before the texts, with numbers and glyphs; with small numbers alone
DIGIT = 0.75  # of its size a digit is high, with a little room


class Tightness(IntEnum):
    """How closely all is set: TIGHT without glyphs as well, the mission below its title."""

    ROOMY = 0
    CLOSE = 1
    TIGHT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """What is chosen: how much larger than the least the text is, the name in pt, the share of the first column.

    `gaps` is what is left of the sheet and given to them.
    """

    scale: float
    name: float
    split: float
    tight: Tightness = Tightness.ROOMY
    gaps: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A pillar's place: its ground, its number, its glyph (None for no room), title and text in one block."""

    ground: Box
    number: Box
    glyph: Box | None
    words: Box
    title: Box
    body: Box


class Parts:
    """A poster's parts in a frame, all of it by some sizes."""

    def __init__(self, frame: Frame, poster: MissionPoster, sizes: Sizes) -> None:
        self.frame, self.poster, self.sizes = frame, poster, sizes
        self.body = sizes.scale * frame.reading.body
        self.em = self.body * PT
        self.narrow = sizes.tight is Tightness.TIGHT
        self.leading = (1.3, 1.24, 1.16)[sizes.tight]
        self.aside = frame.unit * (NARROW if self.narrow else ASIDE)
        self.gap = (0.6, 0.4, 0.2)[sizes.tight] * self.em
        self.name_leading = 1.0 if self.narrow else 1.04
        self.margin = max((0.72 if self.narrow else 1.0) * frame.margin, frame.geometry.safe_margin + 2)
        self.head_room = frame.head - 0.85 * (frame.margin - self.margin)
        self.sill = max(0.45 * self.margin, frame.geometry.safe_margin)
        self._brand = (2.0, 1.8, 1.6)[sizes.tight] * self.body
        self._title = 1.22 * self.body
        self._number = (0.62 if self.narrow else 0.48) * self.aside
        self._pad = (0.85, 0.5, 0.3)[sizes.tight] * self.em

    @property
    def label(self) -> str:
        """The line of label and years."""
        return f"{self.poster.brand} {self.poster.years}".strip()

    @property
    def label_width(self) -> float:
        """Its width in one line."""
        return self.frame.lettering.width(self.label, self._brand, bold=True)

    def stack(self, left: float, top: float, width: float) -> Stack:
        """An empty column."""
        return Stack(self.frame.lettering, left=left, top=top, width=width)

    def marks(self, measure: float) -> Marks:
        """Logos and lock-up."""
        return arrange_marks(self.frame, measure, 0.5 if self.narrow else 0.9)

    def introduce(self, stack: Stack) -> dict[str, Box]:
        """Line, label with years, and place, below the name."""
        return there(
            line=stack.add(
                self.poster.line, (1.15 if self.narrow else 1.4) * self.body, 1.2, bold=True, before=self.gap
            ),
            brand=stack.add(self.label, self._brand, 1.15, bold=True, before=self.gap),
            place=stack.add(self.poster.place, self.body, 1.3, before=0.3 * self.gap),
        )

    def head(self, stack: Stack, *, beside: bool) -> dict[str, Box]:
        """The mission's title, `beside` the text as large as its widest word allows, else a small line above it."""
        if not beside:
            return there(heading=stack.add(self.poster.mission_title, self.body, 1.3, bold=True))
        widest = self.frame.lettering.widest(self.poster.mission_title, bold=True) * PT
        size = min(self._title, stack.width / widest) if widest else self._title
        return there(heading=stack.add(self.poster.mission_title, size, 1.2, bold=True))

    def tell(self, stack: Stack) -> tuple[dict[str, Box], tuple[Box, ...]]:
        """The claim, the mission's paragraphs, and whose words they are: all `told` is one block."""
        begin = stack.top
        claim = stack.add(self.poster.claim, 1.5 * self.body, 1.15, bold=True)
        before = (0.45, 0.35, 0.2)[self.sizes.tight] * self.em
        paragraphs = []
        for paragraph in self.poster.mission:
            text = self.frame.lettering.learn(paragraph.runs)
            paragraphs.append(stack.add(text, self.body, self.leading, before=before))
        small = max(self.frame.reading.small, 0.72 * self.body)
        note = stack.add(self.poster.mission_note, small, 1.25, before=1.5 * before)
        return there(told=stack.block(begin), claim=claim, note=note), tuple(filter(None, paragraphs))

    def disclaim(self, stack: Stack) -> dict[str, Box]:
        """What is said of the views in it."""
        text = self.poster.lockup.disclaimer if self.poster.lockup else ""
        return there(disclaimer=stack.add(text, self.frame.reading.small, 1.25))

    def bands_height(self, column: float, ends: tuple[float, float]) -> float:
        """What the pillars take at the least."""
        return sum(self._text(entry, column) + 2 * self._pad for entry in self.poster.pillars) + sum(ends)

    def bands(self, field: Box, left: float, column: float, ends: tuple[float, float]) -> tuple[Band, ...]:
        """The pillars as bands that fill a field, numbers from `left` on; the first and last keep off its `ends`."""
        entries, bands, top = self.poster.pillars, [], field.top
        share = (field.height - self.bands_height(column, ends)) / max(len(entries), 1)
        for place, entry in enumerate(entries):
            above, below = ends[0] * (place == 0), ends[1] * (entry is entries[-1])
            height = self._text(entry, column) + 2 * self._pad + share + above + below
            ground = Box(left=field.left, top=top, width=field.width, height=height)
            bands.append(self._band(entry, ground, left, column, (ground.top + above + ground.bottom - below) / 2))
            top = ground.bottom
        return tuple(bands)

    @property
    def plinth(self) -> float:
        """What a band at the sheet's edge keeps free beside its text, so that no printer cuts it."""
        return max(0.0, self.frame.geometry.safe_margin + 2 - self._pad)

    def _band(self, entry: PillarEntry, ground: Box, left: float, column: float, middle: float) -> Band:
        stack = self.stack(left + self.aside, middle - self._text(entry, column) / 2, column)
        begin = stack.top
        title, body = self._words(stack, entry)
        words = stack.block(begin)
        high, half, side = DIGIT * self._number, 0.5 * self.aside, 0.34 * self.aside
        size = self._number / PT
        number = TextBox(left=left, top=middle - high / 2, width=half, height=high, size=size, leading=DIGIT)
        glyph = Box(left=left + half, top=middle - side / 2, width=side, height=side)
        return Band(
            ground=self.frame.to_edge(ground),
            number=number,
            glyph=None if self.narrow else glyph,
            words=words,
            title=title,
            body=body,
        )

    def _words(self, stack: Stack, entry: PillarEntry) -> tuple[Box, Box]:
        nothing = Box(left=stack.left, top=stack.top, width=stack.width, height=0.0)
        title = stack.add(entry.title.text, self._title, 1.15, bold=True)
        body = stack.add(entry.body.text, self.body, self.leading, before=0.2 * self.em)
        return title or nothing, body or nothing

    def _text(self, entry: PillarEntry, column: float) -> float:
        """The height of a pillar's texts, of its number at the least."""
        stack = self.stack(0.0, 0.0, column)
        self._words(stack, entry)
        return max(stack.top, DIGIT * self._number)
