"""The letter widths of a theme's fonts: what is needed to choose a size before anything is laid out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from portfolio.errors import ProjectError
from portfolio.files.font import Advances, read_font
from portfolio.model.face import Face, Faces
from portfolio.model.problem import error
from portfolio.themes import Theme

# Of the typefaces beside the EU emblem (Regulation (EU) 2021/1060, Annex IX, point 1.3) the one that may be shipped.
EU_FAMILY, EU_FONT = "Ubuntu", "fonts/Ubuntu-Regular.ttf"


def read_faces(theme: Theme) -> Faces:
    """The widths of the theme's first family, and of the others where it lacks a letter.

    Raises ProjectError (`theme.no-font`) when its files are not there.
    """
    regular, bold = _read_style(theme, "Regular"), _read_style(theme, "Bold")
    return Faces(regular=regular, bold=bold, statement=read_statement_face(theme))


def read_statement_face(theme: Theme) -> Face:
    """The widths of what sets the EU's statement, which every theme inherits."""
    others = Advances(theme.find(face.file) for face in theme.faces if face.style == "Regular")
    return replace(read_face(theme.find(EU_FONT)), others=others)


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
