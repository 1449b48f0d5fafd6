"""The school's register of consent (consent.csv): whom it may show to which audience, since when, until when.

A register that cannot be relied upon stops the run: a misspelt scope or a date that is none would otherwise let
somebody's picture out, or keep a withdrawal from being seen. Problems name the line, never the person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from portfolio.consent.columns import bare, read_columns, words
from portfolio.consent.roles import PUPIL, ROLES, nearly, role_of
from portfolio.errors import ProjectError
from portfolio.files.csvfile import read_csv
from portfolio.files.day import read_day
from portfolio.files.fault import FileFault
from portfolio.files.nearest import nearest
from portfolio.model.clearance import FULL_NAME, HANDED_OUT, ConsentEntry
from portfolio.model.problem import Place, Problem, error, warning

# Without these a register says nothing, or hides that a consent has ended.
_NEEDED = ("person", "scopes", "given_on", "expires_on", "withdrawn_on")
_NO_SCOPE = "none"
_BETWEEN_SCOPES = re.compile(r"[,;|/+\n]")

Cells = Mapping[str, str]


def read_register(path: Path, language: str) -> tuple[tuple[ConsentEntry, ...], tuple[Problem, ...]]:
    """The entries of a register, in its order, and warnings; `language` is the school's own.

    A register that is not there holds nobody (`consent.no-register`); a column of no meaning is not read
    (`consent.column`); who has a role that is none counts as a pupil (`consent.unknown-role`). Raises ProjectError with
    all that is wrong, by line: `consent.missing-column`, `consent.misspelt-column`, `consent.column-twice`,
    `consent.no-person`, `consent.scope`, `consent.misspelt-scope`, `consent.no-beside-scope`,
    `consent.name-for-nobody`, `consent.misspelt-role`, `consent.date`, `consent.no-date`, `consent.withdrawn-before`,
    `consent.unreadable`, and those of reading CSV.
    """
    if not path.exists():
        return (), (warning("consent.no-register", Place(file=path.name)),)
    try:
        table = read_csv(path, language)
    except FileFault as fault:
        raise ProjectError(fault.problem(path.name)) from None
    except OSError as fault:
        raise ProjectError(error("consent.unreadable", Place(file=path.name), detail=fault.strerror)) from None
    columns, remarks = read_columns(table, path.name, "columns", _NEEDED)
    faults: list[Problem] = []
    entries: list[ConsentEntry] = []
    for row in table.rows:
        cells = dict(zip(columns, row.cells, strict=True))
        where = Place(file=path.name, line=row.line)
        scopes, unknown = _read_scopes(cells["scopes"], where)
        faults += [*_row_faults(cells, scopes, where), *unknown]
        entries.append(_entry(cells, scopes, row.line))
    if faults:
        raise ProjectError(*faults)
    strange = (entry for entry in entries if entry.role and entry.role not in ROLES)
    unsure = (
        warning("consent.unknown-role", Place(file=path.name, line=each.line), role=each.role) for each in strange
    )
    return tuple(entries), (*remarks, *unsure)


def scopes_in(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The audiences that a text names, separated by commas, semicolons or blanks, and all words that name none.

    A no beside anything else ("web, no name") belongs to some of it, nobody knows to which: it is among the latter.
    """
    names: list[str] = []
    for part in filter(None, map(str.strip, _BETWEEN_SCOPES.split(text))):
        names += [part] if _meaning(part) else part.split()
    meant = [(name, _meaning(name)) for name in names]
    refused = all(meaning == _NO_SCOPE for _, meaning in meant)
    unknown = (name for name, meaning in meant if not meaning or (meaning == _NO_SCOPE and not refused))
    scopes = (meaning for _, meaning in meant if meaning and meaning != _NO_SCOPE)
    return tuple(dict.fromkeys(scopes)), tuple(unknown)


def _meaning(name: str) -> str:
    """What a scope is called by us, "" for what is none: also for one behind a dash, which may take it away."""
    dashed = name.startswith("-") and name != "-"
    return "" if dashed else words("scopes").get(bare(name), "")


def _read_scopes(text: str, where: Place) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The audiences that a cell names, and a Problem for each other word."""
    known = words("scopes")
    scopes, unknown = scopes_in(text)
    faults: list[Problem] = []
    for name in unknown:
        if _meaning(name) == _NO_SCOPE:
            faults.append(error("consent.no-beside-scope", where, word=name))
        elif meant := nearest(bare(name), known):
            faults.append(error("consent.misspelt-scope", where, scope=name, nearest=known[meant]))
        else:
            faults.append(error("consent.scope", where, scope=name, known=", ".join((*HANDED_OUT, FULL_NAME))))
    return scopes, tuple(faults)


def _row_faults(cells: Cells, scopes: tuple[str, ...], where: Place) -> Iterator[Problem]:
    if not cells["person"]:
        yield error("consent.no-person", where)
    if scopes == (FULL_NAME,):
        yield error("consent.name-for-nobody", where, known=", ".join(HANDED_OUT))
    if nearly(cells.get("role", "")) == PUPIL:
        yield error("consent.misspelt-role", where, role=cells["role"], nearest=PUPIL)
    if scopes and not cells["given_on"]:
        yield error("consent.no-date", where)
    for name in ("given_on", "expires_on", "withdrawn_on"):
        if cells[name] and read_day(cells[name]) is None:
            yield error("consent.date", where, column=name, value=cells[name])
    given, withdrawn = _iso(cells["given_on"]), _iso(cells["withdrawn_on"])
    if withdrawn and withdrawn < given:
        yield error("consent.withdrawn-before", where, given=given, withdrawn=withdrawn)


def _entry(cells: Cells, scopes: tuple[str, ...], line: int) -> ConsentEntry:
    return ConsentEntry(
        who=cells["person"],
        role=role_of(cells.get("role", "")),
        scopes=scopes,
        given_on=_iso(cells["given_on"]),
        by=cells.get("by", ""),
        expires_on=_iso(cells["expires_on"]),
        withdrawn_on=_iso(cells["withdrawn_on"]),
        note=cells.get("note", ""),
        line=line,
    )


def _iso(text: str) -> str:
    day = read_day(text)
    return day.isoformat() if day else ""
