"""The mission poster as HTML for the typesetter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from portfolio.files.logo import shape_of_logo
from portfolio.i18n import is_written_leftwards
from portfolio.model.blocks import Run
from portfolio.model.limits import MISSION_LIMITS
from portfolio.model.sheet import MissionPoster
from portfolio.render.fitting import require_fitting
from portfolio.render.glyphs import read_faces
from portfolio.render.lettering import Lettering
from portfolio.render.lockup import Emblems
from portfolio.render.mission_layout import choose_mission_layout
from portfolio.render.poster_frame import Frame
from portfolio.themes import Theme


def poster_html(poster: MissionPoster, theme: Theme, logos: Mapping[str, Path]) -> str:
    """The poster as one HTML document; `logos` by the names that the poster and its lock-up give them.

    Raises ProjectError: `theme.template` when a template of the theme cannot be filled, `theme.no-font`, and what
    `require_fitting` says of texts that have no room.
    """

    def logo_address(name: str) -> str:
        return logos[name].absolute().as_uri()

    shapes = tuple(shape_of_logo(logos[name]) for name in poster.logos)
    frame = Frame(sheet=poster, lettering=Lettering(read_faces(theme)), shapes=shapes)
    require_fitting(poster, MISSION_LIMITS, lambda each: choose_mission_layout(frame, each).spare >= 0)
    return theme.render(
        "poster/poster.html.j2",
        poster=poster,
        theme=theme,
        frame=frame,
        layout=choose_mission_layout(frame, poster),
        put=lambda box: frame.directed(box).style,
        leftwards=is_written_leftwards(poster.language),
        glyph=theme.glyph,
        runs=with_blanks_first,
        emblem=Emblems(theme, logos),
        logo_address=logo_address,
    )


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
