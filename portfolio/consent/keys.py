"""How a person, class or file is found in the lists about people, however it is written there."""

from __future__ import annotations

import re
import unicodedata

from portfolio.i18n import fold

FILE_PREFIX = "file:"
# How people say it in their own language.
_FILE = re.compile(
    r"\s*(?:file|dosya|fil|datei|fichier|archivo|plik)\s*:\s*(?P<path>.*?)\s*", re.IGNORECASE | re.DOTALL
)
# A class as people write it: "4-A", "4/A", "4 – A" and "4 A" are the same.
BETWEEN = r"[\s./_\-\u2010-\u2015\u2212]*"
_CLASS = re.compile(rf"(\d{{1,2}}){BETWEEN}([^\W\d_])")
# A class behind a name, which tells apart two of one name: "Ali Çam (4-B)".
_BEHIND = re.compile(rf"(?<=[^\W\d_])[\s,;./\-\u2010-\u2015]*[\s,(\[]\s*{_CLASS.pattern}\s*[)\]]?\s*$")
_BRACKETS = str.maketrans("()[]", "    ")


def key_of(who: str) -> str:
    """What a person, group or file is found by: case, diacritics, brackets and how a class is written do not matter.

    A file is no other that is called nearly so: only its case and how its folders are separated do not matter.
    """
    if named := _FILE.fullmatch(who):
        path = unicodedata.normalize("NFC", named["path"].replace("\\", "/"))
        return FILE_PREFIX + path.removeprefix("./").casefold()
    key = fold(who)
    if found := _BEHIND.search(key):
        return f"{key_of(key[: found.start()])} {found[1]}-{found[2]}"
    key = " ".join(key.translate(_BRACKETS).split())
    found = _CLASS.fullmatch(key)
    return f"{found[1]}-{found[2]}" if found else key


def without_class(who: str) -> str:
    """A name without the class behind it: "Ali Çam" of "Ali Çam (4-B)"."""
    return who if _FILE.fullmatch(who) else _BEHIND.sub("", who)
