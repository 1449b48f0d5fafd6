"""A drawing as an SVG element: rectangles, lines and lines of text, in mm and pt."""

from __future__ import annotations

from html import escape
from unicodedata import bidirectional, category, normalize

from portfolio.model.face import PT, Face, Faces
from portfolio.render.typefaces import Typefaces
from portfolio.themes import WHITE, Theme

SMALLEST = 7.0  # pt; no letter of a drawing is smaller
CAPITAL = 0.69  # em; how high the theme's capitals and figures stand
_FINE = 10  # units in a mm: a typesetter measures letters in whole parts of a unit


def is_drawable(words: str) -> bool:
    """Whether words can be set letter by letter, as a typesetter does in drawings: from the left, none joined."""
    letters = normalize("NFC", words)
    return not any(category(letter)[0] == "M" or bidirectional(letter) in ("R", "AL") for letter in letters)


class Drawing:
    """Collects what is drawn, in the order in which it lies one over the other; lengths in mm, y downwards."""

    def __init__(self, theme: Theme, faces: Faces) -> None:
        self.theme = theme
        self.faces = faces
        self._typefaces = Typefaces(theme)
        self._parts: list[str] = []

    def rectangle(
        self, x: float, y: float, width: float, height: float, *, fill: str = WHITE, line: str = "", thick: float = 0.0
    ) -> None:
        """A filled rectangle, with an outline inside it when `line` is a colour; `thick` in mm."""
        x, y, width, height = x + thick / 2, y + thick / 2, width - thick, height - thick
        edge = f' stroke="{line}" stroke-width="{_units(thick)}"' if line else ""
        place = f'x="{_units(x)}" y="{_units(y)}" width="{_units(width)}" height="{_units(height)}"'
        self._parts.append(f'<rect {place} fill="{fill}"{edge}/>')

    def circle(self, x: float, y: float, size: float, *, fill: str) -> None:
        """A filled circle of a diameter round (x, y)."""
        self._parts.append(f'<circle cx="{_units(x)}" cy="{_units(y)}" r="{_units(size / 2)}" fill="{fill}"/>')

    def line(self, x: float, y: float, to_x: float, to_y: float, *, colour: str, thick: float) -> None:
        """A straight line."""
        place = f"M{_units(x)} {_units(y)}L{_units(to_x)} {_units(to_y)}"
        self._parts.append(f'<path d="{place}" stroke="{colour}" stroke-width="{_units(thick)}"/>')

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = SMALLEST,
        colour: str = "",
        bold: bool = False,
        anchor: str = "middle",
    ) -> None:
        """A line of text of `size` pt around, before or behind x, the middle of its capitals at y."""
        look = f' font-weight="{700 if bold else 400}" fill="{colour or self.theme.text}"'
        words = self._typefaces.without_signs(normalize("NFC", words))
        family = self._typefaces.one_for([words])
        if family != self._typefaces.families[0]:
            look += f' font-family="{escape(", ".join(self._typefaces.order(family)))}"'
        base = y + size * PT * CAPITAL / 2
        place = f'x="{_units(x)}" y="{_units(base)}" font-size="{_units(size * PT)}" text-anchor="{anchor}"'
        self._parts.append(f"<text {place}{look}>{escape(words)}</text>")

    def width(self, words: str, size: float = SMALLEST, *, bold: bool = False) -> float:
        """How wide a line of text is in mm."""
        return self._face(bold).width(words) * size * PT

    def fitted(self, words: str, room: float, size: float = SMALLEST, *, bold: bool = False) -> str:
        """A line of text, cut behind a letter and with "…" when it is wider than `room` mm."""
        return self._face(bold).fitted(words, room / (size * PT))

    def _face(self, bold: bool) -> Face:
        return self.faces.bold if bold else self.faces.regular

    def svg(self, width: float, height: float, told: str) -> str:
        """The drawing as an inline SVG element; `told` is what is read out for it."""
        families = escape(", ".join(self.theme.fonts))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{width:g}mm" height="{height:.2f}mm"'
            f' viewBox="0 0 {_units(width)} {_units(height)}" font-family="{families}">'
            f"<title>{escape(told)}</title>{''.join(self._parts)}</svg>"
        )


def _units(mm: float) -> str:
    return f"{mm * _FINE:.2f}".rstrip("0").rstrip(".")
