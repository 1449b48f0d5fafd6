"""A path as SVG has it, and what it lies in."""

from __future__ import annotations

from dataclasses import dataclass

_TINY = 1e-3  # mm: what a clip may be off without cutting anything

Point = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """A path in mm, from the top left corner of the page: operators of SVG with their points."""

    parts: tuple[tuple[str, tuple[Point, ...]], ...] = ()

    @property
    def path(self) -> str:
        """As SVG has it; hundred-thousandths of a mm."""
        return "".join(sign + " ".join(f"{number(x)} {number(y)}" for x, y in points) for sign, points in self.parts)

    @property
    def box(self) -> Box:
        """Left, top, right and bottom of all its points."""
        xs, ys = zip(*(point for _, points in self.parts for point in points), strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def has(self, box: Box) -> bool:
        """Whether it is an upright rectangle round a box."""
        left, top, right, bottom = self.box
        corners = {(round(x, 3), round(y, 3)) for _, points in self.parts for x, y in points}
        upright = corners == {(round(x, 3), round(y, 3)) for x in (left, right) for y in (top, bottom)}
        within = left - _TINY <= box[0] and top - _TINY <= box[1] and box[2] <= right + _TINY
        return upright and within and box[3] <= bottom + _TINY


def number(value: float) -> str:
    """Five decimals, without trailing zeros or "-0"."""
    return f"{round(value, 5) + 0.0:.5f}".rstrip("0").rstrip(".")
