"""How fine the pictures of a document are: on paper one step of a fixed ladder for all of them, on a screen a few."""

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

# A picture as wide as a large window, and one beside others at twice its points: fine dots hide what JPEG leaves out.
# The small one fills a telephone; of a page of a paper it has the letters about as fine as in print, to know it by.
LARGE = Step(pixels=1600, quality=75)
MEDIUM = Step(pixels=1200, quality=75)
SMALL = Step(pixels=640, quality=80)
SCREEN = (LARGE, MEDIUM, SMALL)


def finest(step: Step) -> Step:
    """The best step of the ladder that a step belongs to."""
    return LARGE if step.pixels else FULL
