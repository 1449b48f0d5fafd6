"""When a piece is from: what is stated, then what its file's name says, then what the file's properties tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from portfolio.intake.dates import find_dating, parse_dating
from portfolio.intake.statements import Statement, about
from portfolio.model.dating import Dating
from portfolio.model.decision import Field
from portfolio.model.problem import Problem, note, place_in, spot, warning
from portfolio.model.text import Origin, Sourced


def dated(
    statements: Iterable[Statement], properties: Iterable[Statement], names: Sequence[str], country: str
) -> tuple[Sourced[Dating] | None, tuple[Problem, ...]]:
    """The date of a piece that lies under these names, and a Problem for each stated date that cannot be understood.

    A note asks to confirm a date that holds though its day and month could be the other way round.
    `properties` are a document's: they tell when its file was made, often of an older one, or downloaded. So a name
    that a person gave goes before them; folders come last. None when the strongest statement is nothing.
    """
    stated = about(statements, Field.DATE)
    if stated and stated[0].is_nothing:
        return None, ()
    read = [(statement, parse_dating(statement.text, country)) for statement in stated]
    problems = [warning("description.date", each.where, value=each.text) for each, dating in read if not dating]
    made = [(each, parse_dating(each.text, country)) for each in about(properties, Field.DATE)]
    candidates = (*_sourced(read), *_in_files(names, country), *_sourced(made), *_in_folders(names, country))
    chosen = next(iter(candidates), None)
    if chosen and not chosen.value.certain:
        problems.append(note("date.unsure", place_in(chosen.where), day=chosen.value.first.isoformat()))
    return chosen, tuple(problems)


def _sourced(read: Iterable[tuple[Statement, Dating | None]]) -> Iterator[Sourced[Dating]]:
    for statement, dating in read:
        if dating:
            yield Sourced(value=dating, origin=statement.origin, where=spot(statement.where))


def _in_files(names: Iterable[str], country: str) -> Iterator[Sourced[Dating]]:
    for name in names:
        base = name.rpartition("/")[2]
        if dating := find_dating(base.rpartition(".")[0] or base, country):
            yield Sourced(value=dating, origin=Origin.FILE_NAME, where=name)


def _in_folders(names: Iterable[str], country: str) -> Iterator[Sourced[Dating]]:
    """The nearest folder first."""
    for name in names:
        for folder in reversed(name.split("/")[:-1]):
            if dating := find_dating(folder, country):
                yield Sourced(value=dating, origin=Origin.FOLDER_NAME, where=name)
