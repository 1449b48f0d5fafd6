"""Forms: what stands as "Field: value" in the lines of a text, or as rows of two cells in a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from portfolio.i18n import fold
from portfolio.intake.reading import Cell, Entry
from portfolio.model.decision import Field

# "Project title: Our forests", also as a list item or with a bold field ("- **Title:** Our forests").
_LINE = re.compile(
    r"\s*(?:[-*•] )?\s*\**(?P<heading>[^\W\d][^:*|]{0,60}?)\s*(?:\*\*:|:\*\*|:)\s+\**(?P<text>\S.*?)\**\s*"
)


def cells_of_lines(lines: Iterable[tuple[int, str]]) -> Iterator[Cell]:
    """The fields among numbered lines."""
    for line, text in lines:
        if found := _LINE.fullmatch(text):
            yield Cell(heading=found["heading"].strip(), text=found["text"].strip(), line=line)


def heading_cell(text: str, line: int) -> Cell | None:
    """The first heading of a text as its title, None when it has none."""
    return Cell(heading=Field.TITLE.value, text=text, line=line) if text else None


def entries_of_cells(cells: Iterable[Cell]) -> tuple[Entry, ...]:
    """Fields gathered into entries: a heading that comes again begins the next one."""
    groups: list[list[Cell]] = []
    seen: set[str] = set()
    for cell in cells:
        heading = fold(cell.heading)
        if not groups or heading in seen:
            groups.append([])
            seen = set()
        seen.add(heading)
        groups[-1].append(cell)
    return tuple(Entry(cells=tuple(group), line=group[0].line) for group in groups)
