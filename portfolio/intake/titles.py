"""Titles: which ones say something, and what the name of a file says by itself."""

from __future__ import annotations

import re

from portfolio.i18n import fold
from portfolio.intake.identify import known_suffix
from portfolio.intake.names import without_escapes
from portfolio.intake.vocabulary import vocabulary

_BY_PROGRAM = re.compile(r"microsoft (word|powerpoint|excel|publisher) - ")
# What counters, clocks and copying programs put into names. School years ("2026-2027") are part of a title.
_NUMBERING = re.compile(
    r"(?<!\d)(?:\d{4}[-._ ]\d{1,2}[-._ ]\d{1,2}|\d{1,2}[-._ ]\d{1,2}[-._ ]\d{2,4})(?!\d)"  # a date
    r"|(?<!\d)\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?!\d)"  # a time
    r"|\d{6,}|\(\d+\)|\[\d+\]"
)
# Hyphens that stand for blanks, in names without any; "e-Güvenlik" and "3-B" keep theirs.
_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})-(?=[^\W\d_]{2})")


def is_title(text: str) -> bool:
    """Whether a title or caption inside a file was written by a person, as far as one can tell."""
    folded = fold(text)
    return (
        any(letter.isalpha() for letter in text)
        and folded not in vocabulary().machine_titles
        and not _BY_PROGRAM.match(folded)
        and not known_suffix(text.strip())
    )


def title_in(stem: str) -> str:
    """The title that the name of a file (without its suffix) is, "" when a device or messenger made it.

    "2025-05-09_acik-gun" is "acik gun"; "Açık gün (2)" is "Açık gün"; "IMG_20250509" is none.
    """
    spaced = without_escapes(stem).replace("_", " ")
    spoken = _NUMBERING.sub(" ", spaced if " " in stem else _HYPHEN.sub(" ", spaced))
    words = re.findall(r"\b[^\W\d_]{3,}\b", fold(spoken))
    speaking = any(word not in vocabulary().name_fillers for word in words)
    return " ".join(spoken.split()).strip(" .,-–") if speaking else ""
