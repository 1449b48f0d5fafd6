"""Texts measured before they are set, in many sizes and measures, each word of them once.

Lengths in mm, sizes of type in pt.
"""

from __future__ import annotations

from portfolio.model.face import PT, Face
from portfolio.render.glyphs import Faces

SURE = 0.985  # of a measure counts, for letters are set a little otherwise than their widths add up to
_STEPS = 6  # halvings in which a balanced measure is found: to a 64th of it


class Lettering:
    """How many lines texts need in the two weights of a theme, and how high they then are."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self._words: dict[tuple[str, bool], tuple[float, ...]] = {}

    def lines(self, text: str, size: float, measure: float, *, bold: bool = False) -> int:
        """The lines of a text at most; none for no text."""
        words = self._widths(text, bold)
        return self._face(bold).lines_of(words, SURE * measure / (size * PT)) if words else 0

    def height(self, text: str, size: float, leading: float, measure: float, *, bold: bool = False) -> float:
        """The height of a text in its lines."""
        return self.lines(text, size, measure, bold=bold) * size * PT * leading

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """The width of a text in one line."""
        words = self._widths(text, bold)
        spaces = self._face(bold).width(" ") * max(len(words) - 1, 0)
        return (sum(words) + spaces) * size * PT / SURE

    def widest(self, text: str, *, bold: bool = False) -> float:
        """The width in em of the word of a text that is widest; 0 for no text."""
        return max(self._widths(text, bold), default=0.0) / SURE

    def balanced(self, text: str, size: float, measure: float, *, bold: bool = False) -> float:
        """The narrowest measure in which a text needs no more lines: there they are about equally long."""
        count = self.lines(text, size, measure, bold=bold)
        narrow, wide = min(self.widest(text, bold=bold) * size * PT, measure), measure
        for _ in range(_STEPS):
            middle = (narrow + wide) / 2
            if self.lines(text, size, middle, bold=bold) > count:
                narrow = middle
            else:
                wide = middle
        return wide

    def _face(self, bold: bool) -> Face:
        return self.faces.bold if bold else self.faces.regular

    def _widths(self, text: str, bold: bool) -> tuple[float, ...]:
        if (text, bold) not in self._words:
            self._words[text, bold] = self._face(bold).words(text)
        return self._words[text, bold]
