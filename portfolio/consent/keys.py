"""How a person, class or file is found in the lists about people, however it is written there."""

from __future__ import annotations

import re

from portfolio.i18n import fold

FILE_PREFIX = "file:"
# A class as people write it: "4-A", "4/A", "4 – A" and "4 A" are the same.
BETWEEN = r"[\s./_\-\u2010-\u2015\u2212]*"
_CLASS = re.compile(rf"(\d{{1,2}}){BETWEEN}([^\W\d_])")
# A class behind a name, which tells apart two of one name: "Ali Çam (4-B)".
_BEHIND = re.compile(rf"(?<=[^\W\d_])[\s,;./\-\u2010-\u2015]*[\s,(\[]\s*{_CLASS.pattern}\s*[)\]]?\s*$")
_BRACKETS = str.maketrans("()[]", "    ")


def key_of(who: str) -> str:
    """What a person, group or file is found by: case, diacritics, brackets and how a class is written do not matter."""
    key = fold(who)
    if key.startswith(FILE_PREFIX):
        return key
    if found := _BEHIND.search(key):
        return f"{key_of(key[: found.start()])} {found[1]}-{found[2]}"
    key = " ".join(key.translate(_BRACKETS).split())
    found = _CLASS.fullmatch(key)
    return f"{found[1]}-{found[2]}" if found else key


def without_class(who: str) -> str:
    """A name without the class behind it: "Ali Çam" of "Ali Çam (4-B)"."""
    return who if fold(who).startswith(FILE_PREFIX) else _BEHIND.sub("", who)
