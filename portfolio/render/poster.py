"""Mission and school posters as HTML for the typesetter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.files.logo import shape_of_logo
from portfolio.i18n import is_written_leftwards
from portfolio.model.blocks import Run
from portfolio.model.box import Box
from portfolio.model.lettering import Lettering
from portfolio.model.limits import MISSION_LIMITS, SCHOOL_LIMITS
from portfolio.model.sheet import MissionPoster, SchoolPoster, Sheet
from portfolio.render.fitting import fitting_layout
from portfolio.render.glyphs import read_faces
from portfolio.render.lockup import Emblems
from portfolio.render.mission_layout import choose_mission_layout
from portfolio.render.qr import qr_svg
from portfolio.render.school_layout import choose_school_layout
from portfolio.themes import Theme
from portfolio.visibility.frame import Frame

if TYPE_CHECKING:
    from portfolio.render.derivatives import Derivative


def poster_html(poster: MissionPoster, theme: Theme, logos: Mapping[str, Path]) -> str:
    """The mission poster as one HTML document; `logos` by the names that the poster and its lock-up give them.

    Raises ProjectError: `theme.template` when a template of the theme cannot be filled, `theme.no-font`, and what
    `fitting_layout` says of texts that have no room.
    """
    frame = frame_of(poster, poster.logos, theme, logos)
    layout = fitting_layout(poster, MISSION_LIMITS, partial(choose_mission_layout, frame))
    values = values_of(poster, frame, theme, logos)
    return theme.render("poster/poster.html.j2", poster=poster, layout=layout, runs=with_blanks_first, **values)


def school_poster_html(
    poster: SchoolPoster, theme: Theme, derivatives: Mapping[str, Derivative], logos: Mapping[str, Path]
) -> str:
    """The school poster as one HTML document; `derivatives` by picture key. A picture without one is left out.

    Raises ProjectError as `poster_html`.
    """
    derivative = derivatives.get(poster.picture.key) if poster.picture else None
    if not derivative:
        poster = replace(poster, picture=None)
    frame = frame_of(poster, poster.logos, theme, logos)
    return theme.render(
        "poster-school/poster-school.html.j2",
        poster=poster,
        layout=fitting_layout(poster, SCHOOL_LIMITS, partial(choose_school_layout, frame)),
        picture=derivative.path.absolute().as_uri() if derivative else "",
        code=qr_svg,
        **values_of(poster, frame, theme, logos),
    )


def frame_of(sheet: Sheet, names: Iterable[str], theme: Theme, logos: Mapping[str, Path]) -> Frame:
    """A sheet that is to be filled, with the logos of some names."""
    shapes = tuple(shape_of_logo(logos[name]) for name in names)
    return Frame(geometry=sheet.geometry, lettering=Lettering(read_faces(theme)), wanted=sheet.lockup, shapes=shapes)


def values_of(sheet: Sheet, frame: Frame, theme: Theme, logos: Mapping[str, Path]) -> dict[str, object]:
    """What the templates of all posters are filled with (poster/sheet.html.j2)."""
    return {
        "theme": theme,
        "frame": frame,
        "put": put_on(sheet),
        "glyph": theme.glyph,
        "emblem": Emblems(theme, logos),
        "logo_address": lambda name: logos[name].absolute().as_uri(),
    }


def put_on(sheet: Sheet) -> Callable[[Box], str]:
    """What gives the style of a box on a sheet, as its language is written."""
    across = sheet.geometry.width
    if is_written_leftwards(sheet.language):
        return lambda box: box.mirrored(across).style
    return lambda box: box.style


def with_blanks_first(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs of which none ends with a blank but the last: the next one begins with it.

    Where a run ends with a blank and the next has no room, WeasyPrint breaks the line far too early.
    """
    blank = ""
    *before, last = runs
    for run in before:
        text = blank + run.text
        blank = " " if text.endswith(" ") else ""
        yield replace(run, text=text.removesuffix(" "))
    yield replace(last, text=blank + last.text)
