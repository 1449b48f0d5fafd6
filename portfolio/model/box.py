"""Where something stands on a sheet. Lengths in mm, sizes of type in pt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

B = TypeVar("B", bound="Box")


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A place on a sheet: `left` is from the edge at which its language begins to write, as if that were the left one.

    Where it is the right one the place is mirrored before it is set.
    """

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its other edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    @property
    def style(self) -> str:
        """It as an inline style of an element that stands absolutely."""
        return _style(self)

    def moved(self: B, *, right: float = 0.0, down: float = 0.0) -> B:
        """The same box elsewhere."""
        return replace(self, left=self.left + right, top=self.top + down)

    def mirrored(self: B, across: float) -> B:
        """Its place on a sheet of a width in mm that is read from the right."""
        return replace(self, left=across - self.right)

    def overlaps(self, other: Box) -> bool:
        """Whether two places have more than an edge in common."""
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBox(Box):
    """The place of a text; `size` and `leading` are those of its type, `before` is above it in a block of texts."""

    size: float
    leading: float = 1.0
    before: float = 0.0

    @property
    def style(self) -> str:
        """It with its type."""
        return f"{_style(self)}; font-size: {self.size:.2f}pt; line-height: {self.leading}"

    @property
    def flowing(self) -> str:
        """Its type as an inline style of a text in a block."""
        return flowing(self.size, self.leading, self.before)


def flowing(size: float, leading: float, before: float) -> str:
    """Type as an inline style of a text that stands `before` mm below the one before it, in a block."""
    return f"margin-top: {before:.2f}mm; font-size: {size:.2f}pt; line-height: {leading}"


def _style(box: Box) -> str:
    return f"left: {box.left:.2f}mm; top: {box.top:.2f}mm; width: {box.width:.2f}mm; height: {box.height:.2f}mm"
