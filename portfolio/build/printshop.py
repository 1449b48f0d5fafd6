"""What a print shop gets of a sheet: the print PDF, the same with outlines, and a page that says how to print them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from portfolio.audit.inks import CMYK, RGB, inks_in
from portfolio.audit.pdfx import judge_pdfx
from portfolio.audit.printed import inspect_outlined, inspect_printed
from portfolio.audit.resolution import placed_images, resolution_faults
from portfolio.build.make import failed
from portfolio.build.sheetsources import Result, Sources, file_for, look_at
from portfolio.files.digest import sha256_of
from portfolio.files.fault import FileFault
from portfolio.files.icc import Profile, read_profile
from portfolio.files.pdfpages import draw_page
from portfolio.files.picture import look_of
from portfolio.model.lockup import Ink
from portfolio.model.problem import Place, Problem, Severity, warning
from portfolio.model.sheet import Purpose, Sheet
from portfolio.model.shopsheet import ShopSheet
from portfolio.render.curves import curved
from portfolio.render.inks import set_inks
from portfolio.render.pdfx import VERSION, claim_pdfx, withdraw_pdfx
from portfolio.render.press import BLEED, put_on_press, rewritten
from portfolio.render.sheets import sheet_html
from portfolio.render.shop import Printed, ShopFile, shop_html

_SHOP = "shop"
_SMALL = (600, 920)  # px: the picture on the shop's sheet at 300 dpi

ForShop = Mapping[Purpose, Path]


def make_for_shop(sheet: Sheet, sources: Sources, screen: Path) -> Result:
    """The print PDF, the one with outlines, and the shop's sheet, beside the PDF for the screen.

    Problems as `inspect_pdf`, `search`, `inspect_printed`, `resolution_faults`, `judge_pdfx` and `read_profile` have
    them, and `profile.outside`, `pdfx.withdrawn`, `print.no-outlines`. Raises as `write_pdf` and `sheet_html` do.
    """
    assert sheet.shop, "a sheet for a print shop is composed with what the shop is told"
    pressed = for_press(sheet)
    profile, problems = _profile(sheet, sources)
    printed = file_for(screen, Purpose.PRINT)
    html = sheet_html(pressed, sources.theme, sources.derivatives, sources.logos)
    problems += sources.write(html, printed)
    if failed(problems):
        return (), problems
    with rewritten(printed, printed, version=VERSION) as pdf:
        put_on_press(pdf, pressed.geometry)
        set_inks(pdf, sources.theme.cmyk)
        if profile:
            claim_pdfx(pdf, profile, title=sheet.title, dated=sheet.shop.dated)
    files, said = _with_outlines(sheet, printed, file_for(screen, Purpose.CURVES))
    refused = _refused(files.values()) if profile else ()
    problems += (*said, *refused)
    for file in files.values():
        problems += (*look_at(file, pressed, sources.guard), *inspect_printed(file, pressed))
    first = next(iter(files.values()))
    images = placed_images(first)
    problems += resolution_faults(images, sources.names, screen.name)
    if failed(problems):
        return tuple(files.values()), problems
    facts = Printed(
        geometry=pressed.geometry,
        inks=_inks(first),
        lockup=pressed.lockup,
        dpi=min((round(image.dpi) for image in images), default=None),
        profile=profile.name if profile else "",
        claimed=not refused,
        files=tuple(ShopFile(name=file.name, purpose=purpose, sha256=_sum(file)) for purpose, file in files.items()),
    )
    told, said = _make_shop_sheet(sheet.shop, facts, sources, screen)
    return (*files.values(), *told), (*problems, *said)


def for_press(sheet: Sheet) -> Sheet:
    """A sheet as it is set for a press: with a bleed, and the emblem in its own inks where it was to be in RGB."""
    lockup = sheet.lockup
    if lockup and lockup.ink is Ink.RGB:
        lockup = replace(lockup, ink=Ink.CMYK)
    return replace(sheet, geometry=replace(sheet.geometry, bleed=BLEED), lockup=lockup)


def _profile(sheet: Sheet, sources: Sources) -> tuple[Profile | None, tuple[Problem, ...]]:
    """The press's profile; without one that can be used the file claims nothing, which is said."""
    if not sheet.profile:
        return None, ()
    if sources.profile is None:
        return None, (warning("profile.outside", Place(file=sheet.profile)),)
    try:
        return read_profile(sources.profile), ()
    except FileFault as fault:
        return None, (fault.problem(sheet.profile, Severity.WARNING),)


def _with_outlines(sheet: Sheet, printed: Path, outlined: Path) -> tuple[ForShop, tuple[Problem, ...]]:
    """The files that are wanted; where letters have no outlines the print PDF stands in for them."""
    if Purpose.CURVES not in sheet.purposes:
        return {Purpose.PRINT: printed}, ()
    try:
        curved(printed, outlined)
    except ValueError:  # letters that are pictures
        return {Purpose.PRINT: printed}, (warning("print.no-outlines", Place(file=outlined.name), file=printed.name),)
    problems = inspect_outlined(outlined)
    if Purpose.PRINT in sheet.purposes:
        return {Purpose.PRINT: printed, Purpose.CURVES: outlined}, problems
    printed.unlink()
    return {Purpose.CURVES: outlined}, problems


def _refused(files: Iterable[Path]) -> tuple[Problem, ...]:
    """Why files may not say that they are PDF/X-4, which none of them then does any longer."""
    found = {file: judge_pdfx(file) for file in files}
    if not any(found.values()):
        return ()
    for file in found:
        withdraw_pdfx(file)
    withdrawn = (warning("pdfx.withdrawn", Place(file=file.name)) for file in found)
    return (*(problem for problems in found.values() for problem in problems), *withdrawn)


def _make_shop_sheet(shop: ShopSheet, facts: Printed, sources: Sources, screen: Path) -> Result:
    target = file_for(screen, _SHOP)
    with TemporaryDirectory(dir=screen.parent, prefix="preview-") as aside:
        preview = Path(aside, "preview.png")
        draw_page(screen, 1, _SMALL).save(preview, "PNG", optimize=True)
        picture = preview.read_bytes()
        problems = sources.write(shop_html(shop, facts, sources.theme, preview), target, preview)
    if failed(problems):
        return (), problems
    guard = replace(
        sources.guard,
        public=(*sources.guard.public, *(file.sha256 for file in facts.files)),
        pictures=sources.guard.pictures | {hashlib.sha256(picture).hexdigest()},
        looks=sources.guard.looks | {look_of(picture)},
    )
    return (target,), (*problems, *look_at(target, shop, guard))


def _inks(file: Path) -> str:
    """In which colours a file is printed, as `Printed` calls them; black alone and crop marks are inks of four."""
    found = inks_in(file)
    if RGB not in found and "ICCBased" not in found:
        return "cmyk"
    return "both" if CMYK in found else "rgb"


def _sum(file: Path) -> str:
    return sha256_of(file)[:8]
