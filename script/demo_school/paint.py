"""A small gouache box on top of Pillow: soft-edged shapes with stippled light and shade, glows, shadows, paper grain.

Coordinates are units: a picture is 1000 units high and 1000 × width / height wide, y pointing down. All chance comes
from the seed, so that the same scene gives the same pixels.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

FONTS = Path(__file__).resolve().parents[2] / "templates" / "base" / "fonts"
FINE = 3  # a mask is drawn so many times larger and reduced: smooth edges

Point = tuple[float, float]
Colour = str
DUSK = "#2a2350"  # what shade leans to
SUNLIGHT = "#fff0c4"  # what light leans to


def rgb(colour: Colour) -> tuple[int, int, int]:
    """The three channels of "#rrggbb"."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """A colour between two; share 0 is the first."""
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(rgb(one), rgb(other), strict=True))


def smooth(points: Sequence[Point], *, closed: bool) -> list[Point]:
    """A Catmull-Rom curve through points, as many short straight lines."""
    n = len(points)
    spans = range(n if closed else n - 1)
    steps = 12
    curve: list[Point] = []
    for i in spans:
        if closed:
            p0, p1, p2, p3 = (points[(i + k) % n] for k in (-1, 0, 1, 2))
        else:
            p0, p1, p2, p3 = (points[min(max(i + k, 0), n - 1)] for k in (-1, 0, 1, 2))
        for step in range(steps):
            t = step / steps
            x, y = (0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3) for a, b, c, d in zip(p0, p1, p2, p3, strict=True))
            curve.append((x, y))
    if not closed:
        curve.append(points[-1])
    return curve


class Canvas:
    """A picture in the making."""

    def __init__(self, width: int, height: int, seed: str, ground: Colour = "#f4ead6") -> None:
        self.image = Image.new("RGB", (width, height), ground)
        self.unit = height / 1000
        self.width = width / self.unit
        self.chance = Random(seed)
        self._noise = self._make_noise()

    def _make_noise(self) -> Image.Image:
        """Grain of about 1.4 units, evenly spread over 0..255."""
        width, height = self.image.size
        grain = max(1.0, 1.4 * self.unit)
        small = (math.ceil(width / grain), math.ceil(height / grain))
        noise = Image.frombytes("L", small, Random("grain").randbytes(small[0] * small[1]))
        return noise.resize((width, height), Image.Resampling.BILINEAR)

    # --- shapes -----------------------------------------------------------------------------------------------------

    def polygon(self, points: Sequence[Point], fill: Colour, **look: Any) -> None:
        """A shape with straight sides."""
        xs, ys = [x for x, _ in points], [y for _, y in points]

        def draw(pen: ImageDraw.ImageDraw, at: Callable[[float, float], Point]) -> None:
            pen.polygon([at(x, y) for x, y in points], fill=255)

        self._paint((min(xs), min(ys), max(xs), max(ys)), draw, fill, **look)

    def blob(self, points: Sequence[Point], fill: Colour, **look: Any) -> None:
        """A shape with a soft outline through the points."""
        self.polygon(smooth(points, closed=True), fill, **look)

    def ellipse(self, x: float, y: float, rx: float, ry: float, fill: Colour, *, turn: float = 0, **look: Any) -> None:
        """An ellipse around (x, y), turned by degrees."""
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        steps = 64 if max(rx, ry) < 80 else 192
        ring = [(rx * math.cos(2 * math.pi * k / steps), ry * math.sin(2 * math.pi * k / steps)) for k in range(steps)]
        self.polygon([(x + a * c - b * s, y + a * s + b * c) for a, b in ring], fill, **look)

    def box(self, x: float, y: float, w: float, h: float, fill: Colour, *, r: float = 0, **look: Any) -> None:
        """A rectangle with its upper left corner at (x, y) and rounded corners."""

        def draw(pen: ImageDraw.ImageDraw, at: Callable[[float, float], Point]) -> None:
            pen.rounded_rectangle([at(x, y), at(x + w, y + h)], radius=r * self.unit * FINE, fill=255)

        self._paint((x, y, x + w, y + h), draw, fill, **look)

    def stroke(self, points: Sequence[Point], width: float, fill: Colour, *, curved: bool = True, taper: float = 1, **look: Any) -> None:
        """A brush stroke with round ends; its width runs from `width` to `width` × `taper`."""
        path = smooth(points, closed=False) if curved and len(points) > 2 else list(points)
        widths = [width * (1 + (taper - 1) * k / max(1, len(path) - 1)) for k in range(len(path))]
        xs, ys, w = [x for x, _ in path], [y for _, y in path], max(widths) / 2

        def draw(pen: ImageDraw.ImageDraw, at: Callable[[float, float], Point]) -> None:
            scale = self.unit * FINE
            for (a, b), wide in zip(pairwise(path), widths, strict=False):
                pen.line([at(*a), at(*b)], fill=255, width=max(1, round(wide * scale)))
            for point, wide in zip(path, widths, strict=True):
                (cx, cy), r = at(*point), wide * scale / 2
                pen.ellipse([cx - r, cy - r, cx + r, cy + r], fill=255)

        self._paint((min(xs) - w, min(ys) - w, max(xs) + w, max(ys) + w), draw, fill, **look)

    def text(self, x: float, y: float, words: str, size: float, fill: Colour, *, bold: bool = True, anchor: str = "mm", turn: float = 0) -> None:
        """Lettering; `anchor` as in Pillow, turned by degrees around its middle."""
        font = ImageFont.truetype(str(FONTS / f"Ubuntu-{'Bold' if bold else 'Regular'}.ttf"), size * self.unit)
        if not turn:
            ImageDraw.Draw(self.image).text((x * self.unit, y * self.unit), words, font=font, fill=fill, anchor=anchor)
            return
        left, top, right, bottom = font.getbbox(words)
        side = int(max(right - left, bottom - top) * 1.6) + 4
        mask = Image.new("L", (side, side), 0)
        ImageDraw.Draw(mask).text((side / 2, side / 2), words, font=font, fill=255, anchor="mm")
        mask = mask.rotate(-turn, Image.Resampling.BICUBIC)
        self.image.paste(fill, (round(x * self.unit - side / 2), round(y * self.unit - side / 2)), mask)

    # --- light ------------------------------------------------------------------------------------------------------

    def wash(self, top: Colour, bottom: Colour, y: float = 0, height: float = 1000, *, grain: float = 0.25) -> None:
        """A band of colour over the whole width that runs from one colour to another, with dabs of the brush."""
        size = (self.image.width, max(1, round(height * self.unit)))
        slope = Image.linear_gradient("L").resize(size)
        first, last = Image.new("RGB", size, top), Image.new("RGB", size, bottom)
        at = (0, round(y * self.unit))
        if grain:
            noise = self._noise.crop((*at, at[0] + size[0], at[1] + size[1])).point(lambda v: int((v - 128) * grain))
            dither = self._noise.crop((*at, at[0] + size[0], at[1] + size[1])).point(lambda v: int((128 - v) * grain))
            slope = ImageChops.subtract(ImageChops.add(slope, noise), dither)
        self.image.paste(Image.composite(last, first, slope), at)

    def glow(self, x: float, y: float, radius: float, colour: Colour = SUNLIGHT, strength: float = 0.6) -> None:
        """Light that fades from a middle."""
        r = round(radius * self.unit)
        mask = ImageChops.invert(Image.radial_gradient("L").resize((2 * r, 2 * r)))
        mask = mask.point(lambda v: int(max(0, (v - 75) / 180) ** 1.6 * 255 * strength))
        left, top = round(x * self.unit) - r, round(y * self.unit) - r
        region = (max(0, left), max(0, top), min(self.image.width, left + 2 * r), min(self.image.height, top + 2 * r))
        if region[0] >= region[2] or region[1] >= region[3]:
            return
        mask = mask.crop((region[0] - left, region[1] - top, region[2] - left, region[3] - top))
        below = self.image.crop(region)
        lit = ImageChops.screen(below, Image.new("RGB", below.size, colour))
        self.image.paste(lit, region[:2], mask)

    def shadow(self, x: float, y: float, rx: float, ry: float, strength: float = 0.3) -> None:
        """The soft shadow under a thing that stands on a floor."""
        self.ellipse(x, y, rx, ry, DUSK, alpha=strength, blur=min(rx, ry) * 0.5, shade=0)

    def dabs(self, region: tuple[float, float, float, float], colours: Sequence[Colour], count: int, size: Point, *, alpha: float = 0.5) -> None:
        """Brush dabs scattered over a rectangle (x, y, width, height)."""
        x, y, w, h = region
        for _ in range(count):
            px, py = x + self.chance.random() * w, y + self.chance.random() * h
            grow = 0.6 + self.chance.random() * 0.8
            colour = self.chance.choice(colours)
            self.ellipse(px, py, size[0] * grow, size[1] * grow, colour, turn=self.chance.uniform(-12, 12), alpha=alpha, shade=0)

    # --- how all of it is put on --------------------------------------------------------------------------------------

    def _paint(
        self,
        bounds: tuple[float, float, float, float],
        draw: Callable[[ImageDraw.ImageDraw, Callable[[float, float], Point]], None],
        fill: Colour,
        *,
        alpha: float = 1,
        blur: float = 0,
        shade: float = 0.4,
        towards: str = "down",
        cast: float = 0,
    ) -> None:
        """Puts on one shape.

        `shade` is how strongly light and shade are stippled, `towards` where the shade lies (down, up, left, right),
        `cast` how far below the shape its own soft shadow falls.
        """
        u = self.unit
        pad = math.ceil((blur * 2.5 + 2) * u)
        left, top = math.floor(bounds[0] * u) - pad, math.floor(bounds[1] * u) - pad
        right, bottom = math.ceil(bounds[2] * u) + pad, math.ceil(bounds[3] * u) + pad
        # what lies far outside the picture is not drawn
        left, top = max(left, -pad - 40), max(top, -pad - 40)
        right, bottom = min(right, self.image.width + pad + 40), min(bottom, self.image.height + pad + 40)
        if right <= left or bottom <= top:
            return
        size = (right - left, bottom - top)
        large = Image.new("L", (size[0] * FINE, size[1] * FINE), 0)
        draw(ImageDraw.Draw(large), lambda x, y: ((x * u - left) * FINE, (y * u - top) * FINE))
        mask = large.reduce(FINE)
        if blur:
            mask = mask.filter(ImageFilter.GaussianBlur(blur * u))
        if alpha < 1:
            mask = mask.point(lambda v: int(v * alpha))
        if cast:
            below = mask.filter(ImageFilter.GaussianBlur(cast * 0.7 * u)).point(lambda v: int(v * 0.32))
            self.image.paste(DUSK, (left + round(cast * 0.4 * u), top + round(cast * u)), below)
        self.image.paste(fill, (left, top), mask)
        if shade and min(size) > 6:
            self._stipple(mask, (left, top), fill, shade, towards)

    def _stipple(self, mask: Image.Image, at: tuple[int, int], fill: Colour, shade: float, towards: str) -> None:
        slope = Image.linear_gradient("L")
        turns = {"up": Image.Transpose.ROTATE_180, "right": Image.Transpose.ROTATE_90, "left": Image.Transpose.ROTATE_270}
        if towards in turns:
            slope = slope.transpose(turns[towards])
        slope = slope.resize(mask.size)
        noise = self._noise.crop((at[0], at[1], at[0] + mask.width, at[1] + mask.height))
        for sloped, colour, reach in (
            (slope, mix(fill, DUSK, 0.34), 0.62),
            (ImageChops.invert(slope), mix(fill, SUNLIGHT, 0.12 + 0.3 * sum(rgb(fill)) / 765), 0.5),
        ):
            strength = sloped.point(lambda v, reach=reach: int(max(0, v - 255 * (1 - reach)) / reach * shade))
            dots = ImageChops.subtract(strength, noise.point(lambda v: int(v * 0.55)), scale=0.32)
            self.image.paste(colour, at, ImageChops.multiply(mask, dots.point(lambda v: int(v * 0.85))))

    def finish(self) -> Image.Image:
        """The picture on its paper: a little grain, corners a little deeper."""
        width, height = self.image.size
        fibres = self._noise.filter(ImageFilter.GaussianBlur(1.1 * self.unit)).point(lambda v: 118 + int(v * 20 / 255))
        self.image = ImageChops.overlay(self.image, Image.merge("RGB", (fibres,) * 3))
        corners = Image.radial_gradient("L").resize((width, height)).point(lambda v: int(max(0, v - 140) * 0.32))
        self.image.paste(DUSK, (0, 0), corners)
        return self.image
