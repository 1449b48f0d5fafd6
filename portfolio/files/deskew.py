"""How far a page lies askew in its picture, and the picture turned straight.

The lines of a straight page make the sharpest edges between its rows, or its columns where the page lies on its side.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portfolio.files.picture import Image

# Hands and scanners lay pages no more askew, in degrees.
_MOST = 8.0
# Less is read as well as nothing at all.
_LEAST = 0.75
# Degrees between the angles that are tried: over the whole range, then around the best one.
_COARSE, _FINE = 1.0, 0.25
# The long side in px of the picture that angles are tried on: lines of text are still apart in it.
_SIDE = 800
# What is so much darker than its surroundings (of 255) is ink; shadows of a hand are wider than that.
_INK = 24
_SURROUNDINGS = 12
# An edge so many times as sharp as that of the page as it lies: ornaments alone turn no page.
_SHARPER = 1.1


def straightened(image: Image) -> Image:
    """A picture in grey, turned so that the lines in it run along its sides; the same where they do already."""
    from PIL.Image import Resampling

    angle = skew(image)
    return image.rotate(angle, Resampling.BICUBIC, expand=True, fillcolor=255) if angle else image


def skew(image: Image) -> float:
    """By how many degrees, counter-clockwise, a picture in grey must be turned for its lines to run straight."""
    ink = _ink(image)
    lying = _sharpness(ink, 0.0)
    steps = int(_MOST / _COARSE)
    coarse = _sharpest(ink, (_COARSE * step for step in range(-steps, steps + 1)))
    steps = int(_COARSE / _FINE)
    angle = _sharpest(ink, (coarse + _FINE * step for step in range(1 - steps, steps)))
    return angle if abs(angle) >= _LEAST and _sharpness(ink, angle) > _SHARPER * lying else 0.0


def _ink(image: Image) -> Image:
    """What is written on a page, small: white on black, whatever the light on the paper."""
    from PIL import ImageChops
    from PIL.ImageFilter import BoxBlur

    small = image.copy()
    small.thumbnail((_SIDE, _SIDE))
    darker = ImageChops.subtract(small.filter(BoxBlur(_SURROUNDINGS)), small)
    return darker.point([0] * _INK + [255] * (256 - _INK))


def _sharpest(ink: Image, angles: Iterable[float]) -> float:
    return max(angles, key=lambda angle: (_sharpness(ink, angle), -abs(angle)))


def _sharpness(ink: Image, angle: float) -> int:
    """How sharp the edges are between the rows of a turned picture or its columns, whichever are sharper."""
    turned = ink.rotate(angle)
    width, height = turned.size
    profiles = turned.reduce((width, 1)), turned.reduce((1, height))
    return max(sum((one - other) ** 2 for one, other in pairwise(each.tobytes())) for each in profiles)
