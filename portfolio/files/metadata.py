"""Pictures without what was written into them, the pixels untouched: logos and the pictures inside PDFs.

What is kept is named, everything else goes: nobody knows all that a camera or program may write.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
# JPEG markers (ITU-T T.81, B.1.1.3): APP0 (JFIF), APP2 (an ICC profile, or several pictures in one), APP14 (Adobe: how
# the colours are meant) are needed to show a picture; every other APP segment and the comment only tell.
_APP0, _APP2, _APP14, _APP15, _COMMENT = 0xE0, 0xE2, 0xEE, 0xEF, 0xFE
_SCAN, _END = 0xDA, 0xD9
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length: TEM, RSTn, SOI
_JFIF, _ICC, _ADOBE = b"JFIF\0", b"ICC_PROFILE\0", b"Adobe"
_JFIF_LENGTH = 14  # identifier, version, density, and the size of a thumbnail, here 0 by 0 (T.871, 10.1)
_AFTER_SCAN = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]", re.DOTALL)  # the marker that ends coded data (T.81, B.1.1.5)
# PNG chunks (PNG 3rd edition, 11.3) that hold texts, EXIF and a time.
_PNG_TELLING = (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME")
# JPEG 2000 (ITU-T T.800): the boxes of a picture, and the markers of a codestream's main header.
_JP2 = b"\0\0\0\x0cjP  "
_JP2_NEEDED = (b"jP  ", b"ftyp", b"rreq", b"jp2h", b"jp2c")
_CODESTREAM = b"\xff\x4f\xff\x51"
_J2K_TILE, _J2K_COMMENT = 0x90, 0x64


def without_metadata(data: bytes) -> bytes:
    """A JPEG or PNG without EXIF, XMP, IPTC and comments; anything else, and what is damaged, as it is."""
    try:
        if data.startswith(_JPEG):
            return bare_jpeg(data)
        if data.startswith(_PNG):
            return _png(data)
    except (ValueError, struct.error, IndexError):
        pass
    return data


def bare_jpeg(data: bytes) -> bytes:
    """A JPEG with nothing but what shows the picture, and nothing before or behind it.

    The coded pixels are byte for byte the same. Raises ValueError when it is no JPEG or is damaged before its pixels.
    """
    begin = data.find(_JPEG)
    if begin < 0:
        raise ValueError("no JPEG")
    try:
        return b"".join((_JPEG, *_jpeg_segments(data, begin + 2)))
    except (struct.error, IndexError) as fault:
        raise ValueError("a damaged JPEG") from fault


def bare_jpeg2000(data: bytes) -> bytes:
    """A JPEG 2000 picture (in boxes or as a bare codestream) without texts, comments and other boxes.

    The coded pixels are byte for byte the same. Raises ValueError when it is none or is damaged.
    """
    try:
        if data.startswith(_CODESTREAM):
            return _codestream(data)
        if data.startswith(_JP2):
            return b"".join(_jp2_boxes(data))
    except (struct.error, IndexError) as fault:
        raise ValueError("a damaged JPEG 2000") from fault
    raise ValueError("no JPEG 2000")


def _jpeg_segments(data: bytes, at: int) -> Iterator[bytes]:
    """The segments that are needed; after a scan its coded data. What is cut short ends where it is cut."""
    scanned = False
    while not (scanned and at >= len(data)):
        if data[at] != 0xFF:
            raise ValueError("a damaged JPEG")
        marker = data[at + 1]
        if marker == 0xFF:  # markers may be preceded by any number of these
            at += 1
        elif marker == _END:
            yield data[at : at + 2]
            return
        elif marker in _ALONE:
            yield data[at : at + 2]
            at += 2
        else:
            (length,) = struct.unpack_from(">H", data, at + 2)
            yield _needed(marker, data[at : at + 2 + length])
            at += 2 + length
            if marker == _SCAN:
                scanned = True
                found = _AFTER_SCAN.search(data, at)
                yield data[at : found.start() if found else len(data)]
                at = found.start() if found else len(data)


def _needed(marker: int, segment: bytes) -> bytes:
    """A segment as it is kept; nothing for one that only tells."""
    content = segment[4:]
    if marker == _APP0 and content.startswith(_JFIF):
        return b"\xff\xe0" + struct.pack(">H", _JFIF_LENGTH + 2) + content[: _JFIF_LENGTH - 2] + b"\0\0"
    if marker == _APP2 and content.startswith(_ICC):
        return segment
    if marker == _APP14 and content.startswith(_ADOBE):
        return segment
    return b"" if _APP0 <= marker <= _APP15 or marker == _COMMENT else segment


def _jp2_boxes(data: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        head = 8
        if length == 1:
            (length,) = struct.unpack_from(">Q", data, at + 8)
            head = 16
        elif length == 0:  # the last box may reach to the end of the file
            length = len(data) - at
        if length < head:
            raise ValueError("a damaged JPEG 2000")
        if kind == b"jp2c":
            stream = _codestream(data[at + head : at + length])
            yield struct.pack(">I4s", len(stream) + 8, kind) + stream
        elif kind in _JP2_NEEDED:
            yield data[at : at + length]
        at += length


def _codestream(data: bytes) -> bytes:
    """A codestream without the comments of its main header."""
    kept, at = [data[:2]], 2
    while (marker := data[at + 1]) != _J2K_TILE:
        (length,) = struct.unpack_from(">H", data, at + 2)
        if data[at] != 0xFF or length < 2:
            raise ValueError("a damaged JPEG 2000")
        if marker != _J2K_COMMENT:
            kept.append(data[at : at + 2 + length])
        at += 2 + length
    end = data.rfind(b"\xff\xd9")
    return b"".join((*kept, data[at : end + 2 if end > at else len(data)]))


def _png(data: bytes) -> bytes:
    kept, at = [data[:8]], 8
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind not in _PNG_TELLING:
            kept.append(data[at : at + 12 + length])
        at += 12 + length
    return b"".join(kept)
