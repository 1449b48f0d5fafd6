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
from portfolio.errors import ProjectError
from portfolio.files.csvfile import read_csv
from portfolio.files.fault import FileFault
from portfolio.files.table import Table
from portfolio.files.workbook import read_workbook
from portfolio.model.problem import Place, Problem, error, warning

NAMES = ("pupils.csv", "pupils.xlsx")
_BETWEEN_GROUPS = re.compile(r"[,;|\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pupil:
    """A pupil with the class first and then the groups, as written; `surname` is "" where the list has one column."""

    who: str
    groups: tuple[str, ...]
    line: int
    surname: str = ""


def read_pupils(folder: Path, language: str) -> tuple[tuple[Pupil, ...], tuple[Problem, ...]]:
    """The pupils of a project's list, none when it has none, and warnings; `language` is the school's own.

    A workbook's first sheet is read. Pupils of one name in several classes are told (`pupils.same-name`), for no line
    of the register speaks of either unless it says which. Raises ProjectError with all that is wrong, by line:
    `pupils.two-lists`, `pupils.no-name`, `pupils.no-class`, `pupils.twice`, `consent.unreadable`, those of columns and
    of reading files.
    """
    present = [name for name in NAMES if (folder / name).is_file()]
    if len(present) > 1:
        raise ProjectError(error("pupils.two-lists", Place(file=present[1]), other=present[0]))
    if not present:
        return (), ()
    (name,) = present
    table = _table(folder / name, language)
    meant = {words("pupils").get(bare(heading)) for heading in table.header}
    if "surname" in meant:
        named: tuple[str, ...] = ("given", "surname")
    else:  # "Name, Vorname": the first of them is the family's
        named = ("given", "name") if "given" in meant else ("name",)
    columns, remarks = read_columns(table, name, "pupils", (*named, "class"))
    rows = [(row.line, dict(zip(columns, row.cells, strict=True))) for row in table.rows]
    pupils = tuple(_pupil([cells[each] for each in named], cells, line) for line, cells in rows)
    if faults := tuple(_faults(pupils, name)):
        raise ProjectError(*faults)
    return pupils, (*remarks, *_namesakes(pupils, name))


def _table(path: Path, language: str) -> Table:
    """Raises ProjectError."""
    try:
        return read_csv(path, language) if path.suffix == ".csv" else read_workbook(path)[0]
    except FileFault as fault:
        raise ProjectError(fault.problem(path.name)) from None
    except IndexError:
        return Table(name="", header=(), rows=())
    except OSError as fault:
        raise ProjectError(error("consent.unreadable", Place(file=path.name), detail=fault.strerror)) from None


def _pupil(names: Sequence[str], cells: Mapping[str, str], line: int) -> Pupil:
    groups = (each.strip() for each in _BETWEEN_GROUPS.split(cells.get("groups", "")))
    form = class_in(cells["class"]) or cells["class"]
    return Pupil(
        who=" ".join(filter(None, names)),
        groups=(form, *filter(None, groups)),
        line=line,
        surname=cells.get("surname", ""),
    )


def _faults(pupils: Sequence[Pupil], name: str) -> Iterator[Problem]:
    """Two pupils of one name in one class cannot be told apart by anybody, so neither could be asked."""
    lines: dict[tuple[str, str], int] = {}
    for pupil in pupils:
        where = Place(file=name, line=pupil.line)
        if not pupil.who:
            yield error("pupils.no-name", where)
        if not pupil.groups[0]:
            yield error("pupils.no-class", where)
        first = lines.setdefault((key_of(pupil.who), key_of(pupil.groups[0])), pupil.line)
        if pupil.who and first != pupil.line:
            yield error("pupils.twice", where, first=first)


def _namesakes(pupils: Sequence[Pupil], name: str) -> Iterator[Problem]:
    first: dict[str, Pupil] = {}
    for pupil in pupils:
        if (known := first.setdefault(key_of(pupil.who), pupil)) is not pupil:
            where = Place(file=name, line=pupil.line)
            yield warning("pupils.same-name", where, first=known.line, form=pupil.groups[0], other=known.groups[0])
