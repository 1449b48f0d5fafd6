"""A print PDF, opened again: its boxes in mm, the emblem's inks, whether colour at the edge goes on into the bleed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.audit.inks import CMYK, RGB, Inks, inks_of
from portfolio.audit.resources import font_name, fonts_in
from portfolio.files.pdfpages import draw_page, read_pages
from portfolio.files.words import squeezed
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


def inspect_outlined(path: Path) -> tuple[Problem, ...]:
    """`print.font-left` for each font that is still in a file whose letters are outlines."""
    import pikepdf

    with pikepdf.open(path) as pdf:
        return tuple(error("print.font-left", Place(file=path.name), font=font_name(font)) for font in fonts_in(pdf))


def inspect_office(path: Path, screen: Path, margin: float) -> tuple[Problem, ...]:
    """What is wrong with a sheet in a white margin of so many mm: `print.margin`, `print.words` where some are lost."""
    where = Place(file=path.name)
    ours, theirs = (squeezed("".join(read_pages(file).texts)) for file in (path, screen))
    if ours != theirs:
        return (error("print.words", where),)
    image = _drawn(path)
    across, up = image.size
    edge = int(margin / 25.4 * _DPI) - 1
    sides = ((0, 0, across, edge), (0, up - edge, across, up), (0, 0, edge, up), (across - edge, 0, across, up))
    if any(min(image.crop(side).tobytes()) < _PALE for side in sides):
        return (error("print.margin", where, margin=f"{margin:g}"),)
    return ()


def _drawn(path: Path) -> Image:
    """The first page in grey, 60 pixels an inch."""
    import pikepdf

    with pikepdf.open(path) as pdf:
        left, bottom, right, top = (float(edge) for edge in pdf.pages[0].mediabox)
    return draw_page(path, 1, (round((right - left) / 72 * _DPI), round((top - bottom) / 72 * _DPI))).convert("L")


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
    image = _drawn(path)
    across, up = image.size
    scale = across / (geometry.width + 2 * beyond)
    inner, outer, first = (round(each * scale) for each in (beyond + _NEAR, beyond - geometry.bleed / 2, beyond))
    right, low = across - first, up - first
    edges = (
        [(at, first, at + 1, low) for at in (inner, outer)],
        [(across - 1 - at, first, across - at, low) for at in (inner, outer)],
        [(first, at, right, at + 1) for at in (inner, outer)],
        [(first, up - 1 - at, right, up - at) for at in (inner, outer)],
    )
    for inside, outside in edges:
        within, without = image.crop(inside).tobytes(), image.crop(outside).tobytes()
        ending = sum(1 for one, other in zip(within, without, strict=True) if one < _PALE <= other)
        if ending > _RAGGED * len(within):
            yield warning("print.bleed")
            return
