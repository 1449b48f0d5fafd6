"""What a text speaks of, by the words of the framework's lexicon. Words only suggest; they never place a piece."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from portfolio.i18n import fold
from portfolio.model.framework import Concept

_WORD = re.compile(r"[^\W_]+")
_SHORT = 2  # letters up to which a word of a stem stands for itself only: "e" of "e safety" begins too much
_LONGEST = 6_000  # characters of a text that are looked at: what a piece is about is said at its beginning


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A concept with the words of the text that speak of it, as written there."""

    concept: Concept
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A target that a text speaks for: `score` is the sum of its concepts' weights, the weightiest mention first."""

    target: str
    score: float
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stem:
    """Folded words that stand side by side, each with whether it may go on; `length` in letters."""

    words: tuple[tuple[str, bool], ...]
    length: int
    concept: Concept

    def fits(self, words: Sequence[str]) -> bool:
        return len(words) == len(self.words) and all(map(_begins, words, self.words))


class Lexicon:
    """Finds concepts in texts. The longest stem takes its words: "pupil inclusion" is not "inclusion" as well."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self._stems: dict[str, list[_Stem]] = defaultdict(list)
        for concept in concepts:
            for language, stems in concept.stems.items():
                self._stems[language] += [_stem(written, concept) for written in stems]
        # What a word can begin, once it was met: the same few thousand words make up all the texts of a school.
        self._begun: dict[tuple[str, str], tuple[_Stem, ...]] = {}

    def mentions(self, text: str, languages: Sequence[str]) -> tuple[Mention, ...]:
        """What a text speaks of, each concept once, in the order of the text."""
        text = unicodedata.normalize("NFC", text[:_LONGEST])
        spans = [(found.start(), found.end()) for found in _WORD.finditer(text)]
        folded = [_folded(text[start:end]) for start, end in spans]
        found: dict[str, Mention] = {}
        place = 0
        while place < len(folded):
            stem = self._longest(folded, place, languages)
            if stem is None:
                place += 1
                continue
            last = place + len(stem.words) - 1
            words = " ".join(text[spans[place][0] : spans[last][1]].split())
            found.setdefault(stem.concept.key, Mention(concept=stem.concept, words=words))
            place = last + 1
        return tuple(found.values())

    def _longest(self, words: Sequence[str], place: int, languages: Sequence[str]) -> _Stem | None:
        begun = [stem for language in languages for stem in self._begun_by(words[place], language)]
        fitting = (stem for stem in begun if stem.fits(words[place : place + len(stem.words)]))
        return max(fitting, key=lambda stem: stem.length, default=None) if begun else None

    def _begun_by(self, word: str, language: str) -> tuple[_Stem, ...]:
        key = (language, word)
        if key not in self._begun:
            stems = self._stems.get(language, ())
            self._begun[key] = tuple(stem for stem in stems if _begins(word, stem.words[0]))
        return self._begun[key]


def _begins(word: str, stem: tuple[str, bool]) -> bool:
    beginning, may_go_on = stem
    return word.startswith(beginning) if may_go_on else word == beginning


def rank(mentions: Sequence[Mention]) -> tuple[Suggestion, ...]:
    """The targets that mentions speak for, the weightiest first; a concept counts once, whatever the mentions."""
    lent: dict[str, list[Mention]] = defaultdict(list)
    for mention in {mention.concept.key: mention for mention in reversed(mentions)}.values():
        for target, weight in mention.concept.weights.items():
            if weight:
                lent[target].append(mention)
    suggestions = (_suggestion(target, found) for target, found in lent.items())
    return tuple(sorted(suggestions, key=lambda suggestion: (-suggestion.score, suggestion.target)))


def _suggestion(target: str, mentions: Sequence[Mention]) -> Suggestion:
    weights: Mapping[str, float] = {mention.concept.key: mention.concept.weights[target] for mention in mentions}
    return Suggestion(
        target=target,
        score=sum(weights.values()),
        mentions=tuple(sorted(mentions, key=lambda mention: (-weights[mention.concept.key], mention.concept.key))),
    )


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    """`fold`, remembering."""
    return fold(word)


def _stem(written: str, concept: Concept) -> _Stem:
    whole = written.startswith("=")
    words = [fold(word) for word in _WORD.findall(unicodedata.normalize("NFC", written))]
    return _Stem(
        words=tuple((word, not whole and len(word) > _SHORT) for word in words),
        length=sum(map(len, words)),
        concept=concept,
    )
