"""All that is made of a sheet beside its PDF for the screen: a file for each printer, opened again like the first."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from portfolio.audit.guard import Guard
from portfolio.audit.inks import CMYK, RGB, inks_in
from portfolio.audit.pdf import inspect_pdf
from portfolio.audit.pdfx import judge_pdfx
from portfolio.audit.pictures import metadata_in
from portfolio.audit.printed import inspect_office, inspect_outlined, inspect_printed
from portfolio.audit.resolution import placed_images, resolution_faults
from portfolio.audit.search import search
from portfolio.build.make import failed
from portfolio.files.fault import FileFault
from portfolio.files.icc import Profile, read_profile
from portfolio.files.logo import size_of_logo
from portfolio.files.pdfpages import draw_page
from portfolio.files.picture import PictureFault, look_of
from portfolio.i18n import read_locale
from portfolio.model.artefact import Format
from portfolio.model.blocks import PlacedPicture
from portfolio.model.lockup import Ink
from portfolio.model.problem import Place, Problem, Severity, error, warning
from portfolio.model.sheet import Purpose, Sheet
from portfolio.model.shopsheet import ShopSheet
from portfolio.render.curves import curved
from portfolio.render.derivatives import Derivative
from portfolio.render.inks import set_inks
from portfolio.render.office import MARGIN, leave_margin
from portfolio.render.pdf import write_pdf
from portfolio.render.pdfx import VERSION, claim_pdfx, withdraw_pdfx
from portfolio.render.press import BLEED, put_on_press, rewritten
from portfolio.render.sheets import sheet_html
from portfolio.render.shop import Printed, ShopFile, shop_html
from portfolio.render.tiles import tile
from portfolio.themes import Theme

PREVIEW = 1600  # px of the longest side
_SHOP = "shop"
_SMALL = (600, 920)  # px: the picture on the shop's sheet at 300 dpi


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What a sheet is made of; `profile` is the file that the school gives for a press, None where it gives none."""

    theme: Theme
    derivatives: Mapping[str, Derivative]
    logos: Mapping[str, Path]
    guard: Guard
    pictures: tuple[PlacedPicture, ...] = ()
    profile: Path | None = None

    def write(self, html: str, target: Path, *further: Path) -> tuple[Problem, ...]:
        """Sets a document; only errors are told, for the rest was said of the file for the screen."""
        files = [*(derivative.path for derivative in self.derivatives.values()), *self.logos.values(), *further]
        said = write_pdf(html, target, theme=self.theme, files=files)
        return tuple(problem for problem in said if problem.severity is Severity.ERROR)

    @property
    def names(self) -> dict[str, str]:
        """The files that the pictures show, by the sha256 of what was drawn of them and by its size in px."""
        names: dict[str, str] = {}
        for name, path in self.logos.items():
            with suppress(PictureFault):  # of a drawing whose size is not told, which has no pixels
                width, height = size_of_logo(path)
                names[f"{width:.0f} × {height:.0f}"] = name
        for picture in self.pictures:
            if made := self.derivatives.get(picture.key):
                names[f"{made.width_px} × {made.height_px}"] = names[made.sha256] = picture.file
        return names


@dataclass
class _Made:
    """What was made so far, and all that is to be said of it."""

    files: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def has_failed(self) -> bool:
        """Whether none of it may be used."""
        return failed(tuple(self.problems))


def make_sheet(sheet: Sheet, sources: Sources, screen: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Makes a file for each further purpose of a sheet beside that for the screen, which was written and audited.

    The files, that one first, the shop's sheet last; where an error is among the Problems none may be used. Problems
    as `inspect_pdf`, `search`, `inspect_printed`, `resolution_faults`, `judge_pdfx` and `read_profile` have them, and
    `profile.outside`, `pdfx.withdrawn`. Raises as `write_pdf` and `sheet_html` do.
    """
    made = _Made(files=[screen])
    if Purpose.OFFICE in sheet.purposes:
        _make_office(made, sheet, sources, screen)
    if any(purpose.for_shop for purpose in sheet.purposes) and not made.has_failed():
        _make_for_shop(made, sheet, sources, screen)
    if Purpose.TILES in sheet.purposes and not made.has_failed():
        _make_tiles(made, sheet, sources, screen)
    if Purpose.PREVIEW in sheet.purposes and not made.has_failed():
        _make_preview(made, screen)
    return tuple(made.files), tuple(dict.fromkeys(made.problems))


def file_for(screen: Path, purpose: str, suffix: str = ".pdf") -> Path:
    """Where a sheet's file for a purpose goes: "poster-mission.tr.print.pdf"."""
    return screen.with_name(f"{screen.stem}.{purpose}{suffix}")


def _make_office(made: _Made, sheet: Sheet, sources: Sources, screen: Path) -> None:
    target = file_for(screen, Purpose.OFFICE)
    with rewritten(screen, target) as pdf:
        leave_margin(pdf)
    made.files.append(target)
    made.problems += (*_looked_at(target, sheet, sources.guard), *inspect_office(target, screen, MARGIN))


def _make_tiles(made: _Made, sheet: Sheet, sources: Sources, screen: Path) -> None:
    """The sheet on A4, with the plan by which it is glued together."""
    target = file_for(screen, Purpose.TILES)
    size = sheet.geometry.width, sheet.geometry.height
    locale = read_locale(sheet.language, sources.theme.message_folders)
    _, said = tile(screen, target, size=size, title=sheet.title, locale=locale, theme=sources.theme)
    made.files.append(target)
    made.problems += (*said, *search(target, Format.PDF, sources.guard))


def _make_preview(made: _Made, screen: Path) -> None:
    target = file_for(screen, Purpose.PREVIEW, ".png")
    draw_page(screen, 1, (PREVIEW, PREVIEW)).save(target, "PNG", optimize=True)
    made.files.append(target)
    if found := metadata_in(target.read_bytes()):
        made.problems.append(error("audit.metadata", Place(file=target.name), kinds=", ".join(found)))


def _make_for_shop(made: _Made, sheet: Sheet, sources: Sources, screen: Path) -> None:
    """The print PDF, the one with outlines, and what the shop is told of them."""
    assert sheet.shop, "a sheet for a print shop is composed with what the shop is told"
    pressed = for_press(sheet)
    profile, said = _profile(sheet, sources)
    made.problems += said
    printed, outlined = file_for(screen, Purpose.PRINT), file_for(screen, Purpose.CURVES)
    made.problems += sources.write(sheet_html(pressed, sources.theme, sources.derivatives, sources.logos), printed)
    if made.has_failed():
        return
    with rewritten(printed, printed, version=VERSION) as pdf:
        put_on_press(pdf, pressed.geometry)
        set_inks(pdf, sources.theme.cmyk)
        if profile:
            claim_pdfx(pdf, profile, title=sheet.title, dated=sheet.shop.dated)
    files = {Purpose.PRINT: printed}
    if Purpose.CURVES in sheet.purposes:
        curved(printed, outlined)
        files[Purpose.CURVES] = outlined
    if Purpose.PRINT not in sheet.purposes:
        del files[Purpose.PRINT]
        printed.unlink()
    claimed = profile is not None
    for file in files.values():
        made.problems += (*_looked_at(file, pressed, sources.guard), *inspect_printed(file, pressed))
        if profile and (refused := _refused(file)):
            made.problems += refused
            claimed = False
    if outlined in files.values():
        made.problems += inspect_outlined(outlined)
    images = placed_images(next(iter(files.values())))
    made.problems += resolution_faults(images, sources.names, screen.name)
    made.files += files.values()
    if made.has_failed():
        return
    facts = Printed(
        geometry=pressed.geometry,
        inks=_inks(next(iter(files.values()))),
        lockup=pressed.lockup,
        dpi=min((round(image.dpi) for image in images), default=None),
        profile=profile.name if profile else "",
        claimed=claimed,
        files=tuple(ShopFile(name=file.name, purpose=purpose, sha256=_sum(file)) for purpose, file in files.items()),
    )
    _make_shop_sheet(made, sheet.shop, facts, sources, screen)


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


def _refused(file: Path) -> tuple[Problem, ...]:
    """Why a file may not say that it is PDF/X-4, which it then no longer does."""
    found = judge_pdfx(file)
    if found:
        withdraw_pdfx(file)
        found = (*found, warning("pdfx.withdrawn", Place(file=file.name)))
    return found


def _make_shop_sheet(made: _Made, shop: ShopSheet, facts: Printed, sources: Sources, screen: Path) -> None:
    target = file_for(screen, _SHOP)
    with TemporaryDirectory(dir=screen.parent, prefix="preview-") as aside:
        preview = Path(aside, "preview.png")
        draw_page(screen, 1, _SMALL).save(preview, "PNG", optimize=True)
        picture = preview.read_bytes()
        made.problems += sources.write(shop_html(shop, facts, sources.theme, preview), target, preview)
    if made.has_failed():
        return
    guard = replace(
        sources.guard,
        public=(*sources.guard.public, *(file.sha256 for file in facts.files)),
        pictures=sources.guard.pictures | {hashlib.sha256(picture).hexdigest()},
        looks=sources.guard.looks | {look_of(picture)},
    )
    made.files.append(target)
    made.problems += _looked_at(target, shop, guard)


def _looked_at(file: Path, document: Sheet | ShopSheet, guard: Guard) -> Iterator[Problem]:
    yield from inspect_pdf(file, document)
    yield from search(file, Format.PDF, guard)


def _inks(file: Path) -> str:
    """In which colours a file is printed, as `Printed` calls them; black alone and crop marks are inks of four."""
    found = inks_in(file)
    if RGB not in found and "ICCBased" not in found:
        return "cmyk"
    return "both" if CMYK in found else "rgb"


def _sum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:8]
