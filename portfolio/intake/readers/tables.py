"""Tables: CSV files and workbooks; each row is an entry under the headings of the first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from portfolio.files.csvfile import read_csv
from portfolio.files.opensheet import read_opensheet
from portfolio.files.table import Table
from portfolio.files.workbook import read_workbook
from portfolio.intake.formats import Format
from portfolio.intake.reading import MAX_TEXT, Cell, Entry, Reading


def read_csv_file(path: Path, found: Format, language: str) -> Reading:
    """The table in a CSV file in its writer's language. Raises FileFault."""
    return _reading(found, [read_csv(path, language)])


def read_workbook_file(path: Path, found: Format) -> Reading:
    """The sheets of a workbook. Raises FileFault."""
    return _reading(found, read_opensheet(path) if found.key == "ods" else read_workbook(path))


def entries_of(table: Table) -> tuple[Entry, ...]:
    """A table's rows as entries, empty cells left out; a single text above the headings is the table's own title."""
    if len(list(filter(None, table.header))) == 1 and table.rows:
        header, *rows = table.rows
        if len(list(filter(None, header.cells))) > 1:
            table = replace(table, header=header.cells, rows=tuple(rows))
    return tuple(
        Entry(
            line=row.line,
            sheet=table.name,
            cells=tuple(
                Cell(heading=heading, text=text, line=row.line)
                for heading, text in zip(table.header, row.cells, strict=True)
                if heading and text
            ),
            unheaded=tuple(
                Cell(heading="", text=text, line=row.line)
                for heading, text in zip(table.header, row.cells, strict=True)
                if text and not heading
            ),
        )
        for row in table.rows
    )


def text_of(table: Table) -> str:
    """A table as lines of text, to search in."""
    return "\n".join(" ".join(filter(None, cells)) for cells in (table.header, *(row.cells for row in table.rows)))


def _reading(found: Format, tables: Iterable[Table]) -> Reading:
    tables = tuple(tables)
    return Reading(
        format=found.key,
        text="\n\n".join(map(text_of, tables))[:MAX_TEXT],
        entries=tuple(entry for table in tables for entry in entries_of(table)),
    )
