"""A single sheet composed as it was ordered: none that would not be what was asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from portfolio.build.make import failed
from portfolio.compose.edition import Edition
from portfolio.compose.naming import with_short_names
from portfolio.compose.plaque import compose_plaque
from portfolio.compose.poster import compose_poster
from portfolio.compose.poster_school import compose_school_poster
from portfolio.compose.shop import compose_shop
from portfolio.i18n import Locale
from portfolio.model.problem import Problem
from portfolio.model.sheet import Plaque, Sheet
from portfolio.model.sheetorder import SheetKind, SheetOrder
from portfolio.namerule import NameRule
from portfolio.render.plaque import misfits
from portfolio.themes import Theme

# None where what is ordered is not known, which an error says.
Composed = tuple[Sheet | None, tuple[Problem, ...]]

SHEETS: Mapping[SheetKind, Callable[[Edition, SheetOrder], Composed]] = {
    SheetKind.MISSION: compose_poster,
    SheetKind.SCHOOL: compose_school_poster,
    SheetKind.PLAQUE: compose_plaque,
    SheetKind.PLAQUE_PROJECT: compose_plaque,
    SheetKind.PLAQUE_ROOM: compose_plaque,
    SheetKind.PLAQUE_THANKS: compose_plaque,
}


def compose_sheet(order: SheetOrder, edition: Edition, rule: NameRule, theme: Theme, own: Locale) -> Composed:
    """A sheet with names shortened, or None; what is wrong is told where the sheet was ordered.

    What a print shop is told is in the school's `own` language.
    """
    sheet, problems = SHEETS[order.kind](edition, order)
    if isinstance(sheet, Plaque):
        problems = (*problems, *misfits(sheet, theme))
    problems = tuple(replace(each, where=order.where) if failed([each]) else each for each in problems)
    if sheet is None or failed(problems):
        return None, problems
    if any(purpose.for_shop for purpose in order.purposes):
        sheet = replace(sheet, shop=compose_shop(edition.project, own, order))
    return with_short_names(sheet, rule), problems
