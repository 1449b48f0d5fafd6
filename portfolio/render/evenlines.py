"""Texts in lines that are about equally long, for what is centred: broken before anything is set."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, pairwise

from portfolio.model.face import BLANK, Faces

MOST_LINES, MOST_WORDS = 12, 200  # of one text: no plate has room for more
_BREAK = re.compile(rf"({BLANK})|(?<=[-–/])(?=\w)")  # where a line may end, as `model.face` has it


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A text in its lines, and the width of the longest in em."""

    texts: tuple[str, ...]
    width: float


class Texts:
    """The ways to break texts, each found once; they are measured in the bolder weight, so none is broader."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self._ways: dict[str, list[Way]] = {}

    def ways(self, text: str) -> list[Way]:
        """A text in one line, in two, and so on; each time the longest line is as short as words allow.

        None for a text with too many words.
        """
        if text not in self._ways:
            self._ways[text] = self._find(text)
        return self._ways[text]

    def _find(self, text: str) -> list[Way]:
        parts = _BREAK.split(text.strip())
        words = parts[::2]
        if len(words) > MOST_WORDS:
            return []
        blanks = ["", *(" " if blank else "" for blank in parts[1::2])]  # before each word
        width = self.faces.bold.width
        ends = list(accumulate((width(blank + word) for blank, word in zip(blanks, words, strict=True)), initial=0.0))
        begins = [end + width(blank) for end, blank in zip(ends, blanks, strict=False)]  # a blank there is not set
        ways: list[Way] = []
        # For every number of words: how broad the broadest line is at best, and where its lines end.
        best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
        for _ in words[:MOST_LINES]:
            longer: dict[int, tuple[float, tuple[int, ...]]] = {}
            for begin, (broadest, cuts) in best.items():
                for end in range(begin + 1, len(words) + 1):
                    broad = max(broadest, ends[end] - begins[begin])
                    if end not in longer or broad < longer[end][0]:
                        longer[end] = broad, (*cuts, end)
            best = longer
            broadest, cuts = best[len(words)]
            lines = (zip(blanks[begin:end], words[begin:end], strict=True) for begin, end in pairwise(cuts))
            texts = tuple("".join(blank + word for blank, word in line).strip() for line in lines)
            ways.append(Way(texts=texts, width=broadest))
        return ways
