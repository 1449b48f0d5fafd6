"""Full names in texts, however they are written: found by one rule, whether to be shortened or to be searched for.

A name is found with its words in any order, in any case, with or without diacritics, with one of several given names
left out, across a line break or a hyphen, with an apostrophe and any suffix (`suffixes.yaml`), and as one word in a
file's name. Where two readings compete the longer name wins, so that a pupil's name inside a teacher's is let be.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from portfolio.files.yamlfile import plain, read_yaml
from portfolio.i18n import fold, upper
from portfolio.resources import PACKAGE

# So many letters stand together by chance in no language: such a name is found without gaps, or set with wide ones.
_LONG = 8
_UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff\ufffe\x02"
# What a typesetter puts into a word: nothing that is seen, or a hyphen at the end of a line.
_INSIDE = re.compile(rf"[{_UNSEEN}]+|[-\u2010{_UNSEEN}]\s*\n\s*")
_SET = re.compile(rf"[-\u2010]\s*\n\s*|[\s{_UNSEEN}]")
_BETWEEN = re.compile(rf"[\s{_UNSEEN}_./|+()\[\]\"'’“”‐-―-]{{1,4}}")
_BEHIND_SURNAME = re.compile(rf"[\s{_UNSEEN}_./|+()\[\]\"'’“”‐-―,-]{{1,4}}")
_BLANKS = re.compile(rf"[\s{_UNSEEN}]{{1,3}}")
# At the end of a name that is followed by a vowel these become soft in Turkish ("Ahmet": "Ahmedi").
_SOFT = str.maketrans("ptk", "bdg")
_VOWELS = tuple("aeiou")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A full name as its words: given names and surnames, both at least one. `split` tells that this was stated."""

    given: tuple[str, ...]
    surname: tuple[str, ...]
    split: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where a name stands in a text (letters from `start` to before `end`), and the text that may stand there."""

    start: int
    end: int
    short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """One way to write a name: its folded letters in a row, where its words end, which word is the first given one.

    `gap` is what may stand between its words; `soft` ways need a vowel behind. `initial` is "" for names to be kept.
    """

    letters: str
    ends: tuple[int, ...]
    called: int
    gap: re.Pattern[str]
    initial: str
    soft: bool = False


def person_name(who: str, surname: str = "") -> PersonName | None:
    """A full name; the last word is the surname where none is stated. None without one ("Ada", "Ada B.")."""
    words = [word for word in re.split(r"[\s,]+", who) if word]
    stated = surname.split()
    given = words[: len(words) - len(stated)] if stated else words[:-1]
    family = stated or words[-1:]
    if not given or len(_letters_of("".join(family))) < 2:
        return None
    return PersonName(given=tuple(given), surname=tuple(family), split=bool(stated))


class NameRule:
    """Finds the `hidden` names in texts, and shortens them to first name and initial ("Ayşe Y."); not the `kept` ones.

    It shows nothing of the names it holds when printed.
    """

    def __init__(self, hidden: Iterable[PersonName] = (), kept: Iterable[str] = ()) -> None:
        ways: dict[str, set[_Way]] = defaultdict(set)
        for way in itertools.chain(*map(_ways, hidden), filter(None, map(_kept, kept))):
            ways[way.letters[:2]].add(way)
        # The longest first; of two alike the one to hide.
        self._ways = {
            key: sorted(found, key=lambda way: (-len(way.letters), way.initial == "", way.letters, way.ends))
            for key, found in ways.items()
        }

    def __repr__(self) -> str:
        return "NameRule()"

    def find(self, text: str) -> tuple[Found, ...]:
        """The hidden names in a text, in their order; none overlaps another."""
        return tuple(self._found(text)) if self._ways else ()

    def hide(self, text: str) -> str:
        """A text with its names shortened."""
        return self.hide_in((text,))[0]

    def hide_in(self, parts: Sequence[str]) -> tuple[str, ...]:
        """The parts of one text with its names shortened, also those that reach from one part into another."""
        found = self.find("".join(parts))
        if not found:
            return tuple(parts)
        hidden, start = [], 0
        for part in parts:
            hidden.append(_shortened(part, start, found))
            start += len(part)
        return tuple(hidden)

    def _found(self, text: str) -> Iterator[Found]:
        row = _Row(text)
        place = 0
        while place < len(row.letters):
            way = self._way_at(row, place)
            if way is None:
                place += 1
                continue
            if way.initial:
                yield _place(row, place, way)
            place += len(way.letters)

    def _way_at(self, row: _Row, place: int) -> _Way | None:
        ways = self._ways.get(row.letters[place : place + 2], ())
        if not ways or not row.begins(place):
            return None
        return next((way for way in ways if row.holds(way, place)), None)


class _Row:
    """The folded letters of a text in a row; for each its place in the text, and what stood before it."""

    def __init__(self, text: str) -> None:
        letters: list[str] = []
        self.places: list[int] = []
        self.gaps: list[str] = []
        gap = ""
        for place, sign in enumerate(text):
            if unicodedata.combining(sign):
                continue
            folded = _letters_of(sign)
            if not folded:
                gap += sign
            for letter in folded:
                letters.append(letter)
                self.places.append(place)
                self.gaps.append(gap)
                gap = ""
        self.text = text
        self.letters = "".join(letters)

    def begins(self, place: int) -> bool:
        """Whether a word begins here: behind anything but a letter, or with a capital behind a small one."""
        return place == 0 or self.gaps[place] != "" or self._is_hump(place)

    def holds(self, way: _Way, place: int) -> bool:
        """Whether a name stands here, whole, with nothing but a suffix behind it."""
        if not self.letters.startswith(way.letters, place):
            return False
        long = len(way.letters) >= _LONG
        for behind in range(1, len(way.letters)):
            gap = self.gaps[place + behind]
            if behind in way.ends:
                fits = way.gap.fullmatch(gap) if gap else long
            else:
                fits = not gap or _INSIDE.fullmatch(gap) or (long and gap.isspace() and len(gap) < 3)
            if not fits:
                return False
        return self._ends(way, place + len(way.letters))

    def end(self, place: int) -> int:
        """Where the letter before a place ends in the text, with the marks on it."""
        end = self.places[place - 1] + 1
        while end < len(self.text) and unicodedata.combining(self.text[end]):
            end += 1
        return end

    def _ends(self, way: _Way, place: int) -> bool:
        suffix = self._rest(place)
        if way.soft:
            return suffix.startswith(_VOWELS) and suffix in _suffixes()
        return not suffix or suffix in _suffixes()

    def _rest(self, place: int) -> str:
        """The letters up to the end of the word."""
        end = place
        while end < len(self.letters) and not self.begins(end):
            end += 1
        return self.letters[place:end]

    def _is_hump(self, place: int) -> bool:
        before, here = self.text[self.places[place] - 1], self.text[self.places[place]]
        return before.islower() and here.isupper()


def _place(row: _Row, place: int, way: _Way) -> Found:
    end = row.end(place + len(way.letters))
    first = max((each for each in (0, *way.ends) if each <= way.called), default=0)
    last = next((each for each in way.ends if each > way.called), len(way.letters))
    called = re.sub(
        rf"[-\u2010]\s*\n\s*|[\s{_UNSEEN}]", "", row.text[row.places[place + first] : row.end(place + last)]
    )
    short = f"{called} {way.initial}."
    if row.text[end : end + 1] == ".":
        end += 1
    elif row.text[end : end + 1].isalpha():
        short += "'"
    return Found(start=row.places[place], end=end, short=short)


def _shortened(part: str, start: int, found: Sequence[Found]) -> str:
    """A part of a text that begins at `start` of it: a name is shortened where it begins, its rest is gone."""
    stop = start + len(part)
    pieces, at = [], start
    for name in found:
        if name.end <= start or name.start >= stop:
            continue
        if name.start >= start:
            pieces += [part[at - start : name.start - start], name.short]
        at = max(at, min(name.end, stop))
    return "".join((*pieces, part[at - start :]))


def _ways(name: PersonName) -> Iterator[_Way]:
    """Every way to write a name: some of the given names and of the surnames, either first."""
    for given in _some(name.given):
        for surname in _some(name.surname):
            initial = upper(surname[0][:1], "tr" if surname[0][:1] in "iı" else "")
            yield from _way(given, surname, initial, _BETWEEN, called=0)
            yield from _way(surname, given, initial, _BEHIND_SURNAME, called=len("".join(map(_letters_of, surname))))
    if not name.split and len(name.given) > 1:  # where the surname begins is not known: it may be two words
        initial = upper(name.given[-1][:1], "")
        yield from _way(name.given[:-1], name.given[-1:], initial, _BLANKS, called=0)


def _some(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for count in range(1, len(words) + 1):
        yield from itertools.combinations(words, count)


def _way(
    first: Sequence[str], second: Sequence[str], initial: str, gap: re.Pattern[str], called: int
) -> Iterator[_Way]:
    words = [letters for letters in map(_letters_of, (*first, *second)) if letters]
    if len(words) < 2:
        return
    way = _Way(
        letters="".join(words),
        ends=tuple(itertools.accumulate(map(len, words[:-1]))),
        called=called,
        gap=gap,
        initial=initial,
    )
    yield way
    soft = way.letters[:-1] + way.letters[-1].translate(_SOFT)
    if soft != way.letters:
        yield _Way(letters=soft, ends=way.ends, called=called, gap=gap, initial=initial, soft=True)


def _kept(phrase: str) -> _Way | None:
    return next(_way(phrase.split(), (), "", _BETWEEN, called=0), None)


@lru_cache(maxsize=4096)
def _letters_of(text: str) -> str:
    """The letters of a text, folded, in a row."""
    return "".join(filter(str.isalpha, fold(text)))


@cache
def _suffixes() -> frozenset[str]:
    """Every suffix of every language."""
    languages = plain(read_yaml(PACKAGE / "suffixes.yaml"))
    assert isinstance(languages, dict)
    return frozenset(
        "".join(endings)
        for groups in languages.values()
        for endings in itertools.product(*(("", *group) for group in groups))
    )
