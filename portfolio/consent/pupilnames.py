"""The name of a pupil as lists have it, without what stands beside it there: a class, a remark in brackets, a sign.

A name with more in it would be found in no text. What may belong to it, or to somebody else, is not guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from portfolio.consent.keys import without_class
from portfolio.model.problem import Place, Problem, error

_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# What stands between two names, or between a name and a remark: a dash with blanks, a dot that ends no initial.
_BETWEEN = re.compile(r"[/\\|_&+=:;,()\[\]]|(?<=\s)[-\u2010-\u2015](?=\s)|\.(?=\S)")
_IN_NAMES = "'’‘ʼ.-\u2010\u2011"
_LOOK = "\ufe0e\ufe0f"  # how a sign before it is drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class PupilName:
    """A name in the order of its columns, the given name first, and what is wrong with it."""

    parts: tuple[str, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def who(self) -> str:
        """The full name."""
        return " ".join(filter(None, self.parts))


def pupil_name(cells: Sequence[str], where: Place) -> PupilName:
    """The name that cells of a list hold: given name and surname, or the full name alone ("Yılmaz, Ayşe" as well).

    Codes: `pupils.digits`, `pupils.sign` (with `sign`), `pupils.unseen` (with `sign`).
    """
    parts = [_plain(cell) for cell in cells]
    if len(parts) == 1 and parts[0].count(",") == 1:
        surname, _, given = parts[0].partition(",")
        parts = [f"{given} {surname}"]
    problems = [fault for part in parts if (fault := _fault(part, where))]
    parts = [_without_signs(part) for part in parts]
    *before, last = parts
    words = last.split()
    if len(words) > 1 and len(words[-1]) == 1 and sum(len(word) > 1 for word in " ".join(parts).split()) > 1:
        last = " ".join(words[:-1])  # "Ayşe Yılmaz K": a girl, not a name
    return PupilName(parts=(*before, last), problems=tuple(problems))


def _plain(cell: str) -> str:
    return _BRACKETED.sub(" ", without_class(cell)).strip()


def _fault(name: str, where: Place) -> Problem | None:
    """What makes a name one that no text can be searched for."""
    for sign in name:
        if unicodedata.category(sign) in ("Cc", "Cf", "Co", "Cn"):
            return error("pupils.unseen", where, sign=f"U+{ord(sign):04X}")
    if any(sign.isdigit() for sign in name):
        return error("pupils.digits", where)
    if found := _BETWEEN.search(name):
        return error("pupils.sign", where, sign=found[0])
    return None


def _without_signs(name: str) -> str:
    """A name without stars, pictures and the like."""
    kept = (sign if sign.isalpha() or sign in _IN_NAMES or _is_mark(sign) else " " for sign in name)
    return " ".join("".join(kept).split())


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M") and sign not in _LOOK
