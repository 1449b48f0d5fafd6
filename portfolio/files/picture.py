"""Pictures: their size as seen upright, a hash of how they look, and what is written inside them."""

from __future__ import annotations

import warnings
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portfolio.files.fault import FileFault
from portfolio.files.iptc import read_iptc
from portfolio.files.xmp import read_xmp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Exif
    from PIL.Image import Image as Image  # also the type of the pages that `pdfpages` draws
    from PIL.ImageFile import ImageFile

# Larger than any camera's; beyond it a file of a few kB can ask for gigabytes.
MAX_PIXELS = 100_000_000

# EXIF 3.0 tags, and those that Windows Explorer writes (UTF-16LE).
_DESCRIPTION, _ARTIST, _MODIFIED, _COPYRIGHT = 0x010E, 0x013B, 0x0132, 0x8298
_XP_TITLE, _XP_COMMENT = 0x9C9B, 0x9C9C
_EXIF_IFD = 0x8769
_TAKEN, _DIGITISED = 0x9003, 0x9004
_ORIENTATION = 0x0112
_TURNED = frozenset({5, 6, 7, 8})


class PictureFault(FileFault):
    """A picture that cannot be used: `picture.damaged`, `picture.too-large`, `system.no-heic` (no library for HEIC)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An upright picture: width and height in px, its 64-bit dhash as 16 hex digits, and what is written in it.

    `said`: (field, language or "", text) with the fields "title", "caption", "alternative", "credit", "place", "date"
    (as XMP and EXIF write dates). Where it was taken is not read.
    """

    width: int
    height: int
    dhash: str
    said: tuple[tuple[str, str, str], ...]


def read_picture(path: Path) -> Picture:
    """Opens and decodes a picture (its first frame) so far that damage shows. Raises PictureFault."""
    with opened(path) as image:
        exif = image.getexif()
        packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
        said = _said(exif, packet.encode() if isinstance(packet, str) else packet, _iptc(image))
        width, height = image.size
        orientation = exif.get(_ORIENTATION)
        if orientation in _TURNED:
            width, height = height, width
        return Picture(width=width, height=height, dhash=look_of_image(image), said=said)


def draw_upright(path: Path | BytesIO, side: int) -> Image:
    """A picture upright, in grey, and no larger than a square of `side` px. Raises PictureFault."""
    from PIL import ImageOps

    with opened(path) as image:
        image.draft("L", (side, side))
        upright: Image = ImageOps.exif_transpose(image).convert("L")
        upright.thumbnail((side, side))
        return upright


@contextmanager
def strictly() -> Iterator[None]:
    """Damaged and enormous pictures are errors meanwhile; what decoders only mention is let be."""
    from PIL import Image, ImageFile

    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    lenient = ImageFile.LOAD_TRUNCATED_IMAGES  # WeasyPrint switches it on for the whole process
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


@contextmanager
def opened(source: Path | BytesIO) -> Iterator[ImageFile]:
    """An opened picture; whatever goes wrong while it is in use becomes a PictureFault."""
    from PIL import Image, UnidentifiedImageError

    heic = reads_heic()
    with decoding():
        try:
            image = Image.open(source)
        except UnidentifiedImageError as error:
            missing = not heic and isinstance(source, Path) and _is_heic(source)
            raise PictureFault("system.no-heic" if missing else "picture.damaged") from error
        with image:
            yield image


@contextmanager
def decoding() -> Iterator[None]:
    """Pictures are decoded strictly meanwhile; whatever goes wrong becomes a PictureFault."""
    from PIL import Image

    try:
        with strictly():
            yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise too_large() from error
    except (PictureFault, MemoryError):
        raise
    except Exception as error:  # decoders of damaged files raise anything: OSError, SyntaxError, struct.error, …
        raise PictureFault("picture.damaged") from error


def too_large() -> PictureFault:
    """Of a picture with more pixels than MAX_PIXELS."""
    return PictureFault("picture.too-large", limit=MAX_PIXELS // 10**6)


def reads_heic() -> bool:
    """Whether HEIC can be read, which Pillow is taught where the optional library is installed."""
    try:
        import pillow_heif
    except ImportError:
        return False
    pillow_heif.register_heif_opener(thumbnails=False)
    return True


def _is_heic(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(12)[4:11] in (b"ftyphei", b"ftyphev", b"ftypmif", b"ftypmsf")


def look_of(data: bytes) -> str:
    """How the picture in these bytes looks, as `look_of_image` says. Raises PictureFault."""
    with opened(BytesIO(data)) as image:
        return look_of_image(image)


def look_of_image(image: Image) -> str:
    """A 64-bit difference hash as 16 hex digits: upright at 9 × 8 px, which are brighter than their right ones."""
    from PIL import ImageOps

    # A JPEG is decoded at an eighth: every coefficient is still read, so a cut file shows.
    image.draft("L", (image.width // 8, image.height // 8))
    small = ImageOps.exif_transpose(image).convert("L").resize((9, 8))
    pixels = small.tobytes()
    bits = "".join(str(int(pixels[9 * row + x] > pixels[9 * row + x + 1])) for row in range(8) for x in range(8))
    return f"{int(bits, 2):016x}"


def _iptc(image: ImageFile) -> dict[str, str]:
    from PIL import IptcImagePlugin

    with suppress(Exception):  # damaged records raise anything, and the picture is none the worse for it
        return read_iptc(IptcImagePlugin.getiptcinfo(image) or {})
    return {}


def _said(exif: Exif, packet: bytes, records: dict[str, str]) -> tuple[tuple[str, str, str], ...]:
    """What people and the camera wrote: XMP first, then IPTC, then EXIF for what those leave open."""
    said = read_xmp(packet) if packet else {}
    for field, text in records.items():
        said.setdefault(field, (("", text),))
    inner = exif.get_ifd(_EXIF_IFD)
    written = {
        "title": _utf16(exif.get(_XP_TITLE)),
        "caption": _text(exif.get(_DESCRIPTION)) or _utf16(exif.get(_XP_COMMENT)),
        "credit": _text(exif.get(_ARTIST)) or _text(exif.get(_COPYRIGHT)),
        "date": _text(inner.get(_TAKEN)) or _text(inner.get(_DIGITISED)),
    }
    for field, text in written.items():
        if text and field not in said:
            said[field] = (("", text),)
    modified = _text(exif.get(_MODIFIED))
    if modified and "date" not in said:
        said["date"] = (("", modified),)
    return tuple((field, language, text) for field, texts in said.items() for language, text in texts)


def _text(value: Any) -> str:
    """An EXIF text. Pillow decodes it as Latin-1; phones and Windows write UTF-8."""
    if isinstance(value, bytes):
        value = value.decode("latin-1")
    if not isinstance(value, str):
        return ""
    with suppress(UnicodeError):
        value = value.encode("latin-1").decode("utf-8")
    return " ".join(value.replace("\0", " ").split())


def _utf16(value: Any) -> str:
    return _text(value.decode("utf-16-le", errors="ignore")) if isinstance(value, bytes) else ""
