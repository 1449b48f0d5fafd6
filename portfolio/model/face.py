"""How wide a text is in a font, and how many lines it needs: known before anything is laid out."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

PT = 25.4 / 72  # mm
# Where a line may end: at blanks and after hyphens, dashes, slashes; but no line begins with what closes or parts, nor
# ends with what opens, though there is a blank between ("Okulu / Lisesi": Unicode UAX 14, LB13 and LB14).
BLANK = r"(?<![(\[{])\s+(?![/)\]}!?,.:;])"
_BREAK = re.compile(BLANK + r"|(?<=[-–/])(?=\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A font's advance widths in em by code point; `others` are those of the fonts that set what it lacks, in order.

    `other` is the width of a letter that none of them has. `spacing` is added to each letter.
    """

    advances: Mapping[int, float]
    others: Sequence[Mapping[int, float]] = ()
    other: float = 1.0
    spacing: float = 0.0

    def width(self, text: str) -> float:
        """The width of a text in em, without kerning."""
        return self._width(text, self._setting(text))

    def words(self, text: str) -> tuple[float, ...]:
        """The widths in em of what stands between the places where a line may end."""
        advances = self._setting(text)
        return tuple(self._width(word, advances) for word in _BREAK.split(text) if word)

    def lines(self, text: str, measure: float) -> int:
        """How many lines a text needs at most in a measure in em; a word that is too wide is broken at its end."""
        return _count(self.words(text), self._width(" ", self._setting(text)), measure)

    def lines_of(self, words: Sequence[float], measure: float) -> int:
        """The same of words whose widths are known, for a text that is tried in many measures."""
        return _count(words, self.width(" "), measure)

    def fitted(self, text: str, room: float) -> str:
        """A text, cut behind a letter and with "…" when it is wider than `room` em."""
        if self.width(text) <= room:
            return text
        while text and self.width(f"{text}…") > room:
            text = text[:-1]
        return f"{text.rstrip()}…"

    def height(self, text: str, size: float, leading: float, measure: float) -> float:
        """The height in mm of a text of `size` pt in lines of a measure in mm; nothing for no text."""
        em = size * PT
        return self.lines(text, measure / em) * em * leading if text.strip() else 0.0

    def _width(self, text: str, advances: Mapping[int, float]) -> float:
        return sum(advances.get(ord(letter), self.other) for letter in text) + self.spacing * len(text)

    def _setting(self, text: str) -> Mapping[int, float]:
        """The widths of the font that has all letters of a text, as they are set whole; else of all, in their order."""
        letters = {ord(letter) for letter in text if not letter.isspace()}
        if not self.others or letters <= self.advances.keys():
            return self.advances
        whole = next((advances for advances in self.others if letters <= advances.keys()), None)
        return whole or ChainMap(*map(dict, (self.advances, *self.others)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Faces:
    """The two weights in which lines are counted, and what sets the EU's statement."""

    regular: Face
    bold: Face
    statement: Face


def _count(words: Sequence[float], space: float, measure: float) -> int:
    count, used = 1, 0.0
    for wide in words:
        if used and used + space + wide > measure:
            count, used = count + 1, 0.0
        used += wide + (space if used else 0.0)
        if used > measure:
            broken = ceil(used / measure) - 1
            count, used = count + broken, used - broken * measure
    return count
