"""How wide a text is in a font: what is needed to choose a size before anything is laid out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from portfolio.errors import ProjectError
from portfolio.model.problem import error
from portfolio.themes import Theme

PT = 25.4 / 72  # mm
_STRANGER = 1.0  # em; a letter that the font lacks and another one has to set
_BREAK = re.compile(r"\s+|(?<=[-–/])(?=\w)")  # where a line may end: at blanks and after hyphens, dashes, slashes


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A font's advance widths in em by code point."""

    advances: Mapping[int, float]

    def width(self, text: str) -> float:
        """The width of a text in em, without kerning."""
        return sum(self.advances.get(ord(letter), _STRANGER) for letter in text)

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
