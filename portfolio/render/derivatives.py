"""Print-ready copies of the pictures a document places: upright, sRGB, no larger than printed, without metadata.

What is to be covered, pixelated or cropped is so in them; the originals are only read.
"""

from __future__ import annotations

import hashlib
import io
import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.files import atomic
from portfolio.files.originals import Originals
from portfolio.files.picture import strictly
from portfolio.model.blocks import PlacedPicture
from portfolio.model.problem import Place, Problem, error
from portfolio.render.redact import redact
from portfolio.visibility import emblem

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 200
QUALITY = 85
DRAWING_COLOURS = 64  # with no more it is a drawing or a screen shot: JPEG would smear its edges
RECIPE = "2"  # to be raised when the steps below change, so that no old copy is taken for a new one

HEIF = ("image/heic", "image/heif")
JPEG = ("JPEG", "MPO")  # what Pillow calls it; MPO is the JPEG of cameras that store several pictures in a file
_ORIENTATION = 0x0112  # EXIF tag
_QUARTER_TURNED = (5, 6, 7, 8)  # orientations that swap width and height
_CACHED = re.compile(r"([0-9a-f]{32})-(\d+)x(\d+)\.(?:jpg|png)")


MAGNIFIED = 4  # at most so many times larger is a page drawn for the part of it that is shown
SMOOTH = 4  # the emblem is drawn so many times larger and then reduced, for smooth edges


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivative:
    """The file made for a placed picture: `key` is the placement's, `sha256` that of the file's bytes."""

    key: str
    path: Path
    width_px: int
    height_px: int
    sha256: str


def derive(
    pictures: Iterable[PlacedPicture], originals: Originals, folder: Path
) -> tuple[dict[str, Derivative], tuple[Problem, ...]]:
    """The derivative of every picture by its key, made in `folder` or found there.

    200 dpi of the printed size in mm, never more pixels than the source has; JPEG, or PNG for drawings; transparency
    on white. A picture that cannot be read is left out with a Problem.
    """
    wanted = tuple(pictures)
    tried = {mark: draw(picture, originals, folder) for mark, picture in undrawn(wanted, folder).items()}
    return find_derivatives(wanted, folder, {mark: fault for mark, fault in tried.items() if fault})


def undrawn(pictures: Iterable[PlacedPicture], folder: Path) -> dict[str, PlacedPicture]:
    """The pictures that have no derivative in a folder yet, by their marks: each once."""
    cached = _cached(folder)
    by_mark = {_fingerprint(picture): picture for picture in pictures}
    return {mark: picture for mark, picture in by_mark.items() if mark not in cached}


def draw(picture: PlacedPicture, originals: Originals, folder: Path) -> Problem | None:
    """Make the derivative of one picture in a folder; a Problem when its source cannot be read."""
    folder.mkdir(parents=True, exist_ok=True)
    made = _make(picture, originals.path(picture.source, picture.sha256), folder, _fingerprint(picture))
    return made if isinstance(made, Problem) else None


def find_derivatives(
    pictures: Iterable[PlacedPicture], folder: Path, faults: Mapping[str, Problem]
) -> tuple[dict[str, Derivative], tuple[Problem, ...]]:
    """The derivatives of pictures by key, as they lie in a folder; those of others are missing for their faults.

    `faults` are by mark; each source is named once.
    """
    cached = _cached(folder)
    derivatives: dict[str, Derivative] = {}
    problems: dict[str, Problem] = {}
    for picture in pictures:
        mark = _fingerprint(picture)
        if mark in faults:
            problems.setdefault(picture.source, faults[mark])
        else:
            derivatives[picture.key] = _derivative(picture.key, cached[mark])
    return derivatives, tuple(problems.values())


def mark_of(picture: PlacedPicture) -> str:
    """What the file of a derivative is known by: 32 hex digits, the same for the same picture at the same size."""
    return _fingerprint(picture)


def remove_all_but(marks: Collection[str], folder: Path) -> None:
    """Remove the derivatives that have none of these marks, and what a killed run left of some. Raises OSError."""
    if folder.is_dir():
        atomic.remove_leftovers(folder)
        for path in folder.iterdir():
            if (found := _CACHED.fullmatch(path.name)) and found[1] not in marks:
                path.unlink(missing_ok=True)


def draw_emblem(height_px: int) -> bytes:
    """The European emblem in colour as a PNG, for formats that hold no drawings."""
    from PIL import Image, ImageDraw

    height = height_px * SMOOTH
    image = Image.new("RGB", (round(height * emblem.WIDTH), height), emblem.BLUE)
    draw = ImageDraw.Draw(image)
    for centre in emblem.star_centres():
        draw.polygon([(x * height, y * height) for x, y in emblem.star(centre)], fill=emblem.YELLOW)
    data = io.BytesIO()
    image.reduce(SMOOTH).save(data, "PNG", optimize=True)
    return data.getvalue()


def _target(picture: PlacedPicture) -> tuple[int, int]:
    """The printed size in px at DPI."""
    width, height = (max(1, math.ceil(length / 25.4 * DPI)) for length in (picture.width_mm, picture.height_mm))
    return width, height


def _whole(picture: PlacedPicture) -> tuple[int, int]:
    """The size in px at which the whole picture has DPI in the part that is shown."""
    width, height = _target(picture)
    crop = picture.redaction.crop if picture.redaction else None
    if not crop:
        return width, height
    most = MAGNIFIED if picture.page else math.inf  # a photo ends at its own pixels, a page has as many as one asks for
    return math.ceil(width * min(most, 1 / crop.width)), math.ceil(height * min(most, 1 / crop.height))


def _fingerprint(picture: PlacedPicture) -> str:
    """What a derivative depends on: content, size, quality, page, boxes, our recipe, the library that follows it."""
    parts = (picture.sha256, picture.page, picture.redaction, _target(picture), QUALITY, RECIPE, _library())
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


@cache
def _library() -> str:
    """The release of what draws; asking the installation for it takes longer than all the rest of a fingerprint."""
    return version("pillow")


def _cached(folder: Path) -> dict[str, Path]:
    """The derivatives in a folder by their marks; none when it is not there yet."""
    if not folder.is_dir():
        return {}
    return {found[1]: path for path in folder.iterdir() if (found := _CACHED.fullmatch(path.name))}


def _derivative(key: str, path: Path) -> Derivative:
    found = _CACHED.fullmatch(path.name)
    assert found is not None, path  # _make and _cached name and list only such files
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Derivative(key=key, path=path, width_px=int(found[2]), height_px=int(found[3]), sha256=digest)


def _make(picture: PlacedPicture, source: Path, folder: Path, fingerprint: str) -> Path | Problem:
    """Draws one derivative into the folder; a Problem when its source cannot be opened."""
    try:
        with strictly(), _opened(picture, source) as image:
            upright = _opaque(_upright(image))
            if picture.redaction:
                upright = redact(_in_srgb(upright), picture.redaction)
                upright.info.clear()  # its colours are those of sRGB now, whatever the profile says
            drawing = image.format not in JPEG and upright.getcolors(DRAWING_COLOURS) is not None
            small = _in_srgb(_shrunk(upright, _target(picture)))
    except ImportError:
        return error("system.no-heic", Place(file=picture.file))
    # Decoders of damaged files raise nearly anything: OSError, ValueError, SyntaxError, struct.error, MemoryError …
    except Exception as fault:
        return error("picture.undrawable", Place(file=picture.file), fault=type(fault).__name__)
    data = io.BytesIO()
    small.info.clear()  # save() would write EXIF, XMP, ICC profile and comments found here (law 9)
    if drawing:
        small.save(data, "PNG", optimize=True)
    else:
        small.save(data, "JPEG", quality=QUALITY, optimize=True)
    path = folder / f"{fingerprint}-{small.width}x{small.height}.{'png' if drawing else 'jpg'}"
    atomic.write_bytes(path, data.getvalue())
    return path


@contextmanager
def _opened(picture: PlacedPicture, source: Path) -> Iterator[Image]:
    """The source, or its page, decoded no larger than needed where the format allows."""
    from PIL import Image

    if picture.page is not None:
        from portfolio.files.pdfpages import draw_page

        yield draw_page(source, picture.page, _whole(picture))
    elif picture.media_type in HEIF:
        from pillow_heif import open_heif

        yield open_heif(source).to_pillow()
    else:
        with source.open("rb") as file, Image.open(file) as image:
            if image.format in JPEG:
                width, height = _whole(picture)
                turned = image.getexif().get(_ORIENTATION) in _QUARTER_TURNED
                # thumbnail() would decode in full; draft() lets the decoder leave out what is not needed.
                image.draft(None, (height, width) if turned else (width, height))
            yield image


def _upright(image: Image) -> Image:
    """The picture as the camera was held, by its EXIF orientation."""
    from PIL import ImageOps

    return ImageOps.exif_transpose(image)


def _opaque(image: Image) -> Image:
    """The picture with 8 bits a channel in grey, RGB or CMYK, transparency laid on white."""
    from PIL import Image

    if image.mode.startswith("I"):  # 16 bit, which convert() would cut off at 255
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if image.has_transparency_data:
        image = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def _shrunk(image: Image, box: tuple[int, int]) -> Image:
    """The whole picture within a box, its proportions kept; as it is when it is no larger."""
    from PIL import Image

    scale = min(box[0] / image.width, box[1] / image.height)
    if scale >= 1:
        return image
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return image.resize(size, Image.Resampling.LANCZOS)


def _in_srgb(image: Image) -> Image:
    """The picture in grey or sRGB, its colour profile followed."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if profile:
        try:
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if not ImageCms.getProfileDescription(given).startswith("sRGB"):
                srgb = ImageCms.createProfile("sRGB")
                return ImageCms.profileToProfile(image, given, srgb, outputMode="RGB") or image
        except (ImageCms.PyCMSError, OSError):
            pass  # a broken profile, or one of another colour space: the plain numbers are the best that is known
    return image if image.mode in ("L", "RGB") else image.convert("RGB")
