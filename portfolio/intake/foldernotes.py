"""Folder notes (`note.txt`, `not.txt`, `anteckning.md`, `note.yaml`): what holds for all in a folder and below it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from portfolio.columns import Columns
from portfolio.i18n import fold
from portfolio.intake.contents import ReadFile
from portfolio.intake.descriptions import MAX_CAPTION, Description
from portfolio.intake.identify import FORMATS, Family
from portfolio.intake.reading import Cell
from portfolio.intake.statements import Statement, joined, stated
from portfolio.intake.vocabulary import vocabulary
from portfolio.model.decision import Field
from portfolio.model.problem import Place, Problem, note, warning
from portfolio.model.text import Origin

# What no two pieces have in common, and what only the coordinator decides, is not said of a folder.
_SAID = frozenset(Field) - {Field.ALTERNATIVE, Field.EXCLUDE, Field.HERO}


def read_folder_notes(
    files: Sequence[ReadFile], column_names: Mapping[str, Iterable[str]], describing: Collection[str]
) -> tuple[Description, ...]:
    """The notes among usable files, the deepest folder first: of two the nearer one holds.

    `describing` are the files that describe others already: nothing is said of them. A note with nothing beside or
    below it is evidence like any other text.
    """
    columns = Columns({field: column_names.get(field, ()) for field in sorted(_SAID)})
    notes = [each for each in files if each.usable and each.file.name not in describing and _is_note(each)]
    own = {*describing, *(each.file.name for each in notes)}
    others = [each.file for each in files if each.usable and each.file.name not in own]
    found = []
    for each in sorted(notes, key=lambda each: (-each.file.name.count("/"), each.file.name)):
        below = f"{each.file.folder}/" if each.file.folder else ""
        said = _said(each, columns)
        concerned = [file.name for file in others if file.name.startswith(below)]
        if said and concerned:
            problems = tuple(_strange(each, columns))
            found.append(Description(file=each.file.name, said=dict.fromkeys(concerned, said), problems=problems))
    return tuple(found)


def _is_note(each: ReadFile) -> bool:
    family = FORMATS[each.reading.format].family
    stem = each.file.base.partition(".")[0]
    return family in (Family.TEXT, Family.RECORDS) and fold(stem) in vocabulary().folder_notes


def _said(each: ReadFile, columns: Columns) -> tuple[Statement, ...]:
    """The "field: value" lines; a short text without any is a caption."""
    cells = _cells(each, columns)
    said = tuple(stated(cells, columns, _SAID, each.file.name, Origin.FOLDER_NOTE))
    text = " ".join(each.reading.text.split())
    if said or FORMATS[each.reading.format].family is not Family.TEXT or not 0 < len(text) <= MAX_CAPTION:
        return said
    where = Place(file=each.file.name)
    return (Statement(field=Field.CAPTION, text=text, origin=Origin.FOLDER_NOTE, where=where),)


def _cells(each: ReadFile, columns: Columns) -> tuple[Cell, ...]:
    return joined((cell for entry in each.reading.entries for cell in entry.cells), columns)


def _strange(each: ReadFile, columns: Columns) -> Iterator[Problem]:
    """Keys that nobody knows, where keys are all there is: a text may have colons of its own."""
    if FORMATS[each.reading.format].family is Family.TEXT:
        return
    for cell in _cells(each, columns):
        if not columns.field_of(cell.heading)[0]:
            where = Place(file=each.file.name, line=cell.line or None)
            near = columns.nearest(cell.heading)
            if near:
                yield warning("description.misspelt-key", where, key=cell.heading, nearest=near)
            else:
                yield note("description.unknown-key", where, key=cell.heading)
