"""The letter widths of a theme's fonts: what is needed to choose a size before anything is laid out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from portfolio.errors import ProjectError
from portfolio.model.face import Face
from portfolio.model.problem import error
from portfolio.themes import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Faces:
    """The two weights in which the lines of posters and plaques are counted."""

    regular: Face
    bold: Face


def read_faces(theme: Theme) -> Faces:
    """The widths of the theme's first family. Raises ProjectError (`theme.no-font`) when its files are not there."""
    family = theme.fonts[0].replace(" ", "")
    try:
        regular, bold = (theme.find(f"fonts/{family}-{style}.ttf") for style in ("Regular", "Bold"))
    except FileNotFoundError as missing:
        raise ProjectError(error("theme.no-font", theme=theme.name, file=missing)) from None
    return Faces(regular=read_face(regular), bold=read_face(bold))


def read_face(path: Path) -> Face:
    """The widths of a TrueType font file."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # fontTools ships no types

    with TTFont(path, lazy=True) as font:
        em = font["head"].unitsPerEm
        metrics = font["hmtx"].metrics
        return Face(advances={code: metrics[name][0] / em for code, name in font.getBestCmap().items()})
