"""Sheets of an XLSX workbook as tables of text."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.files.fault import FileFault
from portfolio.files.merged import Spans, read_spans
from portfolio.files.table import Table, make_table
from portfolio.files.zipguard import open_archive

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MAX_ROWS = 20_000  # rows with text in one sheet; records of a school are hundreds
MAX_COLUMNS = 256  # formats are often set to the last column (16,384) without any text there
LAST_ROW = 1_048_576  # ECMA-376 through Excel's own limit; a file may claim more


# ECMA-376 part 1, 18.18.11, type "e": a formula that failed says nothing.
ERRORS = frozenset({"#DIV/0!", "#GETTING_DATA", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})

# ECMA-376 part 1, 22.9.2.19: signs that XML would lose, and the underscore of what only looks so; openpyxl leaves them.
_MEANT = {"000D": "", "005F": "_"}
_ESCAPED = re.compile(f"_x({'|'.join(_MEANT)})_")

_PLAIN = {"read_only": True, "data_only": True, "keep_links": False}


class WorkbookFault(FileFault):
    """A workbook that cannot be read: `workbook.damaged`, `workbook.too-large`."""


def read_workbook(path: Path, *, errors: bool = False) -> tuple[Table, ...]:
    """A Table for each sheet that says something, in their order; values, not formulas.

    Dates are ISO ("2026-11-20", "2026-11-20T09:30"), whole numbers without ".0", error cells ("#N/A") are empty unless
    `errors` are asked for. A cell merged downwards speaks for every row it spans. Raises WorkbookFault, UnsafeArchive
    (damaged, behind a password, bomb), OSError.
    """
    from openpyxl import load_workbook

    with open_archive(path) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of looks and of what it would not write back; we only read
        try:
            spans = read_spans(archive)
            # As a stream: of a path openpyxl first asks for the suffix.
            with path.open("rb") as file, closing(load_workbook(file, **_PLAIN)) as book:
                tables = [
                    make_table(sheet.title, _rows(sheet, spans.get(sheet.title, {}), errors))
                    for sheet in book.worksheets
                ]
        except (FileFault, OSError, MemoryError):
            raise
        except Exception:
            # openpyxl reports a broken part by whatever its lines stumble over: KeyError, TypeError, ValueError,
            # AttributeError, SyntaxError of the XML parser.
            raise WorkbookFault("workbook.damaged") from None
    return tuple(table for table in tables if table.header)


def _rows(sheet: Worksheet, spans: Spans, errors: bool) -> Iterator[tuple[int, list[str]]]:
    filled = 0
    reaching: dict[int, tuple[int, str]] = {}  # column → last row and text of the merged cell above
    for number, values in enumerate(sheet.iter_rows(max_row=LAST_ROW, max_col=MAX_COLUMNS, values_only=True), start=1):
        if not any(value is not None for value in values):
            continue
        filled += 1
        if filled > MAX_ROWS:
            raise WorkbookFault("workbook.too-large", sheet=sheet.title, limit=MAX_ROWS)
        cells = [str(value) if errors and value in ERRORS else cell_text(value) for value in values]
        for column, text in enumerate(cells, start=1):
            last, above = reaching.get(column, (0, ""))
            if number <= last and not text:
                cells[column - 1] = above
            elif (number, column) in spans:
                reaching[column] = (spans[number, column], text)
        yield number, cells


def cell_text(value: object) -> str:
    """A cell's value as text: dates ISO, midnight left out; durations "h:mm:ss"; whole numbers whole; errors ""."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat(timespec="minutes")
        case timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
        case _:
            return "" if value in ERRORS else _ESCAPED.sub(lambda found: _MEANT[found[1]], str(value))
