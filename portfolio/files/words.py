"""Finding words in what was written, however its lines were broken."""

from __future__ import annotations

import re
import unicodedata

# Blanks, line ends, hyphens of any kind: where a line was broken they come and go. PDFium gives a hyphen that the
# typesetter put there as U+0002 or U+FFFE.
_LOOSE = re.compile(r"[\s\x00-\x1f\u00ad\u200b\u2010\u2011\ufffe-]+")


def squeezed(text: str) -> str:
    """The letters of a text in one row, the same however it was set."""
    return _LOOSE.sub("", unicodedata.normalize("NFKC", text))
