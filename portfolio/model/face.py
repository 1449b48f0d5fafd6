"""How wide a text is in a font, and how many lines it needs: known before anything is laid out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

PT = 25.4 / 72  # mm
_BREAK = re.compile(r"\s+|(?<=[-–/])(?=\w)")  # where a line may end: at blanks and after hyphens, dashes, slashes


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A font's advance widths in em by code point; `other` is that of a letter which another font has to set.

    `spacing` is added to each letter.
    """

    advances: Mapping[int, float]
    other: float = 1.0
    spacing: float = 0.0

    def width(self, text: str) -> float:
        """The width of a text in em, without kerning."""
        return sum(self.advances.get(ord(letter), self.other) for letter in text) + self.spacing * len(text)

    def words(self, text: str) -> tuple[float, ...]:
        """The widths in em of what stands between the places where a line may end."""
        return tuple(self.width(word) for word in _BREAK.split(text) if word)

    def lines(self, text: str, measure: float) -> int:
        """How many lines a text needs at most in a measure in em; a word that is too wide is broken at its end."""
        return self.lines_of(self.words(text), measure)

    def lines_of(self, words: Sequence[float], measure: float) -> int:
        """The same of words whose widths are known, for a text that is tried in many measures."""
        space = self.width(" ")
        count, used = 1, 0.0
        for wide in words:
            if used and used + space + wide > measure:
                count, used = count + 1, 0.0
            used += wide + (space if used else 0.0)
            if used > measure:
                broken = ceil(used / measure) - 1
                count, used = count + broken, used - broken * measure
        return count

    def height(self, text: str, size: float, leading: float, measure: float) -> float:
        """The height in mm of a text of `size` pt in lines of a measure in mm; nothing for no text."""
        em = size * PT
        return self.lines(text, measure / em) * em * leading if text.strip() else 0.0
