"""The school's own mark: a lit lamp in a roundel, in colours and a count of rays that no emblem has."""

from __future__ import annotations

import math

from demo_school.paint import Canvas

DEEP, LIGHT, CREAM = "#1f5f5b", "#ec8a5e", "#f9f0df"


def lamp(c: Canvas) -> None:
    """The mark on a square canvas."""
    for radius, colour in ((500, DEEP), (452, CREAM), (428, DEEP)):
        c.ellipse(500, 500, radius, radius, colour, shade=0)
    for k in range(7):
        x, y = math.cos(math.radians(180 + 30 * k)), math.sin(math.radians(180 + 30 * k))
        c.stroke([(500 + 268 * x, 520 + 268 * y), (500 + 340 * x, 520 + 340 * y)], 30, CREAM, shade=0)
    c.stroke([(500, 300), (500, 338)], 20, CREAM, shade=0)
    c.box(436, 330, 128, 38, CREAM, r=14, shade=0)
    c.blob([(428, 372), (572, 372), (668, 530), (572, 696), (428, 696), (332, 530)], LIGHT, shade=0)
    c.blob([(500, 428), (566, 552), (538, 636), (462, 636), (434, 552)], CREAM, shade=0)
    c.box(416, 700, 168, 40, CREAM, r=14, shade=0)
    c.stroke([(330, 800), (415, 772), (500, 800), (585, 772), (670, 800)], 22, LIGHT, shade=0)
