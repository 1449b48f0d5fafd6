"""Bytes to text: byte order mark, then strict UTF-8, then the code page of the writer's language."""

from __future__ import annotations

import codecs

from portfolio.files.fault import FileFault

# The "language for non-Unicode programs" of Windows: what an older Excel or Notepad writes without being asked.
_CODE_PAGES = {
    **dict.fromkeys(("bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq"), "cp1250"),
    **dict.fromkeys(("be", "bg", "mk", "ru", "sr", "uk"), "cp1251"),
    "el": "cp1253",
    **dict.fromkeys(("az", "tr"), "cp1254"),
    "he": "cp1255",
    "ar": "cp1256",
    **dict.fromkeys(("et", "lt", "lv"), "cp1257"),
}
_WESTERN = "cp1252"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, language: str) -> str:
    """The text of a file that a person wrote in a language ("tr"); bytes that no rule explains are refused.

    Raises FileFault `file.binary` (not text at all) or `file.encoding`.
    """
    return decode_named(data, language)[0]


def decode_unicode(data: bytes) -> str:
    """The text of a file in UTF-8, or in what its byte order mark says. Raises FileFault as `decode` does."""
    return _decode(data, "")[0]


def decode_named(data: bytes, language: str) -> tuple[str, str]:
    """As `decode`, with the name of the encoding in which text can be added to the same bytes."""
    return _decode(data, code_page_of(language))


def code_page_of(language: str) -> str:
    """The code page in which older programs of a language write."""
    return _CODE_PAGES.get(language, _WESTERN)


def _decode(data: bytes, code_page: str) -> tuple[str, str]:
    mark, encoding = next((pair for pair in _MARKS if data.startswith(pair[0])), (b"", "utf-8"))
    if b"\0" in data and not mark:
        raise FileFault("file.binary")
    for candidate in (encoding, code_page if not mark else ""):
        if candidate:
            try:
                return data.removeprefix(mark).decode(candidate), candidate
            except UnicodeDecodeError as error:
                offset = error.start
    raise FileFault("file.encoding", line=data.count(b"\n", 0, offset) + 1)
