"""What the school has handed over to whom: `handed-over.csv`, read and added to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from portfolio.errors import OutputError, ProjectError
from portfolio.files.csvend import add_rows
from portfolio.files.csvfile import read_csv, write_csv
from portfolio.files.day import read_day
from portfolio.files.fault import FileFault
from portfolio.model.problem import Place, Problem, error, warning

FILE = "handed-over.csv"
HEADER = ("artefact", "to", "on", "sha256", "pieces", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A copy that somebody was given: the artefact's path below the output folder, its bytes' sha256, what it shows.

    `on` is an ISO day, or as written where it is none; `pieces` are ids.
    """

    artefact: str
    to: str
    on: str
    sha256: str
    pieces: tuple[str, ...]
    note: str = ""


def read_copies(path: Path, language: str) -> tuple[tuple[Copy, ...], tuple[Problem, ...]]:
    """The copies in a file, in its order, none when it is not there, and warnings; `language` is the school's own.

    Columns of one's own are left alone. Warning `handed-over.date` for a day that is none. Raises ProjectError:
    `handed-over.header`, `handed-over.unreadable`, and those of reading CSV.
    """
    if not path.exists():
        return (), ()
    columns, rows = _read(path, language)
    copies, problems = [], []
    for line, texts in rows:
        cells = dict(zip(columns, texts, strict=True))
        day = read_day(cells["on"])
        if day is None:
            problems.append(warning("handed-over.date", Place(file=path.name, line=line), value=cells["on"]))
        copies.append(
            Copy(
                artefact=cells["artefact"],
                to=cells["to"],
                on=day.isoformat() if day else cells["on"],
                sha256=cells["sha256"],
                pieces=tuple(cells["pieces"].split()),
                note=cells["note"],
            )
        )
    return tuple(copies), tuple(problems)


def add_copies(path: Path, copies: Sequence[Copy], language: str) -> None:
    """Add copies at the end, in one step; what stands in the file stays byte for byte. Makes it when it is not there.

    Raises ProjectError for a file that `read_copies` refuses, OutputError.
    """
    rows = [
        {
            "artefact": copy.artefact,
            "to": copy.to,
            "on": copy.on,
            "sha256": copy.sha256,
            "pieces": " ".join(copy.pieces),
            "note": copy.note,
        }
        for copy in copies
    ]
    try:
        if path.exists() and path.stat().st_size:
            columns, _ = _read(path, language)
            add_rows(path, columns, rows, language)
        else:
            write_csv(path, HEADER, [[row[name] for name in HEADER] for row in rows], language)
    except OSError as fault:
        raise OutputError(error("output.unwritable", Place(file=str(path)), why=fault.strerror or fault)) from fault


def _read(path: Path, language: str) -> tuple[list[str], list[tuple[int, tuple[str, ...]]]]:
    """The columns and the rows with their lines. Raises ProjectError."""
    try:
        table = read_csv(path, language)
    except FileFault as fault:
        raise ProjectError(fault.problem(path.name)) from None
    except OSError as fault:
        where = Place(file=path.name)
        raise ProjectError(error("handed-over.unreadable", where, detail=fault.strerror or fault)) from None
    columns = [heading.casefold() for heading in table.header]
    wrong = [name for name in HEADER if columns.count(name) != 1]
    if wrong:
        where = Place(file=path.name, line=table.header_line)
        expected = ", ".join(HEADER)
        raise ProjectError(*(error("handed-over.header", where, column=name, expected=expected) for name in wrong))
    return columns, [(row.line, row.cells) for row in table.rows]
