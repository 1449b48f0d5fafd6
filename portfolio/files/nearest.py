"""The right word that somebody probably meant."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable

_TIES = 10  # names that can be equally near
NEAR = 0.6  # of difflib: "langs" and "languages" reach 0.71, unrelated keys of one file stay below 0.5


def nearest(word: str, words: Iterable[str], least: float = NEAR) -> str:
    """The one of some words that is most like `word`, case apart; "" when none is near.

    `least` is the likeness that it must reach at least, from 0 (nothing in common) to 1 (the same).
    """
    folded = {each.casefold(): each for each in sorted(words)}
    found = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=least)
    return folded[found[0]] if found else ""


def nearest_path(said: str, paths: Iterable[str]) -> str:
    """The one of some paths that is most like `said`, "" when none is near: a shared folder or suffix does not count.

    It is found by its name without suffix; of several equally near by suffix and folder. Paths are POSIX; that of a
    folder may end in "/".
    """
    stem, *rest = _parted(said)
    by_stem: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        by_stem[_parted(path)[0].casefold()].append(path)
    stems = difflib.get_close_matches(stem.casefold(), by_stem, n=_TIES, cutoff=NEAR)
    best = max((likeness(stem.casefold(), each) for each in stems), default=0.0)
    found = (path for each in stems if likeness(stem.casefold(), each) == best for path in by_stem[each])
    return max(sorted(found), key=lambda path: sum(map(likeness, rest, _parted(path)[1:])), default="")


def nearest_beside(said: str, paths: Iterable[str]) -> str:
    """The one of some paths that is called most like `said` in the same folder, "" for none; see `nearest_other`."""
    folder = _parted(said)[2]
    return nearest_other(said, (path for path in paths if _parted(path)[2] == folder))


def nearest_other(said: str, paths: Iterable[str]) -> str:
    """The one of some paths that is called most like `said`, "" for none.

    Names that differ in their numbers alone are those of two pictures of one camera, and not near.
    """
    stem = _bare(said)

    def may_be_meant(path: str) -> bool:
        other = _bare(path)
        return _figures(stem) == _figures(other) or _letters(stem) != _letters(other)

    return nearest_path(said, filter(may_be_meant, paths))


def _bare(path: str) -> str:
    """The name of a file without suffixes: "photo" of "photo.jpg", and of "photo.jpg.yaml" that describes it."""
    stem = _parted(path)[0]
    name, _, suffix = stem.rpartition(".")
    return name if name and suffix.isalpha() else stem


def _figures(name: str) -> str:
    return "".join(filter(str.isdigit, name))


def _letters(name: str) -> str:
    return "".join(filter(str.isalpha, name.casefold()))


def _parted(path: str) -> tuple[str, str, str]:
    """A path's name without suffix, its suffix, its folder."""
    folder, _, name = path.rstrip("/").rpartition("/")
    stem, dot, suffix = name.rpartition(".")
    return (stem, suffix.casefold(), folder.casefold()) if dot and stem else (name, "", folder.casefold())


def likeness(one: str, other: str) -> float:
    """How alike two words are, from 0 (nothing in common) to 1 (the same)."""
    return difflib.SequenceMatcher(None, one, other).ratio()
