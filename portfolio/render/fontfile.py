"""Font files: the time in them that would make every document differ from the last."""

from __future__ import annotations

import struct

# OpenType 1.9, "Organization of an OpenType font": header of 12 bytes, then 16 bytes for each table.
_HEADER, _RECORD = 12, 16
# "head": checksumAdjustment (uint32) at 8, created and modified (LONGDATETIME) at 20 and 28; "calculating checksums".
_ADJUSTMENT, _CREATED, _MODIFIED = 8, 20, 28
_WHOLE = 0xB1B0AFBA


def undated(font: bytes) -> bytes:
    """A TrueType or OpenType file that says it was last changed when it was created; its checksums are right again.

    Who cuts a font to the letters of a document writes the time of day into it.
    """
    content = bytearray(font)
    for number in range(int.from_bytes(content[4:6], "big")):
        record = _HEADER + number * _RECORD
        tag, _, offset, length = struct.unpack_from(">4sIII", content, record)
        if tag == b"head":
            content[offset + _MODIFIED : offset + _MODIFIED + 8] = content[offset + _CREATED : offset + _CREATED + 8]
            struct.pack_into(">I", content, offset + _ADJUSTMENT, 0)
            struct.pack_into(">I", content, record + 4, checksum(content[offset : offset + length]))
            struct.pack_into(">I", content, offset + _ADJUSTMENT, (_WHOLE - checksum(content)) % 2**32)
    return bytes(content)


def checksum(table: bytes | bytearray) -> int:
    """The sum of a table's 32-bit words, filled up with zeros."""
    padded = bytes(table) + bytes(-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) % 2**32
