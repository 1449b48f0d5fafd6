"""Any single sheet as HTML for the typesetter."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from portfolio.model.pictureposter import PicturePoster
from portfolio.model.sheet import MissionPoster, Plaque, SchoolPoster, Sheet
from portfolio.render.derivatives import Derivative
from portfolio.render.pictureposter import picture_poster_html
from portfolio.render.plaque import plaque_html
from portfolio.render.poster import poster_html, school_poster_html
from portfolio.themes import Theme


def sheet_html(sheet: Sheet, theme: Theme, derivatives: Mapping[str, Derivative], logos: Mapping[str, Path]) -> str:
    """A poster or plaque as one HTML document; what runs off the sheet goes on for the bleed of its geometry.

    Raises ProjectError when a template of the theme cannot be filled (`theme.template`), or when texts have no room.
    """
    match sheet:
        case MissionPoster():
            return poster_html(sheet, theme, logos)
        case PicturePoster():
            return picture_poster_html(sheet, theme, derivatives, logos)
        case SchoolPoster():
            return school_poster_html(sheet, theme, derivatives, logos)
        case Plaque():
            return plaque_html(sheet, theme, logos)
    raise AssertionError(f"no template for a {type(sheet).__name__}")
