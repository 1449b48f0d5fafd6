"""The paper that a pack asks to have signed for an application: it is kept, and proves nothing.

It carries a signature and names, so that it is left out of everything that is handed out, whatever is decided of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from portfolio.model.evidence import EvidenceItem, Kind
from portfolio.pillarnames import bare_text

_KINDS = frozenset({Kind.DOCUMENT, Kind.PHOTO, Kind.CERTIFICATE})
# A title stands this far up on a page (below four lines of a letterhead and two of the label), and is this short.
_HEAD_LINES = 8
_TITLE_WORDS = 10


class Declarations:
    """Tells the paper by its names, in the name of its file or as a title on its first page."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {bare_text(name): name for name in names}

    def name_in(self, item: EvidenceItem) -> str:
        """The name by which a piece is known as the paper, as the pack writes it; "" for any other piece."""
        if item.kind not in _KINDS:
            return ""
        files = (file.rpartition("/")[2].rpartition(".")[0] for file in item.files)
        titles = (line for line in _head(item) if not line[0].isdigit() and len(line.split()) <= _TITLE_WORDS)
        return next((name for text in (*files, *titles) for name in self._in(bare_text(text))), "")

    def _in(self, words: str) -> Iterator[str]:
        """The names that stand in a text in whole words, or written as one."""
        parts = words.split()
        for bare, name in self._names.items():
            if f" {bare} " in f" {words} " or bare.replace(" ", "") in parts:
                yield name


def _head(item: EvidenceItem) -> list[str]:
    """The first lines that can be read in a piece; below a cover a title may stand too."""
    lines = (line.strip() for line in (item.text or item.veiled).split("\n"))
    return [line for line in lines if line][:_HEAD_LINES]
