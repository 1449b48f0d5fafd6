"""The mission poster as HTML for the typesetter."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from portfolio.model.sheet import MissionPoster
from portfolio.render.glyphs import read_faces
from portfolio.render.lockup import Emblems
from portfolio.render.poster_layout import choose_layout
from portfolio.themes import Theme


def poster_html(poster: MissionPoster, theme: Theme, logos: Mapping[str, Path]) -> str:
    """The poster as one HTML document; `logos` by the names that the poster and its lock-up give them.

    Raises ProjectError (`theme.template`) when a template of the theme cannot be filled.
    """

    def logo_address(name: str) -> str:
        return logos[name].absolute().as_uri()

    return theme.render(
        "poster/poster.html.j2",
        poster=poster,
        theme=theme,
        layout=choose_layout(poster, read_faces(theme)),
        glyph=theme.glyph,
        emblem=Emblems(theme, logos),
        logo_address=logo_address,
    )
