"""What people decided about pieces: `decisions.csv`, read and added to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from portfolio.columns import Columns
from portfolio.errors import ProjectError
from portfolio.files.atomic import write_bytes
from portfolio.files.csvfile import format_row, parse_csv, read_csv, separator_in, write_csv
from portfolio.files.day import read_day
from portfolio.files.encoding import decode_named
from portfolio.files.fault import FileFault
from portfolio.files.table import Table
from portfolio.model.decision import GUARDING, LOCAL, REDACTING, Decision, Field
from portfolio.model.problem import Place, Problem, error, warning

HEADER = ("id", "file", "field", "value", "by", "on", "because")

_ID = re.compile(r"[\w-]+(\.[\w-]+)*")
_WRITTEN_ID = re.compile(r"(?<!\w)e-[0-9a-f]{10}(\.\d+)?(?!\w)", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]+)*", re.IGNORECASE | re.ASCII)
_BOX = re.compile(r"[\d\s.,;%]*\d[\d\s.,;%]*")
# What separates cells, and what may stand round one, in a line that was not divided into its columns.
_BETWEEN = re.compile(r"[;,|\t]")
_AROUND = " '’‘\"#"
_EVIDENCE = "evidence/"
_HARDLY_LIKE = 0.6  # what may guard somebody is found in a word that is only somewhat like it

Cells = Mapping[str, str]
Names = Mapping[str, Iterable[str]]


def read_decisions(
    path: Path, language: str, column_names: Names | None = None, spoken: Mapping[str, str] | None = None
) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """The decisions of a file, in its order; a file that is not there holds none. A wrong line is left out.

    One that guards somebody, or may, is kept in doubt instead, without its value. `language` is the school's own;
    `column_names` (field → names in any language) are understood as headings and as fields, beside the English ones;
    `spoken` (field → name) is how the school calls them. Codes with a line: `decision.nothing` (neither id nor file),
    `.cells` (more of them than columns, or all in one), `.id`, `.path`, `.field`, `.misspelt-field`, `.language`,
    `.value`; warnings `.column`, `.on`. Raises
    ProjectError: `decision.header`, `decision.unreadable`, `csv.*`, `file.*`.
    """
    if not path.exists():
        return (), ()
    try:
        table = read_csv(path, language)
    except FileFault as fault:
        raise ProjectError(fault.problem(path.name)) from None
    except OSError as fault:
        raise ProjectError(
            error("decision.unreadable", Place(file=path.name), detail=fault.strerror or fault)
        ) from None
    if not table.header:
        return (), ()
    names = column_names or {}
    columns, fields = _columns(table, names), _known(Field, names, spoken)
    problems = _header_problems(columns, Place(file=path.name, line=table.header_line))
    decisions: list[Decision] = []
    for row in table.rows:
        where = Place(file=path.name, line=row.line)
        cells = _cells_of(columns, row.cells)
        found = _read_row(cells, fields, where)
        if row.is_long and isinstance(found, Decision) and found.field in GUARDING:
            found = error("decision.cells", where)
        if isinstance(found, Problem):
            problems.append(found)
            decisions += _in_doubt(cells, fields, where)
            continue
        decisions.append(found)
        if found.on and read_day(found.on) is None:
            problems.append(warning("decision.on", where, value=found.on))
    return tuple(decisions), tuple(problems)


def append_decisions(
    path: Path, decisions: Sequence[Decision], language: str, column_names: Names | None = None
) -> None:
    """Add decisions at the end, in one step; what stands in the file stays byte for byte.

    Only where its encoding or its columns cannot take the new lines is the file written anew, with the same cells.
    Makes the file when it is not there. Raises ProjectError for a file that `read_decisions` refuses, OSError.
    """
    read_decisions(path, language, column_names)
    data = path.read_bytes() if path.exists() else b""
    text, encoding = decode_named(data, language)
    table = parse_csv(text)
    if not table.header:
        write_csv(path, HEADER, [_cells(each, HEADER) for each in decisions], language)
        return
    columns = _columns(table, column_names or {})
    missing = [name for name in HEADER if name not in columns]
    try:
        if missing:
            raise ValueError(missing)
        end = "" if text.endswith(("\n", "\r")) else "\r\n"
        added = end + "".join(format_row(_cells(each, columns), separator_in(text)) for each in decisions)
        write_bytes(path, data + added.encode(encoding))
    except ValueError:  # columns are missing, or (UnicodeEncodeError) the old code page lacks a letter
        rows = [[*row.cells, *[""] * len(missing)] for row in table.rows]
        rows += [_cells(each, [*columns, *missing]) for each in decisions]
        write_csv(path, (*table.header, *missing), rows, language)


def _columns(table: Table, names: Names) -> list[str]:
    """What the headings mean; one that nobody knows, or that stands beside the plain name, is the writer's own."""
    known = _known(HEADER, names)
    written = [heading.casefold() for heading in table.header]
    meant = [known.field_of(heading)[0] for heading in table.header]
    return [name if name and name not in written else own for name, own in zip(meant, written, strict=True)]


def _known(wanted: Iterable[str], names: Names, spoken: Mapping[str, str] | None = None) -> Columns:
    own = {name: heading for name, heading in (spoken or {}).items() if name in set(wanted)}
    return Columns({name: names.get(name, ()) for name in wanted}, own)


def _header_problems(columns: Sequence[str], where: Place) -> list[Problem]:
    """Warnings about columns that are not read. Raises ProjectError when a needed one is missing or stands twice."""
    twice = sorted({name for name in HEADER if columns.count(name) > 1})
    lacking = [name for name in ("field", "value") if name not in columns]
    if not {"id", "file"} & set(columns):
        lacking.insert(0, "file")
    if twice or lacking:
        expected = ", ".join(HEADER)
        faults = [error("decision.header-twice", where, column=name) for name in twice]
        faults += [error("decision.header", where, column=name, expected=expected) for name in lacking]
        raise ProjectError(*faults)
    return [
        warning("decision.column", where, column=name, expected=", ".join(HEADER))
        for name in columns
        if name and name not in HEADER
    ]


def _cells_of(columns: Sequence[str], cells: Sequence[str]) -> Cells:
    """The cells by column; under "" whatever stands under no heading."""
    pairs = tuple(zip(columns, cells, strict=True))
    more = " ".join(cell for name, cell in pairs if not name and cell)
    return {name: cell for name, cell in pairs if name} | ({"": more} if more else {})


def _read_row(cells: Cells, fields: Columns, where: Place) -> Decision | Problem:
    item, file = _same_case(cells.get("id", "").lstrip("'’‘")), _shown(cells.get("file", ""))
    if "" in cells:
        return error("decision.cells", where)
    if not item and not file:
        return error("decision.nothing", where)
    if not cells["field"] and _BETWEEN.search(f"{item} {file}"):
        return error("decision.cells", where)
    if item and not _ID.fullmatch(item):
        return error("decision.id", where, id=item)
    if file and not _below(file):
        return error("decision.path", where, file=file)
    meant, language = _meant(cells["field"], fields)
    if not meant:
        return _unknown_field(cells["field"], fields, where)
    field = Field(meant)
    if language and (field not in LOCAL or not _LANGUAGE.fullmatch(language)):
        return error("decision.language", where, field=cells["field"], fields=", ".join(LOCAL))
    if not cells["value"]:
        return error("decision.value", where, field=cells["field"])
    return Decision(
        item=item,
        file=file,
        field=field,
        value=cells["value"],
        where=where,
        language=language.lower(),
        by=cells.get("by", ""),
        on=cells.get("on", ""),
        because=cells.get("because", ""),
    )


def _in_doubt(cells: Cells, fields: Columns, where: Place) -> Iterator[Decision]:
    """A wrong line that guards somebody, or may, so that what it is aimed at is not shown until it is put right.

    It may be about all that it can be read to name. One that takes something out of a picture has no value.
    """
    field = _guarding(cells["field"], cells["value"], fields)
    named = [cells.get("id", ""), cells.get("file", "")]
    if not cells["field"] or not any(named):  # not divided into its columns: any of it may be the piece
        named = [part for cell in cells.values() for part in _BETWEEN.split(cell)]
    if field is None:
        return
    for part in filter(None, (part.strip(_AROUND) for part in named)):
        if found := _WRITTEN_ID.search(part):
            yield _doubt(field, where, item=_same_case(found[0]))
        elif "/" in part or "\\" in part or "." in part:
            file = _shown(part)
            yield _doubt(field, where, file=file if _below(file) else file.rpartition(_EVIDENCE)[2])


def _doubt(field: Field, where: Place, *, item: str = "", file: str = "") -> Decision:
    return Decision(item=item, file=file, field=field, value="", where=where, in_doubt=True)


def _guarding(said: str, value: str, fields: Columns) -> Field | None:
    """What guards that a wrong line may mean; None for what is known, or nearly, to be something else."""
    meant = _meant(said, fields)[0]
    if not meant:
        near = fields.nearest(said.partition(".")[0])
        meant = fields.field_of(near)[0] if near else ""
        guards = fields.nearest(said.partition(".")[0], GUARDING, _HARDLY_LIKE)
        guard = fields.field_of(guards)[0] if guards else ""
        if meant not in GUARDING and guard and (guard not in REDACTING or any(map(str.isdigit, value))):
            meant = guard  # a box has figures: without them "piller" is more like a pillar than like pixels
    if not meant:
        meant = Field.COVER if _BOX.fullmatch(value) else Field.PEOPLE
    return Field(meant) if meant in GUARDING else None


def _meant(said: str, fields: Columns) -> tuple[str, str]:
    """The field that a cell names, "" for none, and its language."""
    name, _, language = said.partition(".")
    meant, spoken = fields.field_of(name)
    return meant, language or spoken


def _same_case(item: str) -> str:
    """An id as ids are written, whatever case somebody typed it in."""
    return f"E-{item[2:].lower()}" if _WRITTEN_ID.fullmatch(item) else item


def _unknown_field(field: str, fields: Columns, where: Place) -> Problem:
    if meant := fields.nearest(field):
        return error("decision.misspelt-field", where, field=field, nearest=meant)
    return error("decision.field", where, field=field, fields=", ".join(Field))


def _shown(file: str) -> str:
    """A place as pieces show theirs: "/" between folders (Windows copies another), composed letters."""
    return unicodedata.normalize("NFC", file.replace("\\", "/")).removeprefix("./")


def _below(file: str) -> bool:
    path = PurePosixPath(file)
    return not path.is_absolute() and ".." not in path.parts and not re.match(r"[A-Za-z]:", file)


def _cells(decision: Decision, columns: Sequence[str]) -> list[str]:
    named = {
        "id": decision.item,
        "file": decision.file,
        "field": f"{decision.field}.{decision.language}" if decision.language else str(decision.field),
        "value": decision.value,
        "by": decision.by,
        "on": decision.on,
        "because": decision.because,
    }
    return [named.get(column, "") for column in columns]
