"""The plaque: as HTML for the typesetter, as plain text to give to an engraver, and as an engraver cuts it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from portfolio.errors import ProjectError
from portfolio.model.lockup import Ink, Lockup
from portfolio.model.problem import Problem
from portfolio.model.sheet import Plaque
from portfolio.render.glyphs import read_faces
from portfolio.render.lockup import Emblems
from portfolio.render.plaque_layout import LEADING, engraved, find_misfit, lay_out_plaque
from portfolio.themes import Theme
from portfolio.visibility.emblem import Ground

THINNEST = 0.3  # mm: no rule is thinner


def plaque_html(plaque: Plaque, theme: Theme, logos: Mapping[str, Path] = MappingProxyType({})) -> str:
    """The plaque as one HTML document, vectors only but for official artwork, which is one of `logos`.

    Raises ProjectError: `theme.template` when a template of the theme cannot be filled, and what `lay_out_plaque` says
    of texts that do not fit.
    """
    return _html(plaque, theme, logos, Ground.WHITE)


def drawing_html(plaque: Plaque, theme: Theme, logos: Mapping[str, Path] = MappingProxyType({})) -> str:
    """The plaque for an SVG, which knows no inks: an emblem in four of them has there its colours in light."""
    lockup = plaque.lockup
    if lockup and lockup.ink is Ink.CMYK:
        plaque = replace(plaque, lockup=replace(lockup, ink=Ink.RGB))
    return plaque_html(plaque, theme, logos)


def engraving_html(plaque: Plaque, theme: Theme) -> str:
    """The plaque as an engraver cuts it."""
    return _html(engraved(plaque), theme, {}, Ground.PLATE)


def _html(plaque: Plaque, theme: Theme, logos: Mapping[str, Path], ground: Ground) -> str:
    return theme.render(
        "plaque/plaque.html.j2",
        plaque=plaque,
        theme=theme,
        layout=lay_out_plaque(plaque, read_faces(theme)),
        leading=LEADING,
        thinnest=THINNEST,
        emblem=Emblems(theme, logos),
        ground=ground,
    )


def misfits(plaque: Plaque, theme: Theme) -> tuple[Problem, ...]:
    """What does not fit on the plate, as `lay_out_plaque` says it; nothing of a theme whose letters are not there."""
    try:
        found = find_misfit(plaque, read_faces(theme))
    except ProjectError:
        return ()
    return (found,) if found else ()


def plaque_text(plaque: Plaque) -> str:
    """The lines of the plaque; the emblem is named in brackets where it stands."""
    lines = [line.text for line in plaque.lines]
    if plaque.watermark:
        lines = [plaque.watermark, "", *lines]
    if plaque.lockup:
        lines += ["", *_marks(plaque.lockup)]
    return "\n".join(lines) + "\n"


def _marks(lockup: Lockup) -> Iterator[str]:
    if lockup.artwork:
        yield f"[{lockup.read_out}]"
        return
    yield f"[{lockup.alternative}]"
    for statement in lockup.statements:
        yield from statement.text.splitlines()
