"""The review workbook as a file: written when it is asked for, and again when it shows what nobody may see any more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.cli.words import Words, school_words
from portfolio.model.events import Report
from portfolio.model.problem import Place, Problem, warning

if TYPE_CHECKING:
    from portfolio.build.sheet import ReviewRow
    from portfolio.build.survey import Survey


def write_review(
    survey: Survey, target: str, words: Words, report: Report
) -> tuple[Path, tuple[ReviewRow, ...], tuple[Problem, ...]]:
    """Write the workbook of a project to a place below its output folder, or an absolute one, in the given words.

    Returns where it is, its rows, and Problems: pictures that cannot be read, and an edited one that it lies beside.
    Raises OutputError, OSError.
    """
    from portfolio.build.place import put_down
    from portfolio.build.sheet import draw_thumbnails, review_rows
    from portfolio.build.sheetfields import fields_asked
    from portfolio.cli.sheet import guide_page, make_fields, make_places, review_sheet
    from portfolio.files.originals import Originals
    from portfolio.files.sheetbook import write_sheetbook

    project = survey.project
    asked = fields_asked(project.languages)
    places = make_places(survey, words)
    rows = review_rows(survey, make_fields(survey, words), asked, places)
    originals = Originals(evidence=project.evidence, cache=project.cache)
    thumbnails, faults = draw_thumbnails(rows, originals, project.cache / "derivatives", report)
    table, memory = review_sheet(rows, asked, thumbnails, survey, places, words)
    guide = guide_page(survey, words)
    written, remarks = put_down(target, project, lambda path: write_sheetbook(path, guide, table, memory))
    return written, rows, (*faults, *remarks)


def rewrite_reviews(survey: Survey, words: Words, report: Report) -> tuple[Problem, ...]:
    """Write again the workbooks that show somebody who has withdrawn since.

    One that a person filled in stays and is named (`sheet.withdrawn`): only its owner may delete what stands in it.
    """
    from portfolio.build.sheet import Judged
    from portfolio.build.state import open_state
    from portfolio.build.workbooks import told_in, workbooks_in

    project, judged = survey.project, Judged(survey.clearances)
    gone = {name for item in survey.catalogue.items if judged.withdrawn(item) for name in item.ids}
    if not gone:
        return ()
    with open_state(project.cache) as state:
        sheets = workbooks_in(state.everything())
    problems: list[Problem] = []
    for sheet in sheets:
        file = project.output / sheet.path
        if not file.exists():
            continue
        told = told_in(file)
        if told is not None and gone.isdisjoint(told):
            continue
        if sheet.is_whole(file):
            problems += write_review(survey, sheet.artefact, school_words(project.language, words), report)[2]
        else:
            problems.append(warning("sheet.withdrawn", Place(file=sheet.path)))
    return tuple(problems)
