"""CSV as people and spreadsheets write it, and as spreadsheets in their language open it."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from portfolio.files.atomic import write_bytes
from portfolio.files.encoding import decode
from portfolio.files.fault import FileFault
from portfolio.files.table import Table, make_table

MAX_BYTES = 20 * 2**20  # a hundred thousand lines; what a person could still look through is far below

_SEPARATORS = ";\t,|"
_LOOKED_AT_LINES = 20  # they decide the separator
_LOOKED_AT_CHARACTERS = 2**16
# Spreadsheets separate by ";" where "," is the decimal sign; these languages write a decimal point (CLDR).
_POINT_LANGUAGES = frozenset({"en", "ga", "he", "mt"})
_STATED = re.compile(rf"sep=([{_SEPARATORS}])\r?$", re.IGNORECASE | re.MULTILINE)
_SPECIAL = re.compile(rf'["\r\n{_SEPARATORS}]|^\s|\s$')
# What a spreadsheet would run as a formula when it stands first (OWASP, "CSV injection"). Plain numbers are harmless.
_FORMULA = re.compile(r"'*[=+\-@]")
_GUARDED = re.compile(r"'+[=+\-@]")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")


class CsvFault(FileFault):
    """A CSV file that cannot be read: `csv.too-large`, `csv.quotes`, `csv.cell`."""


def read_csv(path: Path, language: str) -> Table:
    """The table in a CSV file; `language` is the writer's, it decides the code page where the file is not Unicode.

    A guard against formulas (see write_csv) is taken off again. Raises CsvFault, FileFault, OSError.
    """
    if path.stat().st_size > MAX_BYTES:
        raise CsvFault("csv.too-large", limit=MAX_BYTES // 2**20)
    return parse_csv(decode(path.read_bytes(), language))


def parse_csv(text: str) -> Table:
    """The table in the text of a CSV file. Raises CsvFault."""
    first, newline, rest = text.partition("\n")
    if newline and _STATED.match(first):
        return make_table("", _records(rest, separator_in(text), 2))
    return make_table("", _records(text, separator_in(text), 1))


def separator_in(text: str) -> str:
    """What separates the cells of a CSV text.

    What an Excel line `sep=;` says, else what stands equally often in the most lines outside quotes, then most often.
    """
    if stated := _STATED.match(text):
        return stated[1]
    lines = list(_unquoted_lines(text))
    best, best_rank = _SEPARATORS[0], (0, 0)
    for separator in _SEPARATORS:
        counts = Counter(line.count(separator) for line in lines if separator in line)
        if counts:
            count, agreeing = max(counts.items(), key=lambda pair: (pair[1], pair[0]))
            if (agreeing, count) > best_rank:
                best, best_rank = separator, (agreeing, count)
    return best


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]], language: str) -> None:
    """Write a table so that the spreadsheet of a language opens it by a double click; in one step.

    UTF-8 with byte order mark, CRLF. A cell that a spreadsheet would run as a formula gets an apostrophe in front.
    Raises OSError.
    """
    separator = separator_of(language)
    lines = (format_row(row, separator) for row in (header, *rows))
    write_bytes(path, "".join(lines).encode("utf-8-sig"))


def separator_of(language: str) -> str:
    """What spreadsheets of a language separate cells by."""
    return "," if language in _POINT_LANGUAGES else ";"


def format_row(cells: Sequence[str], separator: str) -> str:
    """One line of CSV, its line end included."""
    return separator.join(_quoted(_guarded(cell)) for cell in cells) + "\r\n"


def _records(text: str, separator: str, first_line: int) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = first_line
    try:
        for cells in reader:
            yield line, [cell[1:] if _GUARDED.match(cell) else cell for cell in cells]
            line = first_line + reader.line_num
    except csv.Error:
        too_long = any(len(part) > csv.field_size_limit() for part in text.split(separator))
        raise CsvFault("csv.cell" if too_long else "csv.quotes", line=line) from None


def _unquoted_lines(text: str) -> Iterator[str]:
    """The first lines that say something, without what stands in quotes; a quote opens only where a cell begins."""
    line: list[str] = []
    found, before, quoted = 0, "\n", False
    for character in text[:_LOOKED_AT_CHARACTERS]:
        if quoted:
            quoted = character != '"'
        elif character == '"' and before in f'"\r\n{_SEPARATORS}':  # after a quote: one that is doubled inside
            quoted = True
        elif character not in "\r\n":
            line.append(character)
        elif line:
            yield "".join(line)
            line, found = [], found + 1
            if found == _LOOKED_AT_LINES:
                return
        before = character
    if line:
        yield "".join(line)


def _guarded(cell: str) -> str:
    return "'" + cell if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def _quoted(cell: str) -> str:
    """A cell with quotes where any separator could be mistaken, not only our own: other programs guess as well."""
    return '"' + cell.replace('"', '""') + '"' if _SPECIAL.search(cell) else cell
