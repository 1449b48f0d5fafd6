"""Texts below each other in a column, each where the one above it ends. Lengths in mm, sizes of type in pt."""

from __future__ import annotations

from portfolio.model.box import Box, TextBox
from portfolio.model.lettering import Lettering


class Stack:
    """A column that is filled from above; `top` is where it goes on."""

    def __init__(self, lettering: Lettering, *, left: float, top: float, width: float) -> None:
        self._lettering = lettering
        self.left, self.top, self.width = left, top, width

    def add(
        self,
        text: str,
        size: float,
        leading: float,
        *,
        bold: bool = False,
        before: float = 0.0,
        balanced: bool = False,
    ) -> TextBox | None:
        """The place of a text, `before` mm below the last one; None, and nothing taken, for no text.

        A `balanced` text is as narrow as it can be without another line.
        """
        if not text.strip():
            return None
        self.top += before
        height = self._lettering.height(text, size, leading, self.width, bold=bold)
        width = self._lettering.balanced(text, size, self.width, bold=bold) if balanced else self.width
        box = TextBox(
            left=self.left, top=self.top, width=width, height=height, size=size, leading=leading, before=before
        )
        self.top += height
        return box

    def block(self, top: float) -> Box:
        """The place of all that was put into it since it was at `top`."""
        return Box(left=self.left, top=top, width=self.width, height=self.top - top)


def there(**boxes: Box | None) -> dict[str, Box]:
    """The places that there are, by their names."""
    return {name: box for name, box in boxes.items() if box}
