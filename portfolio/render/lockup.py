"""The EU emblem with its statement as lockup.html.j2 sets it: what stands where, in which letters and colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

from portfolio.files.font import read_font
from portfolio.model.lockup import Lockup
from portfolio.model.problem import Place, Problem, note
from portfolio.render.glyphs import EU_FAMILY, EU_FONT, read_statement_face
from portfolio.themes import Theme
from portfolio.visibility.emblem import Ground, emblem_svg, find_variant
from portfolio.visibility.layout import APART, GAP, LEADING, LEAST_MM, SetStatement, lay_out

COVER_ROOM = (115.0, 22.0)  # mm: the width and height of what may stand at a cover's foot


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a lock-up, from left to right or from above: a `drawing`, the file at an `address`, or a statement.

    Lengths in mm; `gap` is before it.
    """

    gap: float = 0.0
    drawing: str = ""
    address: str = ""
    statement: SetStatement | None = None
    families: tuple[str, ...] = ()
    size: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A lock-up to be written: its pieces, whether they stand below each other, and its width and height in mm."""

    pieces: tuple[Piece, ...]
    below: bool
    width: float
    height: float
    colour: str
    leading: float = LEADING

    @property
    def flag_last(self) -> bool:
        """Whether the flag ends it at the right, which is to be where the lock-up ends."""
        return not (self.below or self.pieces[-1].statement)


class Emblems:
    """Sets lock-ups in a theme's documents; `files` are those that they may show, by their names.

    In a template: `emblem(lockup, height, ground)`, the flag's height in mm and "white", "tinted" or "dark".
    """

    def __init__(self, theme: Theme, files: Mapping[str, Path] | None = None) -> None:
        self._theme, self._files = theme, files or {}

    def __call__(self, lockup: Lockup, height: float, ground: str = Ground.WHITE) -> Placed:
        """The lock-up with its flag `height` mm high."""
        variant = find_variant(lockup.ink, Ground(ground))
        layout = lay_out(lockup, read_statement_face(self._theme).width, variant)
        if lockup.artwork:
            address = self._files[lockup.artwork.name].absolute().as_uri()
            pieces = [Piece(address=address)]
        else:
            drawing = emblem_svg(height, title=lockup.alternative, variant=variant)
            pieces = [self._piece(each, height, gap=0.0) for each in layout.before]
            pieces.append(Piece(drawing=drawing, gap=GAP * height if pieces else 0.0))
            gaps = (GAP, GAP if layout.below else APART)
            pieces += map(self._piece, layout.after, repeat(height), gaps)
        return Placed(
            pieces=tuple(pieces),
            below=layout.below,
            width=layout.width * height,
            height=layout.height * height,
            colour=variant.statement,
        )

    def _piece(self, statement: SetStatement, height: float, gap: float) -> Piece:
        first = family_of("\n".join(statement.lines), self._theme)
        others = (EU_FAMILY, *self._theme.fonts)
        families = (first, *(family for family in dict.fromkeys(others) if family != first))
        return Piece(statement=statement, gap=gap * height, families=families, size=statement.type * height)


def cover_height(lockup: Lockup, theme: Theme) -> float:
    """The height of the flag on a cover of A4 in mm, whose foot is low and shared with date and logos.

    The largest that leaves them room: 4 % of the longer side are prominent, and less only for a broad lock-up. Above a
    disclaimer of four lines it keeps its clear space with 12 mm.
    """
    most = 12.0 if lockup.disclaimer else 14.0
    layout = lay_out(lockup, read_statement_face(theme).width, find_variant(lockup.ink))
    fits = (
        height
        for height in (14.0, 13.0, 12.0, 11.0)
        if height <= most and layout.width * height <= COVER_ROOM[0] and layout.height * height <= COVER_ROOM[1]
    )
    return next(fits, LEAST_MM)


def family_of(text: str, theme: Theme) -> str:
    """The family that sets all of a statement: Ubuntu, or where it lacks a letter the theme's first that has all."""
    files = {EU_FAMILY: EU_FONT} | {face.family: face.file for face in theme.faces if face.style == "Regular"}
    letters = {ord(letter) for letter in text if not letter.isspace()}
    has_all = (family for family, file in files.items() if letters <= read_font(theme.find(file)).advances.keys())
    return next(has_all, EU_FAMILY)


def find_strange_letters(lockup: Lockup, language: str, theme: Theme) -> tuple[Problem, ...]:
    """Says which statements are not set in Ubuntu, the one of the EU's typefaces that is here (`funding.typeface`)."""
    if lockup.artwork:
        return ()
    families = {each.language or language: family_of(each.text, theme) for each in lockup.statements}
    return tuple(
        note("funding.typeface", Place(file="portfolio.yaml"), language=said, family=family)
        for said, family in families.items()
        if family != EU_FAMILY
    )
