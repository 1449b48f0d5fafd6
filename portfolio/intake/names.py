"""Names of files as people are shown them: one Unicode form, no invisible characters, each one unique."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import count

# Turn the direction of what follows (Unicode UAX #9), so that "gpj.exe" can look like "exe.jpg".
_TURNERS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ESCAPED = _TURNERS | frozenset("\u2028\u2029\\")
_ESCAPE = re.compile(r"<(?:U\+)?[0-9A-F]{2,6}>")


def shown(path: str) -> str:
    """A path as shown: NFC; control characters and bytes that are no UTF-8 as escapes: <U+202E>, <FF>.

    A backslash is one too, for people write it between folders. So a name can be copied into a sheet as it is shown.
    """
    composed = path if path.isascii() else unicodedata.normalize("NFC", path)
    return composed if composed.isprintable() and "\\" not in composed else "".join(map(_visible, composed))


def shown_uniquely(paths: Iterable[str]) -> dict[str, str]:
    """Each path → how it is shown; of paths that look the same, all but one get a number in brackets.

    A path that is shown as it is keeps its name.
    """
    names = {path: shown(path) for path in paths}
    unused = Unused(path for path, name in names.items() if path == name)
    return {path: name if path == name else unused.take(name) for path, name in names.items()}


class Unused:
    """Gives out names, each once: one that is taken gets a number in brackets before its suffix."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._numbers: dict[str, Iterator[int]] = {}

    def take(self, name: str) -> str:
        """The name itself, or the first numbered one that nobody has."""
        free = name
        while free in self._taken:
            free = _numbered(name, next(self._numbers.setdefault(name, count(2))))
        self._taken.add(free)
        return free


def _numbered(name: str, number: int) -> str:
    stem, dot, suffix = name.rpartition(".")
    if not dot or "/" in suffix:
        stem, dot, suffix = name, "", ""
    return f"{stem} [{number}]{dot}{suffix}"


def without_escapes(name: str) -> str:
    """A shown name with blanks for what had to be escaped."""
    return _ESCAPE.sub(" ", name)


def _visible(character: str) -> str:
    if "\udc80" <= character <= "\udcff":  # a byte that is no UTF-8, as Python keeps it (PEP 383)
        return f"<{ord(character) - 0xDC00:02X}>"
    if unicodedata.category(character) in ("Cc", "Cs") or character in _ESCAPED:
        return f"<U+{ord(character):04X}>"
    return character
