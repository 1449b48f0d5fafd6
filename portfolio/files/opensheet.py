"""Sheets of an OpenDocument spreadsheet (ODS, ISO/IEC 26300) as tables of text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.files.table import Table, make_table
from portfolio.files.workbook import ERRORS, MAX_COLUMNS, MAX_ROWS, WorkbookFault, cell_text
from portfolio.files.xmlparts import attribute, name_of, open_opendocument, text_in
from portfolio.files.zipguard import read_xml

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CONTENT = "content.xml"
_TO_THE_MINUTE = len("2026-11-20T09:30")
_DIGITS = 9  # of a number of rows or cells; a file may claim any


def read_opensheet(path: Path, *, errors: bool = False) -> tuple[Table, ...]:
    """A Table for each sheet that says something, in their order; values, not formulas.

    Cells are written as `read_workbook` writes them. Raises WorkbookFault, UnsafeArchive, OSError.
    """
    with open_opendocument(path) as archive:
        root = read_xml(archive, _CONTENT)
    sheets = (element for element in root.iter() if name_of(element) == "table")
    tables = [make_table(attribute(sheet, "name"), _rows(sheet, errors)) for sheet in sheets]
    return tuple(table for table in tables if table.header)


def _rows(sheet: Element, errors: bool) -> Iterator[tuple[int, list[str]]]:
    """Rows that say something, with their numbers; rows and cells that are written once for many are repeated."""
    line, filled = 1, 0
    reaching: dict[int, tuple[int, str]] = {}  # column → last row and text of the merged cell above
    for row in _elements(sheet, "table-row"):
        repeated = _count(row, "number-rows-repeated")
        texts = list(_cells(row, errors))
        for column, (text, rows) in enumerate(texts):
            if rows > 1:
                reaching[column] = (line + rows - 1, text)
        if any(text for text, _ in texts) or any(line <= last for last, _ in reaching.values()):
            for number in range(line, line + repeated):
                cells = [_spoken(text, number, reaching.get(column)) for column, (text, _) in enumerate(texts)]
                if not any(cells):
                    break
                filled += 1
                if filled > MAX_ROWS:
                    raise WorkbookFault("workbook.too-large", sheet=attribute(sheet, "name"), limit=MAX_ROWS)
                yield number, cells
        line += repeated


def _spoken(text: str, number: int, above: tuple[int, str] | None) -> str:
    """A cell's text; an empty one below the top of a merged cell says what that one says."""
    return above[1] if not text and above and number <= above[0] else text


def _cells(row: Element, errors: bool) -> Iterator[tuple[str, int]]:
    """The texts of a row's cells, each with the number of rows that it spans."""
    column = 0
    for cell in row:
        if name_of(cell) not in ("table-cell", "covered-table-cell"):
            continue
        text, rows = _cell_text(cell, errors), _count(cell, "number-rows-spanned")
        repeated = min(_count(cell, "number-columns-repeated"), MAX_COLUMNS - column)
        for _ in range(repeated):
            yield text, rows
        column += repeated
        if column >= MAX_COLUMNS:
            return


def _cell_text(cell: Element, errors: bool) -> str:
    """A value in the form of `cell_text`: what stands in the cell's attributes, not how the sheet shows it."""
    match attribute(cell, "value-type"):
        case "float":
            return _number(attribute(cell, "value"))
        case "date":
            return attribute(cell, "date-value").removesuffix("T00:00:00")[:_TO_THE_MINUTE]
        case "boolean":
            return attribute(cell, "boolean-value")
        case _:
            paragraphs = (text_in(child).strip() for child in cell if name_of(child) == "p")
            text = "\n".join(paragraphs).strip()
            return "" if text in ERRORS and not errors else text


def _number(text: str) -> str:
    try:
        return cell_text(float(text))
    except (ValueError, OverflowError):
        return text


def _count(element: Element, name: str) -> int:
    """How often an element counts."""
    text = attribute(element, name)
    return int(text) if text.isdecimal() and len(text) < _DIGITS else 1


def _elements(element: Element, name: str) -> Iterator[Element]:
    """The elements of a name below another one, not those in a table inside a cell."""
    for child in element:
        if name_of(child) == name:
            yield child
        else:
            yield from _elements(child, name)
