"""Boxes burned into a picture: nothing of what lay in them is left in the pixels.

All of it is done on the upright picture before it is made smaller: every pixel of a box is replaced first, so a filter
that reads neighbours can carry nothing of it outside; on the small picture, what lay in a box would already be mixed
into the pixels beside it. What is saved afterwards only ever saw the replaced ones, the ringing of JPEG included.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from portfolio.model.redaction import Box, Redaction

if TYPE_CHECKING:
    from PIL.Image import Image

# A JPEG may hold its colours at half or a quarter of the width: so far beside a box a decoder spreads them.
MARGIN = 3
CELLS = 6
LEVELS = 8

Edges = tuple[int, int, int, int]  # left, top, right, bottom in px


def redact(image: Image, redaction: Redaction) -> Image:
    """A whole upright picture (grey or RGB) with its boxes pixelated and covered, cropped last.

    Covered boxes are black. Pixelated ones keep at most CELLS × CELLS cells, each the mean of its area rounded to
    LEVELS steps a channel: some hundred bits of what were tens of thousands of pixels, so neither a face nor a line of
    text can be drawn again. Cells of a fixed small size would not do: letters were read from such mosaics by trying
    all that could stand there (Hill et al., On the (In)effectiveness of Mosaicing and Blurring as Tools for Document
    Redaction, PoPETs 2016/4), and faces were told apart in them (McPherson et al., Defeating Image Obfuscation with
    Deep Learning, arXiv:1609.00408). Against somebody who has pictures of all who might be there and
    only has to choose, no mosaic is proof: covering is.
    """
    safe = image.copy()
    _cover(safe, redaction.cover)
    for box in redaction.pixelate:
        edges = _around(box, safe)
        safe.paste(_mosaic(safe.crop(edges)), edges)
    _cover(safe, redaction.cover)  # where both lie on each other: no mean has seen what is covered, and it stays so
    return safe.crop(_inside(redaction.crop, safe)) if redaction.crop else safe


def _cover(image: Image, boxes: Iterable[Box]) -> None:
    for box in boxes:
        image.paste(0 if image.mode == "L" else (0, 0, 0), _around(box, image))


def _mosaic(part: Image) -> Image:
    """A part of a picture as a few even cells, about square."""
    from PIL import Image

    cell = max(part.size) / CELLS
    cells = part.resize(
        (max(1, math.floor(part.width / cell)), max(1, math.floor(part.height / cell))), Image.Resampling.BOX
    )
    step = 256 / LEVELS
    rounded = cells.point([int((value // step + 0.5) * step) for value in range(256)] * len(cells.getbands()))
    return rounded.resize(part.size, Image.Resampling.NEAREST)


def _around(box: Box, image: Image) -> Edges:
    """The pixels that a box touches, and a margin."""
    return (
        max(0, math.floor(box.left * image.width) - MARGIN),
        max(0, math.floor(box.top * image.height) - MARGIN),
        min(image.width, math.ceil((box.left + box.width) * image.width) + MARGIN),
        min(image.height, math.ceil((box.top + box.height) * image.height) + MARGIN),
    )


def _inside(box: Box, image: Image) -> Edges:
    """The pixels that lie wholly inside a box, at least one."""
    left = min(math.ceil(box.left * image.width), image.width - 1)
    top = min(math.ceil(box.top * image.height), image.height - 1)
    right = max(math.floor((box.left + box.width) * image.width), left + 1)
    bottom = max(math.floor((box.top + box.height) * image.height), top + 1)
    return left, top, right, bottom
