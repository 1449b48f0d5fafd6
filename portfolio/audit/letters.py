"""The letters of a PDF's fonts: what each code of a text means and how wide it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from portfolio.audit.resources import font_name, within
from portfolio.files.font import letter_of

UNKNOWN = "\N{REPLACEMENT CHARACTER}"  # a letter that nobody can tell from the file
_ITALIC = 1 << 6  # ISO 32000-1, table 123: the flag of a slanted typeface
_SLANTED = re.compile("italic|oblique|kursiv", re.IGNORECASE)
_ENCODINGS = {"/MacRomanEncoding": "mac_roman"}
_SECTION = re.compile(rb"begin(bfchar|bfrange|codespacerange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")


@dataclass(frozen=True, slots=True)
class Letters:
    """A font: letters and widths in em by code; `length` is how many bytes a code has."""

    name: str
    slanted: bool
    length: int
    letters: Mapping[int, str]
    widths: Mapping[int, float]
    width: float  # of all other codes

    def read(self, data: bytes) -> Iterator[tuple[int, str, float]]:
        """Code, letters and width of each glyph of a text."""
        for place in range(0, len(data) - self.length + 1, self.length):
            code = int.from_bytes(data[place : place + self.length])
            yield code, self.letters.get(code, UNKNOWN), self.widths.get(code, self.width)


def read_letters(font: Any) -> Letters:
    """What a font dictionary says; letters that it does not tell are UNKNOWN."""
    descendants = within(font, "/DescendantFonts")
    inner = descendants[0] if descendants else font
    descriptor = within(inner, "/FontDescriptor")
    name = font_name(font) or str(within(font, "/BaseFont") or "").lstrip("/")
    angle, flags = within(descriptor, "/ItalicAngle"), within(descriptor, "/Flags")
    told = within(font, "/ToUnicode")
    letters, length = _told(told.read_bytes()) if hasattr(told, "read_bytes") else ({}, 0)
    if descendants:
        widths, width = _wide(inner), float(within(inner, "/DW") or 1000) / 1000
        length = length or 2
    else:
        widths, width, length = _narrow(font), float(within(descriptor, "/MissingWidth") or 0) / 1000, 1
        letters = _encoded(within(font, "/Encoding")) | letters
    return Letters(
        name=name,
        slanted=bool(_SLANTED.search(name) or float(angle or 0) or int(flags or 0) & _ITALIC),
        length=length,
        letters=letters,
        widths=widths,
        width=width,
    )


def _told(table: bytes) -> tuple[dict[int, str], int]:
    """The letters by code of a ToUnicode table, and how many bytes a code has."""
    letters: dict[int, str] = {}
    length = 0
    for kind, body in _SECTION.findall(table):
        tokens = _tokens(body)
        if kind == b"codespacerange":
            length = max([length, *(len(each) for each in tokens if isinstance(each, bytes))])
        elif kind == b"bfchar":
            pairs = [each for each in tokens if isinstance(each, bytes)]
            letters |= {int.from_bytes(code): _text(text) for code, text in zip(pairs[::2], pairs[1::2], strict=False)}
        else:
            for first, last, start in zip(tokens[::3], tokens[1::3], tokens[2::3], strict=False):
                if isinstance(first, bytes) and isinstance(last, bytes):
                    codes = range(int.from_bytes(first), min(int.from_bytes(last), int.from_bytes(first) + 0xFFFF) + 1)
                    letters |= dict(zip(codes, _following(start), strict=False))
    return letters, length


def _tokens(body: bytes) -> list[bytes | list[bytes]]:
    """The strings of a table, those in brackets together."""
    found: list[bytes | list[bytes]] = []
    inside: list[bytes] | None = None
    for digits, opens, closes in _TOKEN.findall(body):
        if opens:
            inside = []
        elif closes and inside is not None:
            found.append(inside)
            inside = None
        elif not closes:
            string = bytes.fromhex(b"".join(digits.split()).decode())
            (found if inside is None else inside).append(string)
    return found


def _following(start: bytes | list[bytes]) -> Iterator[str]:
    """The letters of a range's codes: each its own, or one after the other from the first."""
    if isinstance(start, list):
        yield from map(_text, start)
        return
    first = _text(start)
    while first:
        yield first
        first = first[:-1] + chr(min(ord(first[-1]) + 1, 0x10FFFF))


def _text(data: bytes) -> str:
    return data.decode("utf-16-be", "replace")


def _wide(font: Any) -> dict[int, float]:
    """The widths of a font of many letters: [code [width …] first last width …]."""
    widths: dict[int, float] = {}
    given = list(within(font, "/W") or ())
    while len(given) > 1:
        first, second = int(given.pop(0)), given.pop(0)
        if hasattr(second, "__iter__"):
            widths |= {first + place: float(width) / 1000 for place, width in enumerate(second)}
        elif given:
            widths |= dict.fromkeys(range(first, int(second) + 1), float(given.pop(0)) / 1000)
    return widths


def _narrow(font: Any) -> dict[int, float]:
    matrix = within(font, "/FontMatrix")
    scale = float(matrix[0]) if matrix else 0.001
    first = int(within(font, "/FirstChar") or 0)
    return {first + place: float(width) * scale for place, width in enumerate(within(font, "/Widths") or ())}


def _encoded(encoding: Any) -> dict[int, str]:
    """The letters of a font of at most 256, by the encoding that it names and where it differs."""
    base = str(within(encoding, "/BaseEncoding") or "") if within(encoding, "/Differences") else str(encoding or "")
    codec = _ENCODINGS.get(base, "cp1252")
    letters = {code: bytes([code]).decode(codec, "replace") for code in range(32, 256)}
    code = 0
    for each in within(encoding, "/Differences") or ():
        if isinstance(each, int):
            code = each
        else:
            letters[code] = letter_of(str(each).lstrip("/")) or UNKNOWN
            code += 1
    return letters
