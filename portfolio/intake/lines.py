"""Lines of a text: searched without regard to case and diacritics, cut as they are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from portfolio.i18n import fold

_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A text in NFC without extra blanks, `written` and `folded`.

    `places`: of each folded letter its place in `written`, then its end.
    """

    written: str
    folded: str
    places: Sequence[int]

    def cut(self, start: int, end: int | None = None) -> str:
        """What is written between two places of the folded text."""
        return self.written[self.places[start] : self.places[len(self.folded) if end is None else end]].strip()


def line_of(text: str) -> Line:
    """A text as one line."""
    written = " ".join(unicodedata.normalize("NFC", text).split())
    if written.isascii():
        return Line(written=written, folded=written.lower(), places=range(len(written) + 1))
    folded, places = [], []
    for place, letter in enumerate(written):
        bare = letter if letter == " " else folded_letter(letter)
        folded.append(bare)
        places += [place] * len(bare)
    return Line(written=written, folded="".join(folded), places=(*places, len(written)))


@lru_cache(maxsize=2000)
def folded_letter(letter: str) -> str:
    """A letter as it is compared; both apostrophes are one."""
    return "'" if letter == "’" else fold(letter)


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text that are not empty."""
    return tuple(line_of(line) for line in text.split("\n") if line.strip())


def phrases(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for folded texts: any of these whole words or phrases; a star stands for the rest of a word.

    Of several that begin in one place the longest is found.
    """
    wanted = sorted(map(bare, words), key=len, reverse=True)
    if not wanted:
        return _NOTHING
    either = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in wanted)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")


def bare(phrase: str) -> str:
    """A phrase of the vocabulary as it stands in a folded line."""
    return line_of(phrase).folded
