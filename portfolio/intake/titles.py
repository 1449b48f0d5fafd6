"""Titles: which ones say something, and what the name of a file says by itself."""

from __future__ import annotations

import re

from portfolio.i18n import fold
from portfolio.intake.formats import known_suffix
from portfolio.intake.names import without_escapes
from portfolio.intake.synchronised import undisputed
from portfolio.intake.vocabulary import vocabulary

_BY_PROGRAM = re.compile(r"microsoft (word|powerpoint|excel|publisher) - ")
# What counters, clocks and copying programs put into names. School years ("2026-2027") are part of a title.
_NUMBERING = re.compile(
    r"(?<!\d)(?:\d{4}[-._ ]\d{1,2}[-._ ]\d{1,2}|\d{1,2}[-._ ]\d{1,2}[-._ ]\d{2,4})(?!\d)"  # a date
    r"|(?<!\d)\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?!\d)"  # a time
    r"|\d{6,}|\(\d+\)|\[\d+\]"
)
# What a number that is cut out leaves: the hyphens that joined it, a bracket with nothing in it.
_CUT = "\N{NULL}"
_DEBRIS = re.compile(rf"[-–]?{_CUT}[-–]?(?=[^\s])|[-–]?{_CUT}")
_EMPTY = re.compile(r"[(\[][\s.,-]*[)\]]")
_LOOSE = re.compile(r"[\s,]+(?=[)\]])")
# WhatsApp tells pictures of one second apart by what it puts behind the time.
_APART = re.compile(r"(?<=\d[.:]\d\d)_[0-9a-f]{3,8}(?![^\W_])")
# Letters that a program could not write, and UTF-8 that was read in another encoding.
_LOST = re.compile("\\w\\?\\w|\N{REPLACEMENT CHARACTER}")
_GARBLED = re.compile("[\u00c2-\u00f4](?=[\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122])")
_ENCODINGS = ("cp1252", "latin-1")
# Hyphens that stand for blanks, in names without any; "e-Güvenlik" and "3-B" keep theirs.
_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})-(?=[^\W\d_]{2})")


def is_title(text: str) -> bool:
    """Whether a title or caption inside a file was written by a person, as far as one can tell."""
    folded = fold(text)
    return (
        any(letter.isalpha() for letter in text)
        and folded not in vocabulary().machine_titles
        and not folded.startswith(vocabulary().machine_beginnings)
        and not _BY_PROGRAM.match(folded)
        and not known_suffix(text.strip())
    )


def mended(text: str) -> str:
    """A text inside a file with its letters as they were written; "" where they are lost ("Ay?e"): nobody prints that.

    Names are looked for in it, and would not be found.
    """
    for encoding in _ENCODINGS if _GARBLED.search(text) else ():
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return "" if _LOST.search(text) and "://" not in text else text


def title_in(stem: str) -> str:
    """The title that the name of a file (without its suffix) is, "" when a device or messenger made it.

    "2025-05-09_acik-gun" is "acik gun"; "Açık gün (2)" is "Açık gün"; "IMG_20250509" is none.
    """
    spaced = _APART.sub(" ", undisputed(without_escapes(stem))).replace("_", " ")
    cut = _NUMBERING.sub(_CUT, spaced if " " in stem else _HYPHEN.sub(" ", spaced))
    spoken = _LOOSE.sub("", _EMPTY.sub(" ", _DEBRIS.sub(" ", cut)))
    words = re.findall(r"\b[^\W\d_]{3,}\b", fold(spoken))
    speaking = any(word not in vocabulary().name_fillers for word in words)
    return " ".join(spoken.split()).strip(" .,-–") if speaking else ""
