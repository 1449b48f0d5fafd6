"""Lists in a composed document: entries that follow each other, and whether they stay on one page."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio.model.blocks import Block, Paragraph, ParagraphStyle

SHORT = 1200  # letters: about a third of a page


def list_style(block: Block) -> ParagraphStyle | None:
    """The style of a list's entry, None for any other block: entries of one style that follow each other are a list."""
    if isinstance(block, Paragraph) and block.style in (ParagraphStyle.BULLET, ParagraphStyle.NUMBERED):
        return block.style
    return None


def is_short(entries: Iterable[Block]) -> bool:
    """Whether a list is short enough to stay on one page."""
    return sum(len(run.text) for entry in entries if isinstance(entry, Paragraph) for run in entry.runs) <= SHORT
