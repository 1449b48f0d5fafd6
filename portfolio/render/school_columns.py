"""The pillars of a school poster: columns in their colours, each with its glyph, number, title and line at its foot.

Lengths in mm, sizes of type in pt.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from portfolio.model.blocks import PillarEntry
from portfolio.model.box import Box, TextBox
from portfolio.model.face import PT
from portfolio.model.sheet import SchoolPoster
from portfolio.render.stack import Stack
from portfolio.visibility.frame import Frame

TITLE = 1.08  # of the text's size


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A pillar's place: its ground from top to foot, glyph and number, title and text in one block."""

    ground: Box
    glyph: Box
    number: Box
    words: Box
    title: Box
    body: Box


class Columns:
    """The columns of a field that is read from `left` on, with texts of `body` pt."""

    def __init__(self, frame: Frame, poster: SchoolPoster, left: float, body: float) -> None:
        self._frame, self._entries, self._left, self._body = frame, poster.pillars, left, body
        self._em = body * PT
        self._gutter = 0.5 * frame.margin
        count = max(len(poster.pillars), 1)
        self.width = (frame.width - frame.margin - left - self._gutter * (count - 1)) / count
        self._side = min(2.6 * self._em, 0.4 * self.width)

    @property
    def holds_words(self) -> bool:
        """Whether no word is wider than its column."""
        lettering = self._frame.lettering
        widest = (
            max(lettering.widest(entry.title.text, bold=True) * TITLE, lettering.widest(entry.body.text))
            for entry in self._entries
        )
        return max(widest, default=0.0) * self._em <= self.width

    @property
    def height(self) -> float:
        """Of all that is in them."""
        return max((self._column(entry, 0.0, 0.0)[2].bottom for entry in self._entries), default=0.0)

    def edges(self, field: Box) -> list[float]:
        """Where the columns over a field begin, and where the last one ends."""
        step = self.width + self._gutter
        inner = (self._left + n * step - self._gutter / 2 for n in range(1, len(self._entries)))
        return [field.left, *inner, field.right]

    def place(self, field: Box, top: float) -> tuple[Column, ...]:
        """The columns over a field, what is in them from `top` on."""
        columns, left = [], self._left
        for entry, (begin, end) in zip(self._entries, pairwise(self.edges(field)), strict=True):
            ground = self._frame.to_edge(Box(left=begin, top=field.top, width=end - begin, height=field.height))
            glyph, number, words, title, body = self._column(entry, left, top)
            columns.append(Column(ground=ground, glyph=glyph, number=number, words=words, title=title, body=body))
            left += self.width + self._gutter
        return tuple(columns)

    def _column(self, entry: PillarEntry, left: float, top: float) -> tuple[Box, Box, Box, Box, Box]:
        """Glyph, number and words of a pillar, and of these its title and text."""
        side = self._side
        glyph = Box(left=left, top=top, width=side, height=side)
        number = TextBox(left=left + 1.35 * side, top=top, width=side, height=side, size=side / PT)
        begin = glyph.bottom + 0.6 * self._em
        stack = Stack(self._frame.lettering, left=left, top=begin, width=self.width)
        nothing = stack.block(begin)
        title = stack.add(entry.title.text, TITLE * self._body, 1.15, bold=True) or nothing
        body = stack.add(entry.body.text, self._body, 1.25, before=0.25 * self._em) or nothing
        return glyph, number, stack.block(begin), title, body
