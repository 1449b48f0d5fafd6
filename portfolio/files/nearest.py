"""The right word that somebody probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_NEAR = 0.6  # of difflib: "langs" and "languages" reach 0.71, unrelated keys of one file stay below 0.5


def nearest(word: str, words: Iterable[str]) -> str:
    """The one of some words that is most like `word`, case apart; "" when none is near."""
    folded = {each.casefold(): each for each in sorted(words)}
    found = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=_NEAR)
    return folded[found[0]] if found else ""
