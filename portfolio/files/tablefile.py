"""The tables of a file that an office keeps: a workbook, an OpenDocument sheet, or CSV."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from portfolio.files.csvfile import read_csv
from portfolio.files.fault import FileFault
from portfolio.files.opensheet import read_opensheet
from portfolio.files.table import Table
from portfolio.files.workbook import read_workbook


def read_tables(path: Path, language: str) -> Sequence[Table]:
    """The tables of a file; `language` is the one it is likely written in.

    Raises FileFault: `table.format`, `.missing`, `.old-excel`, `.unreadable`, and those of the three formats.
    """
    try:
        match path.suffix.lower():
            case ".csv":
                return [read_csv(path, language)]
            case ".xlsx":
                return read_workbook(path)
            case ".ods":
                return read_opensheet(path)
            case ".xls":
                raise FileFault("table.old-excel")
    except FileNotFoundError:
        raise FileFault("table.missing") from None
    except OSError as fault:
        raise FileFault("table.unreadable", detail=fault.strerror or fault) from None
    raise FileFault("table.format")
