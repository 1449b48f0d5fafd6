"""What a text speaks of, by the words of the framework's lexicon. Words only suggest; they never place a piece."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portfolio.mapping.spelling import Word, spell
from portfolio.model.framework import PAIR, Concept, Framework

_WORD = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"[^\n.!?;]+(?:[.!?;](?!\s)[^\n.!?;]*)*")
_SHORT = 2  # letters up to which a word of a stem stands for itself only: "e" of "e safety" begins too much
_LONGEST = 6_000  # characters of a text that are looked at: what a piece is about is said at its beginning


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A concept with the words of the text that speak of it, as written there.

    `parts`: the two mentions that make up one of a pair. `verified`: a speaker of the language went over its words.
    """

    concept: Concept
    words: str
    parts: tuple[Mention, ...] = ()
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A word of a stem: all of a word, its beginning (`may_go_on`), or what stands anywhere in it (`within`).

    `capitals`: an abbreviation, met in capitals only, for many are everyday words as well (the fair SETT, "sett").
    """

    word: Word
    may_go_on: bool
    within: bool
    capitals: bool

    def fits(self, word: Word) -> bool:
        if self.capitals and word.capitals < len(self.word.letters):
            return False
        return any(word.agrees(self.word, at) for at in self._places(word.letters))

    def _places(self, letters: str) -> Iterator[int]:
        """Where in a word the letters stand."""
        mine = self.word.letters
        last = len(letters) - len(mine)
        if not self.within:
            if letters.startswith(mine) if self.may_go_on else letters == mine:
                yield 0
        elif self.may_go_on:
            yield from (at for at in range(last + 1) if letters.startswith(mine, at))
        elif letters.endswith(mine):
            yield last


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stem:
    """Words that stand side by side, each with how it is met; `length` in letters."""

    words: tuple[_Part, ...]
    length: int
    concept: Concept
    verified: bool

    def goes_on(self, words: Sequence[Word]) -> bool:
        """Whether words, the first of which begins it, are its words."""
        return len(words) == len(self.words) and all(map(_Part.fits, self.words[1:], words[1:]))


class _Words:
    """The stems of one language, found by the word that they begin with."""

    def __init__(self) -> None:
        self._by_letter: dict[str, list[_Stem]] = defaultdict(list)
        self._within: list[_Stem] = []
        # What a word can begin, once it was met: the same few thousand words make up all the texts of a school.
        self._begun: dict[Word, tuple[_Stem, ...]] = {}

    def add(self, stem: _Stem) -> None:
        first = stem.words[0]
        (self._within if first.within else self._by_letter[first.word.letters[0]]).append(stem)

    def begun_by(self, word: Word) -> tuple[_Stem, ...]:
        if word not in self._begun:
            stems = (*self._by_letter.get(word.letters[0], ()), *self._within)
            self._begun[word] = tuple(stem for stem in stems if stem.words[0].fits(word))
        return self._begun[word]


class Lexicon:
    """Finds concepts in texts. The longest stem takes its words: "pupil inclusion" is not "inclusion" as well.

    `unverified`: languages whose words no speaker has gone over. What it found in a text it remembers: whoever decides
    about one piece after the other asks it about the same texts again.
    """

    def __init__(self, concepts: Sequence[Concept], unverified: Sequence[str] = ()) -> None:
        self._concepts, self._unverified = concepts, frozenset(unverified)
        self._languages: dict[str, _Words] = {}
        self._pairs = [(concept.key.split(PAIR), concept) for concept in concepts if PAIR in concept.key]
        self._found: dict[tuple[str, tuple[str, ...]], tuple[Mention, ...]] = {}

    def is_of(self, framework: Framework) -> bool:
        """Whether it was made from the words of a pack."""
        return self._concepts == framework.concepts and self._unverified == frozenset(framework.unverified)

    def mentions(self, text: str, languages: Sequence[str]) -> tuple[Mention, ...]:
        """What a text speaks of, each concept once, in the order of the text; then the pairs that share a sentence."""
        asked = (text, tuple(languages))
        if asked not in self._found:
            self._found[asked] = self._search(*asked)
        return self._found[asked]

    def _search(self, text: str, languages: Sequence[str]) -> tuple[Mention, ...]:
        found: dict[str, Mention] = {}
        paired: dict[str, Mention] = {}
        known = [self._words(language) for language in languages]
        for sentence in _SENTENCE.findall(unicodedata.normalize("NFC", text[:_LONGEST])):
            here = {mention.concept.key: mention for mention in reversed(tuple(_in_sentence(sentence, known)))}
            for mention in reversed(here.values()):
                found.setdefault(mention.concept.key, mention)
            if len(here) > 1:
                for keys, concept in self._pairs:
                    if concept.key not in paired and all(key in here for key in keys):
                        paired[concept.key] = _pair(concept, tuple(here[key] for key in keys))
        return (*found.values(), *paired.values())

    def _words(self, language: str) -> _Words:
        """The stems of a language, made ready when a text of it is met: a school needs two or three."""
        if language not in self._languages:
            self._languages[language] = words = _Words()
            for concept in self._concepts:
                for written in concept.stems.get(language, ()):
                    words.add(_stem(written, concept, language not in self._unverified))
        return self._languages[language]


def _in_sentence(sentence: str, known: Sequence[_Words]) -> Iterator[Mention]:
    spans = [(found.start(), found.end()) for found in _WORD.finditer(sentence)]
    met = [spell(sentence[start:end]) for start, end in spans]
    place = 0
    while place < len(met):
        stem = _longest(met, place, known)
        if stem is None:
            place += 1
            continue
        last = place + len(stem.words) - 1
        words = " ".join(sentence[spans[place][0] : spans[last][1]].split())
        yield Mention(concept=stem.concept, words=words, verified=stem.verified)
        place = last + 1


def _longest(words: Sequence[Word], place: int, known: Sequence[_Words]) -> _Stem | None:
    begun = [stem for each in known for stem in each.begun_by(words[place])] if words[place].letters else []
    fitting = (stem for stem in begun if stem.goes_on(words[place : place + len(stem.words)]))
    return max(fitting, key=lambda stem: stem.length, default=None) if begun else None


def _pair(concept: Concept, parts: tuple[Mention, ...]) -> Mention:
    return Mention(
        concept=concept,
        words=" … ".join(part.words for part in parts),
        parts=parts,
        verified=all(part.verified for part in parts),
    )


def _stem(written: str, concept: Concept, verified: bool) -> _Stem:
    whole = written.startswith("=")
    words = tuple(_parts(unicodedata.normalize("NFC", written), whole))
    return _Stem(words=words, length=sum(len(part.word.letters) for part in words), concept=concept, verified=verified)


def _parts(written: str, whole: bool) -> Iterator[_Part]:
    for found in _WORD.finditer(written):
        word = spell(found.group())
        yield _Part(
            word=word,
            may_go_on=not whole and len(word.letters) > _SHORT,
            within=found.start() > 0 and written[found.start() - 1] == "*",
            capitals=_SHORT <= len(word.letters) == word.capitals,
        )
