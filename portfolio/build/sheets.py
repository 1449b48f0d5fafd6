"""All that is made of a sheet beside its PDF for the screen: a file for each printer, opened again like the first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from portfolio.audit.pictures import metadata_in
from portfolio.audit.printed import inspect_office
from portfolio.audit.search import search
from portfolio.build.make import failed
from portfolio.build.printshop import make_for_shop
from portfolio.build.sheetsources import Result, Sources, file_for, look_at
from portfolio.files.pdfpages import draw_page
from portfolio.i18n import read_locale
from portfolio.model.artefact import Format
from portfolio.model.problem import Place, Problem, error
from portfolio.model.sheet import Purpose, Sheet
from portfolio.render.office import MARGIN, leave_margin
from portfolio.render.press import rewritten
from portfolio.render.tiles import tile

PREVIEW = 1600  # px of the longest side


def make_sheet(sheet: Sheet, sources: Sources, screen: Path) -> Result:
    """Makes a file for each further purpose of a sheet beside that for the screen, which was written and audited.

    The files, that one first. Problems as `inspect_pdf`, `search`, `inspect_office` and `make_for_shop` have them.
    Raises as `write_pdf` and `sheet_html` do.
    """
    files, problems = [screen], list[Problem]()
    for make, purposes in _MAKERS.items():
        if purposes.intersection(sheet.purposes) and not failed(tuple(problems)):
            made, said = make(sheet, sources, screen)
            files += made
            problems += said
    return tuple(files), tuple(dict.fromkeys(problems))


def _make_office(sheet: Sheet, sources: Sources, screen: Path) -> Result:
    target = file_for(screen, Purpose.OFFICE)
    with rewritten(screen, target) as pdf:
        leave_margin(pdf)
    return (target,), (*look_at(target, sheet, sources.guard), *inspect_office(target, screen, MARGIN))


def _make_tiles(sheet: Sheet, sources: Sources, screen: Path) -> Result:
    """The sheet on A4, with the plan by which it is glued together."""
    target = file_for(screen, Purpose.TILES)
    size = sheet.geometry.width, sheet.geometry.height
    locale = read_locale(sheet.language, sources.theme.message_folders)
    _, said = tile(screen, target, size=size, title=sheet.title, locale=locale, theme=sources.theme)
    return (target,), (*said, *search(target, Format.PDF, sources.guard))


def _make_preview(_sheet: Sheet, _sources: Sources, screen: Path) -> Result:
    """A picture, without metadata."""
    target = file_for(screen, Purpose.PREVIEW, ".png")
    draw_page(screen, 1, (PREVIEW, PREVIEW)).save(target, "PNG", optimize=True)
    found = metadata_in(target.read_bytes())
    return (target,), (error("audit.metadata", Place(file=target.name), kinds=", ".join(found)),) if found else ()


# How something is made, and for which purposes, in the order of the files.
_MAKERS: Mapping[Callable[[Sheet, Sources, Path], Result], frozenset[Purpose]] = {
    _make_office: frozenset({Purpose.OFFICE}),
    make_for_shop: frozenset({Purpose.PRINT, Purpose.CURVES}),
    _make_tiles: frozenset({Purpose.TILES}),
    _make_preview: frozenset({Purpose.PREVIEW}),
}
