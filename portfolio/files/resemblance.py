"""Whether two pictures show the same, seen closely: where a hash of 64 bits cannot tell, because it hangs on noise."""

from __future__ import annotations

from io import BytesIO
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.files.picture import PictureFault, draw_upright

if TYPE_CHECKING:
    from portfolio.files.picture import Image

SIDE = 32
_DRAWN = 8 * SIDE  # so large a picture is decoded before it is reduced, in grey
# Of 256 greys. The corpus, each original beside its derivatives down to 80 dpi: they differ by at most 0.14 of how much
# the original varies, or where it is noise alone by 1, and all together by 6.
_MOST = 0.2
_UNSEEN = 1.5
_SHIFT = 8


def resembles(shown: Image | bytes, original: Path) -> bool:
    """Whether a picture, or a file of one, is an original made smaller; False when either cannot be decoded."""
    try:
        picture = draw_upright(BytesIO(shown), _DRAWN) if isinstance(shown, bytes) else shown
        ours, theirs = _greys(picture), _greys(draw_upright(original, _DRAWN))
    except PictureFault:
        return False
    shift = sum(ours) / len(ours) - sum(theirs) / len(theirs)
    differ = _spread([one - other for one, other in zip(ours, theirs, strict=True)])
    return abs(shift) <= _SHIFT and differ <= max(_UNSEEN, _MOST * _spread(list(theirs)))


def _greys(image: Image) -> bytes:
    return image.convert("L").resize((SIDE, SIDE)).tobytes()


def _spread(values: list[int]) -> float:
    """The standard deviation."""
    middle = sum(values) / len(values)
    return sqrt(sum((value - middle) ** 2 for value in values) / len(values))
