"""A paragraph of a Word document as it grows, line by line: letters and pictures become marks. Lengths in mm.

How wide letters run is guessed, as `docx_marks` says.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil

from portfolio.audit.docx_looks import ParagraphLook, RunLook
from portfolio.audit.moving import Mark, moved, rectangle
from portfolio.model.marks import Box, PictureMark, TextMark

_WIDE = 0.5  # em: a letter on the average
_BASE = 0.75  # of the type's size: from the top of letters to the line that they stand on
_UNDER, _THIN = 0.12, 0.05  # of the type's size: how far below it a line is drawn, and how thick


@dataclass(slots=True)
class Lines:
    """The lines of a paragraph of a look, in a measure."""

    look: ParagraphLook
    width: float
    marks: list[Mark] = field(default_factory=list)
    height: float = 0.0
    _line: list[Mark] = field(default_factory=list)
    _across: float = 0.0
    _high: float = 0.0

    def write(self, text: str, letters: RunLook) -> None:
        """Letters behind what stands in the line; what has no room in one line fills several."""
        if not text:
            return
        high = self.look.line if self.look.exact else self.look.line * letters.size
        wide = _WIDE * letters.size * len(text)
        count = max(1, ceil((self._across + wide) / self.width)) if self.width > 0 else 1
        left = self._across if count == 1 else 0.0
        box = Box(
            left,
            (high - letters.size) / 2,
            left + min(wide, self.width),
            high * (count - 1) + (high + letters.size) / 2,
        )
        baseline = box.bottom - (1 - _BASE) * letters.size
        self._line.append(
            TextMark(
                text=text,
                font=letters.font,
                size=letters.size,
                slanted=letters.slanted,
                colour=letters.colour,
                box=box,
                baseline=baseline,
            )
        )
        if letters.underlined and text.strip():
            top = baseline + _UNDER * letters.size
            line = Box(box.left, top, box.right, top + _THIN * letters.size)
            self._line.append(rectangle(line, letters.colour))
        self._across = left + wide - (count - 1) * self.width if count > 1 else self._across + wide
        self._high = max(self._high, high * count)

    def put(self, picture: PictureMark) -> None:
        """A picture behind what stands in the line."""
        self._line.append(moved(picture, self._across, 0.0))
        self._across += picture.box.width
        self._high = max(self._high, picture.box.height)

    def end(self, size: float) -> None:
        """Ends the line, which is as high as a letter of this size where nothing stands in it."""
        aside = self.look.aside * max(0.0, self.width - self._across)
        self.marks += (moved(mark, aside, self.height) for mark in self._line)
        self.height += self._high or (self.look.line if self.look.exact else self.look.line * size)
        self._line, self._across, self._high = [], 0.0, 0.0
