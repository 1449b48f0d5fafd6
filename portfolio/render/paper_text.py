"""A paper as plain text, for a mail or a list of one's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from portfolio.model.blocks import Heading, Paragraph, Run, Table
from portfolio.model.paper import Paper, PaperBlock

_BOX = "[ ]"


def paper_text(paper: Paper) -> str:
    """Title, paragraphs, and each row of a table as a line to tick: what is said, and in brackets what it rests on."""
    parts = [paper.mark, paper.title, *(part for sheet in paper.sheets for block in sheet for part in _lines(block))]
    return "\n\n".join(filter(None, parts)) + "\n"


def _lines(block: PaperBlock) -> Iterator[str]:
    match block:
        case Heading():
            yield f"== {block.text} =="
        case Paragraph():
            yield _said(block.runs)
        case Table():
            yield "\n".join(_row([_said(cell) for cell in row.cells]) for row in block.rows)
        case _:
            raise AssertionError(f"no paper of ours is written as text with a {type(block).__name__}")


def _row(cells: Sequence[str]) -> str:
    _, says, source = cells
    return f"{_BOX} {says} ({source.replace(chr(10), '; ')})"


def _said(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)
