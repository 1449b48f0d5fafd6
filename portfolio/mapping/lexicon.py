"""What a text speaks of, by the words of the framework's lexicon. Words only suggest; they never place a piece."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from portfolio.i18n import fold
from portfolio.model.framework import Concept

_WORD = re.compile(r"[^\W_]+")
_INITIALS = 2  # letters by which stems are looked up
_SHORT = 2  # letters up to which a word of a stem stands for itself only: "e" of "e safety" begins too much
_LONGEST = 20_000  # characters of a text that are looked at: what a piece is about is said at its beginning


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


@dataclass(frozen=True, slots=True)
class _Stem:
    """Folded words that stand side by side; a pair says whether the word may go on."""

    words: tuple[tuple[str, bool], ...]
    concept: Concept

    @property
    def length(self) -> int:
        return sum(len(word) for word, _ in self.words)

    def fits(self, words: Sequence[str]) -> bool:
        return len(words) == len(self.words) and all(
            word.startswith(stem) if open_end else word == stem
            for word, (stem, open_end) in zip(words, self.words, strict=True)
        )


class Lexicon:
    """Finds concepts in texts. The longest stem takes its words: "pupil inclusion" is not "inclusion" as well."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self._stems: dict[str, dict[str, list[_Stem]]] = defaultdict(lambda: defaultdict(list))
        for concept in concepts:
            for language, stems in concept.stems.items():
                for written in stems:
                    stem = _Stem(tuple(_stem_words(written)), concept)
                    self._stems[language][stem.words[0][0][:_INITIALS]].append(stem)
        for initials in self._stems.values():
            for stems_here in initials.values():
                stems_here.sort(key=lambda stem: (-stem.length, stem.words))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it knows words of."""
        return tuple(self._stems)

    def mentions(self, text: str, languages: Sequence[str]) -> tuple[Mention, ...]:
        """What a text speaks of, each concept once, in the order of the text."""
        text = unicodedata.normalize("NFC", text[:_LONGEST])
        spans = [(found.start(), found.end()) for found in _WORD.finditer(text)]
        folded = [fold(text[start:end]) for start, end in spans]
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
        initials = words[place][:_INITIALS]
        fitting = (
            stem
            for language in languages
            if language in self._stems
            for stem in self._stems[language].get(initials, ())
            if stem.fits(words[place : place + len(stem.words)])
        )
        return max(fitting, key=lambda stem: stem.length, default=None)


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


def _stem_words(stem: str) -> Iterator[tuple[str, bool]]:
    whole = stem.startswith("=")
    for word in _WORD.findall(unicodedata.normalize("NFC", stem)):
        yield fold(word), not whole and len(word) > _SHORT
