"""Hands: reaching into a picture, or showing a sign."""

from __future__ import annotations

import math

from demo_school.paint import DUSK, Canvas, Colour, mix


def reaching(c: Canvas, x: float, y: float, size: float, turn: float, skin: Colour, sleeve: Colour, *, left: bool = False) -> None:
    """An arm that comes from afar and ends in a hand whose finger tips are near (x, y); `turn` 0 points up."""
    a = math.radians(turn)
    side = -1 if left else 1

    def at(across: float, along: float) -> tuple[float, float]:
        across *= side * size
        along *= size
        return x + across * math.cos(a) + along * math.sin(a), y + across * math.sin(a) - along * math.cos(a)

    deep = mix(skin, "#6a2f2a", 0.22)
    c.stroke([at(0.05, -5), at(0.02, -2.6), at(0, -1.55)], size * 0.86, DUSK, alpha=0.22, blur=size * 0.12, shade=0)
    c.stroke([at(0.1, -6), at(0.05, -3.2), at(0, -1.7)], size * 1.0, sleeve, taper=0.86, shade=0.5, towards="right")
    c.stroke([at(-0.4, -1.72), at(0.4, -1.72)], size * 0.24, mix(sleeve, "#fff4dc", 0.3), shade=0.3)
    c.stroke([at(0, -1.55), at(0, -1.0)], size * 0.58, skin, shade=0.3)
    c.stroke([at(0.36, -0.95), at(0.66, -0.62), at(0.6, -0.3)], size * 0.25, skin, taper=0.8, shade=0.3)
    c.blob([at(-0.36, -1.1), at(0.34, -1.1), at(0.46, -0.8), at(0.36, -0.42), at(-0.4, -0.42), at(-0.46, -0.8)], skin, shade=0.45)
    for across, reach, bend in ((-0.34, -0.06, -0.08), (-0.12, 0.1, -0.02), (0.1, 0.12, 0.04), (0.31, 0.0, 0.1)):
        c.stroke([at(across, -0.5), at(across + bend * 0.4, -0.22), at(across + bend, reach)], size * 0.2, skin, taper=0.82, shade=0.25)
        c.ellipse(*at(across + bend, reach - 0.01), size * 0.055, size * 0.055, mix(skin, "#fff0e8", 0.5), shade=0)
    for across in (-0.22, 0.0, 0.2):
        c.stroke([at(across, -0.5), at(across, -0.3)], size * 0.03, deep, alpha=0.5, shade=0)


def sign(c: Canvas, x: float, y: float, size: float, skin: Colour, fingers: tuple[int, int, int, int, int], *, turn: float = 0) -> None:
    """An upright hand around (x, y); `fingers` from the thumb: 1 is stretched, 0 is bent."""
    a = math.radians(turn)

    def at(across: float, up: float) -> tuple[float, float]:
        across, up = across * size, up * size
        return x + across * math.cos(a) + up * math.sin(a), y + across * math.sin(a) - up * math.cos(a)

    cuff = "#fff4dc"
    c.stroke([at(0, -0.66), at(0, -0.4)], size * 0.42, skin, shade=0.3)
    c.stroke([at(-0.2, -0.78), at(0.2, -0.78)], size * 0.2, cuff, shade=0.2)
    thumb, *rest = fingers
    for k, stretched in enumerate(rest):
        across = -0.27 + 0.18 * k
        tip = (0.72, 0.84, 0.8, 0.62)[k] if stretched else 0.26
        c.stroke([at(across, 0.1), at(across * 1.12, tip * 0.6), at(across * 1.2, tip)], size * 0.165, mix(skin, "#8a4a3a", 0 if stretched else 0.12), taper=0.9, shade=0.25)
    c.blob([at(-0.36, 0.16), at(0, 0.22), at(0.36, 0.14), at(0.36, -0.2), at(0.22, -0.5), at(-0.22, -0.5), at(-0.38, -0.2)], skin, shade=0.4)
    if thumb:
        c.stroke([at(-0.28, -0.22), at(-0.55, 0.0), at(-0.66, 0.26)], size * 0.17, skin, taper=0.9, shade=0.25)
    else:
        c.stroke([at(-0.32, -0.2), at(-0.1, -0.02), at(0.14, 0.0)], size * 0.17, mix(skin, "#8a4a3a", 0.1), taper=0.9, shade=0.2)
