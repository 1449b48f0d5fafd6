"""Folder notes (`note.txt`, `not.txt`, `anteckning.md`, `note.yaml`): what holds for all in a folder and below it.

A mail is one for what is attached to it, and so is what only nearly has the name of a note: both say who is there and
what is covered, and nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from portfolio.columns import Columns
from portfolio.i18n import fold
from portfolio.intake.contents import ReadFile
from portfolio.intake.copymarks import without_marks
from portfolio.intake.description import Description
from portfolio.intake.formats import FORMATS, Family
from portfolio.intake.remarkfiles import remark_in
from portfolio.intake.vocabulary import vocabulary
from portfolio.model.decision import REDACTING, Field
from portfolio.model.problem import Place, warning
from portfolio.model.text import Origin

# What no two pieces have in common, and what only the coordinator decides, is not said of a folder.
_SAID = frozenset(Field) - {Field.ALTERNATIVE, Field.EXCLUDE, Field.HERO}

# What only nearly has the name of a note may be minutes, or anything else that people write.
_HELD = frozenset({Field.PEOPLE, *REDACTING})
_WRITTEN = (Family.TEXT, Family.RECORDS, Family.WORD, Family.TABLE, Family.WORKBOOK, Family.PDF)
_NEARLY = (Family.TEXT, Family.RECORDS, Family.WORD, Family.TABLE, Family.WORKBOOK)


def read_folder_notes(
    files: Sequence[ReadFile],
    columns: Columns,
    answers: Mapping[str, Iterable[str]],
    describing: Collection[str],
) -> tuple[Description, ...]:
    """The notes among usable files, the deepest folder first: of two the nearer one holds.

    `answers` are the framework's words for nobody, and between names. `describing` are the files that describe others
    already: nothing is said of them. A note with nothing beside or below it is evidence like any other text, and so is
    one whose own sentence is long. Codes: as in `described`; `description.note-unread` for pictures of pages.
    """
    notes = [each for each in files if each.usable and each.file.name not in describing and _reach(each) is not None]
    own = {*describing, *(each.file.name for each in notes if _is_note(each))}
    others = [each.file for each in files if each.usable and each.file.name not in own]
    found = []
    for each in sorted(notes, key=lambda each: (-each.file.name.count("/"), each.file.name)):
        below, wanted = _reach(each) or "", _SAID if _is_note(each) else _HELD
        remark = remark_in(each, columns, wanted, Origin.FOLDER_NOTE, answers)
        statements = tuple(statement for statement in remark.statements if statement.field in wanted)
        problems = remark.problems
        if not _is_note(each):
            problems = tuple(problem for problem in problems if problem.code == "description.misspelt-people")
        concerned = [file.name for file in others if file.name.startswith(below) and file.name != each.file.name]
        if concerned and _is_note(each) and not each.reading.text.strip() and not each.reading.entries:
            fault = warning("description.note-unread", Place(file=each.file.name))
            found.append(Description(file=each.file.name, said={}, problems=(fault,), whole=False))
        elif statements and concerned:
            found.append(
                Description(
                    file=each.file.name,
                    said=dict.fromkeys(concerned, statements),
                    problems=problems,
                    whole=_is_note(each) and not remark.is_report,
                )
            )
    return tuple(found)


def _is_note(each: ReadFile) -> bool:
    family = FORMATS[each.reading.format].family
    return family in _WRITTEN and _called(each) in vocabulary().folder_notes


def _reach(each: ReadFile) -> str | None:
    """How the names of all begin that a file speaks of when it is a note, or nearly is one; None when it is none."""
    family, words = FORMATS[each.reading.format].family, vocabulary()
    if family is Family.MESSAGE:
        return f"{each.file.name}/"
    names = words.folder_notes | words.nearly_notes | words.caption_sheets
    if not _is_note(each) and not (family in _NEARLY and _called(each) in names):
        return None
    return f"{each.file.folder}/" if each.file.folder else ""


def _called(each: ReadFile) -> str:
    return fold(without_marks(each.file.base.partition(".")[0]))
