"""The letter widths of a theme's fonts: what is needed to choose a size before anything is laid out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from portfolio.errors import ProjectError
from portfolio.files.font import Advances, read_font
from portfolio.model.face import Face
from portfolio.model.problem import error
from portfolio.themes import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Faces:
    """The two weights in which the lines of posters and plaques are counted."""

    regular: Face
    bold: Face


def read_faces(theme: Theme) -> Faces:
    """The widths of the theme's first family, and of the others where it lacks a letter.

    Raises ProjectError (`theme.no-font`) when its files are not there.
    """
    return Faces(regular=_read_style(theme, "Regular"), bold=_read_style(theme, "Bold"))


def _read_style(theme: Theme, style: str) -> Face:
    files = {face.family: theme.find(face.file) for face in theme.faces if face.style == style}
    first = theme.fonts[0]
    if first not in files:
        missing = f"fonts/{first.replace(' ', '')}-{style}.ttf"
        raise ProjectError(error("theme.no-font", theme=theme.name, file=missing))
    others = Advances(path for family, path in files.items() if family != first)
    return replace(read_face(files[first]), others=others)


def read_face(path: Path) -> Face:
    """The widths of a font file."""
    return Face(advances=read_font(path).advances)
