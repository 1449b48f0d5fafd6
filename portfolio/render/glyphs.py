"""How wide a text is in a font: what is needed to choose a size before anything is laid out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path

from portfolio.errors import ProjectError
from portfolio.files.font import read_font
from portfolio.model.problem import error
from portfolio.themes import Theme

PT = 25.4 / 72  # mm
_STRANGER = 1.0  # em; a letter that no font of the theme has
_BREAK = re.compile(r"\s+|(?<=[-–/])(?=\w)")  # where a line may end: at blanks and after hyphens, dashes, slashes


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A font's advance widths in em by code point; `others` are the files that set what it lacks, in their order."""

    advances: Mapping[int, float]
    others: tuple[Path, ...] = ()

    def width(self, text: str) -> float:
        """The width of a text in em, without kerning."""
        return sum(self.advances.get(ord(letter)) or self._strange(ord(letter)) for letter in text)

    def _strange(self, code: int) -> float:
        widths = (read_font(path).advances.get(code) for path in self.others)
        return next((width for width in widths if width is not None), _STRANGER)

    def lines(self, text: str, measure: float) -> int:
        """How many lines a text needs at most in a measure in em; a word that is too wide is broken at its end."""
        space = self.width(" ")
        count, used = 1, 0.0
        for word in filter(None, _BREAK.split(text)):
            wide = self.width(word)
            if used and used + space + wide > measure:
                count, used = count + 1, 0.0
            used += wide + (space if used else 0.0)
            broken = ceil(used / measure) - 1
            count, used = count + broken, used - broken * measure
        return count

    def height(self, text: str, size: float, leading: float, measure: float) -> float:
        """The height in mm of a text of `size` pt in lines of a measure in mm; nothing for no text."""
        em = size * PT
        return self.lines(text, measure / em) * em * leading if text.strip() else 0.0


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
    others = tuple(path for family, path in files.items() if family != first)
    return replace(read_face(files[first]), others=others)


def read_face(path: Path) -> Face:
    """The widths of a font file."""
    return Face(advances=read_font(path).advances)
