"""The European emblem, drawn from its construction, and the colours in which it may be printed.

Geometry and colours: Council of Europe/European Union, "Graphical specifications for the European emblem"
(Interinstitutional Style Guide, Annex A1; the same in Regulation (EU) 2021/1060, Annex IX, point 1.9).
All lengths as fractions of the height H of the flag.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from html import escape
from math import cos, pi, sin, sqrt

from portfolio.model.lockup import Ink

WIDTH = 3 / 2
CIRCLE = 1 / 3  # radius of the circle on which the stars' centres lie, as the hours on a clock
STAR = 1 / 18  # radius of the circle in which a star is drawn
INNER = STAR * (3 - sqrt(5)) / 2  # where the edges of a regular pentagram cross
BORDER = 1 / 25  # the white border on coloured ground, drawn outside the flag

BLUE = "#003399"  # Pantone Reflex Blue
YELLOW = "#ffcc00"  # Pantone Yellow
BLACK, WHITE = "#000000", "#ffffff"
CMYK_BLUE = "device-cmyk(1 0.8 0 0)"  # the same two as the specifications give them for four colours
CMYK_YELLOW = "device-cmyk(0 0 1 0)"

Point = tuple[float, float]


class Ground(StrEnum):
    """What the emblem stands on; white is to be preferred."""

    WHITE = "white"
    TINTED = "tinted"
    DARK = "dark"
    PLATE = "plate"  # for an engraver, who cuts one colour: what is white is left as it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """The colours of field, stars, edge outside the flag ("" for none) and statement, as CSS has them."""

    field: str = BLUE
    stars: str = YELLOW
    edge: str = ""
    statement: str = BLUE

    @property
    def border(self) -> float:
        """How broad the edge is."""
        return BORDER if self.edge else 0.0


COLOUR = Variant()


def find_variant(ink: Ink, ground: Ground = Ground.WHITE) -> Variant:
    """The emblem as it may be printed in an ink on a ground.

    In black: black outline and stars on white, which on a plate is left as it is; in blue: white stars; in one colour
    on dark ground: outline and stars in white, without a field. How broad the outline is nobody says: it is as broad as
    the white border, our own choice.
    """
    dark, coloured = ground is Ground.DARK, ground in (Ground.TINTED, Ground.DARK)
    match ink:
        case Ink.BLACK | Ink.BLUE if dark:
            return Variant(field="", stars=WHITE, edge=WHITE, statement=WHITE)
        case Ink.BLACK:
            field = "" if ground is Ground.PLATE else WHITE
            return Variant(field=field, stars=BLACK, edge=BLACK, statement=BLACK)
        case Ink.BLUE:
            field, stars = BLUE, WHITE
        case Ink.CMYK:
            field, stars = CMYK_BLUE, CMYK_YELLOW
        case Ink.RGB:
            field, stars = BLUE, YELLOW
    return Variant(field=field, stars=stars, edge=WHITE if coloured else "", statement=WHITE if dark else field)


def star_centres() -> tuple[Point, ...]:
    """The centres of the twelve stars for H = 1, clockwise from the top, y downwards."""
    hours = (pi * hour / 6 for hour in range(12))
    return tuple((WIDTH / 2 + CIRCLE * sin(hour), 1 / 2 - CIRCLE * cos(hour)) for hour in hours)


def star(centre: Point) -> tuple[Point, ...]:
    """The ten corners of an upright star for H = 1, tip first, clockwise."""
    x, y = centre
    turns = enumerate((STAR, INNER) * 5)
    return tuple((x + radius * sin(pi * turn / 5), y - radius * cos(pi * turn / 5)) for turn, radius in turns)


def emblem_svg(height_mm: float, *, title: str, variant: Variant = COLOUR) -> str:
    """The emblem as an inline SVG element, its flag `height_mm` high; `title` is what is read out for it.

    With an edge the drawing is 1.58 H by 1.08 H. It carries no ids, so that it may stand on a page as often as wanted.
    """
    edge = variant.border
    x, y, width, height = -edge, -edge, WIDTH + 2 * edge, 1 + 2 * edge
    flag = _rectangle(0, 0, WIDTH, 1)
    shapes = []
    if variant.edge:  # below the field, for no ground is to shine through between them; without one it is a ring
        hole = () if variant.field else (tuple(reversed(flag)),)
        shapes.append((variant.edge, (_rectangle(x, y, width, height), *hole)))
    if variant.field:
        shapes.append((variant.field, (flag,)))
    shapes.append((variant.stars, tuple(map(star, star_centres()))))
    paths = "".join(f'<path fill="{colour}" d="{"".join(map(_outline, parts))}"/>' for colour, parts in shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" class="emblem"'
        f' width="{_number(width * height_mm)}mm" height="{_number(height * height_mm)}mm"'
        f' viewBox="{" ".join(map(_number, (x, y, width, height)))}">'
        f"<title>{escape(title)}</title>{paths}</svg>"
    )


def _rectangle(x: float, y: float, width: float, height: float) -> tuple[Point, ...]:
    return (x, y), (x + width, y), (x + width, y + height), (x, y + height)


def _outline(corners: tuple[Point, ...]) -> str:
    return "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in corners) + "Z"


def _number(value: float) -> str:
    """Eight decimals, well below the millionth of H that is held, without trailing zeros or "-0"."""
    return f"{round(value, 8) + 0.0:.8f}".rstrip("0").rstrip(".")
