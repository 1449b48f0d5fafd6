"""What a reader found in a file: plain values that come from a worker process and lie in the store."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from portfolio.files.fault import FileFault
from portfolio.intake.credentials import Credential
from portfolio.model.decision import Field
from portfolio.model.evidence import Raster
from portfolio.model.problem import Place, Problem, Reason, Severity, Values

# More text than any document of a school has; it is only searched, never printed.
MAX_TEXT = 200_000

# Faults of the moment or of this machine, not of the content: a later run tries again.
PASSING = frozenset(
    {"file.late", "file.memory", "file.crashed", "file.unreadable", "file.changing", "system.no-heic", "zip.no-space"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One "field: value" of an entry, the heading as written; lists are joined by line feeds."""

    heading: str
    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of a table, one mapping of a YAML file, one form of a document: its cells, and the line it begins in.

    `sheet` is the name of the sheet in a workbook, "" elsewhere.
    """

    cells: tuple[Cell, ...]
    line: int
    sheet: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inscription:
    """Something a file says of itself in its metadata or its head: a title, a caption, a date."""

    field: Field
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebLink:
    """The address of a web page, with its title in the file ("" for none) and its line (0 for none)."""

    address: str
    title: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that travels inside another one: its name as written there, its size in bytes and its sha256."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why a file cannot be used: a Problem's code and values; line and column count from 1."""

    code: str
    values: Values = ()
    line: int | None = None
    column: int | None = None

    @property
    def reason(self) -> Reason:
        """The fault as the Reason of a file's state."""
        return Reason(code=self.code, values=self.values)

    def problem(self, file: str) -> Problem:
        """The fault as a Problem of a file as people are shown it."""
        place = Place(file=file, line=self.line, column=self.column)
        return Problem(code=self.code, severity=Severity.ERROR, where=place, values=self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The content of one file: of what format it is (a key of `identify.FORMATS`), and either a fault or what it says.

    `oddities` are a library's own warnings. `entries` come from tables, YAML and forms; `links` are there when the
    content is nothing but links. `misnamed`: the suffix belongs to another format.
    """

    format: str
    fault: Fault | None = None
    misnamed: bool = False
    text: str = ""
    inscriptions: tuple[Inscription, ...] = ()
    heading: Cell | None = None  # the first heading of a text, as the cell "title"
    entries: tuple[Entry, ...] = ()
    credential: Credential | None = None  # what a certificate in JSON says
    links: tuple[WebLink, ...] = ()
    attached: tuple[Attachment, ...] = ()
    raster: Raster | None = None
    pages: int | None = None
    page_shape: float | None = None  # width / height of the first page
    seconds: float | None = None  # how long a film or recording is
    recognised: str = ""  # with which of Tesseract's languages text was looked for in its pictures; never in the store
    oddities: tuple[str, ...] = ()

    @property
    def lasting(self) -> bool:
        """Whether the same content will always read like this on this machine."""
        return self.fault is None or self.fault.code not in PASSING


def fault_of(found: FileFault) -> Fault:
    """A fault of the file readers as a plain value."""
    return Fault(code=found.code, values=found.values, line=found.line, column=found.column)


def to_json(reading: Reading) -> str:
    """A Reading as the store keeps it."""
    return json.dumps(asdict(reading))


def from_json(text: str) -> Reading:
    """A Reading out of the store. Raises ValueError, KeyError or TypeError for what `to_json` never wrote."""
    told = json.loads(text)
    fault, raster, heading, credential = map(told.pop, ("fault", "raster", "heading", "credential"))
    return Reading(
        fault=Fault(**{**fault, "values": _pairs(fault["values"])}) if fault else None,
        raster=Raster(**raster) if raster else None,
        heading=Cell(**heading) if heading else None,
        inscriptions=tuple(
            Inscription(**{**inscription, "field": Field(inscription["field"])})
            for inscription in told.pop("inscriptions")
        ),
        entries=tuple(
            Entry(**{**entry, "cells": tuple(Cell(**cell) for cell in entry["cells"])}) for entry in told.pop("entries")
        ),
        credential=_credential(credential) if credential else None,
        attached=tuple(Attachment(**each) for each in told.pop("attached")),
        links=tuple(WebLink(**link) for link in told.pop("links")),
        oddities=tuple(told.pop("oddities")),
        **told,
    )


def _credential(told: dict[str, Any]) -> Credential:
    day = told.pop("day")
    return Credential(day=day, **{name: _pairs(pairs) for name, pairs in told.items()})


def _pairs(pairs: Sequence[Sequence[Any]]) -> Values:
    return tuple((name, value) for name, value in pairs)
