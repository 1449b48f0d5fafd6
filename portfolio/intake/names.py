"""Names of files as people are shown them: one Unicode form, no invisible characters, each one unique."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable
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
    taken = {path for path, name in names.items() if path == name}
    for path, name in names.items():
        if path != name:
            names[path] = unused(name, taken)
            taken.add(names[path])
    return names


def unused(name: str, taken: Container[str]) -> str:
    """A name that is not taken: the name itself, or with a number in brackets before its suffix."""
    stem, dot, suffix = name.rpartition(".")
    if not dot or "/" in suffix:
        stem, dot, suffix = name, "", ""
    numbered = (f"{stem} [{number}]{dot}{suffix}" for number in count(2))
    return name if name not in taken else next(each for each in numbered if each not in taken)


def without_escapes(name: str) -> str:
    """A shown name with blanks for what had to be escaped."""
    return _ESCAPE.sub(" ", name)


def _visible(character: str) -> str:
    if "\udc80" <= character <= "\udcff":  # a byte that is no UTF-8, as Python keeps it (PEP 383)
        return f"<{ord(character) - 0xDC00:02X}>"
    if unicodedata.category(character) in ("Cc", "Cs") or character in _ESCAPED:
        return f"<U+{ord(character):04X}>"
    return character
