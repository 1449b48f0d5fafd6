"""A file that is placed as it is, a logo or an artwork: whether documents take it, its size, how it stands on white."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from portfolio.files.picture import PictureFault, opened

_MAGIC = {".png": b"\x89PNG", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff", ".svg": b"<"}
_LENGTH = re.compile(r"\d+(\.\d+)?")
_SEEN = 128  # of 255: a pixel that covers more than half of what is below it
_SIDE = 256  # px; enough to judge by


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoLook:
    """A logo's size in px, and the colour "#RRGGBB" than which a tenth of what is seen of it on white is darker."""

    width: int
    height: int
    dark: str


def is_logo(path: Path) -> bool:
    """Whether a file is what its name says: PNG, JPEG or SVG."""
    magic = _MAGIC.get(path.suffix.lower())
    try:
        with path.open("rb") as file:
            head = file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()
    except OSError:
        return False
    return magic is not None and head.startswith(magic)


def size_of_logo(path: Path) -> tuple[float, float]:
    """Width and height: in px, or of vectors in their own units. Raises PictureFault where they cannot be known."""
    look = look_at_logo(path)
    if look:
        return look.width, look.height
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root = fromstring(path.read_bytes())
        sides = [_LENGTH.match(root.get(side, "")) for side in ("width", "height")]
        box = root.get("viewBox", "").replace(",", " ").split()[2:]
        width, height = map(float, box or (side[0] for side in sides if side))
    except (ParseError, DefusedXmlException, ValueError, LookupError) as fault:
        raise PictureFault("picture.damaged") from fault
    if min(width, height) <= 0:
        raise PictureFault("picture.damaged")
    return width, height


def pixels_of_logo(path: Path) -> tuple[int, int] | None:
    """Width and height in px, from the file's head alone; None for vectors and for what cannot be read."""
    try:
        with opened(path) as image:
            return image.size
    except PictureFault:
        return None


def shape_of_logo(path: Path) -> float:
    """Its width by its height, looked at once as long as the file is the same. Raises PictureFault."""
    stat = path.stat()
    return _shape(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=64)
def _shape(path: Path, modified: int, size: int) -> float:  # noqa: ARG001 - they tell another file of the same name
    width, height = size_of_logo(path)
    return width / height


def look_at_logo(path: Path) -> LogoLook | None:
    """How a logo of pixels looks on white; None for vectors. Raises PictureFault."""
    if path.suffix.lower() == ".svg":
        return None
    from PIL import Image

    with opened(path) as image:
        width, height = image.size
        small = image.convert("RGBA")
        small.thumbnail((_SIDE, _SIDE))
    white = Image.new("RGBA", small.size, "#FFFFFF")
    on_white = Image.alpha_composite(white, small).convert("RGB").tobytes()
    opacity = small.getchannel("A").tobytes()
    pixels = (on_white[at * 3 : at * 3 + 3] for at, alpha in enumerate(opacity) if alpha > _SEEN)
    seen = sorted(pixels, key=lambda pixel: 299 * pixel[0] + 587 * pixel[1] + 114 * pixel[2]) or [b"\xff\xff\xff"]
    return LogoLook(width=width, height=height, dark=f"#{seen[len(seen) // 10].hex().upper()}")
