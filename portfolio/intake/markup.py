"""Texts with the marks that people type into notes and chats (Markdown, a little HTML), as their plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r"#{1,6}\s+(?P<words>.*?)\s*#*")
# What underlines a heading, parts two paragraphs, or stands around the fields at the head of a file.
_RULE = re.compile(r"=+|-{3,}|\*{3,}|_{3,}")
_BEGINNING = re.compile(r"^(?:>\s?)*(?:[-*+•]\s+)?")
_LINK = re.compile(r"!?\[(?P<words>[^\]\n]*)\]\([^)\n]*\)")
_TAG = re.compile(r"</?[a-zA-Z][^>\n]*>")
# Doubled marks anywhere, single ones only around words: "IMG_1_2" and "2 * 3" keep theirs.
_EMPHASIS = re.compile(r"\*\*|__|~~|`|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")

_BLANKS = re.compile(r"[^\S\t]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The words of a line, "" for an empty one; numbers count from 1."""

    number: int
    words: str
    heading: bool = False


def plain_lines(text: str) -> Iterator[Line]:
    """The lines of a text without its marks; what stands in comments is for its writer alone."""
    text = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        stripped = line.strip()
        following = lines[number].strip() if number < len(lines) else ""
        if _RULE.fullmatch(stripped):
            yield Line(number=number, words="")
        elif found := _HEADING.fullmatch(stripped):
            yield Line(number=number, words=_plain(found["words"]), heading=True)
        else:
            underlined = bool(stripped and re.fullmatch(r"=+|-{3,}", following)) and ":" not in stripped
            yield Line(number=number, words=_plain(stripped), heading=underlined)


def _plain(line: str) -> str:
    """A line's words; a tab stays, for what is copied from a table has one between a field and its value."""
    words = _LINK.sub(r"\g<words>", _BEGINNING.sub("", line, count=1))
    return _BLANKS.sub(" ", _EMPHASIS.sub("", _TAG.sub("", words))).strip()
