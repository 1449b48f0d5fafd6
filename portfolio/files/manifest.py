"""A manifest: the sha256 of files by their names, as BagIt writes it (RFC 8493, 2.1.3) and `sha256sum -c` reads it."""

from __future__ import annotations

import re
from collections.abc import Mapping

NAME = "manifest-sha256.txt"
# Two blanks, of which the second is an asterisk for a binary file, as `sha256sum` writes them: what follows is the
# name, though it begins with blanks. RFC 8493 allows others, which other programs write.
_LINE = re.compile(r"(?P<sha256>[0-9A-Fa-f]{64})(?:  | \*|\t[ \t]*| )(?P<name>.*\S.*)")
# RFC 8493, 2.1.3: these, and no other letters, are written so in a name.
_ESCAPED = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_CODE = re.compile("%(25|0A|0D)", re.IGNORECASE)


def manifest_text(sums: Mapping[str, str]) -> str:
    """A line for each file, by name (POSIX, below the folder that it is the manifest of)."""
    return "".join(f"{sums[name]}  {_escaped(name)}\n" for name in sorted(sums))


def read_sums(text: str) -> dict[str, str]:
    """The sha256 of each file by its name. Raises ValueError for a line that is none."""
    sums = {}
    for line in text.removeprefix("\ufeff").replace("\r", "\n").split("\n"):  # a name may hold other ends of lines
        if not line.strip():
            continue
        found = _LINE.fullmatch(line)
        if not found:
            raise ValueError(line)
        sums[_CODE.sub(lambda code: chr(int(code[1], 16)), found["name"])] = found["sha256"].lower()
    return sums


def _escaped(name: str) -> str:
    return re.sub(r"[%\r\n]", lambda found: _ESCAPED[found[0]], name)
