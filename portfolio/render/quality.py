"""How fine the pictures of a document are: on paper one step for all of them, from a fixed ladder, on a screen two."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How fine a picture is, and the quality that JPEG is written with (Pillow's, at most 95).

    It has `dpi` dots per inch of the printed size; on a screen, where it has no such size, `pixels` on its longer side.
    """

    quality: int
    dpi: int = 0
    pixels: int = 0

    @property
    def name(self) -> str:
        """What the files of this step are known by: "200dpi", "640px"."""
        return f"{self.pixels}px" if self.pixels else f"{self.dpi}dpi"


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

# A telephone's width at twice its points, and a photo across a large window, whose fine dots hide what JPEG leaves out.
# The smaller one is what a page of a paper needs to be known again: its letters are about as fine as in print.
LARGE = Step(pixels=1600, quality=75)
SMALL = Step(pixels=640, quality=80)
SCREEN = (LARGE, SMALL)


def finest(step: Step) -> Step:
    """The best step of the ladder that a step belongs to."""
    return LARGE if step.pixels else FULL
