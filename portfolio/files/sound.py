"""WAV and AVI (RIFF), MP3 (ID3v2, MPEG audio frames), Ogg (RFC 3533, with Vorbis or Opus) and FLAC (RFC 9639)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

from portfolio.files.fault import FileFault
from portfolio.files.media import Media, line

_MAX_CHUNK = 2**20
_MAX_CHUNKS = 1_000
_TAIL = 2**17

# ISO/IEC 11172-3 and 13818-3: kbit/s of layer III by bitrate index, of MPEG 1 and of MPEG 2 and 2.5; samples a second.
_RATES_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0)
_RATES_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0)
_SAMPLES = {3: (44_100, 48_000, 32_000, 0), 2: (22_050, 24_000, 16_000, 0), 0: (11_025, 12_000, 8_000, 0)}
_ID3_TEXT = {0: "latin-1", 1: "utf-16", 2: "utf-16-be", 3: "utf-8"}


def read_riff(file: BinaryIO) -> Media:
    """WAV: the size of its data; AVI: frames times their length. Raises FileFault (`media.damaged`)."""
    whole = file.seek(0, 2)
    rate = size = 0
    seen = set()
    seconds: float | None = None
    title = day = ""
    for kind, length, body in _chunks(file):
        seen.add(kind)
        match kind:
            case b"fmt " if len(body) >= 12:
                rate = int.from_bytes(body[8:12], "little")
            case b"data":
                size = min(length, whole)
            case b"avih" if len(body) >= 20:
                per_frame, frames = struct.unpack_from("<I12xI", body)
                seconds = per_frame * frames / 1e6 or None
            case b"INAM":
                title = line(body)
            case b"ICRD":
                day = line(body)
    if not seconds and rate and size:
        seconds = size / rate
    if not seen & {b"fmt ", b"avih"}:
        raise FileFault("media.damaged")
    return Media(seconds=seconds, title=title, day=day)


def _chunks(file: BinaryIO) -> Iterator[tuple[bytes, int, bytes]]:
    """Kind, length and (where it is short) body of every chunk; lists are entered, but not the one of the film."""
    place = 12
    for _ in range(_MAX_CHUNKS):
        file.seek(place)
        head = file.read(12)
        if len(head) < 8:
            return
        kind, length = struct.unpack("<4sI", head[:8])
        if kind == b"LIST" and head[8:] != b"movi":
            place += 12
            continue
        if length <= _MAX_CHUNK:
            file.seek(place + 8)
        yield kind, length, file.read(length) if length <= _MAX_CHUNK else b""
        place += 8 + length + length % 2


def read_mp3(file: BinaryIO) -> Media:
    """The title of its tag; the length by its first frame. Raises FileFault (`media.damaged`)."""
    head = file.read(10)
    tag: dict[bytes, str] = {}
    start = 0
    if head.startswith(b"ID3") and len(head) == 10:
        start = 10 + _seven_bits(head[6:10])
        tag = dict(_id3(file.read(min(start - 10, _MAX_CHUNK)), head[3]))
    size = file.seek(0, 2)
    file.seek(start)
    seconds = _frames(file.read(_TAIL), size - start)
    if seconds is None and not tag:
        raise FileFault("media.damaged")
    day = tag.get(b"TDRC") or tag.get(b"TDRL") or tag.get(b"TYER", "")
    return Media(seconds=seconds, title=tag.get(b"TIT2") or tag.get(b"TT2", ""), day=day)


def _id3(data: bytes, version: int) -> Iterator[tuple[bytes, str]]:
    """The text frames of a tag (id3.org: ID3v2.2, 2.3, 2.4)."""
    place, name, head = 0, (3 if version == 2 else 4), (6 if version == 2 else 10)
    while place + head < len(data) and data[place]:
        size = data[place + name : place + name + name]
        length = _seven_bits(size) if version == 4 else int.from_bytes(size, "big")
        body = data[place + head : place + head + length]
        if data[place : place + 1] == b"T" and body:
            yield data[place : place + name], line(body[1:], _ID3_TEXT.get(body[0], "latin-1"))
        place += head + length


def _seven_bits(data: bytes) -> int:
    number = 0
    for byte in data:
        number = number << 7 | byte & 0x7F
    return number


def _frames(data: bytes, size: int) -> float | None:
    """Seconds by the count of frames that the first one tells (Xing, Info), else by its bitrate; None without one."""
    place = data.find(b"\xff")
    while 0 <= place < len(data) - 4:
        version, layer = data[place + 1] >> 3 & 3, data[place + 1] >> 1 & 3
        bitrate, sampling = data[place + 2] >> 4, data[place + 2] >> 2 & 3
        rates = _RATES_1 if version == 3 else _RATES_2
        samples = _SAMPLES.get(version, (0,) * 4)[sampling]
        if data[place + 1] >= 0xE0 and layer == 1 and rates[bitrate] and samples:
            per_frame = 1152 if version == 3 else 576
            count = _frame_count(data[place : place + 200])
            return count * per_frame / samples if count else (size - place) * 8 / (rates[bitrate] * 1000)
        place = data.find(b"\xff", place + 1)
    return None


def _frame_count(frame: bytes) -> int:
    mark = max(frame.find(b"Xing"), frame.find(b"Info"))
    has_count = mark >= 0 and frame[mark + 7 : mark + 8] and frame[mark + 7] & 1
    return int.from_bytes(frame[mark + 8 : mark + 12], "big") if has_count else 0


def read_ogg(file: BinaryIO) -> Media:
    """The last page's position by the sample rate, the title among the comments. Raises FileFault (`media.damaged`)."""
    head = file.read(_TAIL)
    size = file.seek(0, 2)
    file.seek(max(0, size - _TAIL))
    tail = file.read()
    last = tail.rfind(b"OggS")
    position = int.from_bytes(tail[last + 6 : last + 14], "little") if last >= 0 else 0
    rate = skip = 0
    if (found := head.find(b"\x01vorbis")) >= 0:
        rate = int.from_bytes(head[found + 12 : found + 16], "little")
    elif (found := head.find(b"OpusHead")) >= 0:
        rate, skip = 48_000, int.from_bytes(head[found + 10 : found + 12], "little")  # RFC 7845, 4
    if not rate:
        raise FileFault("media.damaged")
    comments = max(head.find(b"\x03vorbis") + 7, head.find(b"OpusTags") + 8)
    title, day = _comments(head[comments:]) if comments > 8 else ("", "")
    known = skip < position < 2**63
    return Media(seconds=(position - skip) / rate if known else None, title=title, day=day)


def read_flac(file: BinaryIO) -> Media:
    """The samples of its STREAMINFO. Raises FileFault (`media.damaged`)."""
    data = file.read(_MAX_CHUNK)
    if len(data) < 42 or not data.startswith(b"fLaC"):
        raise FileFault("media.damaged")
    packed = int.from_bytes(data[18:26], "big")  # 20 bits rate, 3 channels, 5 depth, 36 samples
    rate, samples = packed >> 44, packed & (1 << 36) - 1
    place, title, day = 4, "", ""
    while place + 4 <= len(data):
        last, kind = data[place] & 0x80, data[place] & 0x7F
        if kind == 4:
            title, day = _comments(data[place + 4 :])
        place += 4 + int.from_bytes(data[place + 1 : place + 4], "big")
        if last:
            break
    return Media(seconds=samples / rate if rate and samples else None, title=title, day=day)


def _comments(data: bytes) -> tuple[str, str]:
    """Title and date among the comments (Vorbis comment header)."""
    said: dict[str, str] = {}
    place = 4 + int.from_bytes(data[:4], "little")
    count = int.from_bytes(data[place : place + 4], "little")
    place += 4
    for _ in range(min(count, _MAX_CHUNKS)):
        length = int.from_bytes(data[place : place + 4], "little")
        name, _, text = line(data[place + 4 : place + 4 + length]).partition("=")
        said.setdefault(name.upper(), text)
        place += 4 + length
    return said.get("TITLE", ""), said.get("DATE", "")
