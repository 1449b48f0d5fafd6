"""When a piece is from: what is stated, then what its file's name says, then what the file's properties tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from portfolio.intake.clocks import day_of, is_future, is_unset
from portfolio.intake.dates import find_dating, find_dating_in_folders, parse_dating
from portfolio.intake.names import without_escapes
from portfolio.intake.statements import Statement, about
from portfolio.model.dating import Dating, Precision
from portfolio.model.decision import Field
from portfolio.model.problem import Place, Problem, note, spot, warning
from portfolio.model.text import Origin, Sourced

# What is exact enough to be held against a camera, with the length of its ISO text; and how far away is too far: of
# the name of its file more than a day (a party at midnight, another time zone), of a folder, which says less, a year.
_EXACT = {Precision.DAY: len("2025-05-09"), Precision.MONTH: len("2025-05")}
_APART = timedelta(days=2)
_FAR = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A date with who tells it; `moment` as a clock wrote it, "" of a person. `dating` is None for what is no date."""

    dating: Dating | None
    origin: Origin
    where: Place
    moment: str = ""


def dated(
    statements: Iterable[Statement],
    properties: Iterable[Statement],
    names: Sequence[str],
    country: str,
    today: date,
    *,
    taken: bool = False,
) -> tuple[Sourced[Dating] | None, tuple[Problem, ...]]:
    """The date of a piece that lies under these names, and a Problem for each stated date that cannot be understood.

    A note asks to confirm a date that holds though its day and month could be the other way round; another one tells
    of a clock that is not believed (`date.future`, `date.unset`, `date.against-name`), then the next in the order
    holds. A camera goes before the name of its file: one that is more than a day away is told of (`date.apart`), as one
    that is far from the day of its folder (`date.against-folder`). Only on a first of January, on which clocks begin
    again, the name is believed instead.
    `properties` are a document's: they tell when its file was made, often of an older one, or downloaded. So a name
    that a person gave goes before them; folders come last. `taken`: a camera or recorder may have named the file. None
    when the strongest statement is nothing.
    """
    said = about(statements, Field.DATE)
    if said and said[0].is_nothing:
        return None, ()
    stated = [_read(each, country) for each in said]
    problems = [
        warning("description.date", each.where, value=each.text)
        for each, told in zip(said, stated, strict=True)
        if not told.dating and not told.moment
    ]
    made = (_read(each, country, clock=True) for each in about(properties, Field.DATE))
    files, folders = tuple(_in_files(names, country, today, taken)), tuple(_in_folders(names, country, today))
    for told in (*stated, *files, *made, *folders):
        begun = _is_beginning(told) and _against(told, files, today, "date.against-name", _APART)
        if doubt := _doubt(told, today) or begun:
            problems.append(doubt)
        elif told.dating:
            apart = _against(told, files, today, "date.apart", _APART)
            if doubt := apart or _against(told, folders, today, "date.against-folder", _FAR):
                problems.append(doubt)
            if not told.dating.certain:
                problems.append(note("date.unsure", told.where, day=told.dating.first.isoformat()))
            return Sourced(value=told.dating, origin=told.origin, where=spot(told.where)), tuple(problems)
    return None, tuple(problems)


def _read(statement: Statement, country: str, *, clock: bool = False) -> _Told:
    """A statement as a date; what stands inside a picture was written by a clock, as far as anybody knows."""
    clock = clock or statement.origin is Origin.EMBEDDED
    dating = parse_dating(day_of(statement.text) if clock else statement.text, country)
    moment = statement.text if clock else ""
    return _Told(dating=dating, origin=statement.origin, where=statement.where, moment=moment)


def _doubt(told: _Told, today: date) -> Problem | None:
    """Why a clock is not believed, None where it is."""
    if told.moment and is_unset(told.moment):
        return note("date.unset", told.where, day=day_of(told.moment))
    if told.moment and is_future(told.moment, today):
        return note("date.future", told.where, day=day_of(told.moment))
    return None


def _is_beginning(told: _Told) -> bool:
    """Whether a clock tells a day on which clocks begin that have lost their power."""
    return told.dating is not None and day_of(told.moment)[len("2025") :] == "-01-01"


def _against(told: _Told, named: Iterable[_Told], today: date, code: str, least: timedelta) -> Problem | None:
    """That a camera is so far or more away from the first day or month that names say, None where it is not."""
    if told.origin is not Origin.EMBEDDED or not told.dating:
        return None
    for dating in (each.dating for each in named):
        if dating and dating.precision in _EXACT and dating.first <= today:
            apart = max(dating.first - told.dating.last, told.dating.first - dating.last)
            written = dating.first.isoformat()[: _EXACT[dating.precision]]
            return note(code, told.where, day=day_of(told.moment), named=written) if apart >= least else None
    return None


def _in_files(names: Iterable[str], country: str, today: date, taken: bool) -> Iterator[_Told]:
    for name in names:
        base = without_escapes(name.rpartition("/")[2])  # "<U+2028>" is no year
        dating = find_dating(base.rpartition(".")[0] or base, country)
        if dating and not _is_mere_number(dating, today):
            clock = taken and dating.precision is Precision.DAY
            moment = dating.first.isoformat() if clock else ""
            yield _Told(dating=dating, origin=Origin.FILE_NAME, where=Place(file=name), moment=moment)


def _in_folders(names: Iterable[str], country: str, today: date) -> Iterator[_Told]:
    for name in names:
        dating = find_dating_in_folders(name.split("/")[:-1], country)
        if dating and not _is_mere_number(dating, today):
            yield _Told(dating=dating, origin=Origin.FOLDER_NAME, where=Place(file=name))


def _is_mere_number(dating: Dating, today: date) -> bool:
    """Whether a year that stands alone has not come yet: "sayfa 2050"."""
    return dating.precision is Precision.YEAR and dating.first > today
