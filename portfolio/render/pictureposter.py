"""The posters of projects and of events as HTML for the typesetter."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.i18n import is_written_leftwards
from portfolio.model.pictureposter import PicturePoster, PlacedPhoto
from portfolio.render.lockup import Emblems
from portfolio.render.poster import put_on
from portfolio.render.qr import qr_svg
from portfolio.themes import Theme

if TYPE_CHECKING:
    from portfolio.render.derivatives import Derivative


def picture_poster_html(
    poster: PicturePoster, theme: Theme, derivatives: Mapping[str, Derivative], logos: Mapping[str, Path]
) -> str:
    """The poster as one HTML document; `derivatives` by picture key, `logos` by the names that poster and lock-up give.

    A picture without a derivative leaves its place empty: why was said when it was made.
    Raises ProjectError (`theme.template`) when a template of the theme cannot be filled.
    """

    def address_of(photo: PlacedPhoto) -> str:
        derivative = derivatives.get(photo.picture.key)
        return derivative.path.absolute().as_uri() if derivative else ""

    def logo_address(name: str) -> str:
        return logos[name].absolute().as_uri()

    return theme.render(
        "poster-picture/poster-picture.html.j2",
        poster=poster,
        theme=theme,
        start="right" if is_written_leftwards(poster.language) else "left",
        put=put_on(poster),
        address_of=address_of,
        logo_address=logo_address,
        qr=qr_svg,
        emblem=Emblems(theme, logos),
    )
