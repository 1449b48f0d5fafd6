"""Where something stands on a sheet. Lengths in mm from its upper left corner, sizes of type in pt."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A place on a sheet that is read from the left; `size` and `leading` are those of its type.

    `before` is the room above it where it stands in a block of texts.
    """

    left: float
    top: float
    width: float
    height: float
    size: float = 0.0
    leading: float = 1.0
    before: float = 0.0

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    @property
    def style(self) -> str:
        """It as an inline style of an element that stands absolutely."""
        place = (
            f"left: {self.left:.2f}mm; top: {self.top:.2f}mm; width: {self.width:.2f}mm; height: {self.height:.2f}mm"
        )
        return f"{place}; font-size: {self.size:.2f}pt; line-height: {self.leading}" if self.size else place

    @property
    def flowing(self) -> str:
        """Its type as an inline style of a text that stands below the one before it, in a block."""
        return f"margin-top: {self.before:.2f}mm; font-size: {self.size:.2f}pt; line-height: {self.leading}"

    def moved(self, *, right: float = 0.0, down: float = 0.0) -> Box:
        """The same box elsewhere."""
        return replace(self, left=self.left + right, top=self.top + down)

    def mirrored(self, across: float) -> Box:
        """Its place on a sheet of a width in mm that is read from the right."""
        return replace(self, left=across - self.right)

    def overlaps(self, other: Box) -> bool:
        """Whether two places have more than an edge in common."""
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)
