"""Which of some pieces shares the most words with another one."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import PurePosixPath

from portfolio.i18n import fold
from portfolio.model.evidence import EvidenceItem

_WORD = re.compile(r"[^\W\d_]{4,}")  # shorter ones are mostly articles and endings
_READ = 600  # characters of a text: what it is about is said at its beginning
_COMMON = 3  # words that two pieces have to share
_ALIKE = 0.35  # the least cosine of their words, each weighing the more the rarer it is
_FREQUENT = 20  # pieces: a word in more of them tells little
_TELLING = 30  # words of a piece that are looked for
_NAMED = 3


class CommonWords:
    """Finds among some pieces the one that says most of the same words, for each of many others."""

    def __init__(self, items: Sequence[EvidenceItem]) -> None:
        words = [tuple(_words(item)) for item in items]
        self._where: dict[str, list[int]] = defaultdict(list)
        for place, said in enumerate(words):
            for word in said:
                self._where[word].append(place)
        # The square of what a word weighs; a word that no piece says weighs the most.
        self._weights = {
            word: math.log(2 + len(items) / (1 + len(places))) ** 2 for word, places in self._where.items()
        }
        self._unknown = math.log(2 + len(items)) ** 2
        self._squares = [self._square(said) for said in words]

    def nearest(self, item: EvidenceItem) -> tuple[int, tuple[str, ...]]:
        """The place of the nearest piece with the rarest words it shares, as written here; none when none is near."""
        said = _words(item)
        telling = [word for word in said if 0 < len(self._where.get(word, ())) <= _FREQUENT]
        telling = sorted(telling, key=lambda word: (-self._weights[word], word))[:_TELLING]
        shared = Counter(place for word in telling for place in self._where[word])
        near = [place for place, n in shared.items() if n >= _COMMON]
        if not near:
            return 0, ()
        square = self._square(said)
        found = {place: [word for word in telling if place in self._where[word]] for place in near}
        cosine = {
            place: sum(map(self._weights.__getitem__, words)) / math.sqrt(square * self._squares[place])
            for place, words in found.items()
        }
        best = min(near, key=lambda place: (-cosine[place], place))
        if cosine[best] < _ALIKE:
            return 0, ()
        return best, tuple(said[word] for word in found[best][:_NAMED])

    def _square(self, words: Iterable[str]) -> float:
        """The square of the length of some words."""
        return sum(self._weights.get(word, self._unknown) for word in words)


def _words(item: EvidenceItem) -> dict[str, str]:
    """The folded words of a piece's titles, file names and beginning, each with how it is written there first."""
    found: dict[str, str] = {}
    for text in _texts(item):
        for word in _WORD.findall(text):
            found.setdefault(_folded(word), word)
    return found


def _texts(item: EvidenceItem) -> Iterator[str]:
    for said in (item.title, item.caption, item.alternative):
        yield from (text for _, text in said.value.texts) if said else ()
    yield from (PurePosixPath(file).stem for file in item.files)
    yield item.text[:_READ]


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    """`fold`, remembering."""
    return fold(word)
