"""The right word that somebody probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

NEAR = 0.6  # of difflib: "langs" and "languages" reach 0.71, unrelated keys of one file stay below 0.5


def nearest(word: str, words: Iterable[str], least: float = NEAR) -> str:
    """The one of some words that is most like `word`, case apart; "" when none is near.

    `least` is the likeness that it must reach at least, from 0 (nothing in common) to 1 (the same).
    """
    folded = {each.casefold(): each for each in sorted(words)}
    found = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=least)
    return folded[found[0]] if found else ""
