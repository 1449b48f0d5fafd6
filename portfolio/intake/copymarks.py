"""What copying programs and people put behind a name: "(1)", "- Kopya", "v2", "son"."""

from __future__ import annotations

import re

from portfolio.i18n import fold
from portfolio.intake.vocabulary import vocabulary

_LAST = re.compile(r"(?P<before>.*\S)\s*(?:\(\d+\)|\[\d+\]|[\s_.-]+(?P<word>[^\W_]+)|\((?P<bracketed>[^\W_]+)\))")
_VERSION = re.compile(r"v\d{1,2}")
_BETWEEN = " _.-"


def without_marks(stem: str, *also: str) -> str:
    """A name without its suffix and without such marks; `also` are folded words that count as marks too."""
    while found := _LAST.fullmatch(stem):
        word = fold(found["word"] or found["bracketed"] or "")
        if word and not (word in vocabulary().copy_marks or word in also or _VERSION.fullmatch(word)):
            break
        stem = found["before"].rstrip(_BETWEEN)
    return stem
