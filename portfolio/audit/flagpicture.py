"""Whether a picture in a PDF shows the EU's flag, as its colours tell: for files that others made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from portfolio.model.marks import Box

_SIDE = 200  # px; enough to see a flag
_NEAR = 40  # of 255 a channel: colours of JPEGs and screens stray
_BLUE, _YELLOW = (0, 51, 153), (255, 204, 0)
_COLUMN, _ROW = 0.35, 0.6  # of a picture's height, of the flag's width: how much is blue or yellow where the flag is
_STARS = (0.008, 0.08)  # yellow by all the flag: of the construction 0.028, and small stars lose some at their edges


def see_flag(picture: Any, box: Box) -> Box | None:
    """Where the flag stands of a picture that fills a box, None where none is seen."""
    from pikepdf import PdfImage
    from PIL import Image

    try:
        image = PdfImage(picture).as_pil_image().convert("RGB")
    except Exception:  # a decoder's or a colour space's that is not known: then nobody can tell
        return None
    image.thumbnail((_SIDE, _SIDE), Image.Resampling.BOX)
    width, height = image.size
    data = image.tobytes()
    pixels = [data[at : at + 3] for at in range(0, len(data), 3)]
    blue = [_is_near(pixel, _BLUE) for pixel in pixels]
    yellow = [_is_near(pixel, _YELLOW) for pixel in pixels]
    either = [one or other for one, other in zip(blue, yellow, strict=True)]
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
    if not _STARS[0] <= share <= _STARS[1]:
        return None
    across, down = box.width / width, box.height / height
    return Box(box.left + left * across, box.top + top * down, box.left + right * across, box.top + bottom * down)


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
