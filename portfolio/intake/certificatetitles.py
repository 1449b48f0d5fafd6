"""The title of a paper that may be a certificate: whether it has one, and what stands in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from portfolio.i18n import fold
from portfolio.intake.certificatekinds import is_label, pattern_of
from portfolio.intake.cues import cues
from portfolio.intake.holders import deed_in
from portfolio.intake.lines import Line
from portfolio.model.framework import CertificateKind

# Above the title stand logos, ministry and school; a long title takes some lines.
TITLE_AMONG = 8
_TITLE_LINES = 3
TITLE_WORDS = 12
_WORD = re.compile(r"\w+")
SENTENCE_END = re.compile(r"[^\W\d]{2}[.!?]$")  # no ordinal: "15. ožujka 2025."


def may_be_titled(text: str, kinds: Sequence[CertificateKind]) -> bool:
    """Whether the first lines have a word of a certificate's or label's name: a quick look at many texts."""
    lines = [line for line in text.split("\n") if line and not line.isspace()]
    head = unicodedata.normalize("NFC", " ".join(lines[: TITLE_AMONG + _TITLE_LINES]))
    words = set(_WORD.findall(head))
    return any(map(_is_title, words)) or not _words_of(_label_names(kinds)).isdisjoint(map(_folded, words))


@lru_cache(maxsize=20_000)  # texts have the same words again and again
def _is_title(word: str) -> bool:
    return cues().titles.fullmatch(_folded(word)) is not None


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    return fold(word)


@lru_cache(maxsize=8)
def _words_of(names: tuple[str, ...]) -> frozenset[str]:
    """The longest word of each name."""
    return frozenset(fold(max(_WORD.findall(name), key=len)) for name in names)


def title_of(lines: Sequence[Line]) -> str:
    """The words for certificate in the title of a text, "" when it has no such title, or that of another paper."""
    for line in lines[:TITLE_AMONG]:
        found = cues().titles.search(line.folded)
        if (
            found
            and len(line.folded.split()) <= TITLE_WORDS
            and not SENTENCE_END.search(line.folded)
            and not cues().other_papers.search(line.folded)
            and (cues().holders.phrase.search(line.folded) or not deed_in(line.folded))
        ):
            return line.cut(found.start(), found.end())
    return ""


def is_plainly_titled(lines: Sequence[Line]) -> bool:
    """Whether a text is called nothing but certificate."""
    return any(cues().titles.search(line.folded) and not beside(line.folded) for line in lines[:TITLE_AMONG])


def named_alone(lines: Sequence[Line], kinds: Sequence[CertificateKind]) -> str:
    """The title that is nothing but the names of labels, in whatever languages; "" when there is none."""
    names = pattern_of(_label_names(kinds))
    for first in range(min(len(lines), TITLE_AMONG)):
        for last in range(first + 1, first + 1 + _TITLE_LINES):
            title = " ".join(line.folded for line in lines[first:last])
            if names.search(title) and not beside(names.sub("", title)):
                return " ".join(line.written for line in lines[first:last])
    return ""


def _label_names(kinds: Sequence[CertificateKind]) -> tuple[str, ...]:
    return tuple(name for kind in kinds if is_label(kind.key) for name in (*kind.names, *kind.titles.values()))


def beside(title: str) -> str:
    """What stands in a title beside the word for certificate and what may always be there."""
    rest = cues().title_fillers.sub("", cues().titles.sub("", title))
    return rest if re.search(r"[^\W\d]", rest) else ""
