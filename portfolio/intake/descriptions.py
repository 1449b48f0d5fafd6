"""What teachers said about files beside them: sidecars, a text of the same name, caption sheets.

A caption sheet is a file of that name, or a sheet of that name in any workbook.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from portfolio.columns import Columns
from portfolio.intake.captionsheets import is_caption_sheet
from portfolio.intake.contents import ReadFile
from portfolio.intake.identify import FORMATS, RECORDED, Family, known_suffix
from portfolio.intake.places import Places, undotted
from portfolio.intake.reading import Cell, Entry
from portfolio.intake.remarks import read_remark
from portfolio.intake.statements import FILE, Statement, described, describes
from portfolio.model.decision import Field
from portfolio.model.problem import Place, Problem, warning
from portfolio.model.text import Origin

_DESCRIBED = frozenset(Field) - {Field.EXCLUDE, Field.HERO}  # what only the coordinator decides is no description
_Photos = Mapping[tuple[str, str], list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """A file that describes others: what it says of each, by name, and what is wrong in it.

    `whole`: it does nothing else. A workbook whose other sheets say something (a list of projects) is evidence too,
    and so is a text that is a report.
    """

    file: str
    said: Mapping[str, tuple[Statement, ...]]
    problems: tuple[Problem, ...]
    whole: bool = True


def read_descriptions(
    files: Iterable[ReadFile], columns: Columns, answers: Mapping[str, Iterable[str]]
) -> tuple[Description, ...]:
    """The usable files that describe others; `answers` are the framework's words for nobody, and between names."""
    usable = [each for each in files if each.usable]
    places = Places(each.file.name for each in files)
    photos = _photos(usable)
    found = (_description(each, columns, places, photos) or _caption(each, columns, photos, answers) for each in usable)
    return tuple(description for description in found if description)


def without_caption_sheets(each: ReadFile, columns: Columns) -> ReadFile:
    """A file without the rows of its caption sheets: what it is evidence of."""
    sheets = _caption_sheets(each, columns)
    if not sheets:
        return each
    kept = tuple(entry for entry in each.reading.entries if entry.sheet not in sheets)
    return replace(each, reading=replace(each.reading, entries=kept))


def _description(each: ReadFile, columns: Columns, places: Places, photos: _Photos) -> Description | None:
    family = FORMATS[each.reading.format].family
    if family is Family.RECORDS and not each.reading.credential:
        return _sidecar(each, columns, places, photos)
    if family in (Family.TABLE, Family.WORKBOOK) and is_caption_sheet(_stem(each.file.base)):
        return _sheet(each, each.reading.entries, columns, places)
    if sheets := _caption_sheets(each, columns):
        return _sheet(each, [entry for entry in each.reading.entries if entry.sheet in sheets], columns, places)
    return None


def _sidecar(each: ReadFile, columns: Columns, places: Places, photos: _Photos) -> Description | None:
    """`IMG_1.jpg.yaml` speaks of `IMG_1.jpg`, and so does `IMG_1.yaml` when it describes and the photo is alone.

    In JSON a photo service speaks, and much that nobody typed.
    """
    cells = [cell for entry in each.reading.entries for cell in _cells(entry, columns)]
    if each.reading.format == "json":
        cells = [cell for cell in cells if columns.field_of(cell.heading)[0] and not known_suffix(cell.text)]
    stem = _described(each.file.base)
    if known_suffix(stem):
        found = places.at(stem, each.file.folder)
        if not found:
            return Description(file=each.file.name, said={}, problems=(_missing(stem, places, each, None),))
    else:
        found = _only_photo(each, photos)
        if not found or not describes(cells, columns, _DESCRIBED):
            return None
    said, problems = described(cells, columns, _DESCRIBED, each.file.name, Origin.SIDECAR)
    return Description(file=each.file.name, said={found: said}, problems=problems)


def _caption_sheets(each: ReadFile, columns: Columns) -> frozenset[str]:
    """The sheets of a workbook that have the name of a caption sheet and a column of files."""
    named = (entry for entry in each.reading.entries if entry.sheet and is_caption_sheet(entry.sheet))
    return frozenset(entry.sheet for entry in named if _named(entry, columns))


def _sheet(each: ReadFile, entries: Sequence[Entry], columns: Columns, places: Places) -> Description:
    """A caption sheet speaks of a file in each of its rows, which are `entries`."""
    said: dict[str, tuple[Statement, ...]] = {}
    problems: list[Problem] = []
    strange: dict[str, Problem] = {}  # what is wrong with a heading is told once, not in each row
    rows = [(entry, _named(entry, columns)) for entry in entries]
    for entry, name in rows:
        statements, faults = described(
            _cells(entry, columns), columns, _DESCRIBED, each.file.name, Origin.CAPTION_SHEET
        )
        for fault in faults:
            strange.setdefault(dict(fault.values)["key"], replace(fault, where=Place(file=each.file.name)))
        found = places.find(name, each.file.folder) if name else ()
        if name and not found:
            problems.append(_missing(name, places, each, entry.line))
        for file in found:
            said[file] = (*said.get(file, ()), *statements)
    if rows and not any(name for _, name in rows):
        problems.append(warning("description.no-file-column", Place(file=each.file.name)))
    whole = len(entries) == len(each.reading.entries)
    return Description(file=each.file.name, said=said, problems=(*problems, *strange.values()), whole=whole)


def _caption(
    each: ReadFile, columns: Columns, photos: _Photos, answers: Mapping[str, Iterable[str]]
) -> Description | None:
    """A text beside exactly one photo or film of the same name: its fields and, when it is short, its sentence."""
    found = _only_photo(each, photos)
    if not found or FORMATS[each.reading.format].family is not Family.TEXT:
        return None
    remark = read_remark(each.reading.text, columns, _DESCRIBED, each.file.name, Origin.SIDECAR, answers)
    if remark.is_report and not remark.statements:
        return None
    said = {found: remark.statements}
    return Description(file=each.file.name, said=said, problems=remark.problems, whole=not remark.is_report)


def _named(entry: Entry, columns: Columns) -> str:
    """The file that a row is about."""
    names = (cell.text for cell in entry.cells if columns.field_of(cell.heading)[0] == FILE)
    return next(names, "")


def _cells(entry: Entry, columns: Columns) -> tuple[Cell, ...]:
    """What an entry says, but of what."""
    return tuple(cell for cell in entry.cells if columns.field_of(cell.heading)[0] != FILE)


def _missing(said: str, places: Places, each: ReadFile, line: int | None) -> Problem:
    where = Place(file=each.file.name, line=line)
    if near := places.nearest(said, each.file.folder):
        return warning("description.no-file-near", where, said=said, nearest=near)
    return warning("description.no-file", where, said=said)


def _only_photo(each: ReadFile, photos: _Photos) -> str:
    """The photo or film beside a file that has its name, "" where there is none or more than one."""
    found = photos.get((each.file.folder, undotted(_stem(each.file.base))), [])
    return found[0] if len(found) == 1 else ""


def _photos(files: Iterable[ReadFile]) -> _Photos:
    """Photos and films by folder and stem, and by whole name for a text called `IMG_1.jpg.txt`."""
    photos: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in files:
        if each.reading.raster or FORMATS[each.reading.format].family in RECORDED:
            for key in filter(None, (each.file.base, _stem(each.file.base))):
                photos[each.file.folder, undotted(key)].append(each.file.name)
    return photos


def _stem(base: str) -> str:
    return base.rpartition(".")[0]


def _described(base: str) -> str:
    """The name of the file that a sidecar speaks of; Google Photos puts a word (often cut) behind it."""
    return re.sub(r"\.supplemental[a-z-]*$", "", _stem(base))
