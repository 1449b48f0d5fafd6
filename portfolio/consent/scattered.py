"""Names whose words stand apart on a page: in the columns of a table, or with a class or a number between them.

Read column by column a class list is "Ayşe, Mehmet, Yılmaz, Demir": no full name stands in its text, and everybody
reads them in the picture. Looked for is given name and surname of one person; rather one page too many is withheld.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from portfolio.i18n import fold
from portfolio.namerule import NameRule
from portfolio.nameways import person_name

# As long as a class list with its titles: so many lines may part a column of given names from one of surnames.
_COLUMN = 80
_BETWEEN = 4  # words such as "4", "A", "K" between given name and surname in one row
_SHORT = 2
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """A word of a page: folded, its line, whether that holds nothing but words of names, whether it begins large."""

    folded: str
    line: int
    alone: bool
    large: bool


class Scattered:
    """Finds in texts whose given name and surname stand apart; `everybody` are the full names of the lists."""

    def __init__(self, everybody: Iterable[str]) -> None:
        names = {who: name for who in everybody if (name := person_name(who))}
        self._whole = NameRule(names.values())
        self._parts = {who: (_words(name.given), _words(name.surname)) for who, name in names.items()}
        self._known = frozenset(word for parts in self._parts.values() for part in parts for word in part)

    def __repr__(self) -> str:
        return "Scattered()"

    def hidden_by(self, rule: NameRule) -> tuple[str, ...]:
        """The names that a rule hides."""
        return tuple(who for who in self._parts if rule.find(who))

    def count(self, text: str, hidden: Sequence[str]) -> int:
        """How many of the hidden names a text may tell; those that stand in it whole are another matter."""
        words = self._read(text)
        there = {word.folded for word in words}
        candidates = (self._parts[who] for who in hidden)
        return sum(
            any(_belong(words, given, surname))
            for given, surname in candidates
            if not there.isdisjoint(given) and not there.isdisjoint(surname)
        )

    def _read(self, text: str) -> list[_Word]:
        found = []
        for number, line in enumerate(self._without_names(text).splitlines()):
            said = [(match[0], fold(match[0])) for match in _WORD.finditer(line)]
            alone = all(folded in self._known or _is_small(folded) for _, folded in said)
            found += [_Word(folded=folded, line=number, alone=alone, large=raw[0].isupper()) for raw, folded in said]
        return found

    def _without_names(self, text: str) -> str:
        """A text without the full names in it, so that their words are not taken for somebody else's."""
        rest, at = "", 0
        for found in self._whole.find(text):
            rest += text[at : found.start] + "\n"
            at = found.end
        return rest + text[at:]


def _belong(words: Sequence[_Word], given: frozenset[str], surname: frozenset[str]) -> Iterator[bool]:
    """For each given name and surname on a page whether they are one person's."""
    firsts = [(at, word) for at, word in enumerate(words) if word.folded in given]
    lasts = [(at, word) for at, word in enumerate(words) if word.folded in surname]
    for first_at, first in firsts:
        for last_at, last in lasts:
            if first_at == last_at:
                continue
            start, end = sorted((first_at, last_at))
            between = words[start + 1 : end]
            row = first.large and last.large and len(between) <= _BETWEEN
            column = first.alone and last.alone and abs(first.line - last.line) <= _COLUMN
            yield column or (row and all(_is_small(word.folded) for word in between))


def _is_small(word: str) -> bool:
    return len(word) <= _SHORT or any(map(str.isdigit, word))


def _words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in _WORD.findall(fold(name)) if len(word) > 1)
