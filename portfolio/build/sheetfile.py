"""The file of a review sheet that came back: its rows by column, beside what had been written into them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from portfolio.build.sheetfields import tidy
from portfolio.errors import ProjectError
from portfolio.files.fault import FileFault
from portfolio.files.opensheet import read_opensheet
from portfolio.files.table import Table
from portfolio.files.workbook import read_workbook
from portfolio.model.problem import Place, error

ID = "id"
MEMORY = "portfolio"  # the hidden sheet of what was written
MARK = "portfolio review 1"  # to be raised when what that sheet holds changes

_READERS: Mapping[str, Callable[..., tuple[Table, ...]]] = {
    ".xlsx": read_workbook,
    ".xlsm": read_workbook,
    ".ods": read_opensheet,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedRow:
    """A row of the sheet: its line, and its texts by the key of their column."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedSheet:
    """A sheet that came back: the headings by key, what had been `written` by id and key, and the rows as they are."""

    file: str
    headings: Mapping[str, str]
    written: Mapping[str, Mapping[str, str]]
    rows: tuple[ReturnedRow, ...]


def remember(
    keys: Sequence[str], headings: Sequence[str], rows: Iterable[Sequence[str]]
) -> tuple[tuple[str, ...], ...]:
    """The rows of the hidden sheet: the key and the heading of each column, then what is written into each row."""
    return ((MARK, *keys), ("", *headings), *(("", *row) for row in rows))


def read_sheet(path: Path, needed: Collection[str]) -> ReturnedSheet:
    """The sheet in an XLSX or ODS file, its rows in any order and its columns too; other columns are people's own.

    Of the columns that it was written with, those with a `needed` key must be there. Raises ProjectError:
    `sheet.format`, `.unreadable`, `.no-memory`, `.no-table`, `.two-tables`, `.column-twice`, `.no-column`;
    `workbook.*`, `archive.*`.
    """
    tables = _read(path)
    memory = next((table for table in tables if table.header[0] == MARK and ID in table.header), None)
    if not memory or not memory.rows:
        raise ProjectError(error("sheet.no-memory", Place(file=path.name)))
    first, *rest = (dict(zip(memory.header, row.cells, strict=True)) for row in memory.rows)
    headings = {key: tidy(heading) for key, heading in first.items() if heading}
    table = _table([each for each in tables if each is not memory], headings[ID], path.name)
    columns = _columns(table, headings, needed, path.name)
    return ReturnedSheet(
        file=path.name,
        headings=headings,
        written={row[ID]: row for row in rest},
        rows=tuple(
            ReturnedRow(line=row.line, cells={key: row.cells[index] for key, index in columns.items()})
            for row in table.rows
        ),
    )


def _read(path: Path) -> tuple[Table, ...]:
    reader = _READERS.get(path.suffix.lower())
    if not reader:
        raise ProjectError(error("sheet.format", Place(file=path.name)))
    try:
        return reader(path, errors=True)  # a formula that failed is no emptied cell
    except FileFault as fault:
        raise ProjectError(fault.problem(path.name)) from None
    except OSError as fault:
        raise ProjectError(error("sheet.unreadable", Place(file=path.name), detail=fault.strerror or fault)) from None


def _table(tables: Iterable[Table], heading: str, file: str) -> Table:
    """The one table that has the heading of the ids."""
    found = [table for table in tables if heading in map(tidy, table.header)]
    if not found:
        raise ProjectError(error("sheet.no-table", Place(file=file), column=heading))
    if len(found) > 1:
        raise ProjectError(error("sheet.two-tables", Place(file=file), sheets=", ".join(each.name for each in found)))
    return found[0]


def _columns(table: Table, headings: Mapping[str, str], needed: Collection[str], file: str) -> dict[str, int]:
    """Where the columns are that the sheet was written with; those that only show something may be gone."""
    there = [tidy(heading) for heading in table.header]
    where = Place(file=file, line=table.header_line)
    faults = [
        error("sheet.column-twice", where, column=heading) for heading in headings.values() if there.count(heading) > 1
    ]
    faults += [
        error("sheet.no-column", where, column=heading)
        for key, heading in headings.items()
        if key in needed and heading not in there
    ]
    if faults:
        raise ProjectError(*faults)
    return {key: there.index(heading) for key, heading in headings.items() if heading in there}
