"""Pictures without what was written into them, the pixels untouched: for logos, which are placed as they are."""

from __future__ import annotations

import struct

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
# JPEG segments (ITU-T T.81, B.1.1.3) that hold EXIF and XMP, several pictures in one (MPF), IPTC, and comments; an ICC
# profile shares its number with MPF and stays.
_APP1, _APP2, _APP13, _COMMENT, _SCAN = 0xE1, 0xE2, 0xED, 0xFE, 0xDA
_ICC = b"ICC_PROFILE\0"
# PNG chunks (PNG 3rd edition, 11.3) that hold texts, EXIF and a time.
_PNG_TELLING = (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME")


def without_metadata(data: bytes) -> bytes:
    """A JPEG or PNG without EXIF, XMP, IPTC and comments; anything else, and what is damaged, as it is."""
    try:
        if data.startswith(_JPEG):
            return _jpeg(data)
        if data.startswith(_PNG):
            return _png(data)
    except (struct.error, IndexError):
        pass
    return data


def _jpeg(data: bytes) -> bytes:
    kept, at = [data[:2]], 2
    while (marker := data[at + 1]) != _SCAN:
        (length,) = struct.unpack_from(">H", data, at + 2)
        segment = data[at : at + 2 + length]
        telling = marker in (_APP1, _APP13, _COMMENT) or (marker == _APP2 and not segment[4:].startswith(_ICC))
        if not telling:
            kept.append(segment)
        at += 2 + length
    return b"".join((*kept, data[at:]))


def _png(data: bytes) -> bytes:
    kept, at = [data[:8]], 8
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind not in _PNG_TELLING:
            kept.append(data[at : at + 12 + length])
        at += 12 + length
    return b"".join(kept)
