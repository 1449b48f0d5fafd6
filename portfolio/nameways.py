"""The ways to write a full name: which of its words, in which order, with what between them."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from portfolio.i18n import fold, upper

UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff\ufffe\x02"
_SIGNS = rf"\s{UNSEEN}_./|+()\[\]\"'’“”«»‹›·•‐-―-"
_BETWEEN = re.compile(rf"[{_SIGNS}]{{1,4}}")
_BEHIND_SURNAME = re.compile(rf"[{_SIGNS},;]{{1,4}}")
_BLANKS = re.compile(rf"[\s{UNSEEN}]{{1,3}}")
# At the end of a name that is followed by a vowel these become soft in Turkish ("Ahmet": "Ahmedi").
_SOFT = str.maketrans("ptk", "bdg")
# What people type for these letters who have no key for them, where folding alone gives one letter.
_TYPED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "đ": "dj", "Ä": "Ae", "Ö": "Oe",
                        "Ü": "Ue", "Å": "Aa", "Ø": "Oe", "Đ": "Dj"})  # fmt: skip
_PART = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A full name as its words: given names and surnames, both at least one. `split` tells that this was stated."""

    given: tuple[str, ...]
    surname: tuple[str, ...]
    split: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to write a name: its folded letters in a row, where its words end, which word is the first given one.

    `gap` is what may stand between its words, and may or may not at the `joints` inside them ("Anna-Lena"). `initial`
    is "" for names to be kept; `soft` ways need a vowel behind.
    """

    letters: str
    ends: frozenset[int]
    joints: frozenset[int]
    called: tuple[int, int]
    gap: re.Pattern[str]
    initial: str
    soft: bool = False


def person_name(who: str, surname: str = "") -> PersonName | None:
    """A full name; the last word is the surname where none is stated. None without one ("Ada", "Ada B.")."""
    words = [word for word in re.split(r"[\s,]+", unicodedata.normalize("NFC", who)) if word]
    stated = unicodedata.normalize("NFC", surname).split()
    given = words[: len(words) - len(stated)] if stated else words[:-1]
    family = stated or words[-1:]
    if not given or len(letters_of("".join(family))) < 2:
        return None
    return PersonName(given=tuple(given), surname=tuple(family), split=bool(stated))


def ways_of(name: PersonName) -> Iterator[Way]:
    """Every way to write a name: some of the given names and of the surnames, either first; also as it is typed."""
    yield from _ways(name)
    typed = PersonName(given=_typed(name.given), surname=_typed(name.surname), split=name.split)
    if typed != name:
        yield from _ways(typed)


def kept_way(phrase: str) -> Way | None:
    """The way in which something stands that is to be let be; None for a single word."""
    words = unicodedata.normalize("NFC", phrase).split()
    return next(_way(words[:1], words[1:], "", _BETWEEN), None) if len(words) > 1 else None


@lru_cache(maxsize=4096)
def letters_of(text: str) -> str:
    """The letters of a text, folded, in a row."""
    return "".join(filter(str.isalpha, fold(text)))


def _typed(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.translate(_TYPED) for word in words)


def _ways(name: PersonName) -> Iterator[Way]:
    for given in _some(name.given):
        for surname in _some(name.surname):
            if len(letters_of("".join(surname))) > 1:
                initial = _initial(surname[0])
                yield from _way(given, surname, initial, _BETWEEN)
                yield from _way(surname, given, initial, _BEHIND_SURNAME, called=len(surname))
    if not name.split and len(name.given) > 1:  # where the surname begins is not known: it may be two words
        yield from _way(name.given[:-1], name.given[-1:], _initial(name.given[-1]), _BLANKS)


def _some(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every choice of words in their order, each whole or as a part of itself ("Anna-Lena", "Anna", "Lena")."""
    for count in range(1, len(words) + 1):
        for chosen in itertools.combinations(words, count):
            yield from itertools.product(*map(_forms, chosen))


def _forms(word: str) -> tuple[str, ...]:
    parts = [part for part in _PART.findall(word) if len(part) > 1]
    return (word, *parts) if len(_PART.findall(word)) > 1 else (word,)


def _initial(surname: str) -> str:
    letter = next((sign for sign in surname if sign.isalpha()), "")
    return upper(letter, "tr" if letter in "iı" else "")


def _way(
    first: Sequence[str], second: Sequence[str], initial: str, gap: re.Pattern[str], called: int = 0
) -> Iterator[Way]:
    """A way with these words, and the one with its last letter softened; `called` is the place of the given name."""
    parts = [tuple(filter(None, map(letters_of, _PART.findall(word)))) for word in (*first, *second)]
    parts = [each for each in parts if each]
    if len(parts) < 2 or called >= len(parts):
        return
    ends = list(itertools.accumulate(len("".join(each)) for each in parts))
    joints = set(itertools.accumulate(len(part) for each in parts for part in each)) - set(ends)
    way = Way(
        letters="".join(part for each in parts for part in each),
        ends=frozenset(ends[:-1]),
        joints=frozenset(joints),
        called=(ends[called - 1] if called else 0, ends[called]),
        gap=gap,
        initial=initial,
    )
    yield way
    soft = way.letters[:-1] + way.letters[-1].translate(_SOFT)
    if soft != way.letters:
        yield replace(way, letters=soft, soft=True)
