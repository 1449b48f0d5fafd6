"""A print shop's colour profile (ICC): whether it is one, for a printer, in four inks, and what it is called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from portfolio.files.fault import FileFault

# ICC.1:2010, 7.2: a head of 128 bytes, the number of tags, then twelve bytes for each.
_HEAD, _TAG = 128, 12
_MAGIC = b"acsp"
_LARGEST = 20 * 2**20  # bytes; the largest profiles of presses have 3 MB
_NEEDED = frozenset({b"A2B0", b"B2A0"})  # 8.5: from inks to colours and back; without them it is an empty shell


class ProfileFault(FileFault):
    """A file that is no profile of a printer: `profile.missing`, `.web-page`, `.damaged`, `.no-printer`, `.no-cmyk`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A colour profile: its bytes, and what it calls itself."""

    data: bytes
    name: str


def read_profile(path: Path) -> Profile:
    """The profile in a file. Raises ProfileFault."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST)
    except OSError as fault:
        raise ProfileFault("profile.missing") from fault
    check_profile(data)
    return Profile(data=data, name=_name(data) or path.stem)


def check_profile(data: bytes) -> None:
    """Raises ProfileFault where bytes are no profile of a printer with four inks."""
    if data.lstrip()[:1] == b"<":
        raise ProfileFault("profile.web-page")
    if len(data) < _HEAD + 4 or data[36:40] != _MAGIC or int.from_bytes(data[:4], "big") != len(data):
        raise ProfileFault("profile.damaged")
    if data[12:16] != b"prtr":
        raise ProfileFault("profile.no-printer", kind=data[12:16].decode("latin-1"))
    if data[16:20] != b"CMYK":
        raise ProfileFault("profile.no-cmyk", space=data[16:20].decode("latin-1").strip())
    tags = dict(_tags(data))
    if not tags.keys() >= _NEEDED or any(start + size > len(data) for start, size in tags.values()):
        raise ProfileFault("profile.damaged")


def _tags(data: bytes) -> Iterator[tuple[bytes, tuple[int, int]]]:
    count = int.from_bytes(data[_HEAD : _HEAD + 4], "big")
    for at in range(_HEAD + 4, min(_HEAD + 4 + count * _TAG, len(data) - _TAG + 1), _TAG):
        yield (
            data[at : at + 4],
            (int.from_bytes(data[at + 4 : at + 8], "big"), int.from_bytes(data[at + 8 : at + 12], "big")),
        )


def _name(data: bytes) -> str:
    """Its description: a text in version 2 (6.5.17 there), in version 4 (10.15) the first of a list of languages."""
    start, size = dict(_tags(data)).get(b"desc", (0, 0))
    tag = data[start : start + size]
    if tag[:4] == b"desc":
        length = int.from_bytes(tag[8:12], "big")
        text = tag[12 : 12 + length].decode("latin-1")
    elif tag[:4] == b"mluc":
        length, offset = int.from_bytes(tag[20:24], "big"), int.from_bytes(tag[24:28], "big")
        text = tag[offset : offset + length].decode("utf-16-be", errors="replace")
    else:
        text = ""
    return " ".join(text.replace("\0", " ").split())
