"""A class list as schools have it: titles above, columns of their own, sums and signatures below.

Taken over are names and classes, nothing else that stands in it. What cannot be told for certain stops the whole: a
pupil who is left out by mistake would never be asked. Problems name sheet and row, never the pupil.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from portfolio.consent.classnames import class_in
from portfolio.consent.columns import bare, words
from portfolio.consent.keys import key_of
from portfolio.errors import ProjectError
from portfolio.files.fault import FileFault
from portfolio.files.table import Table, TableRow
from portfolio.files.tablefile import read_tables
from portfolio.model.problem import Place, Problem, error

_ROUND_HEADINGS = ".:*"
_DIGIT = re.compile(r"\d")
_SAYING = re.compile(r"\s*[:(\d]")  # what stands between "girls" and how many


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A pupil of a class list: `names` are given name and surname, or the full name alone."""

    names: tuple[str, ...]
    form: str  # the class
    where: Place

    @property
    def who(self) -> str:
        """The full name."""
        return " ".join(self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """A row of headings: the cells that a pupil's given name, surname, name, class and numbers stand in."""

    row: int
    cells: Mapping[str, range]
    numbers: tuple[int, ...]


def read_classlist(path: Path, language: str, stated: str = "") -> tuple[Listed, ...]:
    """The pupils of a list (.csv, .xlsx, .ods), sheet by sheet; `stated` is the class of a list that says none.

    Raises ProjectError with all that is wrong, by sheet and row: `classlist.*`, `pupils.twice`,
    `consent.column-twice`, `archive.old-office`, and those of reading tables.
    """
    listed: list[Listed] = []
    faults: list[Problem] = []
    try:
        tables = read_tables(path, language)
    except FileFault as fault:
        raise ProjectError(fault.problem(path.name)) from None
    for table in tables:
        found, wrong = _Sheet(table, path.name, stated).read()
        listed += found
        faults += wrong
    if not listed and not faults:
        faults.append(error("classlist.nobody", Place(file=path.name)))
    if faults := [*faults, *_twice(listed)]:
        raise ProjectError(*faults)
    return tuple(listed)


def _twice(listed: Sequence[Listed]) -> Iterator[Problem]:
    first: dict[tuple[str, str], Listed] = {}
    for each in listed:
        if (known := first.setdefault((key_of(each.who), key_of(each.form)), each)) is not each:
            yield error("pupils.twice", each.where, first=known.where.line)


class _Sheet:
    """One sheet, read from its first row of headings to its last: several classes may stand below each other."""

    def __init__(self, table: Table, file: str, stated: str) -> None:
        self._name = table.name
        self._rows = [TableRow(line=table.header_line, cells=table.header), *table.rows]
        self._file = f"{file} [{table.name}]" if table.name else file
        self._stated = stated
        self._listed: list[Listed] = []
        self._faults: list[Problem] = []

    def read(self) -> tuple[list[Listed], list[Problem]]:
        """The pupils, and what is wrong."""
        heads = [head for row in range(len(self._rows)) if (head := self._head(row))]
        if not heads:
            self._wrong("classlist.no-heading", None)
            return self._listed, self._faults
        form, before = "", -1
        for head, end in zip(heads, [*(each.row for each in heads[1:]), len(self._rows)], strict=True):
            above = self._rows[before + 1 : head.row]
            form = self._form(above, head) or form
            self._read_rows(head, end, form)
            before = head.row
        return self._listed, list(dict.fromkeys(self._faults))

    def _head(self, index: int) -> _Head | None:
        """The row as headings, None when it does not name a column of names."""
        cells = [bare(cell.strip(_ROUND_HEADINGS + " ")) for cell in self._rows[index].cells]
        known = {**words("pupils"), **words("classlist")}
        meant = [known.get(cell, "") for cell in cells]
        if "class" not in meant:
            meant = ["class" if name == "section" else name for name in meant]
        if "given" in meant and "surname" not in meant:  # "Name | Vorname": the family's name
            meant = ["surname" if name == "name" else name for name in meant]
        if "name" not in meant and not {"given", "surname"} <= set(meant):
            return None
        if "surname" in meant and "given" in meant:
            meant = ["" if name == "name" else name for name in meant]
        found: dict[str, range] = {}
        for column, name in enumerate(meant):
            if name in ("number", ""):
                continue
            if name in found:
                self._wrong("consent.column-twice", index, column=self._rows[index].cells[column])
            following = next((at for at in range(column + 1, len(cells)) if cells[at]), column + 1)
            found[name] = range(column, following)
        numbers = tuple(column for column, name in enumerate(meant) if name == "number")
        return _Head(row=index, cells=found, numbers=numbers)

    def _form(self, above: Sequence[TableRow], head: _Head) -> str:
        """The class of the rows below some headings; "" when it is not said, or each row says its own."""
        if "class" in head.cells:
            return ""
        titles = (cell for row in reversed(above) for cell in (" ".join(filter(None, row.cells)), *row.cells) if cell)
        said = [next(filter(None, map(class_in, titles)), ""), class_in(self._name), self._stated]
        known = [each for each in said if each]
        other = next((each for each in known if key_of(each) != key_of(known[0])), "")
        if other:
            self._wrong("classlist.two-classes", head.row, one=known[0], other=other)
        return known[0] if known else ""

    def _read_rows(self, head: _Head, end: int, form: str) -> None:
        numbered = any(self._is_numbered(head, row) for row in range(head.row + 1, end))
        for index in range(head.row + 1, end):
            names = self._names(head, index)
            counted = self._is_numbered(head, index)
            filled = sum(1 for cell in self._rows[index].cells if cell)
            if not any(names):
                if counted and filled > len(head.numbers):
                    self._wrong("classlist.no-name", index)
            elif not counted and self._is_ending(head, index, end, names, numbered=numbered):
                continue
            elif not all(names) or (len(names) == 1 and " " not in names[0]):
                self._wrong("classlist.half-name", index)
            elif any(map(_DIGIT.search, names)):
                self._wrong("classlist.digits", index)
            elif not counted and (numbered or any(map(_endings, self._rows[index].cells))):
                self._wrong("classlist.perhaps", index)
            else:
                self._take(head, index, names, form)

    def _take(self, head: _Head, index: int, names: tuple[str, ...], form: str) -> None:
        own, section = self._cell(head, "class", index), self._cell(head, "section", index)
        if section and own.isdecimal():
            form = f"{own}-{section}"
        elif own or "class" in head.cells:
            form = class_in(own) or own
        if form:
            self._listed.append(Listed(names=names, form=form, where=self._place(index)))
        else:
            self._wrong("classlist.no-class", index if "class" in head.cells else head.row)

    def _names(self, head: _Head, index: int) -> tuple[str, ...]:
        if "name" not in head.cells:
            return self._cell(head, "given", index), self._cell(head, "surname", index)
        cells = self._rows[index].cells
        name = " ".join(cells[column] for column in head.cells["name"] if cells[column])
        surname, comma, given = name.partition(",")
        return (" ".join(f"{given} {surname}".split()) if comma else " ".join(name.split()),)

    def _cell(self, head: _Head, name: str, index: int) -> str:
        """The cell under a heading, or the first filled one of those that the heading spans."""
        cells = self._rows[index].cells
        return " ".join(next((cells[column] for column in head.cells.get(name, ()) if cells[column]), "").split())

    def _is_numbered(self, head: _Head, index: int) -> bool:
        cells = self._rows[index].cells
        return any(cells[column].rstrip(".").isdecimal() for column in head.numbers)

    def _is_ending(self, head: _Head, index: int, end: int, names: Sequence[str], *, numbered: bool) -> bool:
        """Whether a row that is not numbered is certainly no pupil: a sum, a signature, the title of what follows."""
        cells = [cell for cell in self._rows[index].cells if cell]
        if class_in(" ".join(names)):
            return True
        if all(names):  # a family may be called like those who sign
            said = [ending for name in names for ending in _endings(name)]
            if any(ending.certain for ending in said) or (said and names[-1].isdecimal()):
                return True
        # A bare "girls" is no sum: it stands beside each girl.
        elif any(ending.certain or ending.meaning == "signature" for cell in cells for ending in _endings(cell)):
            return True
        # Who signs may stand above what he is, alone in a row, and apart from the pupils.
        apart = self._rows[index].line > self._rows[index - 1].line + 1
        signed = index + 1 < end and any(map(_endings, self._rows[index + 1].cells))
        return len(cells) == 1 and apart and signed and (numbered or "name" not in head.cells)

    def _wrong(self, code: str, index: int | None, **values: object) -> None:
        self._faults.append(error(code, self._place(index), **values))

    def _place(self, index: int | None) -> Place:
        return Place(file=self._file, line=None if index is None else self._rows[index].line)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ending:
    """How a line below a list begins; it is `certain` when no name can be meant."""

    meaning: str
    certain: bool


def _endings(cell: str) -> list[_Ending]:
    """Whether a cell begins as the lines below a list do."""
    text = bare(cell)
    begun = ((said, meaning, text.removeprefix(said)) for said, meaning in words("endings").items())
    return [
        _Ending(meaning=meaning, certain=" " in said or _SAYING.match(rest) is not None)
        for said, meaning, rest in begun
        if rest != text and not rest[:1].isalpha()
    ]
