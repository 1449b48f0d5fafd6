"""A single sheet composed as it was ordered: none that would not be what was asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from portfolio.build.make import failed
from portfolio.build.ordered import name_pieces
from portfolio.build.survey import Survey
from portfolio.compose.edition import Edition
from portfolio.compose.eventposter import compose_event_poster
from portfolio.compose.naming import with_short_names
from portfolio.compose.plaque import compose_plaque
from portfolio.compose.poster import compose_poster
from portfolio.compose.poster_school import compose_school_poster
from portfolio.compose.projectposter import compose_project_poster
from portfolio.compose.shop import compose_shop
from portfolio.i18n import Locale
from portfolio.model.problem import Problem
from portfolio.model.sheet import Plaque, Sheet
from portfolio.model.sheetorder import SheetKind, SheetOrder
from portfolio.render.plaque import misfits
from portfolio.themes import Theme

# None where what is ordered is not known, which an error says.
Composed = tuple[Sheet | None, tuple[Problem, ...]]

SHEETS: Mapping[SheetKind, Callable[[Edition, SheetOrder], Composed]] = {
    SheetKind.MISSION: compose_poster,
    SheetKind.PROJECT: compose_project_poster,
    SheetKind.EVENT: compose_event_poster,
    SheetKind.SCHOOL: compose_school_poster,
    SheetKind.PLAQUE: compose_plaque,
    SheetKind.PLAQUE_PROJECT: compose_plaque,
    SheetKind.PLAQUE_ROOM: compose_plaque,
    SheetKind.PLAQUE_THANKS: compose_plaque,
}


def compose_sheet(wanted: SheetOrder, edition: Edition, survey: Survey, theme: Theme, own: Locale) -> Composed:
    """A sheet with names shortened, or None; what is wrong is told where the sheet was ordered.

    What a print shop is told is in the school's `own` language.
    """
    order, unclear = name_pieces(wanted, survey, edition.numbers, edition.audience)
    sheet, said = SHEETS[order.kind](edition, order) if order else (None, ())
    if isinstance(sheet, Plaque):
        said = (*said, *misfits(sheet, theme))
    problems = tuple(replace(each, where=wanted.where) if failed([each]) else each for each in (*unclear, *said))
    if sheet is None or failed(problems):
        return None, problems
    if any(purpose.for_shop for purpose in wanted.purposes):
        sheet = replace(sheet, shop=compose_shop(edition.project, own, wanted))
    return with_short_names(sheet, survey.names[edition.audience]), problems
