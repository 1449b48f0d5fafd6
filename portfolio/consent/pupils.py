"""The list of pupils (pupils.csv or pupils.xlsx): who belongs to which class and groups.

It never clears anybody: with it, a class is cleared only when each of its pupils is. A pupil without an answer in the
register has not agreed. Problems name the line, never the pupil.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from portfolio.consent.classnames import class_in
from portfolio.consent.columns import bare, read_columns, words
from portfolio.consent.keys import key_of
from portfolio.consent.pupilnames import pupil_name
from portfolio.errors import ProjectError
from portfolio.files.csvfile import read_csv
from portfolio.files.fault import FileFault
from portfolio.files.table import Table
from portfolio.files.workbook import read_workbook
from portfolio.model.problem import Place, Problem, error, warning

NAMES = ("pupils.csv", "pupils.xlsx")
# How the names of tables end, whatever stands behind: "pupils.csv.csv", "pupils.xls".
_ENDINGS = re.compile(r"\.(csv|xlsx?|xlsm|ods|tsv|txt|numbers)$", re.IGNORECASE)
_BETWEEN_GROUPS = re.compile(r"[,;|\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pupil:
    """A pupil with the class first and then the groups, as written; `surname` is "" where the list has one column."""

    who: str
    groups: tuple[str, ...]
    line: int
    surname: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row of a list: its pupil, where that stands, and what is wrong with the name."""

    pupil: Pupil
    where: Place
    problems: tuple[Problem, ...]


def read_pupils(
    folder: Path, language: str, *, may_be_empty: bool = False
) -> tuple[tuple[Pupil, ...], tuple[Problem, ...]]:
    """The pupils of a project's list, none when it has none, and warnings; `language` is the school's own.

    Every sheet of a workbook is read. Pupils of one name in several classes are told (`pupils.same-name`), for no line
    of the register speaks of either unless it says which. Raises ProjectError with all that is wrong, by line:
    `pupils.two-lists`, `pupils.other-name` (a list that is not called as one; a warning beside one that is),
    `pupils.nobody`, `pupils.sheet`, `pupils.no-name`, `pupils.no-class`, `pupils.twice`, `consent.unreadable`, those of
    names, of columns and of reading files.
    """
    present = [name for name in NAMES if (folder / name).is_file()]
    if len(present) > 1:
        raise ProjectError(error("pupils.two-lists", Place(file=present[1]), other=present[0]))
    others = [Place(file=name) for name in _called_alike(folder, present)]
    if not present:
        if others:  # with a list, a line about a class clears nobody: without it, it would
            raise ProjectError(*(error("pupils.other-name", where) for where in others))
        return (), ()
    (name,) = present
    rows: list[_Row] = []
    remarks = [warning("pupils.other-name", where) for where in others]
    for table in _tables(folder / name, language):
        found, told = _read(table, f"{name} [{table.name}]" if table.name else name)
        rows += found
        remarks += told
    if not rows and not may_be_empty:
        raise ProjectError(error("pupils.nobody", Place(file=name)))
    if faults := tuple(_faults(rows)):
        raise ProjectError(*faults)
    return tuple(row.pupil for row in rows), (*remarks, *_namesakes(rows))


def _called_alike(folder: Path, present: Sequence[str]) -> Iterator[str]:
    """The files that are called nearly as a list: "pupils.csv.csv", "Pupils.CSV", "pupils.ods", "pupils 4-A.csv"."""
    for path in sorted(folder.glob("[pP][uU][pP][iI][lL][sS]*")):
        known = path.name in NAMES or any(path.samefile(folder / name) for name in present)
        if not known and path.is_file() and _ENDINGS.search(path.name):
            yield path.name


def _tables(path: Path, language: str) -> Sequence[Table]:
    """Raises ProjectError."""
    try:
        tables = [read_csv(path, language)] if path.suffix == ".csv" else read_workbook(path)
    except FileFault as fault:
        raise ProjectError(fault.problem(path.name)) from None
    except OSError as fault:
        raise ProjectError(error("consent.unreadable", Place(file=path.name), detail=fault.strerror)) from None
    return tables or [Table(name="", header=(), rows=())]


def _read(table: Table, file: str) -> tuple[list[_Row], tuple[Problem, ...]]:
    """Raises ProjectError."""
    meant = {words("pupils").get(bare(heading)) for heading in table.header}
    if table.name and not {*meant} - {None}:
        raise ProjectError(error("pupils.sheet", Place(file=file, line=table.header_line)))
    if "surname" in meant:
        named: tuple[str, ...] = ("given", "surname")
    else:  # "Name, Vorname": the first of them is the family's
        named = ("given", "name") if "given" in meant else ("name",)
    columns, remarks = read_columns(table, file, "pupils", (*named, "class"))
    return [_row(dict(zip(columns, row.cells, strict=True)), named, row.line, file) for row in table.rows], remarks


def _row(cells: Mapping[str, str], named: Sequence[str], line: int, file: str) -> _Row:
    groups = (each.strip() for each in _BETWEEN_GROUPS.split(cells.get("groups", "")))
    form = class_in(cells["class"]) or cells["class"]
    where = Place(file=file, line=line)
    name = pupil_name([cells[each] for each in named], where)
    surname = name.parts[-1] if "surname" in named else ""
    pupil = Pupil(who=name.who, groups=(form, *filter(None, groups)), line=line, surname=surname)
    return _Row(pupil=pupil, where=where, problems=name.problems)


def _faults(rows: Sequence[_Row]) -> Iterator[Problem]:
    """Two pupils of one name in one class cannot be told apart by anybody, so neither could be asked."""
    lines: dict[tuple[str, str], Place] = {}
    for row in rows:
        pupil, where = row.pupil, row.where
        yield from row.problems
        if not pupil.who and not row.problems:
            yield error("pupils.no-name", where)
        if not pupil.groups[0]:
            yield error("pupils.no-class", where)
        first = lines.setdefault((key_of(pupil.who), key_of(pupil.groups[0])), where)
        if pupil.who and first != where:
            yield error("pupils.twice", where, first=first.line)


def _namesakes(rows: Sequence[_Row]) -> Iterator[Problem]:
    first: dict[str, Pupil] = {}
    for row in rows:
        pupil = row.pupil
        if (known := first.setdefault(key_of(pupil.who), pupil)) is not pupil:
            yield warning("pupils.same-name", row.where, first=known.line, form=pupil.groups[0], other=known.groups[0])
