"""Rows added below a table that a person keeps as CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from portfolio.files.atomic import write_bytes
from portfolio.files.csvfile import format_row, parse_csv, separator_in, write_csv
from portfolio.files.encoding import decode_named


def add_rows(path: Path, columns: Sequence[str], rows: Sequence[Mapping[str, str]], language: str) -> None:
    """Add rows (cells by column) at the end in one step; what stands in the file stays byte for byte.

    `columns` names the file's own columns in their order; a cell for no column of the file is not written. Only where
    the file's encoding lacks a letter is it written anew, with the same cells. Raises FileFault, OSError.
    """
    data = path.read_bytes()
    text, encoding = decode_named(data, language)
    cells = [[row.get(column, "") for column in columns] for row in rows]
    end = "" if not text or text.endswith(("\n", "\r")) else "\r\n"
    try:
        added = (end + "".join(format_row(row, separator_in(text)) for row in cells)).encode(encoding)
    except UnicodeEncodeError:
        table = parse_csv(text)
        write_csv(path, table.header, [*(row.cells for row in table.rows), *cells], language)
    else:
        write_bytes(path, data + added)
