"""The text of a plaque of the school's own: what it says is true on the day, and it imitates nothing official."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from portfolio.compose.edition import Edition
from portfolio.compose.inks import ordered_ink
from portfolio.compose.label import label_line
from portfolio.compose.place import school_place
from portfolio.model.problem import Place, Problem, note
from portfolio.model.sheet import LineRole, PageGeometry, Plaque, PlaqueLine
from portfolio.model.sheetorder import SheetKind, SheetOrder

HOLES = 15.0  # mm kept clear at every edge: screws sit in the corners
PLATE = PageGeometry(width=300.0, height=200.0)
_PLAIN = SheetOrder(kind=SheetKind.PLAQUE, geometry=PLATE)


def compose_plaque(edition: Edition, order: SheetOrder = _PLAIN) -> tuple[Plaque, tuple[Problem, ...]]:
    """The plaque of an edition; the label stands on it only while it holds.

    A disclaimer is not set: it belongs to what can be read closely, and its letters would be too small to engrave.
    """
    project, word = edition.project, edition.locale.word
    lockup = ordered_ink(order, edition)
    plaque = Plaque(
        language=edition.language,
        title=word("document.title", title=word("plaque.title"), school=project.school.name),
        geometry=replace(order.geometry, safe_margin=HOLES),
        purposes=order.purposes,
        profile=order.profile,
        lines=tuple(_lines(edition)),
        lockup=replace(lockup, disclaimer="") if lockup else None,
        pillars=tuple(pillar.key for pillar in edition.framework.pillars),
        watermark=word("document.watermark") if edition.draft else "",
    )
    _, problems = label_line(edition)
    if not project.label.holds_on(edition.today):
        problems = (*problems, note("plaque.not-held", Place(file="portfolio.yaml")))
    return plaque, problems


def _lines(edition: Edition) -> Iterator[PlaqueLine]:
    label, word = edition.project.label, edition.locale.word
    yield PlaqueLine(text=edition.project.school.name, role=LineRole.SCHOOL)
    if label.holds_on(edition.today):
        yield PlaqueLine(text=word("school.label"), role=LineRole.LABEL)
        yield PlaqueLine(text=label.years, role=LineRole.YEARS)
        yield PlaqueLine(text=word("plaque.awarded"), role=LineRole.TEXT)
    else:
        yield PlaqueLine(text=word("plaque.at_work"), role=LineRole.TEXT)
    yield PlaqueLine(text=school_place(edition), role=LineRole.TEXT)
