"""MKV and WebM: the `Info` element of Matroska files (RFC 9559, in EBML: RFC 8794)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import BinaryIO

from portfolio.files.fault import FileFault
from portfolio.files.media import Media, day_after, line

_EPOCH = datetime(2001, 1, 1, tzinfo=UTC)
_SEGMENT, _INFO, _CLUSTER = 0x18538067, 0x1549A966, 0x1F43B675
_TITLE, _DURATION, _SCALE, _DATE = 0x7BA9, 0x4489, 0x2AD7B1, 0x4461
_MAX_INFO = 2**20
_MAX_ELEMENTS = 1_000


def read_matroska(file: BinaryIO) -> Media:
    """Raises FileFault (`media.damaged`) when the file has no information on its film."""
    told = dict(_elements(_info(file)))
    scale = int.from_bytes(told.get(_SCALE, b""), "big") or 1_000_000  # ns
    date = told.get(_DATE, b"")
    duration = told.get(_DURATION, b"")
    ticks = struct.unpack(">f" if len(duration) == 4 else ">d", duration)[0] if len(duration) in (4, 8) else 0.0
    return Media(
        seconds=ticks * scale / 1e9 if 0 < ticks < 1e15 else None,
        title=line(told.get(_TITLE, b"")),
        day=day_after(_EPOCH, int.from_bytes(date, "big", signed=True) / 1e9) if date else "",
    )


def _info(file: BinaryIO) -> bytes:
    """The body of Segment/Info; what stands before it is passed over."""
    place = 0
    for _ in range(_MAX_ELEMENTS):
        file.seek(place)
        head = file.read(12)
        identifier, used = _number(head, keep_marker=True)
        size, more = _number(head[used:])
        if not used or not more or identifier == _CLUSTER:
            break
        place += used + more
        if identifier == _INFO and size <= _MAX_INFO:
            file.seek(place)
            return file.read(size)
        if identifier != _SEGMENT:
            place += size
    raise FileFault("media.damaged")


def _elements(data: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place < len(data):
        identifier, used = _number(data[place : place + 4], keep_marker=True)
        size, more = _number(data[place + used : place + used + 8])
        if not used or not more:
            return
        place += used + more
        yield identifier, data[place : place + size]
        place += size


def _number(data: bytes, *, keep_marker: bool = False) -> tuple[int, int]:
    """A number of variable length and how many bytes it takes (RFC 8794, 4); (0, 0) when there is none."""
    length = 9 - data[0].bit_length() if data and data[0] else 0
    if not length or len(data) < length:
        return 0, 0
    number = int.from_bytes(data[:length], "big")
    return (number if keep_marker else number & ((1 << 7 * length) - 1)), length
