"""What photo programs write beside XMP: IPTC-IIM 4.2, the older records of titles and captions."""

from __future__ import annotations

from collections.abc import Mapping

# Dataset (record, number) → what we read; the first that is there counts.
_DATASETS = {
    "title": ((2, 5), (2, 105)),  # Object Name, Headline
    "caption": ((2, 120),),  # Caption/Abstract
    "credit": ((2, 110), (2, 80)),  # Credit, By-line
    "place": ((2, 92), (2, 90)),  # Sub-location, City
    "date": ((2, 55),),  # Date Created, CCYYMMDD
}
_CHARACTER_SET = (1, 90)
_UTF8 = b"\x1b%G"  # ISO 2022's escape to UTF-8 (IIM 4.2, 1:90)

Records = Mapping[tuple[int, int], bytes | list[bytes]]


def read_iptc(records: Records) -> dict[str, str]:
    """What records say: "title", "caption", "credit", "place", "date" → text. UTF-8 when they say so or are it."""
    declared = _first(records.get(_CHARACTER_SET, b"")) == _UTF8
    said = {}
    for field, datasets in _DATASETS.items():
        texts = (_text(_first(records.get(dataset, b"")), declared) for dataset in datasets)
        if text := next(filter(None, texts), ""):
            said[field] = text
    return said


def _first(value: bytes | list[bytes]) -> bytes:
    return value if isinstance(value, bytes) else next(iter(value), b"")


def _text(value: bytes, declared: bool) -> str:
    if declared:
        text = value.decode("utf-8", "replace")
    else:
        try:
            text = value.decode("utf-8")
        except UnicodeDecodeError:
            text = value.decode("cp1252", "replace")
    return " ".join(text.replace("\0", " ").split())
