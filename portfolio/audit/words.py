"""Finding words in what was written, however its lines were broken."""

from __future__ import annotations

import re
import unicodedata

# Blanks, line ends, hyphens of any kind: where a line was broken they come and go.
_LOOSE = re.compile(r"[\s\u00ad\u200b\u2010\u2011\ufffe-]+")


def squeezed(text: str) -> str:
    """The letters of a text in one row, the same however it was set."""
    return _LOOSE.sub("", unicodedata.normalize("NFKC", text))
