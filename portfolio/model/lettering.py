"""Texts measured before they are set, in many sizes and measures, each word of them once.

Lengths in mm, sizes of type in pt.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import ceil

from portfolio.model.blocks import Run
from portfolio.model.face import PT, Face, Faces
from portfolio.model.text import has_leftwards

SURE = 0.985  # of a measure counts, for letters are set a little otherwise than their widths add up to
JOINED = 1.1  # a word whose letters are joined may be so much wider than they are alone
BLANK = 0.3  # em: the widest blank of a font
_PIECES = re.compile(r"\s+|\S+")
_STEPS = 6  # halvings in which a balanced measure is found: to a 64th of it


class Lettering:
    """How many lines texts need in the two weights of a theme, and how high they then are.

    A text has at least the lines that it is given in.
    """

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self._words: dict[tuple[str, bool], tuple[_Words, ...]] = {}

    def lines(self, text: str, size: float, measure: float, *, bold: bool = False) -> int:
        """The lines of a text at most; none for no text."""
        return sum(words.lines(SURE * measure / (size * PT)) for words in self._measured(text, bold))

    def height(self, text: str, size: float, leading: float, measure: float, *, bold: bool = False) -> float:
        """The height of a text in its lines."""
        return self.lines(text, size, measure, bold=bold) * size * PT * leading

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """The width of a text whose lines are not broken."""
        return max((words.ends[-1] for words in self._measured(text, bold)), default=0.0) * size * PT / SURE

    def widest(self, text: str, *, bold: bool = False) -> float:
        """The width in em of the word of a text that is widest; 0 for no text."""
        return max((max(words.widths) for words in self._measured(text, bold)), default=0.0) / SURE

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

    def learn(self, runs: Sequence[Run]) -> str:
        """The text of some runs, whose widths are from here on known by their weights."""
        text = "".join(run.text for run in runs)
        if (text, False) not in self._words:
            widths = list(self._widths_of(runs))
            self._words[text, False] = (_Words(widths, _space(text, self.faces.regular)),) if widths else ()
        return text

    def _widths_of(self, runs: Sequence[Run]) -> Iterator[float]:
        """The widths of words, of which one may go on from a run into the next."""
        word = 0.0
        for run in runs:
            for piece in _PIECES.findall(run.text):
                *whole, last = self._face(run.strong).words(piece) or (0.0,)
                if piece.isspace() and word:
                    yield word
                for width in whole:
                    yield word + width
                    word = 0.0
                word = 0.0 if piece.isspace() else word + last
        if word:
            yield word

    def _face(self, bold: bool) -> Face:
        return self.faces.bold if bold else self.faces.regular

    def _measured(self, text: str, bold: bool) -> tuple[_Words, ...]:
        """The words of each of its lines."""
        if (text, bold) not in self._words:
            lines = (line for line in text.splitlines() if line.strip())
            self._words[text, bold] = tuple(self._line(line, self._face(bold)) for line in lines)
        return self._words[text, bold]

    def _line(self, line: str, face: Face) -> _Words:
        wider = JOINED if has_leftwards(line) else 1.0
        return _Words([width * wider for width in face.words(line)], _space(line, face))


def _space(text: str, face: Face) -> float:
    """The width of a blank in em; wider where other fonts set some words of a text."""
    own = all(ord(letter) in face.advances for letter in text if not letter.isspace())
    return face.width(" ") if own or not face.advances else max(face.width(" "), BLANK)


class _Words:
    """The widths of a text's words in em, and where each ends when all stand in one line."""

    def __init__(self, widths: Sequence[float], space: float) -> None:
        self.widths = widths
        self.ends = [end + place * space for place, end in enumerate(accumulate(widths))]

    def lines(self, measure: float) -> int:
        """How many lines the words need at the most; one that is too wide has its lines for itself."""
        count = word = 0
        while word < len(self.ends):
            begin = self.ends[word] - self.widths[word]
            following = bisect_right(self.ends, begin + measure, lo=word)
            if following == word:
                count += ceil(self.widths[word] / measure)
                following += 1
            else:
                count += 1
            word = following
        return max(count, 1)
