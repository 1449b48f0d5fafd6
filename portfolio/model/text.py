"""Texts for people in several languages, and where a value comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar
from unicodedata import bidirectional

T = TypeVar("T")


class Origin(StrEnum):
    """Who said it, strongest first: the order of the members is the precedence."""

    DECISION = "decision"
    SIDECAR = "sidecar"
    CAPTION_SHEET = "caption-sheet"
    FOLDER_NOTE = "folder-note"
    EMBEDDED = "embedded"  # EXIF, XMP, IPTC
    DOCUMENT = "document"  # the file's own content
    RECOGNISED = "recognised"  # what a program read in a picture of a page: letters may be wrong
    PROPERTIES = "properties"  # what a program notes about a file beside its content, often a template's or a copy's
    FILE_NAME = "file-name"
    FOLDER_NAME = "folder-name"


READ_IN_FILE = (Origin.DOCUMENT, Origin.RECOGNISED, Origin.PROPERTIES)
"""Who says what was read in a file that is no picture, or recognised in one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced(Generic[T]):
    """A value with who said it and where (a file as shown to people, with ":line" where known)."""

    value: T
    origin: Origin
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A text for a reader; `language` is "" when it is the document's own language, else a BCP 47 code."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalText:
    """One text in the languages it was given in; "" stands for an unstated language, taken as the school's first."""

    texts: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        if not self.texts:
            raise ValueError("a LocalText needs at least one text")

    def phrase(self, language: str, original: str) -> Phrase:
        """The text for a reader of `language`, else the original (then the first given), marked with its language.

        `original` is the school's first language; an unstated language counts as that one.
        """
        spoken = {code or original: text for code, text in self.texts}
        if language in spoken:
            return Phrase(text=spoken[language])
        for code in (original, *spoken):
            if code in spoken:
                return Phrase(text=spoken[code], language=code)
        raise AssertionError("unreachable: a LocalText is never empty")


def local(text: str, language: str = "") -> LocalText:
    """A LocalText in one language."""
    return LocalText(texts=((language, text),))


def has_leftwards(text: str) -> bool:
    """Whether any letter of a text is written from the right (Unicode bidi classes R and AL)."""
    return any(bidirectional(letter) in ("R", "AL") for letter in text)
