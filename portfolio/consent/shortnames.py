"""Short names ("Ayşe Y.", "A. Yılmaz", "Ayşe"), and whom of those with longer names they fit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from portfolio.i18n import fold

_WORD = re.compile(r"([^\W\d_]+)(\.?)")

_DIGIT = re.compile(r"\d")


def is_short(name: str) -> bool:
    """Whether a name is a single word, or has an initial or another word cut short by a full stop."""
    said = _words(name) if not _DIGIT.search(name) else ()  # "4-A" is nobody's name
    return len(said) == 1 or any(cut for _, cut in said)


def fits(short: str, name: str) -> bool:
    """Whether a short name may mean somebody: each of its words, in any order, is or begins one of the longer name."""
    return _fit(_words(short), [word for word, _ in _words(name)])


def _words(name: str) -> Sequence[tuple[str, bool]]:
    """The folded words of a name, and whether each is cut short."""
    return [(word, bool(stop) or len(word) == 1) for word, stop in _WORD.findall(fold(name))]


def _fit(said: Sequence[tuple[str, bool]], words: Sequence[str]) -> bool:
    if not said:
        return True
    (word, cut), *rest = said
    return any(
        _fit(rest, [*words[:at], *words[at + 1 :]])
        for at, each in enumerate(words)
        if (each.startswith(word) if cut else each == word)
    )
