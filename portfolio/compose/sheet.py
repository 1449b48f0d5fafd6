"""The page that a dossier is composed on: how deep it is, and how wide its letters are."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio.model.face import Face

AVERAGE = Face(advances={}, other=0.56)  # letter widths where no font was read


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The room in mm between the upper and the lower margin of an A4 page, and the faces that fill it.

    `statement` is what sets the EU's statement.
    """

    depth: float = 251.0
    regular: Face = AVERAGE
    bold: Face = AVERAGE
    statement: Face = AVERAGE
