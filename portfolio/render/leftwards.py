"""Letters that are written from the right, as those who read a PDF's text find them.

A page is drawn from left to right, so whoever reads the letters out of it turns such words round, letter by letter as
the fonts tell them. A glyph of two letters (lam and alif) must then be one letter, or the two change places: Unicode's
presentation forms are. The tags have the words as they are written.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import chain
from typing import Any

# Arabic Presentation Forms-B before A: there are the forms that fonts join.
_FORMS = (range(0xFE70, 0xFEFD), range(0xFB50, 0xFDFE))
_GLYPH = re.compile(rb"<([0-9A-Fa-f]{4})> <((?:[0-9A-Fa-f]{4}){2,})>")


def join_letters(letters_by_glyph: Any) -> None:
    """Gives the glyphs of several such letters, in the table of a font in a PDF, one that stands for them all."""
    letters_by_glyph.stream = [
        _GLYPH.sub(_joined, line) if isinstance(line, bytes) else line for line in letters_by_glyph.stream
    ]


def _joined(found: re.Match[bytes]) -> bytes:
    letters = bytes.fromhex(found[2].decode()).decode("utf-16-be", "replace")
    form = _forms().get(letters)
    return found[0] if form is None else b"<%s> <%s>" % (found[1], form.encode("utf-16-be").hex().encode())


@cache
def _forms() -> dict[str, str]:
    """Letter by the letters that it stands for, where these are several; the one that stands alone, if there is one."""
    found: dict[str, str] = {}
    for code in chain(*_FORMS):
        letters = unicodedata.normalize("NFKC", chr(code))
        if len(letters) > 1 and " " not in letters:
            found.setdefault(letters, chr(code))
    return found
