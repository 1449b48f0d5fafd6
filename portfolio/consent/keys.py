"""How a person, class or file is found in the lists about people, however it is written there."""

from __future__ import annotations

import re

from portfolio.i18n import fold

FILE_PREFIX = "file:"
# A class as people write it, for folded texts: "4-A", "4/A", "4 – A" and "4 A" are the same.
BETWEEN = r"[\s./_\-\u2010-\u2015\u2212]*"
_CLASS = re.compile(rf"(\d{{1,2}}){BETWEEN}([^\W\d_])")


def key_of(who: str) -> str:
    """What a person, group or file is found by: case and diacritics do not matter."""
    key = fold(who)
    found = _CLASS.fullmatch(key)
    return f"{found[1]}-{found[2]}" if found else key
