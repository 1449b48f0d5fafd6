"""How fine the pictures of a document are: one step for all of them, from a fixed ladder."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Dots per inch of the printed size, and the quality that JPEG is written with (Pillow's, at most 95)."""

    dpi: int
    quality: int


# The best first; each dpi stands once, for derivatives are named by it. A step has about seven tenths of the bytes of
# the one above it. Below the last one small faces are faces no more; with less quality a sky has blotches.
LADDER = (
    Step(dpi=200, quality=85),
    Step(dpi=170, quality=82),
    Step(dpi=150, quality=80),
    Step(dpi=125, quality=77),
    Step(dpi=100, quality=75),
    Step(dpi=80, quality=70),
)
FULL = LADDER[0]
