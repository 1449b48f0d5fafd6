"""The information sheet as HTML for the typesetter."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.model.info import InfoSheet
from portfolio.render.glyphs import read_faces
from portfolio.render.html import drawn_in_css, lang_of
from portfolio.render.info_layout import EMBLEM, choose_info_layout
from portfolio.render.lockup import Emblems
from portfolio.render.qr import qr_svg
from portfolio.theme import PAGE_WIDTH
from portfolio.themes import Theme

if TYPE_CHECKING:
    from portfolio.render.derivatives import Derivative


def info_html(sheet: InfoSheet, theme: Theme, derivatives: Mapping[str, Derivative], logos: Mapping[str, Path]) -> str:
    """The sheet as one HTML document. `derivatives` by picture key, `logos` by the names that the sheet lists.

    A picture without a derivative leaves the pillars' colours in its place.
    Raises ProjectError when a template of the theme cannot be filled (`theme.template`), or when its first font is not
    there (`theme.no-font`).
    """

    def glyph(pillar: str, colour: str) -> str:
        return drawn_in_css(theme.glyph(pillar, colour))

    layout = choose_info_layout(sheet, read_faces(theme))
    derivative = derivatives.get(sheet.picture.key) if sheet.picture else None
    shape = sheet.picture.width_mm / sheet.picture.height_mm if sheet.picture else 1.0
    return theme.render(
        "info-sheet/info-sheet.html.j2",
        sheet=sheet,
        pillars=sheet.elements,
        theme=theme,
        layout=layout,
        picture=derivative.path.absolute().as_uri() if derivative else "",
        across=min(PAGE_WIDTH, layout.stage * shape),
        glyph=glyph,
        drawn=drawn_in_css,
        lang=lang_of,
        code=qr_svg,
        emblem=Emblems(theme, logos),
        emblem_height=EMBLEM,
        logos=[logos[name].absolute().as_uri() for name in sheet.logos if name in logos],
    )
