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
from functools import cache

from portfolio.files.yamlfile import plain, read_yaml
from portfolio.nameways import UNSEEN, PersonName, Way, kept_way, letters_of, ways_of
from portfolio.resources import PACKAGE

# So many letters stand together by chance in no language: such a name is found without gaps, or set with wide ones.
_LONG = 8
# What a typesetter puts into a word: nothing that is seen, or a hyphen at the end of a line, copied with or without it.
_INSIDE = re.compile(rf"[{UNSEEN}]+|[-\u2010{UNSEEN}]\s+")
_VOWELS = tuple("aeiou")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where a name stands in a text (letters from `start` to before `end`), and the text that may stand there."""

    start: int
    end: int
    short: str


class NameRule:
    """Finds the `hidden` names in texts, and shortens them to first name and initial ("Ayşe Y."); not the `kept` ones.

    It shows nothing of the names it holds when printed.
    """

    def __init__(self, hidden: Iterable[PersonName] = (), kept: Iterable[str] = ()) -> None:
        ways: dict[str, set[Way]] = defaultdict(set)
        for way in itertools.chain(*map(ways_of, hidden), filter(None, map(kept_way, kept))):
            ways[way.letters[:2]].add(way)
        hides = any(way.initial for found in ways.values() for way in found)  # names to keep alone hide nothing
        self._ways = {key: sorted(found, key=_precedence) for key, found in ways.items()} if hides else {}

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

    def _way_at(self, row: _Row, place: int) -> Way | None:
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
            folded = letters_of(sign)
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

    def holds(self, way: Way, place: int) -> bool:
        """Whether a name stands here, whole, with nothing but a suffix behind it."""
        if not self.letters.startswith(way.letters, place):
            return False
        long = len(way.letters) >= _LONG
        for behind in range(1, len(way.letters)):
            gap = self.gaps[place + behind]
            if behind in way.ends:
                fits = way.gap.fullmatch(gap) if gap else long or self._is_hump(place + behind)
            elif behind in way.joints:
                fits = not gap or way.gap.fullmatch(gap)
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

    def written(self, place: int, way: Way) -> str:
        """The first given name of a way that stands here, as written but for what a typesetter put into it."""
        first, last = way.called
        signs: dict[int, str] = {}
        for letter in range(place + first, place + last):
            joint = letter - place in way.joints and letter > place + first
            signs.setdefault(
                self.places[letter],
                (self.gaps[letter] if joint else "") + self.text[self.places[letter] : self.end(letter + 1)],
            )
        return "".join(signs.values())

    def _ends(self, way: Way, place: int) -> bool:
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


def _place(row: _Row, place: int, way: Way) -> Found:
    end = row.end(place + len(way.letters))
    short = f"{row.written(place, way)} {way.initial}."
    if row.text[end : end + 1] == ".":
        end += 1
    elif row.text[end : end + 1].isalpha():
        short += "'"
    return Found(start=row.places[place], end=end, short=short)


def _precedence(way: Way) -> tuple[int, bool, str, int]:
    """The longest first; of two alike the one to hide."""
    return -len(way.letters), way.initial == "", way.letters, len(way.joints)


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
