"""Sizes of files as people write and read them: by thousands, as stores and platforms count."""

from __future__ import annotations

import re
from math import ceil

_GIGA, _MEGA, _KILO = 1_000_000_000, 1_000_000, 1_000
_UNITS = {"MB": _MEGA, "KB": _KILO}
_SIZE = re.compile(r"(\d{1,6}(?:[.,]\d{1,3})?)\s?(MB|kB)", re.IGNORECASE)


def read_size(text: str) -> int | None:
    """The bytes of "10MB", "10 MB", "10,5 MB" or "900 kB"; None for what is no such size."""
    found = _SIZE.fullmatch(text.strip())
    return round(float(found[1].replace(",", ".")) * _UNITS[found[2].upper()]) if found else None


def told_size(size: int, *, up: bool = False) -> str:
    """A size in bytes as "10.5 MB" or, below one, "900 kB"; `up`: never less than it is."""
    whole = ceil if up else round
    if size < _MEGA:
        return f"{max(1, whole(size / _KILO))} kB"
    return f"{whole(size * 10 / _MEGA) / 10:.1f} MB"


def told_room(size: int) -> str:
    """The room on a disk, in bytes, as "76.3 GB"."""
    return f"{size / _GIGA:.1f} GB"


def told_limit(limit: int) -> str:
    """A size in bytes as somebody set it, not rounded."""
    return f"{limit / _MEGA:g} MB" if limit >= _MEGA else f"{limit / _KILO:g} kB"
