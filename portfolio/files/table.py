"""Rows of text under a header: what a CSV file or a sheet of a workbook says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row with the line (or row of the sheet) it begins in, counted from 1; as many cells as the header.

    `is_long`: more cells were written than the header has, be they empty.
    """

    line: int
    cells: tuple[str, ...]
    is_long: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of text. `name` is the sheet's ("" for a CSV file); a heading is "" where cells stand under none."""

    name: str
    header: tuple[str, ...]
    rows: tuple[TableRow, ...]
    header_line: int = 1


def make_table(name: str, lines: Iterable[tuple[int, Sequence[str]]]) -> Table:
    """A Table of (line, cells): blank lines are left out, the first that remains is the header.

    Blanks round cells are dropped. Short rows are padded; the header is padded under longer ones, so that no text is
    lost. A table without any text has an empty header.
    """
    filled = [(line, tuple(cell.strip() for cell in cells)) for line, cells in lines]
    filled = [(line, cells) for line, cells in filled if any(cells)]
    if not filled:
        return Table(name=name, header=(), rows=())
    width, written = max(_used(cells) for _, cells in filled), len(filled[0][1])
    rows = [
        TableRow(line=line, cells=(*cells[:width], *[""] * (width - len(cells))), is_long=len(cells) > written)
        for line, cells in filled
    ]
    return Table(name=name, header=rows[0].cells, rows=tuple(rows[1:]), header_line=rows[0].line)


def _used(cells: Sequence[str]) -> int:
    """How many cells there are up to the last that says something."""
    return max((index for index, cell in enumerate(cells, start=1) if cell), default=0)
