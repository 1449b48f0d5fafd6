"""A list of posters and plaques, a row each: read, and everything that is wrong in it told at once, row by row."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, cast

from portfolio.columns import Columns
from portfolio.errors import ProjectError
from portfolio.files.fault import FileFault
from portfolio.files.node import Listing, Node, Scalar
from portfolio.files.node import Mapping as Keys
from portfolio.files.shape import check
from portfolio.files.table import Table, TableRow
from portfolio.files.tablefile import read_tables
from portfolio.files.yamlfile import plain, read_yaml
from portfolio.i18n import FALLBACK, fold, primary
from portfolio.model.problem import Place, Problem, error, warning
from portfolio.model.sheetorder import SheetKind, SheetOrder
from portfolio.sheetkeys import SheetKeys

MAX_ROWS = 2000
_APART = re.compile(r"[;,\n]")
_LISTED = {"for", "photos"}
_VALUES = {"for": "purposes", "ink": "inks", "landscape": "answers", "marks": "answers", "outdoors": "answers"}
_LANGUAGES = ("en", "tr", "sv")
_NO_NAME = re.compile(r"[^\w.-]+")
# What Windows takes for a device, whatever stands behind the point ("Naming Files, Paths, and Namespaces", Microsoft).
_DEVICE = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\.|$)", re.IGNORECASE)
_UNSEEN = frozenset({"Zs", "Zl", "Zp", "Cf", "Cc", "Mn"})  # categories of Unicode
LONGEST = 60  # letters of a file's name


Named = Mapping[str, Mapping[str, Sequence[str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSheet:
    """A row of a list: the sheet that it wants, in a language, and the name of its files."""

    name: str
    language: str
    order: SheetOrder
    where: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWords:
    """What columns and values of a list are called: field or value → language → names, the usual one first."""

    columns: Named
    values: Mapping[str, Named]

    def heading(self, key: str, language: str) -> str:
        """What a column is called."""
        return _usual(self.columns[key], language)

    def value_of(self, group: str, text: str) -> str:
        """The value that a cell means, "" for none."""
        said = fold(text)
        found = (value for value, names in self.values[group].items() if said in map(fold, (value, *_all(names))))
        return next(found, "")

    def offered(self, group: str, language: str) -> tuple[str, ...]:
        """What the values are called, for a person to choose from."""
        return tuple(_usual(names, language) for names in self.values[group].values())

    def known(self, group: str) -> dict[str, str]:
        """The same in each language, in one line."""
        return {language: ", ".join(self.offered(group, language)) for language in _LANGUAGES}


def _usual(names: Mapping[str, Sequence[str]], language: str) -> str:
    return (names.get(primary(language)) or names[FALLBACK])[0]


def _all(names: Mapping[str, Sequence[str]]) -> Iterator[str]:
    return (name for each in names.values() for name in each)


@cache
def sheet_words() -> SheetWords:
    """The words of lists, from sheetlist.yaml."""
    said = cast(dict[str, Any], plain(read_yaml(Path(__file__).with_name("sheetlist.yaml"))))
    columns = said.pop("columns")
    return SheetWords(columns=columns, values=said)


def read_sheetlist(
    path: Path, language: str, languages: Iterable[str]
) -> tuple[tuple[ListedSheet, ...], tuple[Problem, ...]]:
    """The sheets that the rows of a list want (.csv, .xlsx, .ods), and what is wrong with the other rows.

    `language` is that of rows which say none, `languages` are those that a sheet may have. Codes: `poster.kind`,
    `poster.value`, `poster.language`, `poster.twice`, `poster.too-many`, `poster.column` and `poster.column-twice`
    (warnings), and those of `sheetkeys`.
    Raises ProjectError where no row can be read: `poster.list-*`, and those of reading tables.
    """
    found = _Rows(file=path.name, language=language, languages=tuple(languages))
    try:
        tables = read_tables(path, language)
    except FileFault as fault:
        raise ProjectError(fault.problem(path.name)) from None
    lists = [table for table in tables if "kind" in _fields_of(table)]  # others are a guide, or something else
    if tables and not lists:
        raise ProjectError(error("poster.list-kind", Place(file=path.name, line=tables[0].header_line)))
    for table in lists:
        found.read(table)
    if not found.sheets and not found.problems:
        raise ProjectError(error("poster.list-empty", Place(file=path.name)))
    return tuple(found.sheets), tuple(found.problems)


def read_said(
    said: Mapping[str, str], language: str, languages: Iterable[str], file: str
) -> tuple[tuple[ListedSheet, ...], tuple[Problem, ...]]:
    """The one sheet that a person asks for, as if it were the row of a list; `said` are cells by their columns."""
    found = _Rows(file=file, language=language, languages=tuple(languages))
    found.read(Table(name="", header=tuple(said), rows=(TableRow(line=0, cells=tuple(said.values())),)))
    return tuple(found.sheets), tuple(found.problems)


@dataclass(kw_only=True)
class _Rows:
    """What has been read of a list."""

    file: str
    language: str
    languages: tuple[str, ...]
    sheets: list[ListedSheet] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def read(self, table: Table) -> None:
        """Read the rows of a table that has a column of kinds."""
        fields = _fields_of(table)
        file = f"{self.file} [{table.name}]" if table.name else self.file
        where = Place(file=file, line=table.header_line)
        for place, (heading, key) in enumerate(zip(table.header, fields, strict=True)):
            if heading and not key:
                self.problems.append(warning("poster.column", where, column=heading, known=", ".join(_headings(table))))
            elif key in fields[:place]:
                first = table.header[fields.index(key)]
                self.problems.append(warning("poster.column-twice", where, column=heading, first=first))
        for row in table.rows[:MAX_ROWS]:
            self._read_row(row, dict(zip(fields, table.header, strict=True)), fields, file)
        if left := table.rows[MAX_ROWS:]:
            where = Place(file=file, line=left[0].line or None)
            self.problems.append(error("poster.too-many", where, most=MAX_ROWS, n=len(left)))

    def _read_row(self, row: TableRow, headings: Mapping[str, str], fields: Sequence[str], file: str) -> None:
        where = Place(file=file, line=row.line or None)
        cells: dict[str, str] = {}
        for key, cell in zip(fields, row.cells, strict=True):
            if key and _is_seen(cell):
                cells.setdefault(key, cell)
        if not cells:
            return
        faults = list(self._faults(cells, headings, where))
        said = cells.get("kind", "")
        kind = sheet_words().value_of("kinds", said)
        language = cells.get("language") or self.language
        told = {key: cell for key, cell in cells.items() if key not in ("kind", "language", "name")}
        keys, wrong = check(_node(told, row.line), SheetKeys, file)
        faults += (_in_column(each, headings) for each in wrong if dict(each.values).get("key") not in _VALUES)
        if faults or keys is None:
            self.problems += faults
            return
        order = keys.order(SheetKind(kind))
        name = _file_name(cells.get("name") or _called(order, cells))
        called = f"{name}.{language}".casefold()  # Windows and macOS do not tell capitals apart
        twice = next((each for each in self.sheets if f"{each.name}.{each.language}".casefold() == called), None)
        if twice:
            self.problems.append(error("poster.twice", where, name=name, first=twice.where.line))
            return
        order = replace(order, where=where, language=cells.get("language", ""))
        self.sheets.append(ListedSheet(name=name, language=language, order=order, where=where))

    def _faults(self, cells: Mapping[str, str], headings: Mapping[str, str], where: Place) -> Iterator[Problem]:
        """What is not one of the values that its column has."""
        words = sheet_words()
        if not words.value_of("kinds", cells.get("kind", "")):
            yield error("poster.kind", where, value=cells.get("kind", ""), known=words.known("kinds"))
        language = cells.get("language", self.language)
        if language not in self.languages and primary(language) not in self.languages:
            yield error("poster.language", where, value=language, known=", ".join(self.languages))
        for key, group in _VALUES.items():
            for said in _parts(key, cells.get(key, "")):
                if not words.value_of(group, said):
                    yield error("poster.value", where, column=headings[key], value=said, known=words.known(group))


def _fields_of(table: Table) -> list[str]:
    """The key of each column, "" for one that nobody knows."""
    known = Columns({key: tuple(_all(names)) for key, names in sheet_words().columns.items()})
    return [known.field_of(heading)[0] for heading in table.header]


def _is_seen(text: str) -> bool:
    """Whether anything of a text is seen: not of blanks and of signs without a width (Unicode Z, Cf, Cc)."""
    return any(
        unicodedata.category(letter)[0] != "Z" and unicodedata.category(letter) not in _UNSEEN for letter in text
    )


def _headings(table: Table) -> Iterator[str]:
    return (heading for heading in table.header if heading)


def _parts(key: str, cell: str) -> list[str]:
    """The parts of a cell that may say several things."""
    parts = _APART.split(cell) if key in _LISTED else [cell]
    return [part.strip() for part in parts if part.strip()]


def _node(cells: Mapping[str, str], line: int) -> Node:
    """A row as the file of a project would say it."""

    def scalar(text: str) -> Scalar:
        return Scalar(text=text, line=line, column=1)

    def value(key: str, text: str) -> str:
        return sheet_words().value_of(_VALUES[key], text) or text if key in _VALUES else text

    entries: list[tuple[Scalar, Node]] = []
    for key, cell in cells.items():
        parts = tuple(scalar(value(key, part)) for part in _parts(key, cell))
        several = Listing(items=parts, line=line, column=1)
        entries.append((scalar(key), several if key in _LISTED else parts[0]))
    return Keys(entries=tuple(entries), line=line, column=1)


def _in_column(problem: Problem, headings: Mapping[str, str]) -> Problem:
    """A Problem of a key as one of the column that people see, in its row."""
    values = dict(problem.values)
    key = str(values.get("key", ""))
    values |= {"key": headings.get(key, key)} if key else {}
    where = replace(problem.where, line=problem.where.line or None, column=None) if problem.where else None
    return replace(problem, values=tuple(values.items()), where=where)


def _called(order: SheetOrder, cells: Mapping[str, str]) -> str:
    """The name of a row's files where it says none: its kind and what it is about, and its size where that is said."""
    about = order.title or order.partner or order.project
    return "-".join(filter(None, (order.kind.value, about, cells.get("size", ""))))


def _file_name(text: str) -> str:
    """A text as the name of a file on every system: letters, digits, points and hyphens, not too long."""
    name = _NO_NAME.sub("-", unicodedata.normalize("NFC", text)).strip("-._")[:LONGEST].rstrip("-._")
    return f"poster-{name}".rstrip("-") if not name or _DEVICE.match(name) else name
