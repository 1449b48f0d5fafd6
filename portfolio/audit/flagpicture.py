"""Whether a picture shows the EU's flag, as its colours tell; and what its pixels tell of the flag."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from portfolio.files.picture import MAX_PIXELS, PictureFault, decoding, opened, too_large
from portfolio.model.marks import Box, Colour, SeenFlag

if TYPE_CHECKING:
    from PIL.Image import Image

Place = tuple[int, int, int, int]  # left, top, right and bottom in a picture, in px

FEWEST = 8  # stars in a ring: a blue badge with some yellow in it is no flag

_SIDE = 200  # px; enough to see a flag
_NEAR = 40  # of 255 a channel: colours of JPEGs and screens stray
_SLIGHT = 20  # of 255 a channel: what one blue among many differs less by
_THIN = 3  # px: letters beside a small flag are hardly thicker
_BLUE, _YELLOW = (0, 51, 153), (255, 204, 0)
_COLUMN, _ROW = 0.35, 0.6  # of a picture's height, of the flag's width: how much is blue or yellow where the flag is
_STARS = (0.008, 0.08)  # yellow by all the flag: of the construction 0.028, and small stars lose some at their edges
_COUNTED = (60, 150)  # px of the flag's height: below the first stars run together, more than the second takes long
_SPECK = 1 / 3  # of the largest yellow spot: what is smaller is the end of a ray
_SEEN = 255
_LOSSY = frozenset({"/DCTDecode", "/JPXDecode"})


def see_flag(picture: Any, box: Box) -> SeenFlag | None:
    """The flag of a PDF's picture that fills a box, None where none is seen.

    Raises PictureFault where a decoder or a colour space is not known: then nobody can tell.
    """
    from pikepdf import PdfImage

    with decoding():
        given = PdfImage(picture)
        if given.image_mask or (given.bits_per_component == 1 and not given.indexed):
            return None  # a scan in black and white, for which decoders are rare, has no colours
        if given.width * given.height > MAX_PIXELS:
            raise too_large()
        image = given.as_pil_image().convert("RGB")
    return flag_in(image, box, exact=_LOSSY.isdisjoint(given.filters))


def stars_in(path: Path) -> int:
    """How many stars the flag in a picture file has; 0 where none is seen, or the file is no picture of pixels."""
    try:
        with opened(path) as image:
            whole = image.convert("RGB")
    except PictureFault:
        return 0
    seen = flag_in(whole, Box(0.0, 0.0, float(whole.width), float(whole.height)), exact=True)
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
    seen = _on_page(place, small, box)
    if not exact:
        return SeenFlag(box=seen)
    in_whole = _on_page(place, small, Box(0.0, 0.0, float(whole.width), float(whole.height)))
    flag = whole.crop((round(in_whole.left), round(in_whole.top), round(in_whole.right), round(in_whole.bottom)))
    return _told(flag, seen)


def _told(flag: Image, box: Box) -> SeenFlag | None:
    """What true pixels tell of a flag; None of what has stars, and too few."""
    stars = _count_stars(flag)
    return None if 0 < stars < FEWEST else SeenFlag(box=box, colours=_colours_of(flag), stars=stars)


def small_flag_in(image: Image, box: Box) -> SeenFlag | None:
    """The flag that stands anywhere in a picture of true pixels which fills a box, None where none is seen.

    It is what is left of its blue when all that is as thin as letters is taken away.
    """
    from PIL import ImageFilter

    whole = image.convert("RGB")
    inner = _near(whole, _BLUE, _SLIGHT).filter(ImageFilter.MinFilter(_THIN)).getbbox()
    if inner is None:
        return None
    edge = _THIN // 2
    place = (inner[0] - edge, inner[1] - edge, inner[2] + edge, inner[3] + edge)
    flag = whole.crop(place)
    red, _, blue = (channel.tobytes() for channel in flag.split())
    share = sum(one > other for one, other in zip(red, blue, strict=True)) / len(red)  # stars are all edges here
    if not _STARS[0] <= share <= _STARS[1]:
        return None
    return _told(flag, _on_page(place, whole, box))


def _on_page(place: Place, image: Image, box: Box) -> Box:
    """Where a part of a picture lies that fills a box."""
    across, down = box.width / image.width, box.height / image.height
    left, top, right, bottom = place
    return Box(box.left + left * across, box.top + top * down, box.left + right * across, box.top + bottom * down)


def _near(image: Image, colour: Sequence[int], by: int = _NEAR) -> Image:
    """Where a picture has nearly a colour: 255 there and 0 elsewhere."""
    from PIL import ImageChops

    near = [
        channel.point([_SEEN * (abs(value - part) <= by) for value in range(256)])
        for channel, part in zip(image.split(), colour, strict=True)
    ]
    return reduce(ImageChops.darker, near)


def _place_in(image: Image) -> Place | None:
    """Where the flag is in a small picture."""
    from PIL import ImageChops

    width, height = image.size
    yellow = _near(image, _YELLOW)
    either = ImageChops.lighter(yellow, _near(image, _BLUE)).tobytes()
    columns = _longest([either[at::width].count(_SEEN) >= _COLUMN * height for at in range(width)])
    if not columns:
        return None
    left, right = columns
    counts = [either[at * width + left : at * width + right].count(_SEEN) for at in range(height)]
    rows = _longest([count >= _ROW * (right - left) for count in counts])
    if not rows:
        return None
    top, bottom = rows
    inside = yellow.crop((left, top, right, bottom)).tobytes()
    share = inside.count(_SEEN) / len(inside)
    return (left, top, right, bottom) if _STARS[0] <= share <= _STARS[1] else None


def _colours_of(flag: Image) -> tuple[Colour, Colour] | None:
    """The commonest blue and yellow, from 0 to 1; None where stars are so small that they are all edge."""
    if flag.height < _COUNTED[0]:
        return None
    found: list[Colour] = []
    for colour in (_BLUE, _YELLOW):
        counted = [(count, pixel) for count, pixel in _colours(flag) if _is_near(pixel, colour)]
        if not counted:
            return None
        found.append(tuple(part / 255 for part in max(counted)[1]))
    return found[0], found[1]


def _colours(image: Image) -> list[tuple[int, tuple[int, ...]]]:
    """The colours of a picture, each behind its count."""
    return cast(list[tuple[int, tuple[int, ...]]], image.getcolors(image.width * image.height))


def _count_stars(flag: Image) -> int:
    """How many yellow spots there are, 0 where they could not be told apart."""
    from PIL import Image as Pictures

    least, most = _COUNTED
    if flag.height < least:
        return 0
    if flag.height > most:
        flag = flag.resize((round(flag.width * most / flag.height), most), Pictures.Resampling.NEAREST)
    yellow = _near(flag, _YELLOW).tobytes()
    spots = list(_spots({at for at, seen in enumerate(yellow) if seen}, flag.width))
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


def _is_near(pixel: Sequence[int], colour: Sequence[int]) -> bool:
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
