"""The days on a certificate: when it was given, or what it is for took place, and until when it is valid.

Dates are read by `dates.exact_dating` from the words as they are written, so that a doubtful one stays doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from operator import itemgetter

from portfolio.intake.cues import Marks, cues
from portfolio.intake.dates import exact_dating
from portfolio.intake.datestyles import period
from portfolio.intake.lines import Line, bare, lines_of
from portfolio.model.dating import Dating, Precision

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d[.]\d\d(?!\d)")
_WORD = re.compile(r"[^\s,;:()\[\]“”„\"«»'’]+")
_MOST_WORDS = 8  # "from 28 April 2025 to 2 May 2025"
# Years or school years alone date no certificate, and digits without anything between them are its number.
_NO_DATE = re.compile(r"\d+|\d{4}\W+(?:\d\d)?\d\d")
# What stands before a part of a period that was not understood as one: "5 - ", "5 and ", and before a month its day.
_HALF = re.compile(r"[-–—/]\s*$|(?<!\d)\d{1,2}[.]?\s+[^\W\d_]{1,5}\s+$")
_DAY = re.compile(r"\d\W*$")
# What stands before the date in a line with nothing else: "Ankara, 12.06.2025".
_PLACE = re.compile(r"(?:[^\W\d_]+[ -]?){1,3},(?: [^\W\d_]{1,3})?|")


class _Role(Enum):
    PLAIN = auto()
    ISSUED = auto()
    SIGNED = auto()
    BEGINS = auto()
    ENDS = auto()
    EXPIRES = auto()
    VALID = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A date with the words it is written in, and what it is there for."""

    text: str
    dating: Dating
    role: _Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """When a certificate was given, as written ("" when it does not say or several days are as likely), until when."""

    given: str = ""
    valid_until: Dating | None = None


def days_in(text: str, country: str) -> Days:
    """The days of a certificate's text; `country` (ISO 3166) says whether day or month comes first.

    The day it was issued goes before the day, then the period, then the month of what it is for.
    """
    found = _lasting(tuple(_all(lines_of(text), country)))
    until = [each.dating for each in found if each.role is _Role.EXPIRES]
    until += [
        _last_of(each.dating)
        for each in found
        if each.role is _Role.VALID and each.dating.precision is Precision.PERIOD
    ]
    return Days(given=_given(found), valid_until=until[0] if until else None)


def _last_of(period: Dating) -> Dating:
    return replace(period, first=period.last, precision=Precision.DAY)


def _lasting(found: Sequence[_Found]) -> tuple[_Found, ...]:
    """The dates with the first and the last day of what it is for as one period; an end alone is the paper's own."""
    begins, ends = ([each for each in found if each.role is role] for role in (_Role.BEGINS, _Role.ENDS))
    others = tuple(each for each in found if each not in (*begins, *ends))
    if not begins or not ends:
        alone = {_Role.BEGINS: _Role.PLAIN, _Role.ENDS: _Role.EXPIRES}
        return tuple(replace(each, role=alone.get(each.role, each.role)) for each in found)
    first, last = begins[0], ends[0]
    if first.dating.first > last.dating.last:
        return others
    certain = first.dating.certain and last.dating.certain
    lasted = period(first.dating.first, last.dating.last, certain=certain)
    return (*others, _Found(text=f"{first.text} – {last.text}", dating=lasted, role=_Role.PLAIN))


def _given(found: Sequence[_Found]) -> str:
    issued = [each.text for each in found if each.role is _Role.ISSUED]
    issued += [each.text for each in reversed(found) if each.role is _Role.SIGNED]
    if issued:
        return issued[0]
    for precision in (Precision.DAY, Precision.PERIOD, Precision.MONTH):
        plain = {
            each.dating: each.text
            for each in reversed(found)
            if each.role is _Role.PLAIN and each.dating.precision is precision
        }
        if plain:
            return next(iter(plain.values())) if len(plain) == 1 else ""
    return ""


def _all(lines: Iterable[Line], country: str) -> Iterator[_Found]:
    """Every date; its role is that of the cue before it, in its line or at the end of the one above."""
    above = _Role.PLAIN
    for line in lines:
        roles = _roles(line)
        for start, end, dating in _datings(line.written, country):
            before = [role for place, role in roles if place <= start] or [above]
            role, rest = before[-1], line.written[end:]
            behind = bare(rest.lstrip(" '’"))
            if cues().expires_behind.match(behind):
                role = _Role.EXPIRES
            elif cues().papers.fullmatch(bare(line.written[:start])) and cues().issued_behind.match(behind):
                role = _Role.ISSUED
            elif role is _Role.PLAIN and _signs(line.written[:start], rest) and dating.precision is Precision.DAY:
                role = _Role.SIGNED
            yield _Found(text=line.written[start:end], dating=dating, role=role)
        alone = roles and not re.search(r"\w", line.written[roles[-1][0] :])
        above = roles[-1][1] if alone else _Role.PLAIN


def _signs(before: str, behind: str) -> bool:
    """Whether a date is all there is in a line, but for the place."""
    return _PLACE.fullmatch(before.strip()) is not None and not re.search(r"\w", behind)


def _roles(line: Line) -> list[tuple[int, _Role]]:
    """The places in a line, as written, behind which a date has a role; of two that end in one place the longer one."""
    said = cues()
    marked: tuple[tuple[Marks, _Role], ...] = (
        (said.issued, _Role.ISSUED),
        (said.valid, _Role.VALID),
        (said.begins, _Role.BEGINS),
        (said.ends, _Role.ENDS),
        (said.expires, _Role.EXPIRES),
        (said.unrelated, _Role.OTHER),
    )
    found = (
        (match.end(), match.end() - match.start(), role)
        for marks, role in marked
        for match in (marks.field.match(line.folded), *marks.phrase.finditer(line.folded))
        if match
    )
    return [(line.places[end], role) for end, _, role in sorted(found, key=itemgetter(0, 1))]


def _datings(text: str, country: str) -> Iterator[tuple[int, int, Dating]]:
    """The dates in a line with their places, the longest at each place; no part of one that is not understood."""
    words = [found.span() for found in _WORD.finditer(text)]
    first = 0
    while first < len(words):
        first, dating = _longest(text, words, first, country)
        if dating:
            yield dating


def _longest(
    text: str, words: Sequence[tuple[int, int]], first: int, country: str
) -> tuple[int, tuple[int, int, Dating] | None]:
    """The longest date that begins with a word, if any, and the word to go on with."""
    start = words[first][0]
    if text[start].isalnum() and not _HALF.search(text[:start]):
        for last in range(min(len(words), first + _MOST_WORDS) - 1, first - 1, -1):
            written = text[start : words[last][1]].rstrip(" .–—-")
            if not _YEAR.search(written):
                break
            dating = None if _NO_DATE.fullmatch(written) else exact_dating(written, country)
            if not dating or dating.precision is Precision.YEAR:
                continue
            if dating.precision is Precision.MONTH and _DAY.search(text[:start]):
                continue
            return last + 1, (start, start + len(written), dating)
    return first + 1, None
