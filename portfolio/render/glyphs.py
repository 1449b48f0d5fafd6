"""How wide a text is in a font: what is needed to choose a size before anything is laid out."""

from __future__ import annotations

import re
from collections import ChainMap
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
        return _width(text, self._setting(text))

    def lines(self, text: str, measure: float) -> int:
        """How many lines a text needs at most in a measure in em; a word that is too wide is broken at its end."""
        advances = self._setting(text)
        space = _width(" ", advances)
        count, used = 1, 0.0
        for word in filter(None, _BREAK.split(text)):
            wide = _width(word, advances)
            if used and used + space + wide > measure:
                count, used = count + 1, 0.0
            used += wide + (space if used else 0.0)
            broken = ceil(used / measure) - 1
            count, used = count + broken, used - broken * measure
        return count

    def _setting(self, text: str) -> Mapping[int, float]:
        """The widths of the font that has all letters of a text, as `typefaces` chooses it; else of all, in order."""
        letters = {ord(letter) for letter in text if not letter.isspace()}
        if letters <= self.advances.keys():
            return self.advances
        others = [read_font(path).advances for path in self.others]
        whole = next((advances for advances in others if letters <= advances.keys()), None)
        return whole or ChainMap(*map(dict, (self.advances, *others)))

    def height(self, text: str, size: float, leading: float, measure: float) -> float:
        """The height in mm of a text of `size` pt in lines of a measure in mm; nothing for no text."""
        em = size * PT
        return self.lines(text, measure / em) * em * leading if text.strip() else 0.0


def _width(text: str, advances: Mapping[int, float]) -> float:
    return sum(advances.get(ord(letter), _STRANGER) for letter in text)


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
