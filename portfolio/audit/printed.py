"""A print PDF, opened again: its boxes in mm, the emblem's inks, and whether colour at the edge goes on into the bleed."""

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

    from portfolio.files.picture import Image

EXACT = 0.01  # mm that a box may be off
_MM = 25.4 / 72
# The emblem's colours as its specification gives them, for four colours and for screens.
EMBLEM = frozenset({(1.0, 0.8, 0.0, 0.0), (0.0, 0.0, 1.0, 0.0)})
EMBLEM_ON_SCREEN = frozenset({(0.0, 0.2, 0.6), (1.0, 0.8, 0.0)})
_DPI = 60
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
        if sheet.geometry.bleed:
            found = (*found, *_bleed_faults(path, sheet.geometry))
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


def _bleed_faults(path: Path, geometry: PageGeometry) -> Iterator[Problem]:
    """Along each edge: where there is colour just inside the trim there is some beyond it too."""
    image = _drawn(path)
    across, up = image.size
    slug = _slug(path, geometry)
    scale = across / (geometry.width + 2 * slug)
    inside, outside = round((slug + 0.7) * scale), round((slug - geometry.bleed / 2) * scale)
    edges = {
        "left": ((inside, outside), True),
        "right": ((across - 1 - inside, across - 1 - outside), True),
        "top": ((inside, outside), False),
        "bottom": ((up - 1 - inside, up - 1 - outside), False),
    }
    first, last = round(slug * scale) + 1, round(slug * scale) + 1
    for name, ((within, beyond), upright) in edges.items():
        length = up if upright else across
        places = range(first, length - last)
        inked = [place for place in places if _is_inked(image, within, place, upright)]
        ending = [place for place in inked if not _is_inked(image, beyond, place, upright)]
        if len(ending) > _RAGGED * len(places):
            yield warning("print.bleed", edge=name)


def _is_inked(image: Image, across: int, along: int, upright: bool) -> bool:
    value = image.getpixel((across, along) if upright else (along, across))
    assert isinstance(value, int)
    return value < _PALE


def _drawn(path: Path) -> Image:
    import pikepdf

    with pikepdf.open(path) as pdf:
        left, bottom, right, top = (float(edge) for edge in pdf.pages[0].mediabox)
    box = round((right - left) / 72 * _DPI), round((top - bottom) / 72 * _DPI)
    return draw_page(path, 1, box).convert("L")


def _slug(path: Path, geometry: PageGeometry) -> float:
    import pikepdf

    with pikepdf.open(path) as pdf:
        left, _, right, _ = (float(edge) * _MM for edge in pdf.pages[0].mediabox)
    return (right - left - geometry.width) / 2
