"""The school's own mark: a lamp with twelve rays in a roundel."""

from __future__ import annotations

import math

from demo_school.paint import Canvas

BLUE, LIGHT, CREAM = "#1c3f6e", "#f2b441", "#f7efe0"


def lamp(c: Canvas) -> None:
    """The mark on a square canvas."""
    for radius, colour in ((500, BLUE), (455, CREAM), (430, BLUE)):
        c.ellipse(500, 500, radius, radius, colour, shade=0)
    for k in range(12):
        x, y = math.cos(math.radians(30 * k)), math.sin(math.radians(30 * k))
        c.stroke([(500 + 300 * x, 480 + 300 * y), (500 + 365 * x, 480 + 365 * y)], 26, LIGHT, shade=0)
    c.box(430, 235, 140, 40, CREAM, r=14, shade=0)
    c.blob([(420, 275), (580, 275), (700, 480), (580, 690), (420, 690), (300, 480)], LIGHT, shade=0)
    c.blob([(500, 360), (570, 500), (545, 600), (455, 600), (430, 500)], "#fff6dc", shade=0)
    c.box(410, 690, 180, 44, CREAM, r=14, shade=0)
