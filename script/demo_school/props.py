"""Things that stand about in the scenes: rooms, furniture, trees, weather."""

from __future__ import annotations

import math
from collections.abc import Sequence

from demo_school.paint import Canvas, Colour, Point, mix, smooth

GAY = ("#e2574c", "#f2a541", "#f4d35e", "#6fa04a", "#3f8f86", "#4a6fb5", "#8e5aa8", "#e98aa0")
PAPER = "#fff8ea"
WOOD = "#b9793f"


def room(c: Canvas, wall: Colour, floor: Colour, *, line: float = 700) -> None:
    """A wall, a skirting board and a floor with boards."""
    c.wash(mix(wall, "#fff3d6", 0.45), mix(wall, "#2a2350", 0.08), 0, line)
    c.wash(mix(floor, "#2a2350", 0.12), mix(floor, "#ffe9c0", 0.15), line, 1000 - line)
    c.box(0, line - 16, c.width, 20, mix(wall, "#ffffff", 0.5), shade=0.2)
    for k in range(1, 6):
        y = line + (1000 - line) * (k / 6) ** 1.4
        c.stroke([(0, y), (c.width, y)], 1.6, mix(floor, "#2a2350", 0.4), alpha=0.5, shade=0)


def window(c: Canvas, x: float, y: float, w: float, h: float, *, sky: tuple[Colour, Colour] = ("#a9d9e8", "#fdf0cf"), hill: Colour = "#8ab06a") -> None:
    """A window on hills, with its light on the wall."""
    c.box(x - 14, y - 14, w + 28, h + 28, "#fffaf0", cast=10, shade=0.2)
    for k in range(16):
        c.box(x, y + h * k / 20, w, h / 20 + 1, mix(*sky, k / 15), shade=0)
    c.polygon([(x, y + h * 0.75), (x + w * 0.3, y + h * 0.55), (x + w * 0.65, y + h * 0.7), (x + w, y + h * 0.52), (x + w, y + h), (x, y + h)], hill, shade=0.5)
    c.polygon([(x, y + h * 0.86), (x + w * 0.5, y + h * 0.76), (x + w, y + h * 0.85), (x + w, y + h), (x, y + h)], mix(hill, "#2f5d3c", 0.35), shade=0.4)
    c.box(x + w / 2 - 5, y, 10, h, "#fffaf0", shade=0)
    c.box(x, y + h * 0.42, w, 9, "#fffaf0", shade=0)
    c.box(x - 26, y + h + 12, w + 52, 16, "#f3e4c8", cast=6, shade=0.2)


def table(c: Canvas, x: float, y: float, w: float, *, colour: Colour = WOOD, legs: float = 150, thick: float = 22, front: Colour = "") -> None:
    """A table whose top begins at (x, y); `front` closes it below with a board of that colour."""
    c.shadow(x + w / 2, y + thick + legs, w * 0.52, 16, 0.35)
    if front:
        c.box(x + w * 0.02, y + thick - 2, w * 0.96, legs, front, shade=0.45)
    for lx in () if front else (x + w * 0.06, x + w * 0.9):
        c.box(lx, y + thick - 2, w * 0.035 + 6, legs, mix(colour, "#2a2350", 0.25), shade=0.3)
    c.box(x, y, w, thick, colour, r=8, cast=8)


def shelf(c: Canvas, x: float, y: float, w: float, h: float, rows: int, *, colour: Colour = "#a86f3d") -> None:
    """A shelf full of books and a few other things."""
    c.box(x, y, w, h, mix(colour, "#2a2350", 0.3), r=6, cast=14, shade=0.4)
    step = (h - 14) / rows
    for row in range(rows):
        top, left = y + 12 + row * step, x + 14
        c.box(x + 10, top, w - 20, step - 14, mix(colour, "#2a1b20", 0.55), shade=0.2)
        while left < x + w - 44:
            kind = c.chance.random()
            if kind < 0.12:
                left += 18
                continue
            if kind < 0.2 and left < x + w - 90:
                c.ellipse(left + 26, top + step - 38, 24, 24, c.chance.choice(GAY), shade=0.5)
                left += 58
                continue
            wide, tall = c.chance.uniform(11, 24), (step - 20) * c.chance.uniform(0.62, 0.95)
            book = mix(c.chance.choice(GAY), "#5a4a4a", 0.18)
            c.box(left, top + step - 14 - tall, wide, tall, book, r=2, shade=0.4, towards="right")
            c.box(left + wide * 0.2, top + step - 14 - tall * 0.8, wide * 0.6, tall * 0.1, mix(book, "#fff4d8", 0.6), shade=0)
            left += wide + 2
        c.box(x + 6, top + step - 14, w - 12, 12, colour, shade=0.2)


def plant(c: Canvas, x: float, y: float, size: float, *, pot: Colour = "#d97b4a", leaf: Colour = "#5c8f4a") -> None:
    """A plant in a pot that stands at (x, y)."""
    c.shadow(x, y, size * 0.3, size * 0.06, 0.35)
    for k in range(9):
        turn = -80 + 20 * k + c.chance.uniform(-6, 6)
        long = size * c.chance.uniform(0.5, 0.75)
        tip = (x + math.sin(math.radians(turn)) * long, y - size * 0.32 - math.cos(math.radians(turn)) * long)
        middle = ((x + tip[0]) / 2 + size * 0.03, (y - size * 0.3 + tip[1]) / 2 - size * 0.06)
        c.stroke([(x, y - size * 0.28), middle, tip], size * 0.1, mix(leaf, "#d8e08a", c.chance.random() * 0.3), taper=0.2, shade=0.3)
    c.polygon([(x - size * 0.2, y - size * 0.34), (x + size * 0.2, y - size * 0.34), (x + size * 0.15, y), (x - size * 0.15, y)], pot, shade=0.6, towards="right")
    c.box(x - size * 0.22, y - size * 0.38, size * 0.44, size * 0.08, mix(pot, "#fff0d0", 0.15), r=3, shade=0.4, towards="right")


def tree(c: Canvas, x: float, y: float, size: float, *, leaf: Colour = "#6b9a4b", trunk: Colour = "#7a5236") -> None:
    """A round tree that stands at (x, y)."""
    c.shadow(x + size * 0.1, y, size * 0.34, size * 0.05, 0.3)
    c.polygon([(x - size * 0.045, y), (x - size * 0.028, y - size * 0.55), (x + size * 0.028, y - size * 0.55), (x + size * 0.05, y)], trunk, shade=0.6, towards="right")
    for side in (-1, 1):
        c.stroke([(x, y - size * 0.36), (x + side * size * 0.1, y - size * 0.5), (x + side * size * 0.15, y - size * 0.6)], size * 0.03, trunk, taper=0.5, shade=0.3)
    for dx, dy, r in ((-0.17, -0.62, 0.19), (0.17, -0.6, 0.2), (0, -0.74, 0.24), (-0.08, -0.56, 0.17), (0.09, -0.55, 0.16)):
        c.ellipse(x + dx * size, y + dy * size, r * size, r * size * 0.92, mix(leaf, "#f4d35e", c.chance.random() * 0.16), shade=0.75)
    c.dabs((x - size * 0.25, y - size * 0.9, size * 0.5, size * 0.4), (mix(leaf, "#fff0a8", 0.4), mix(leaf, "#244a34", 0.3)), 34, (size * 0.014, size * 0.01), alpha=0.7)


def poplar(c: Canvas, x: float, y: float, size: float, leaf: Colour = "#5d8f58") -> None:
    """A narrow tree for the distance."""
    c.box(x - size * 0.02, y - size * 0.2, size * 0.04, size * 0.2, "#6d4a35", shade=0.3)
    c.blob([(x, y - size), (x + size * 0.13, y - size * 0.5), (x + size * 0.08, y - size * 0.12), (x - size * 0.08, y - size * 0.12), (x - size * 0.13, y - size * 0.5)], leaf, shade=0.7, towards="right")


def hills(c: Canvas, y: float, height: float, colour: Colour, waves: int = 3, *, shade: float = 0.5) -> None:
    """A rolling horizon around y, filled down to the foot of the picture."""
    points = [(-20.0, y + c.chance.uniform(-0.3, 0.3) * height)]
    steps = waves * 2
    for k in range(1, steps):
        lift = -height * 0.5 if k % 2 else height * 0.4
        points.append((c.width * k / steps + c.chance.uniform(-30, 30), y + lift * c.chance.uniform(0.6, 1.1)))
    points.append((c.width + 20, y + c.chance.uniform(-0.3, 0.3) * height))
    c.polygon([*smooth(points, closed=False), (c.width + 20, 1040), (-20, 1040)], colour, shade=shade)


def cloud(c: Canvas, x: float, y: float, size: float, colour: Colour = "#fffaf0", alpha: float = 1) -> None:
    """A cloud around (x, y)."""
    for dx, dy, r in ((-0.5, 0.05, 0.26), (-0.18, -0.12, 0.34), (0.22, -0.06, 0.3), (0.52, 0.08, 0.2)):
        c.ellipse(x + dx * size, y + dy * size, r * size, r * size * 0.72, colour, alpha=alpha, shade=0.12)
    c.box(x - size * 0.68, y + size * 0.06, size * 1.36, size * 0.18, colour, r=size * 0.09, alpha=alpha, shade=0.1)


def pennants(c: Canvas, start: Point, end: Point, count: int, sag: float, size: float, *, colours: Sequence[Colour] = GAY) -> None:
    """A string of coloured pennants between two points."""

    def on(t: float) -> Point:
        return start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t + sag * 4 * t * (1 - t)

    c.stroke([on(k / 20) for k in range(21)], 3, "#fff4dc", shade=0, curved=False)
    for k in range(count):
        (x, y), colour = on((k + 0.5) / count), colours[k % len(colours)]
        slope = (end[1] - start[1] + sag * 4 * (1 - 2 * (k + 0.5) / count)) / max(1, abs(end[0] - start[0]))
        c.polygon([(x - size / 2, y - slope * size / 2), (x + size / 2, y + slope * size / 2), (x - slope * size * 0.5, y + size * 1.15)], colour, cast=4, shade=0.4)


def lantern(c: Canvas, x: float, y: float, size: float, colour: Colour, *, lit: float = 0.5) -> None:
    """A paper lantern around (x, y)."""
    if lit:
        c.glow(x, y, size * 2.6, mix(colour, "#fff0b0", 0.6), lit)
    c.blob([(x - size * 0.35, y - size * 0.72), (x + size * 0.35, y - size * 0.72), (x + size * 0.72, y), (x + size * 0.35, y + size * 0.72), (x - size * 0.35, y + size * 0.72), (x - size * 0.72, y)], colour, shade=0.4)
    if lit:
        c.ellipse(x, y + size * 0.1, size * 0.42, size * 0.5, mix(colour, "#fffbe0", 0.75), alpha=0.75, blur=size * 0.14, shade=0)
    for k in (-0.4, 0, 0.4):
        c.stroke([(x + k * size * 0.75, y - size * 0.66), (x + k * size * 1.35, y), (x + k * size * 0.75, y + size * 0.66)], size * 0.028, mix(colour, "#7a3020", 0.35), alpha=0.6, shade=0)
    c.box(x - size * 0.3, y - size * 0.82, size * 0.6, size * 0.13, mix(colour, "#3a2030", 0.55), r=2, shade=0)
    c.box(x - size * 0.3, y + size * 0.68, size * 0.6, size * 0.13, mix(colour, "#3a2030", 0.55), r=2, shade=0)


def laptop(c: Canvas, x: float, y: float, size: float, *, back: bool = False, glow: Colour = "#cfe9f0") -> None:
    """A laptop that stands at (x, y), seen from the front or from behind its lid."""
    c.polygon([(x - size * 0.5, y - size * 0.62), (x + size * 0.5, y - size * 0.62), (x + size * 0.5, y - size * 0.04), (x - size * 0.5, y - size * 0.04)], "#59606e", cast=5, shade=0.3)
    if not back:
        c.box(x - size * 0.45, y - size * 0.57, size * 0.9, size * 0.48, glow, shade=0.3)
        for k in range(3):
            c.box(x - size * 0.38, y - size * (0.48 - 0.12 * k), size * (0.3 + 0.14 * ((k * 2) % 3)), size * 0.05, GAY[(k * 3 + 1) % 8], r=2, shade=0)
    c.box(x - size * 0.56, y - size * 0.05, size * 1.12, size * 0.08, "#8b93a3", r=4, shade=0.3)


def chair(c: Canvas, x: float, y: float, w: float, colour: Colour) -> None:
    """A chair seen from behind; (x, y) is the middle of its foot line."""
    for side in (-1, 1):
        c.box(x + side * w * 0.4 - w * 0.04, y - w * 1.25, w * 0.08, w * 1.25, mix(colour, "#2a2350", 0.45), shade=0.2)
    c.box(x - w * 0.48, y - w * 1.32, w * 0.96, w * 0.5, colour, r=w * 0.12, cast=5, shade=0.5)


def sheet(c: Canvas, x: float, y: float, w: float, h: float, colour: Colour, *, turn: float = 0, pin: Colour = "") -> None:
    """A sheet of paper around (x, y), turned a little, perhaps with a pin."""
    co, si = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    corners = [(a * w / 2, b * h / 2) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    c.polygon([(x + a * co - b * si, y + a * si + b * co) for a, b in corners], colour, cast=5, shade=0.15)
    if pin:
        c.ellipse(x + h / 2 * 0.84 * si, y - h / 2 * 0.84 * co, 7, 7, pin, cast=3, shade=0.4)


def lines(c: Canvas, x: float, y: float, w: float, count: int, gap: float, colour: Colour = "#8a8390") -> None:
    """Writing that is not to be read."""
    for k in range(count):
        c.box(x, y + k * gap, w * c.chance.uniform(0.6, 1), gap * 0.3, colour, r=gap * 0.15, alpha=0.7, shade=0)


def star(c: Canvas, x: float, y: float, r: float, colour: Colour, **look: object) -> None:
    """A hand-cut star."""
    ring = [(r if k % 2 == 0 else r * 0.48, math.radians(36 * k - 90)) for k in range(10)]
    c.polygon([(x + q * math.cos(a), y + q * math.sin(a)) for q, a in ring], colour, **look)


def school(c: Canvas, x: float, y: float, w: float, *, wall: Colour = "#f3dcae", roof: Colour = "#c8553d") -> None:
    """The two-storey school; (x, y) is the lower left corner of its wall."""
    h = w * 0.42
    c.shadow(x + w / 2, y, w * 0.54, 18, 0.3)
    c.box(x, y - h, w, h, wall, shade=0.4, towards="right")
    c.polygon([(x - w * 0.04, y - h), (x + w * 0.1, y - h - w * 0.13), (x + w * 0.9, y - h - w * 0.13), (x + w * 1.04, y - h)], roof, cast=8, shade=0.5)
    for k in range(14):
        c.stroke([(x + w * (-0.02 + k * 0.08), y - h - 4), (x + w * (0.11 + k * 0.06), y - h - w * 0.125)], 2, mix(roof, "#3a1a20", 0.4), alpha=0.4, shade=0)
    for row in (0, 1):
        for k in range(7):
            if row == 1 and k == 3:
                continue
            wx, wy = x + w * (0.06 + k * 0.128), y - h * (0.86 - row * 0.46)
            c.box(wx - 4, wy - 4, w * 0.085 + 8, h * 0.27 + 8, "#fffaf0", shade=0)
            c.box(wx, wy, w * 0.085, h * 0.27, "#7fb0c4", shade=0.6)
            c.box(wx + w * 0.04, wy, 4, h * 0.27, "#fffaf0", shade=0)
            c.box(wx - 8, wy + h * 0.28, w * 0.085 + 16, 7, mix(wall, "#7a5236", 0.4), shade=0)
    c.box(x + w * 0.43, y - h * 0.42, w * 0.11, h * 0.42, "#2f6f6b", r=w * 0.02, shade=0.5)
    c.polygon([(x + w * 0.4, y - h * 0.42), (x + w * 0.485, y - h * 0.56), (x + w * 0.57, y - h * 0.42)], mix(roof, "#ffffff", 0.1), cast=5, shade=0.4)
    c.ellipse(x + w * 0.485, y - h - w * 0.06, w * 0.035, w * 0.035, "#fff4dc", cast=4, shade=0.2)
    c.stroke([(x + w * 0.485, y - h - w * 0.06), (x + w * 0.485, y - h - w * 0.082)], 3, "#4a3a3a", shade=0)
    c.stroke([(x + w * 0.485, y - h - w * 0.06), (x + w * 0.5, y - h - w * 0.055)], 3, "#4a3a3a", shade=0)
