"""What teachers said about files beside them: sidecars, a text of the same name, caption sheets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from portfolio.columns import Columns
from portfolio.intake.captionsheets import missing, read_caption_sheet
from portfolio.intake.contents import ReadFile
from portfolio.intake.copymarks import without_marks
from portfolio.intake.description import DESCRIBED, Description
from portfolio.intake.formats import FORMATS, RECORDED, Family, known_suffix, suffix_describes
from portfolio.intake.places import Places, undotted
from portfolio.intake.reading import Cell, Entry
from portfolio.intake.remarkfiles import remark_in
from portfolio.intake.statements import FILE, described, describes
from portfolio.intake.vocabulary import vocabulary
from portfolio.model.catalogue import Former
from portfolio.model.decision import Field
from portfolio.model.problem import Place, note
from portfolio.model.text import Origin

_Photos = Mapping[tuple[str, str], list[str]]


def read_descriptions(
    files: Sequence[ReadFile], columns: Columns, answers: Mapping[str, Iterable[str]], former: Iterable[Former] = ()
) -> tuple[Description, ...]:
    """The usable files that describe others; `answers` are the framework's words for nobody, and between names.

    `former` only tells where that went which a description names and is not there.
    """
    usable = [each for each in files if each.usable]
    went = _went(former, files)
    places = Places((each.file.name for each in files), went)
    others = Places((each.file.name for each in files if not _is_sidecar(each.file.base)), went)
    photos = _photos(usable)
    found = (
        _description(each, columns, places, others, photos) or _caption(each, columns, photos, answers)
        for each in usable
    )
    return tuple(description for description in found if description)


def _went(former: Iterable[Former], files: Iterable[ReadFile]) -> dict[str, tuple[str, str]]:
    """By the place of each content that lies elsewhere now: where that is, and its id."""
    lying = {each.id: each.file.name for each in files if each.sha256}
    last = {each.file: each.id for each in former}
    return {file: (lying[item], item) for file, item in last.items() if item in lying}


def without_caption_sheets(each: ReadFile, descriptions: Mapping[str, Description]) -> ReadFile:
    """A file without the rows of its caption sheets: what it is evidence of."""
    found = descriptions.get(each.file.name)
    if not found or not found.sheets:
        return each
    kept = tuple(entry for entry in each.reading.entries if entry.sheet not in found.sheets)
    return replace(each, reading=replace(each.reading, entries=kept))


def _description(
    each: ReadFile, columns: Columns, places: Places, others: Places, photos: _Photos
) -> Description | None:
    is_keys = FORMATS[each.reading.format].family is Family.RECORDS and not each.reading.credential
    sidecar = _sidecar(each, columns, places, others, photos) if is_keys else None
    return sidecar or read_caption_sheet(each, columns, places)


def _sidecar(each: ReadFile, columns: Columns, places: Places, others: Places, photos: _Photos) -> Description | None:
    """`IMG_1.jpg.yaml` speaks of `IMG_1.jpg`, and so does `IMG_1.yaml` when it describes and the photo is alone.

    `others` are the files that are no sidecars: one of them may be meant. Where nothing is said of the file, in any
    way that is understood, that is a note (`description.says-nothing`). In JSON a photo service speaks, and much that
    nobody typed.
    """
    cells = [cell for entry in each.reading.entries for cell in _cells(entry, columns)]
    if each.reading.format == "json":
        cells = [cell for cell in cells if columns.field_of(cell.heading)[0] and not known_suffix(cell.text)]
    stem = _described(each.file.base)
    if known_suffix(stem):
        found = places.at(stem, each.file.folder)
        if not found:
            return Description(
                file=each.file.name,
                said={},
                problems=(missing(stem, others, each.file.folder, Place(file=each.file.name)),),
            )
    else:
        found = _only_photo(each, photos)
        if not found or not (each.reading.format == "xmp" or describes(cells, columns, DESCRIBED)):
            return None
    said, problems = described(cells, columns, DESCRIBED, each.file.name, Origin.SIDECAR)
    if not said and not problems and each.reading.format != "json":
        problems = (note("description.says-nothing", Place(file=each.file.name), of=found),)
    return Description(file=each.file.name, said={found: said}, problems=problems)


def _caption(
    each: ReadFile, columns: Columns, photos: _Photos, answers: Mapping[str, Iterable[str]]
) -> Description | None:
    """A text beside exactly one photo or film of the same name: its fields and, when it is short, its sentence.

    A document is one for its fields, never for a sentence: it is evidence like any other.
    """
    family = FORMATS[each.reading.format].family
    found = _only_photo(each, photos) if family in (Family.TEXT, Family.WORD) else ""
    if not found:
        return None
    remark = remark_in(each, columns, DESCRIBED, Origin.SIDECAR, answers)
    fields = [statement for statement in remark.statements if statement.field is not Field.CAPTION]
    if not fields and (remark.is_report or family is Family.WORD):
        return None
    return Description(
        file=each.file.name, said={found: remark.statements}, problems=remark.problems, whole=not remark.is_report
    )


def _cells(entry: Entry, columns: Columns) -> tuple[Cell, ...]:
    """What an entry says, but of what."""
    return tuple(cell for cell in entry.cells if columns.field_of(cell.heading)[0] != FILE)


def _only_photo(each: ReadFile, photos: _Photos) -> str:
    """The photo or film beside a file that has its name, "" where there is none or more than one.

    Behind the name may stand what makes it a copy, or a word for what it is ("IMG_1 (1).txt", "IMG_1 caption.txt").
    """
    stem, words = _stem(each.file.base), vocabulary()
    for name in (stem, without_marks(stem, *words.caption_sheets, *words.folder_notes)):
        if found := photos.get((each.file.folder, undotted(name)), []):
            return found[0] if len(found) == 1 else ""
    return ""


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


def _is_sidecar(base: str) -> bool:
    return suffix_describes(base) and known_suffix(_described(base))


def _described(base: str) -> str:
    """The name of the file that a sidecar speaks of; Google Photos puts a word (often cut) behind it."""
    return re.sub(r"\.supplemental[a-z-]*$", "", _stem(base))
