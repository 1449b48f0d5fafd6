"""A page of a PDF as it is seen: its box, how it is turned, and the way from one to the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object, Page

Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A page as it is seen: its box in its own units, how far it is turned clockwise, its unit in pt."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int
    unit: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as seen, in the page's units."""
        across, up = self.right - self.left, self.top - self.bottom
        return (up, across) if self.turn in (90, 270) else (across, up)

    @property
    def box(self) -> Box:
        """The box as PDF writes it."""
        return self.left, self.bottom, self.right, self.top

    @property
    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """From what is seen (from the lower left corner, rightwards and upwards) to the page's own units."""
        return {
            0: (1, 0, 0, 1, self.left, self.bottom),
            90: (0, 1, -1, 0, self.right, self.bottom),
            180: (-1, 0, 0, -1, self.right, self.top),
            270: (0, -1, 1, 0, self.left, self.top),
        }[self.turn]

    def grown(self, below: float, beside: float) -> Seen:
        """The page with more room at its foot and at its right side, as they are seen."""
        more = {0: (0, below, beside, 0), 90: (0, 0, below, beside), 180: (beside, 0, 0, below)}
        left, bottom, right, top = more.get(self.turn, (below, beside, 0, 0))
        return Seen(
            left=self.left - left,
            bottom=self.bottom - bottom,
            right=self.right + right,
            top=self.top + top,
            turn=self.turn,
            unit=self.unit,
        )

    def at(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box as seen, in the page's own units, lower left corner first."""
        a, b, c, d, e, f = self.matrix
        across = sorted((a * left + c * bottom + e, a * right + c * top + e))
        up = sorted((b * left + d * bottom + f, b * right + d * top + f))
        return across[0], up[0], across[1], up[1]


def seen(page: Page) -> Seen:
    """How a page is seen: what its crop box leaves of its media box. Raises ValueError for a page without area."""
    crop, media = _ordered(page.cropbox), _ordered(page.mediabox)
    both = (max(crop[0], media[0]), max(crop[1], media[1]), min(crop[2], media[2]), min(crop[3], media[3]))
    left, bottom, right, top = both if both[0] < both[2] and both[1] < both[3] else media
    if not (left < right and bottom < top):
        raise ValueError("a page without area")
    turn = int(page.obj["/Rotate"]) % 360 if "/Rotate" in page.obj else 0
    unit = float(page.obj["/UserUnit"]) if "/UserUnit" in page.obj else 1.0
    turn = turn if turn in (90, 180, 270) else 0
    return Seen(left=left, bottom=bottom, right=right, top=top, turn=turn, unit=unit if unit > 0 else 1.0)


def _ordered(box: Iterable[Object]) -> Box:
    x0, y0, x1, y1 = (float(edge) for edge in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
