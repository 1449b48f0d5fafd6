"""The page that a dossier is composed on: how deep it is, and how wide its letters are."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio.model.face import Face, Faces

AVERAGE = Face(advances={}, other=0.56)  # letter widths where no font was read
_FACES = Faces(regular=AVERAGE, bold=AVERAGE, statement=AVERAGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The room in mm between the upper and the lower margin of an A4 page, and the faces that fill it."""

    depth: float = 251.0
    faces: Faces = _FACES
