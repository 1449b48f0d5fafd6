"""Folder notes (`note.txt`, `not.txt`, `anteckning.md`, `note.yaml`): what holds for all in a folder and below it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from portfolio.columns import Columns
from portfolio.i18n import fold
from portfolio.intake.contents import ReadFile
from portfolio.intake.description import Description
from portfolio.intake.identify import FORMATS, Family
from portfolio.intake.remarks import Remark, read_remark
from portfolio.intake.statements import described
from portfolio.intake.vocabulary import vocabulary
from portfolio.model.decision import Field
from portfolio.model.text import Origin

# What no two pieces have in common, and what only the coordinator decides, is not said of a folder.
_SAID = frozenset(Field) - {Field.ALTERNATIVE, Field.EXCLUDE, Field.HERO}


def read_folder_notes(
    files: Sequence[ReadFile],
    columns: Columns,
    answers: Mapping[str, Iterable[str]],
    describing: Collection[str],
) -> tuple[Description, ...]:
    """The notes among usable files, the deepest folder first: of two the nearer one holds.

    `answers` are the framework's words for nobody, and between names. `describing` are the files that describe others
    already: nothing is said of them. A note with nothing beside or below it is evidence like any other text, and so is
    one whose own sentence is long.
    """
    notes = [each for each in files if each.usable and each.file.name not in describing and _is_note(each)]
    own = {*describing, *(each.file.name for each in notes)}
    others = [each.file for each in files if each.usable and each.file.name not in own]
    found = []
    for each in sorted(notes, key=lambda each: (-each.file.name.count("/"), each.file.name)):
        below = f"{each.file.folder}/" if each.file.folder else ""
        remark = _remark(each, columns, answers)
        concerned = [file.name for file in others if file.name.startswith(below)]
        if remark.statements and concerned:
            found.append(
                Description(
                    file=each.file.name,
                    said=dict.fromkeys(concerned, remark.statements),
                    problems=remark.problems,
                    whole=not remark.is_report,
                )
            )
    return tuple(found)


def _is_note(each: ReadFile) -> bool:
    family = FORMATS[each.reading.format].family
    stem = each.file.base.partition(".")[0]
    return family in (Family.TEXT, Family.RECORDS) and fold(stem) in vocabulary().folder_notes


def _remark(each: ReadFile, columns: Columns, answers: Mapping[str, Iterable[str]]) -> Remark:
    """What a note says: a text in lines and sentences, a file of keys (YAML) in its keys alone."""
    name, reading = each.file.name, each.reading
    if FORMATS[reading.format].family is Family.TEXT:
        return read_remark(reading.text, columns, _SAID, name, Origin.FOLDER_NOTE, answers)
    cells = [cell for entry in reading.entries for cell in entry.cells]
    statements, problems = described(cells, columns, _SAID, name, Origin.FOLDER_NOTE)
    return Remark(statements=statements, problems=problems, is_report=False)
