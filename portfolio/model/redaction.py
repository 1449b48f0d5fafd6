"""What a person decided to take out of a picture: parts to cover or to pixelate, and the part that is shown at all."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A part of a picture: its edges and size as fractions (0–1) of the whole upright picture.

    Raises ValueError when it has no area or reaches outside.
    """

    left: float
    top: float
    width: float
    height: float

    def __post_init__(self) -> None:
        for start, length in ((self.left, self.width), (self.top, self.height)):
            if not (0 <= start < 1 and length > 0 and start + length <= 1 + 1e-9):
                raise ValueError(f"no box inside a picture: {self}")


WHOLE = Box(left=0, top=0, width=1, height=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """The boxes to cover and to pixelate, and the one to crop to (None for the whole); all of the uncropped picture."""

    cover: tuple[Box, ...] = ()
    pixelate: tuple[Box, ...] = ()
    crop: Box | None = None


# Of a picture whose redaction cannot be relied upon nothing is seen, wherever it may turn up.
HIDDEN = Redaction(cover=(WHOLE,))
