"""The European emblem, drawn from its construction.

Geometry and colours: Council of Europe/European Union, "Graphical specifications for the European emblem"
(Interinstitutional Style Guide, Annex A1; the same in Regulation (EU) 2021/1060, Annex IX, point 1.9).
All lengths as fractions of the height H of the flag.
"""

from __future__ import annotations

from html import escape
from math import cos, pi, sin, sqrt

WIDTH = 3 / 2
CIRCLE = 1 / 3  # radius of the circle on which the stars' centres lie, as the hours on a clock
STAR = 1 / 18  # radius of the circle in which a star is drawn
INNER = STAR * (3 - sqrt(5)) / 2  # where the edges of a regular pentagram cross
BORDER = 1 / 25  # the white border on coloured ground, drawn outside the flag

BLUE = "#003399"  # Pantone Reflex Blue
YELLOW = "#ffcc00"  # Pantone Yellow

Point = tuple[float, float]


def star_centres() -> tuple[Point, ...]:
    """The centres of the twelve stars for H = 1, clockwise from the top, y downwards."""
    hours = (pi * hour / 6 for hour in range(12))
    return tuple((WIDTH / 2 + CIRCLE * sin(hour), 1 / 2 - CIRCLE * cos(hour)) for hour in hours)


def star(centre: Point) -> tuple[Point, ...]:
    """The ten corners of an upright star for H = 1, tip first, clockwise."""
    x, y = centre
    turns = enumerate((STAR, INNER) * 5)
    return tuple((x + radius * sin(pi * turn / 5), y - radius * cos(pi * turn / 5)) for turn, radius in turns)


def emblem_svg(height_mm: float, *, title: str, bordered: bool = False) -> str:
    """The emblem in colour as an inline SVG element, its flag `height_mm` high; `title` is what is read out for it.

    `bordered` adds the white border for coloured ground outside the flag: the drawing is then 1.58 H by 1.08 H.
    It carries no ids, so that it may stand on a page as often as wanted.
    """
    margin = BORDER if bordered else 0.0
    x, y, width, height = -margin, -margin, WIDTH + 2 * margin, 1 + 2 * margin
    ground = f'<path fill="#ffffff" d="{_outline(_rectangle(x, y, width, height))}"/>' if bordered else ""
    stars = "".join(_outline(star(centre)) for centre in star_centres())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" class="emblem"'
        f' width="{_number(width * height_mm)}mm" height="{_number(height * height_mm)}mm"'
        f' viewBox="{" ".join(map(_number, (x, y, width, height)))}">'
        f"<title>{escape(title)}</title>{ground}"
        f'<path fill="{BLUE}" d="{_outline(_rectangle(0, 0, WIDTH, 1))}"/>'
        f'<path fill="{YELLOW}" d="{stars}"/></svg>'
    )


def _rectangle(x: float, y: float, width: float, height: float) -> tuple[Point, ...]:
    return (x, y), (x + width, y), (x + width, y + height), (x, y + height)


def _outline(corners: tuple[Point, ...]) -> str:
    return "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in corners) + "Z"


def _number(value: float) -> str:
    """Eight decimals, well below the millionth of H that is held, without trailing zeros or "-0"."""
    return f"{round(value, 8) + 0.0:.8f}".rstrip("0").rstrip(".")
