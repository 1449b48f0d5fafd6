"""Names of files as people are shown them: one Unicode form, no invisible characters, each one unique."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

# Turn the direction of what follows (Unicode UAX #9), so that "gpj.exe" can look like "exe.jpg".
_TURNERS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LINE_ENDS = frozenset("\u2028\u2029")


def shown(path: str) -> str:
    """A path as shown: NFC; control characters and bytes that are no UTF-8 as escapes."""
    composed = path if path.isascii() else unicodedata.normalize("NFC", path)
    return composed if composed.isprintable() else "".join(map(_visible, composed))


def shown_uniquely(paths: Iterable[str]) -> dict[str, str]:
    """Each path → how it is shown; of paths that look the same, all but the first get a number in brackets."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for path in paths:
        plain = name = shown(path)
        number = 1
        while name in taken:
            number += 1
            stem, dot, suffix = plain.rpartition(".")
            name = f"{stem} [{number}].{suffix}" if dot and "/" not in suffix else f"{plain} [{number}]"
        taken.add(name)
        names[path] = name
    return names


def _visible(character: str) -> str:
    if "\udc80" <= character <= "\udcff":  # a byte that is no UTF-8, as Python keeps it (PEP 383)
        return f"\\x{ord(character) - 0xDC00:02x}"
    if unicodedata.category(character) in ("Cc", "Cs") or character in _TURNERS | _LINE_ENDS:
        return f"\\u{ord(character):04x}"
    return character
