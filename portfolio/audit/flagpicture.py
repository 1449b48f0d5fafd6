"""Whether a picture shows the EU's flag, as its colours tell; and what its pixels tell of the flag."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portfolio.model.marks import Box, Colour, SeenFlag

if TYPE_CHECKING:
    from PIL.Image import Image

_SIDE = 200  # px; enough to see a flag
_NEAR = 40  # of 255 a channel: colours of JPEGs and screens stray
_SLIGHT = 20  # of 255 a channel: what one blue among many differs less by
_THIN = 3  # px: letters beside a small flag are hardly thicker
_BLUE, _YELLOW = (0, 51, 153), (255, 204, 0)
_COLUMN, _ROW = 0.35, 0.6  # of a picture's height, of the flag's width: how much is blue or yellow where the flag is
_STARS = (0.008, 0.08)  # yellow by all the flag: of the construction 0.028, and small stars lose some at their edges
_COUNTED = (60, 300)  # px of the flag's height: below the first stars run together, more than the second takes long
_SPECK = 1 / 3  # of the largest yellow spot: what is smaller is the end of a ray
_LOSSY = frozenset({"/DCTDecode", "/JPXDecode"})


def see_flag(picture: Any, box: Box) -> SeenFlag | None:
    """The flag of a PDF's picture that fills a box, None where none is seen."""
    from pikepdf import PdfImage

    try:
        given = PdfImage(picture)
        image = given.as_pil_image()
    except Exception:  # a decoder's or a colour space's that is not known: then nobody can tell
        return None
    return flag_in(image, box, exact=_LOSSY.isdisjoint(given.filters))


def stars_in(path: Path) -> int:
    """How many stars the flag in a picture file has; 0 where none is seen, or the file is no picture of pixels."""
    from PIL import Image as Pictures

    try:
        with Pictures.open(path) as image:
            seen = flag_in(image, Box(0.0, 0.0, float(image.width), float(image.height)), exact=True)
    except Exception:  # decoders of damaged files raise anything
        return 0
    return seen.stars if seen else 0


def flag_in(image: Image, box: Box, *, exact: bool) -> SeenFlag | None:
    """The flag of an opened picture that fills a box, None where none is seen; `exact`: its pixels are true."""
    from PIL import Image as Pictures

    whole = image.convert("RGB")
    small = whole.copy()
    small.thumbnail((_SIDE, _SIDE), Pictures.Resampling.BOX)
    place = _place_in(small)
    if place is None:
        return None
    left, top, right, bottom = place
    across, down = box.width / small.width, box.height / small.height
    seen = Box(box.left + left * across, box.top + top * down, box.left + right * across, box.top + bottom * down)
    if not exact:
        return SeenFlag(box=seen)
    wide, high = whole.width / small.width, whole.height / small.height
    flag = whole.crop((round(left * wide), round(top * high), round(right * wide), round(bottom * high)))
    return SeenFlag(box=seen, colours=_colours_of(flag), stars=_count_stars(flag))


def small_flag_in(image: Image, box: Box) -> SeenFlag | None:
    """The flag that stands anywhere in a picture of true pixels which fills a box, None where none is seen.

    It is what is left of its blue when all that is as thin as letters is taken away.
    """
    from PIL import ImageChops, ImageFilter

    whole = image.convert("RGB")
    near = (channel.point(_is_as(part)) for channel, part in zip(whole.split(), _BLUE, strict=True))
    blue = reduce(ImageChops.darker, near).filter(ImageFilter.MinFilter(_THIN))
    place = blue.getbbox()
    if place is None:
        return None
    left, top, right, bottom = place
    edge = _THIN // 2
    place = (left - edge, top - edge, right + edge, bottom + edge)
    flag = whole.crop(place)
    share = sum(pixel[0] > pixel[2] for pixel in _pixels(flag)) / (flag.width * flag.height)  # stars are all edges here
    if not _STARS[0] <= share <= _STARS[1]:
        return None
    across, down = box.width / whole.width, box.height / whole.height
    left, top, right, bottom = place
    seen = Box(box.left + left * across, box.top + top * down, box.left + right * across, box.top + bottom * down)
    return SeenFlag(box=seen, colours=_colours_of(flag), stars=_count_stars(flag))


def _is_as(part: int) -> list[int]:
    """Which values of a channel are nearly one, as a table for all."""
    return [255 * (abs(value - part) <= _SLIGHT) for value in range(256)]


def _place_in(image: Image) -> tuple[int, int, int, int] | None:
    """Left, top, right and bottom of the flag in a small picture."""
    width, height = image.size
    pixels = _pixels(image)
    yellow = [_is_near(pixel, _YELLOW) for pixel in pixels]
    either = [other or _is_near(pixel, _BLUE) for pixel, other in zip(pixels, yellow, strict=True)]
    columns = _longest([sum(either[at::width]) >= _COLUMN * height for at in range(width)])
    if not columns:
        return None
    left, right = columns
    counts = [sum(either[at * width + left : at * width + right]) for at in range(height)]
    rows = _longest([count >= _ROW * (right - left) for count in counts])
    if not rows:
        return None
    top, bottom = rows
    inside = [at * width + x for at in range(top, bottom) for x in range(left, right)]
    share = sum(yellow[at] for at in inside) / len(inside)
    return (left, top, right, bottom) if _STARS[0] <= share <= _STARS[1] else None


def _colours_of(flag: Image) -> tuple[Colour, Colour] | None:
    """The commonest blue and yellow, from 0 to 1; None where stars are so small that they are all edge."""
    if flag.height < _COUNTED[0]:
        return None
    counted = Counter(_pixels(flag))
    fields, stars = ([pixel for pixel in counted if _is_near(pixel, each)] for each in (_BLUE, _YELLOW))
    if not fields or not stars:
        return None
    field, star = (max(found, key=counted.__getitem__) for found in (fields, stars))
    return tuple(part / 255 for part in field), tuple(part / 255 for part in star)


def _count_stars(flag: Image) -> int:
    """How many yellow spots there are, 0 where they could not be told apart."""
    from PIL import Image as Pictures

    least, most = _COUNTED
    if flag.height < least:
        return 0
    if flag.height > most:
        flag = flag.resize((round(flag.width * most / flag.height), most), Pictures.Resampling.NEAREST)
    spots = list(_spots({at for at, pixel in enumerate(_pixels(flag)) if _is_near(pixel, _YELLOW)}, flag.width))
    return sum(size > _SPECK * max(spots) for size in spots)


def _spots(places: Collection[int], width: int) -> Iterator[int]:
    """The sizes of what hangs together of some places in a picture of this width."""
    left = set(places)
    around = [down * width + across for down in (-1, 0, 1) for across in (-1, 0, 1)]
    while left:
        waiting, size = [left.pop()], 0
        while waiting:
            size += 1
            here = waiting.pop()
            near = left.intersection(here + step for step in around)
            left -= near
            waiting += near
        yield size


def _pixels(image: Image) -> list[bytes]:
    data = image.tobytes()
    return [data[at : at + 3] for at in range(0, len(data), 3)]


def _is_near(pixel: bytes, colour: Sequence[int]) -> bool:
    return all(abs(one - other) <= _NEAR for one, other in zip(pixel, colour, strict=True))


def _longest(flags: Sequence[bool]) -> tuple[int, int] | None:
    """Begin and end of the longest row of what holds."""
    best, begin = (0, 0), None
    for place, holds in enumerate((*flags, False)):
        if holds and begin is None:
            begin = place
        elif not holds and begin is not None:
            best = max(best, (begin, place), key=lambda span: span[1] - span[0])
            begin = None
    return best if best[1] else None
