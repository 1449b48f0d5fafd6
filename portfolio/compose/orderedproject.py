"""The project that a sheet is about: the one that the school names, else the latest with a quality label."""

from __future__ import annotations

from portfolio.compose.edition import Edition
from portfolio.compose.projects import latest_projects, quality_labels
from portfolio.compose.selection import Selection
from portfolio.i18n import fold
from portfolio.model.evidence import EvidenceItem, ProjectRecord
from portfolio.model.problem import Place, Problem, error
from portfolio.model.sheetorder import SheetOrder

Found = tuple[EvidenceItem, ProjectRecord]
_WHERE = Place(file="portfolio.yaml")


def ordered_project(order: SheetOrder, edition: Edition, selection: Selection) -> Found | Problem:
    """By id, file or whole title, else by a part of the title that only one has.

    Problems: `poster.no-project`, `poster.unknown-project`.
    """
    projects = latest_projects(edition, selection)
    if not projects:
        return error("poster.no-project", _WHERE)
    if not order.project:
        labelled = (each for each in projects if any(quality_labels(each[1], edition, selection)))
        return next(labelled, projects[0])
    wanted = fold(order.project.strip())
    exact = [each for each in projects if wanted in map(fold, _names(each))]
    close = exact or [each for each in projects if wanted in fold(each[1].title.value)]
    if len(close) == 1 or exact:
        return close[0]
    known = ", ".join(record.title.value for _, record in close or projects)
    return error("poster.unknown-project", _WHERE, project=order.project, known=known)


def _names(project: Found) -> tuple[str, ...]:
    """What a project may be called by: ids, title, files with and without their folders."""
    item, record = project
    return *item.ids, record.title.value, *item.files, *(file.rpartition("/")[2] for file in item.files)
