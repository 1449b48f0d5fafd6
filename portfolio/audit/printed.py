"""A print PDF, opened again: its boxes in mm, the emblem's inks, whether colour at the edge goes on into the bleed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.audit.inks import CMYK, RGB, Inks, inks_of
from portfolio.files.pdfpages import draw_page
from portfolio.model.lockup import Ink
from portfolio.model.problem import Place, Problem, error, warning
from portfolio.model.sheet import PageGeometry, Sheet

if TYPE_CHECKING:
    from pikepdf import Page, Pdf
EXACT = 0.01  # mm that a box may be off
_MM = 25.4 / 72
# The emblem's colours as its specification gives them, for four colours and for screens.
EMBLEM = frozenset({(1.0, 0.8, 0.0, 0.0), (0.0, 0.0, 1.0, 0.0)})
EMBLEM_ON_SCREEN = frozenset({(0.0, 0.2, 0.6), (1.0, 0.8, 0.0)})
_DPI = 60
_NEAR = 0.7  # mm inside the trim
_PALE = 248  # of 255: what is as light is paper
_RAGGED = 0.04  # of an edge: so much may end at it, such as the ends of thin rules


def inspect_printed(path: Path, sheet: Sheet) -> tuple[Problem, ...]:
    """What is wrong with a print PDF of a sheet, whose geometry has the bleed; nothing, when all is right.

    Codes: `print.pages`, `print.box`, `print.emblem` (errors), `print.bleed` (a warning: colour ends at the trim),
    `audit.unreadable`.
    """
    import pikepdf

    where = Place(file=path.name)
    try:
        with pikepdf.open(path) as pdf:
            found = (*_page_faults(pdf, sheet.geometry), *_emblem_faults(inks_of(pdf), sheet))
            beyond = -float(pdf.pages[0].mediabox[0]) * _MM
        found = (*found, *_bleed_faults(path, sheet.geometry, beyond))
    except (pikepdf.PdfError, KeyError, ValueError, TypeError, AttributeError) as fault:
        return (error("audit.unreadable", where, fault=type(fault).__name__),)
    return tuple(replace(problem, where=where) for problem in found)


def _page_faults(pdf: Pdf, geometry: PageGeometry) -> Iterator[Problem]:
    if len(pdf.pages) != 1:
        yield error("print.pages", n=len(pdf.pages))
    for page in pdf.pages:
        yield from _box_faults(page, geometry)


def _box_faults(page: Page, geometry: PageGeometry) -> Iterator[Problem]:
    wanted = {"/TrimBox": 0.0, "/BleedBox": geometry.bleed}
    for name, beyond in wanted.items():
        edges = (-beyond, -beyond, geometry.width + beyond, geometry.height + beyond)
        found = [float(edge) * _MM for edge in page.obj.get(name, ())]
        if len(found) != 4 or any(abs(one - other) > EXACT for one, other in zip(found, edges, strict=True)):
            yield error("print.box", box=name.lstrip("/"))


def _emblem_faults(inks: Inks, sheet: Sheet) -> Iterator[Problem]:
    lockup = sheet.lockup
    if not lockup or lockup.artwork or lockup.ink is not Ink.CMYK:
        return
    if not inks.get(CMYK, frozenset()) >= EMBLEM or inks.get(RGB, frozenset()) & EMBLEM_ON_SCREEN:
        yield error("print.emblem")


def _bleed_faults(path: Path, geometry: PageGeometry, beyond: float) -> Iterator[Problem]:
    """Where there is colour just inside the trim there is some beyond it too; `beyond` is the paper round the trim."""
    size = geometry.width + 2 * beyond, geometry.height + 2 * beyond
    across, up = (round(side / 25.4 * _DPI) for side in size)
    image = draw_page(path, 1, (across, up)).convert("L")
    scale = across / size[0]
    inner, outer, first = (round(each * scale) for each in (beyond + _NEAR, beyond - geometry.bleed / 2, beyond))
    right, low = across - first, up - first
    lines = {
        "left": [(at, first, at + 1, low) for at in (inner, outer)],
        "right": [(across - 1 - at, first, across - at, low) for at in (inner, outer)],
        "top": [(first, at, right, at + 1) for at in (inner, outer)],
        "bottom": [(first, up - 1 - at, right, up - at) for at in (inner, outer)],
    }
    for edge, (inside, outside) in lines.items():
        within, without = image.crop(inside).tobytes(), image.crop(outside).tobytes()
        ending = sum(1 for one, other in zip(within, without, strict=True) if one < _PALE <= other)
        if ending > _RAGGED * len(within):
            yield warning("print.bleed", edge=edge)
