"""The project that a sheet is about: the one that the school names, else the latest."""

from __future__ import annotations

from portfolio.compose.edition import Edition
from portfolio.compose.projects import project_time
from portfolio.i18n import fold
from portfolio.model.evidence import EvidenceItem, ProjectRecord
from portfolio.model.sheetorder import SheetOrder

Found = tuple[EvidenceItem, ProjectRecord]


def ordered_project(edition: Edition, order: SheetOrder) -> Found | None:
    """The record that an order names by id, title or file; without a name that of the latest project.

    None where none is called so, or there is none that the audience may see.
    """
    found = [(piece.item, piece.item.project) for piece in edition.pieces]
    records = [(item, record) for item, record in found if record]
    if order.project:
        return next((each for each in records if _is_called(each, order.project)), None)
    return max(records, key=lambda each: project_time(each[1], edition), default=None)


def _is_called(project: Found, said: str) -> bool:
    item, record = project
    names = [*item.ids, record.title.value, *item.files, *(file.rpartition("/")[2] for file in item.files)]
    return fold(said.strip()) in map(fold, names)
