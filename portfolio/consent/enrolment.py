"""A class list taken over into the school's own list of pupils (pupils.csv), which keeps all that stands in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from portfolio.consent.classlist import Listed
from portfolio.consent.columns import bare, words
from portfolio.consent.keys import key_of
from portfolio.consent.pupils import read_pupils
from portfolio.errors import OutputError, ProjectError
from portfolio.files.csvend import add_rows
from portfolio.files.csvfile import read_csv, write_csv
from portfolio.files.yamlfile import plain, read_yaml
from portfolio.i18n import FALLBACK, primary
from portfolio.model.problem import Place, error

LIST, WORKBOOK = "pupils.csv", "pupils.xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a class list changes in one class: how many pupils are new, known already, and not in it (they stay).

    `elsewhere` are new ones of whose name one stands in another class already.
    """

    form: str  # the class
    new: int
    known: int
    absent: int
    elsewhere: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """What is to be written into the list of pupils, and what that changes, class by class."""

    new: tuple[Listed, ...]
    changes: tuple[Change, ...]


def compare(folder: Path, listed: Sequence[Listed], language: str) -> Enrolment:
    """What a class list would change in the list of pupils of a project folder; nothing is written.

    Raises ProjectError `classlist.workbook-kept` where that list is a workbook, and what `read_pupils` raises.
    """
    if (folder / WORKBOOK).is_file():
        raise ProjectError(error("classlist.workbook-kept", Place(file=WORKBOOK), file=LIST))
    pupils, _ = read_pupils(folder, language, may_be_empty=True)
    known = {(key_of(pupil.who), key_of(pupil.groups[0])) for pupil in pupils}
    anywhere = {who for who, _ in known}
    new = tuple(each for each in listed if _key(each) not in known)
    forms = {key_of(each.form): each.form for each in reversed(listed)}
    changes = []
    for key in dict.fromkeys(key_of(each.form) for each in listed):
        here = {_key(each) for each in listed if key_of(each.form) == key}
        before = {pair for pair in known if pair[1] == key}
        changes.append(
            Change(
                form=forms[key],
                new=len(here - before),
                known=len(here & before),
                absent=len(before - here),
                elsewhere=len({who for who, _ in here - before} & anywhere),
            )
        )
    return Enrolment(new=new, changes=tuple(changes))


def enrol(folder: Path, enrolment: Enrolment, language: str) -> Path:
    """Write the new pupils into pupils.csv, in one step; the file is made where there is none. Raises OutputError."""
    path = folder / LIST
    try:
        if not path.is_file() or not read_csv(path, language).header:
            _begin(path, enrolment.new, language)
        elif enrolment.new:
            names = words("pupils")
            columns = [names.get(bare(heading), "") for heading in read_csv(path, language).header]
            add_rows(path, columns, [_row(each, columns) for each in enrolment.new], language)
    except OSError as fault:
        raise OutputError(error("output.unwritable", Place(file=str(path)), why=fault.strerror or fault)) from fault
    return path


def _begin(path: Path, new: Sequence[Listed], language: str) -> None:
    """A new list, with its headings in the school's language: given names and surnames where all are told apart."""
    named = ("given", "surname") if all(len(each.names) > 1 for each in new) else ("name",)
    columns = (*named, "class", "groups")
    spoken = headings(language)
    rows = (_row(each, columns) for each in new)
    write_csv(
        path, [spoken[name] for name in columns], [[row.get(name, "") for name in columns] for row in rows], language
    )


def _row(each: Listed, columns: Sequence[str]) -> Mapping[str, str]:
    """A pupil as a row under these columns."""
    if "surname" not in columns:
        return {"name": each.who, "class": each.form}
    given, surname = each.names if len(each.names) > 1 else each.who.rsplit(" ", 1)
    first = "given" if "given" in columns else "name"
    return {first: given, "surname": surname, "class": each.form}


@cache
def headings(language: str) -> Mapping[str, str]:
    """What we write over the columns of a list of pupils in a language, else in English."""
    every = plain(read_yaml(Path(__file__).with_name("words.yaml")))
    assert isinstance(every, dict)
    spoken = every["pupils-headings"]
    assert isinstance(spoken, dict)
    found = spoken.get(primary(language), spoken[FALLBACK])
    assert isinstance(found, dict)
    return {str(name): str(heading) for name, heading in found.items()}


def _key(each: Listed) -> tuple[str, str]:
    return key_of(each.who), key_of(each.form)
