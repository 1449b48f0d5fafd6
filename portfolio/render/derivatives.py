"""Print-ready copies of the pictures a document places: upright, sRGB, no larger than printed, without metadata.

What is to be covered, pixelated or cropped is so in them; the originals are only read.
"""

from __future__ import annotations

import hashlib
import io
import math
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.files import atomic
from portfolio.files.originals import Originals
from portfolio.files.picture import look_of, strictly
from portfolio.model.blocks import PlacedPicture
from portfolio.model.problem import Place, Problem, error
from portfolio.render.derivativefile import DerivativeFile, begun_mark, mark_in, name_of
from portfolio.render.pixels import in_srgb, opaque, shrunk, upright
from portfolio.render.quality import FULL, LADDER, SCREEN, Step, finest
from portfolio.render.redact import redact
from portfolio.visibility import emblem

if TYPE_CHECKING:
    from PIL.Image import Image

DRAWING_COLOURS = 64  # with no more it is a drawing or a screen shot: JPEG would smear its edges
# To be raised when the steps below change, or how a look is had, so that no old copy is taken for a new one.
RECIPE = "4"

HEIF = ("image/heic", "image/heif")
JPEG = ("JPEG", "MPO")  # what Pillow calls it; MPO is the JPEG of cameras that store several pictures in a file
_ORIENTATION = 0x0112  # EXIF tag
_QUARTER_TURNED = (5, 6, 7, 8)  # orientations that swap width and height
MAGNIFIED = 4  # at most so many times larger is a page drawn for the part of it that is shown
SMOOTH = 4  # the emblem is drawn so many times larger and then reduced, for smooth edges


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivative:
    """The file made for a placed picture: `key` is the placement's, `sha256` that of the file's bytes.

    `size` is how many they are, `look` how the file looks (`look_of`), as it was seen when it was made; "" where nobody
    knows.
    """

    key: str
    path: Path
    width_px: int
    height_px: int
    sha256: str
    size: int = 0
    look: str = ""


def derive(
    pictures: Iterable[PlacedPicture],
    originals: Originals,
    folder: Path,
    step: Step = FULL,
    faults: Mapping[str, Problem] | None = None,
) -> tuple[dict[str, Derivative], tuple[Problem, ...]]:
    """The derivative of every picture by its key, made in `folder` or found there.

    As large as the step says, never with more pixels than the source has; JPEG, or PNG for drawings;
    transparency on white. A picture that cannot be read is left out with a Problem; `faults` are those that are known
    already, by mark.
    """
    wanted, known = tuple(pictures), dict(faults or {})
    for mark, picture in undrawn(wanted, folder, (step,), known).items():
        if fault := draw(picture, originals, folder, (step,)):
            known[mark] = fault
    return find_derivatives(wanted, folder, known, step)


def undrawn(
    pictures: Iterable[PlacedPicture],
    folder: Path,
    steps: Sequence[Step] = (FULL,),
    faults: Collection[str] = (),
) -> dict[str, PlacedPicture]:
    """The pictures whose derivatives at some of these steps are not in a folder yet, by their marks: each once.

    `faults` are the marks of those that cannot be drawn.
    """
    by_mark = {mark: picture for picture in pictures if (mark := mark_of(picture)) not in faults}
    cached = _cached(folder, by_mark)
    return {
        mark: picture for mark, picture in by_mark.items() if any((mark, step.name) not in cached for step in steps)
    }


def draw(picture: PlacedPicture, originals: Originals, folder: Path, steps: Sequence[Step] = (FULL,)) -> Problem | None:
    """Make the derivatives of one picture in a folder, its source opened once; a Problem when that cannot be read.

    The steps are of one ladder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return _make(picture, originals.path(picture.source, picture.sha256), folder, steps)


def find_derivatives(
    pictures: Iterable[PlacedPicture], folder: Path, faults: Mapping[str, Problem], step: Step = FULL
) -> tuple[dict[str, Derivative], tuple[Problem, ...]]:
    """The derivatives of pictures by key, as they lie in a folder; those of others are missing for their faults.

    `faults` are by mark; each source is named once. A file that is not the one that was made is removed
    (`picture.changed`), so it is made anew the next time.
    """
    marked = [(mark_of(picture), picture) for picture in pictures]
    cached = _cached(folder, {mark for mark, _ in marked})
    derivatives: dict[str, Derivative] = {}
    problems: dict[str, Problem] = {}
    for mark, picture in marked:
        if mark in faults:
            problems.setdefault(picture.source, faults[mark])
        elif (file := cached.get((mark, step.name))) and (derivative := _derivative(picture.key, *file)):
            derivatives[picture.key] = derivative
        else:
            problems.setdefault(picture.source, error("picture.changed", Place(file=picture.file)))
    return derivatives, tuple(problems.values())


def derivatives_marked(marks: Collection[str], folder: Path) -> dict[str, tuple[Derivative, ...]]:
    """The derivatives in a folder by their marks, of whatever step: of those that have one of these."""
    found: dict[str, tuple[Derivative, ...]] = {}
    for (mark, _), file in _cached(folder, marks).items():
        if derivative := _derivative(mark, *file):
            found[mark] = (*found.get(mark, ()), derivative)
    return found


def weight_of(pictures: Iterable[PlacedPicture], folder: Path, step: Step = FULL) -> int:
    """How many bytes the derivatives of pictures have together, each once; those that are not there count nothing."""
    marks = {mark_of(picture) for picture in pictures}
    cached = _cached(folder, marks)
    return sum(cached[mark, step.name][0].stat().st_size for mark in marks if (mark, step.name) in cached)


def mark_of(picture: PlacedPicture) -> str:
    """What the files of derivatives are known by: 32 hex digits, the same for the same picture in the same place.

    It depends on content, size, page, boxes, our recipe with its steps, and the library that follows it.
    """
    parts = (picture.sha256, picture.page, picture.redaction, _target(picture), LADDER, SCREEN, RECIPE, _library())
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


def remove_all_but(marks: Collection[str], folder: Path) -> None:
    """Remove the derivatives that have none of these marks, and what a killed run left of some. Raises OSError."""
    if folder.is_dir():
        atomic.remove_leftovers(folder)
        for path in folder.iterdir():
            if (mark := mark_in(path)) and (mark not in marks or not DerivativeFile.of(path)):
                path.unlink(missing_ok=True)


@cache
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


def _target(picture: PlacedPicture, step: Step = FULL) -> tuple[int, int]:
    """The size in px at a step: the printed one at its dpi, or so many on the longer side.

    A picture for screens alone or for a poster has a size of its own: the square that its longest side may fill.
    """
    if picture.longest:
        return picture.longest, picture.longest
    if step.pixels:
        longer = max(picture.width_mm, picture.height_mm)
        wide, high = (max(1, round(step.pixels * side / longer)) for side in (picture.width_mm, picture.height_mm))
        return wide, high
    width, height = (max(1, math.ceil(length / 25.4 * step.dpi)) for length in (picture.width_mm, picture.height_mm))
    return width, height


def _whole(picture: PlacedPicture, step: Step) -> tuple[int, int]:
    """The size in px at which the whole picture is as fine as its ladder goes in the part that is shown.

    It is the same for every step of the ladder, so that what is made at one does not depend on which others are made
    with it.
    """
    width, height = _target(picture, finest(step))
    crop = picture.redaction.crop if picture.redaction else None
    if not crop:
        return width, height
    most = MAGNIFIED if picture.page else math.inf  # a photo ends at its own pixels, a page has as many as one asks for
    return math.ceil(width * min(most, 1 / crop.width)), math.ceil(height * min(most, 1 / crop.height))


@cache
def _library() -> str:
    """The release of what draws; asking the installation for it takes longer than all the rest of a fingerprint."""
    return version("pillow")


def _cached(folder: Path, marks: Collection[str]) -> dict[tuple[str, str], tuple[Path, DerivativeFile]]:
    """Those derivatives in a folder that have one of these marks, by mark and step; none when it is not there yet."""
    if not folder.is_dir():
        return {}
    with os.scandir(folder) as entries:  # of thousands only those that may be meant become paths
        paths = [folder / entry.name for entry in entries if begun_mark(entry.name) in marks]
    named = ((path, DerivativeFile.of(path)) for path in paths)
    return {(told.mark, told.step): (path, told) for path, told in named if told}


def _derivative(key: str, path: Path, told: DerivativeFile) -> Derivative | None:
    """A file that was found, or None once it is removed for not being the one that was made."""
    data = path.read_bytes()
    sha256 = hashlib.sha256(data).hexdigest()
    if not told.is_of(sha256):
        path.unlink(missing_ok=True)
        return None
    return Derivative(
        key=key, path=path, width_px=told.width, height_px=told.height, sha256=sha256, size=len(data), look=told.look
    )


def _make(picture: PlacedPicture, source: Path, folder: Path, steps: Sequence[Step]) -> Problem | None:
    """Draws derivatives into the folder; a Problem when their source cannot be opened."""
    try:
        with strictly(), _opened(picture, source, steps[0]) as image:
            whole = opaque(upright(image))
            if picture.redaction:
                whole = redact(in_srgb(whole), picture.redaction)
                whole.info.clear()  # its colours are those of sRGB now, whatever the profile says
            drawing = image.format not in JPEG and whole.getcolors(DRAWING_COLOURS) is not None
            made = [(step, in_srgb(shrunk(whole, _target(picture, step)))) for step in steps]
    except ImportError:
        return error("system.no-heic", Place(file=picture.file))
    # Decoders of damaged files raise nearly anything: OSError, ValueError, SyntaxError, struct.error, MemoryError …
    except Exception as fault:
        return error("picture.undrawable", Place(file=picture.file), fault=type(fault).__name__)
    for step, image in made:
        _keep(image, step, folder, mark_of(picture), drawing=drawing)
    return None


def _keep(image: Image, step: Step, folder: Path, mark: str, *, drawing: bool) -> None:
    """Writes one derivative; its look is that of the bytes, decoded as every reader does."""
    written = io.BytesIO()
    image.info.clear()  # save() would write EXIF, XMP, ICC profile and comments found here (law 9)
    if drawing:
        image.save(written, "PNG", optimize=True)
    else:
        image.save(written, "JPEG", quality=step.quality, optimize=True)
    data = written.getvalue()
    name = name_of(mark, step.name, image.size, look_of(data), data, ".png" if drawing else ".jpg")
    atomic.write_bytes(folder / name, data)


@contextmanager
def _opened(picture: PlacedPicture, source: Path, step: Step) -> Iterator[Image]:
    """The source, or its page, decoded no larger than needed where the format allows."""
    from PIL import Image

    if picture.page is not None:
        from portfolio.files.pdfpages import draw_page

        yield draw_page(source, picture.page, _whole(picture, step))
    elif picture.media_type in HEIF:
        from pillow_heif import open_heif

        yield open_heif(source).to_pillow()
    else:
        with source.open("rb") as file, Image.open(file) as image:
            if image.format in JPEG:
                width, height = _whole(picture, step)
                turned = image.getexif().get(_ORIENTATION) in _QUARTER_TURNED
                # thumbnail() would decode in full; draft() lets the decoder leave out what is not needed.
                image.draft(None, (height, width) if turned else (width, height))
            yield image
