"""MP4, MOV, M4A, 3GP: the boxes of ISO base media files (ISO/IEC 14496-12; QuickTime file format)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import BinaryIO

from portfolio.files.fault import FileFault
from portfolio.files.media import Media, day_after, line

_EPOCH = datetime(1904, 1, 1, tzinfo=UTC)
_MAX_MOOV = 64 * 2**20  # an index of hours of film has some MB
_MAX_BOXES = 10_000

Box = tuple[bytes, bytes]


def read_iso_media(file: BinaryIO) -> Media:
    """Raises FileFault (`media.damaged`) when the film's index is missing: it was cut off, or is damaged."""
    moov = _index(file)
    header = next((body for kind, body in _boxes(moov) if kind == b"mvhd"), b"")
    try:
        created, scale, length = struct.unpack_from(">Q8xIQ" if header[:1] == b"\x01" else ">I4xII", header, 4)
    except struct.error:
        raise FileFault("media.damaged") from None
    return Media(
        # All ones: not known.
        seconds=length / scale if scale and length and length not in (2**32 - 1, 2**64 - 1) else None,
        title=_title(moov),
        day=day_after(_EPOCH, created) if created else "",
    )


def _index(file: BinaryIO) -> bytes:
    """The body of the `moov` box; the others are passed over, but the film itself (`mdat`) must be there whole."""
    size = file.seek(0, 2)
    place, moov = 0, b""
    for _ in range(_MAX_BOXES):
        file.seek(place)
        head = file.read(16)
        if len(head) < 8:
            break
        length, kind = struct.unpack(">I4s", head[:8])
        skip = 8
        if length == 1 and len(head) == 16:
            length, skip = struct.unpack(">Q", head[8:])[0], 16
        elif length == 0:  # to the end
            length = size - place
        if length < skip:
            break
        if kind in (b"moov", b"mdat") and place + length > size:
            raise FileFault("media.damaged")
        if kind == b"moov" and length <= _MAX_MOOV:
            file.seek(place + skip)
            moov = file.read(length - skip)
        place += length
    return moov


def _boxes(data: bytes) -> Iterator[Box]:
    place = 0
    while place + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        length = length or len(data) - place
        if length < 8:
            return
        yield kind, data[place + 8 : place + length]
        place += length


def _inside(data: bytes, kind: bytes) -> bytes:
    return next((body for name, body in _boxes(data) if name == kind), b"")


def _title(moov: bytes) -> str:
    """The title as iTunes and phones write it (moov/udta/meta/ilst/©nam), or QuickTime (moov/udta/©nam)."""
    told = _inside(moov, b"udta")
    listed = _inside(_inside(_inside(told, b"meta")[4:], b"ilst"), b"\xa9nam")
    if listed:
        return line(_inside(listed, b"data")[8:])
    plain = _inside(told, b"\xa9nam")
    return line(plain[4 : 4 + int.from_bytes(plain[:2], "big")])
