"""A school's text as a form on the web takes it: without any marks, and measured as such a form measures it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from portfolio.model.blocks import Block, Heading, Paragraph, ParagraphStyle, Run

_LISTED = (ParagraphStyle.BULLET, ParagraphStyle.NUMBERED)


def flatten(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The lines of a text, an empty one between paragraphs; entries of a list begin with "-" or their number.

    The address of a link stands in parentheses behind its words.
    """
    lines: list[str] = []
    said = (block for block in blocks if isinstance(block, Paragraph | Heading))
    for style, group in groupby(said, lambda block: block.style if isinstance(block, Paragraph) else None):
        members = tuple(group)
        lines += (*(_listed(members) if style in _LISTED else _apart(members)), "")
    return tuple(lines[:-1])


def length(lines: Sequence[str]) -> int:
    """How long a text is for a field of a form: UTF-16 code units, a line break counts as one (HTML, `maxlength`)."""
    return len(unicodedata.normalize("NFC", "\n".join(lines)).encode("utf-16-le")) // 2


def _apart(blocks: Iterable[Paragraph | Heading]) -> list[str]:
    texts = [block.text if isinstance(block, Heading) else _words(block.runs) for block in blocks]
    return [line for text in texts for line in (text, "")][:-1]


def _listed(blocks: Iterable[Paragraph | Heading]) -> Iterator[str]:
    for number, block in enumerate(blocks, start=1):
        if isinstance(block, Paragraph):
            yield f"{f'{number}.' if block.style is ParagraphStyle.NUMBERED else '-'} {_words(block.runs)}"


def _words(runs: Sequence[Run]) -> str:
    parts = []
    for link, group in groupby(runs, lambda run: run.link):
        words = "".join(run.text for run in group)
        address = "" if link.startswith("#") else link.removeprefix("mailto:")
        parts.append(f"{words} ({address})" if address and address not in words else words)
    return unicodedata.normalize("NFC", "".join(parts)).replace("\N{NO-BREAK SPACE}", " ")
