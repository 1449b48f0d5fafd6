"""What somebody is, from the words in the column "role" of the register (`words.yaml` beside this module)."""

from __future__ import annotations

import re

from portfolio.consent.columns import bare, words
from portfolio.files.nearest import nearest
from portfolio.i18n import fold

PUPIL, STAFF, GUEST, GROUP = ROLES = ("pupil", "staff", "guest", "group")
_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 0.75  # "öğrnci" reaches 0.92 of "öğrenci"; a role that is only like a pupil's is unknown, which is as safe


def role_of(text: str) -> str:
    """One of ROLES, in whichever language and words; the text as written where none is known, "" where it is empty.

    A pupil's word weighs more than all others; a class teacher is no group.
    """
    said = _WORD.findall(fold(text))
    known = words("roles")
    if known.get(bare(text)) == GROUP:
        return GROUP
    if any(known.get(word) == PUPIL or word.startswith(tuple(words("role-beginnings"))) for word in said):
        return PUPIL
    meant = (known[each] for each in (bare(text), *said) if each in known)
    return next((role for role in meant if role in (STAFF, GUEST)), text)


def nearly(text: str) -> str:
    """The role that a misspelt text nearly says, "" where it says one or is like none."""
    known = words("roles")
    return "" if role_of(text) in ROLES else known.get(nearest(bare(text), known, _NEAR), "")
