"""When a project was held: its years, or its first and last day, or a date that is longer than a day."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from portfolio.intake.dates import parse_dating, school_year
from portfolio.intake.reading import Cell
from portfolio.model.dating import Dating
from portfolio.model.problem import Place, Problem, spot, warning
from portfolio.model.text import Origin, Sourced

# A project lasts longer than a meeting of its partners, or their visit; and seldom longer than a year.
_LONG_DAYS = 60
_YEAR_DAYS = 366
_OPEN = "–"  # beside the only day that is known
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T.*", re.DOTALL)

Said = Mapping[str, Sequence[tuple[Cell, str]]]


def years_in(said: Said, name: str) -> tuple[Sourced[str] | None, tuple[Problem, ...]]:
    """The years of a record in a file (shown as `name`): a school year as "2024-2025", all else as it is written.

    A first or last day alone stays open ("2024-10-01 –"). Problems: `description.date`, `record.ends-before`.
    """
    if cell := _cell(said, "years"):
        return _sourced(_written(cell), cell, name), ()
    cells = [cell for field in ("starts", "ends") if (cell := _cell(said, field))]
    if not cells:
        cell = _cell(said, "date") if is_long(said) else None
        return (_sourced(_written(cell), cell, name) if cell else None), ()
    known = [(cell, dating) for cell in cells if (dating := parse_dating(cell.text, ""))]
    told = [cell for cell, _ in known]
    problems = [warning("description.date", _place(name, cell), value=cell.text) for cell in cells if cell not in told]
    if len(known) == 2 and known[0][1].first > known[1][1].last:
        first, last = (cell.text for cell in told)
        problems.append(warning("record.ends-before", _place(name, told[1]), first=first, last=last))
        known = []
    if not known:
        return None, tuple(problems)
    ends = {field: _day(cell) for field in ("starts", "ends") if (cell := _cell(said, field)) in told and cell}
    text = f"{ends.get('starts', '')} {_OPEN} {ends.get('ends', '')}".strip()
    return _sourced(text, told[0], name), tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTime:
    """A time of which one day alone is known: the first where it `begins`, else the last."""

    day: date
    begins: bool

    def meets(self, other: OpenTime | Dating) -> bool:
        """Whether both may be the time of one project."""
        if isinstance(other, Dating):
            return other.first <= self.day <= other.last
        if self.begins == other.begins:
            return self.day == other.day
        first, last = (self.day, other.day) if self.begins else (other.day, self.day)
        return 0 <= (last - first).days <= _YEAR_DAYS


def time_of(text: str) -> OpenTime | Dating | None:
    """What `years_in` says as a time; None for what is none."""
    dating = parse_dating(text.strip(f"{_OPEN} "), "")
    if dating is None or (not text.startswith(_OPEN) and not text.endswith(_OPEN)):
        return dating
    return OpenTime(day=dating.first if text.endswith(_OPEN) else dating.last, begins=text.endswith(_OPEN))


def is_long(said: Said) -> bool:
    """Whether the date that is said is longer than what happens on some days: a school year, a period of months."""
    cell = _cell(said, "date")
    dating = parse_dating(cell.text, "") if cell else None
    return dating is not None and (dating.last - dating.first).days > _LONG_DAYS


def _written(cell: Cell) -> str:
    dating = school_year(cell.text)
    return f"{dating.first.year}-{dating.last.year}" if dating else cell.text


def _day(cell: Cell) -> str:
    """A day as written, without the time that a workbook adds."""
    found = _MOMENT.fullmatch(cell.text)
    return found[1] if found else cell.text


def _cell(said: Said, field: str) -> Cell | None:
    return said[field][0][0] if field in said else None


def _sourced(text: str, cell: Cell, name: str) -> Sourced[str]:
    return Sourced(value=text, origin=Origin.DOCUMENT, where=spot(_place(name, cell)))


def _place(name: str, cell: Cell) -> Place:
    return Place(file=name, line=cell.line or None)
