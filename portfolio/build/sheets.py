"""All that is made of a sheet beside its PDF for the screen: a file for each printer, opened again like the first one."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.audit.guard import Guard
from portfolio.audit.inks import CMYK, RGB, inks_of
from portfolio.audit.pdf import inspect_pdf
from portfolio.audit.pdfx import judge_pdfx
from portfolio.audit.pictures import metadata_in
from portfolio.audit.printed import inspect_printed
from portfolio.audit.resolution import placed_images, resolution_faults
from portfolio.audit.search import search
from portfolio.build.make import failed
from portfolio.files.icc import Profile, ProfileFault, read_profile
from portfolio.files.pdfpages import draw_page
from portfolio.files.picture import look_of
from portfolio.model.artefact import Format
from portfolio.model.lockup import Ink
from portfolio.model.problem import Place, Problem, Severity, error, warning
from portfolio.model.sheet import Purpose, Sheet
from portfolio.render.claims import remove_claims
from portfolio.render.derivatives import Derivative
from portfolio.render.inks import set_inks
from portfolio.render.office import leave_margin
from portfolio.render.pdf import write_pdf
from portfolio.render.pdfx import VERSION, claim_pdfx
from portfolio.render.press import BLEED, put_on_press
from portfolio.render.sheets import sheet_html
from portfolio.render.shop import Printed, ShopFile, shop_html
from portfolio.themes import Theme

if TYPE_CHECKING:
    from pikepdf import Pdf

PREVIEW = 1600  # px of the longest side
_FOR_SHOPS = frozenset({Purpose.PRINT, Purpose.CURVES})
SHOP = "shop"

Result = tuple[tuple[Path, ...], tuple[Problem, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What a sheet is made of: `names` tell its pictures for people, by their sha256 or size ("800 × 600").

    `profile` is the file that the school gives for the press, None where it gives none.
    """

    theme: Theme
    derivatives: Mapping[str, Derivative]
    logos: Mapping[str, Path]
    guard: Guard
    names: Mapping[str, str]
    profile: Path | None = None

    @property
    def files(self) -> list[Path]:
        """All that the sheet may show."""
        return [*(derivative.path for derivative in self.derivatives.values()), *self.logos.values()]


def make_sheet(sheet: Sheet, sources: Sources, screen: Path) -> Result:
    """Makes a file for each further purpose of a sheet beside that for the screen, which is written and was looked at.

    The files, that one first, the shop's sheet last; where an error is among the Problems none may be used. Problems
    as `inspect_pdf`, `search`, `inspect_printed`, `resolution_faults` and `judge_pdfx` find them, and `profile.…`.
    """
    files, problems = [screen], list[Problem]()
    shops: list[ShopFile] = []
    making: Mapping[Purpose, Callable[[], Result]] = {
        Purpose.OFFICE: lambda: _office(sheet, sources, screen),
        Purpose.PREVIEW: lambda: _preview(screen),
    }
    for purpose in sheet.purposes:
        if purpose in making:
            made, said = making[purpose]()
            files += made
            problems += said
    if _FOR_SHOPS.intersection(sheet.purposes):
        made, said = _for_shop(sheet, sources, screen)
        files += made
        problems += said
    return tuple(files), tuple(dict.fromkeys(problems))
