"""What lay in a box is gone from the pixels, and nothing else is."""

import hashlib
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from intake.evidence import pdf
from PIL import Image, ImageDraw

from portfolio.files.originals import Originals
from portfolio.model.blocks import PlacedPicture
from portfolio.model.redaction import HIDDEN, Box, Redaction
from portfolio.model.text import Phrase
from portfolio.render.derivatives import derive
from portfolio.render.redact import CELLS, LEVELS, MARGIN, redact

GREEN, MAGENTA = (30, 160, 60), (255, 0, 255)
FACE = Box(left=0.55, top=0.1, width=0.25, height=0.3)
WIDE, HIGH = 1200, 800
# How a camera has turned what it stores, by the EXIF orientation that takes it back.
STORED = {
    1: (),
    2: (Image.Transpose.FLIP_LEFT_RIGHT,),
    3: (Image.Transpose.ROTATE_180,),
    4: (Image.Transpose.FLIP_TOP_BOTTOM,),
    5: (Image.Transpose.TRANSPOSE,),
    6: (Image.Transpose.ROTATE_90,),
    7: (Image.Transpose.TRANSVERSE,),
    8: (Image.Transpose.ROTATE_270,),
}


def secret(box: Box = FACE, size: tuple[int, int] = (WIDE, HIGH)) -> Image.Image:
    """A green picture with magenta in the box: a colour that nothing else can make."""
    image = Image.new("RGB", size, GREEN)
    ImageDraw.Draw(image).rectangle(pixels(box, size), fill=MAGENTA)
    return image


def pixels(box: Box, size: tuple[int, int]) -> tuple[int, int, int, int]:
    left, top = box.left * size[0], box.top * size[1]
    return round(left), round(top), round(left + box.width * size[0]) - 1, round(top + box.height * size[1]) - 1


def drawn(
    folder: Path,
    name: str,
    redaction: Redaction | None,
    *,
    width: float = 60,
    height: float = 40,
    page: int | None = None,
) -> Image.Image:
    """The derivative of a file at a size in mm."""
    picture = PlacedPicture(
        key=name,
        item="E-1",
        source=name,
        file=name,
        sha256=hashlib.sha256((folder / name).read_bytes()).hexdigest(),
        media_type="image/heic" if name.endswith("heic") else "image/jpeg",
        width_mm=width,
        height_mm=height,
        alternative=Phrase(text="A picture"),
        page=page,
        redaction=redaction,
    )
    made, problems = derive([picture], Originals(evidence=folder, cache=folder), folder / "cache")
    assert problems == ()
    with Image.open(made[name].path) as image:
        return image.convert("RGB")


def traces(image: Image.Image) -> int:
    """How many pixels have anything of magenta: much more red than the green around the box."""
    red, green, blue = (channel.tobytes() for channel in image.split())
    return sum(r > 90 or b > 120 for r, g, b in zip(red, green, blue, strict=True))


@pytest.mark.parametrize("orientation", STORED)
@pytest.mark.parametrize("width", [60, 8])  # the smaller is decoded at a fraction
def test_a_covered_box_is_black_however_the_camera_was_held(tmp_path: Path, orientation: int, width: float) -> None:
    image = secret()
    for turn in STORED[orientation]:
        image = image.transpose(turn)
    exif = Image.Exif()
    exif[0x0112] = orientation
    image.save(tmp_path / "a.jpg", exif=exif, quality=95)
    before = (tmp_path / "a.jpg").read_bytes()
    seen = drawn(tmp_path, "a.jpg", None, width=width, height=width / 1.5)
    assert traces(seen) > 0.9 * FACE.width * FACE.height * seen.width * seen.height
    hidden = drawn(tmp_path, "a.jpg", Redaction(cover=(FACE,)), width=width, height=width / 1.5)
    assert hidden.size == seen.size
    assert traces(hidden) == 0
    middle = hidden.getpixel((int(0.675 * hidden.width), int(0.25 * hidden.height)))
    assert isinstance(middle, tuple)
    assert max(middle) < 8
    assert (tmp_path / "a.jpg").read_bytes() == before


@pytest.mark.parametrize("name", ["a.png", "clear.png", "palette.gif", "a.heic", "press.jpg", "quarter.jpg", "a.tif"])
def test_every_kind_of_picture_is_covered(tmp_path: Path, name: str) -> None:
    image = secret()
    match name:
        case "clear.png":
            image.putalpha(200)
        case "press.jpg":
            image = image.convert("CMYK")
        case "palette.gif":
            image = image.quantize(8)
        case "a.heic":
            pytest.importorskip("pillow_heif").register_heif_opener()
    image.save(tmp_path / name, **({"quality": 90, "subsampling": "4:1:1"} if name == "quarter.jpg" else {}))
    assert traces(drawn(tmp_path, name, None)) > 10_000
    assert traces(drawn(tmp_path, name, Redaction(cover=(FACE,)))) == 0


def test_sixteen_bits_are_covered(tmp_path: Path) -> None:
    deep = Image.new("I;16", (WIDE, HIGH), 20_000)
    deep.paste(60_000, pixels(FACE, deep.size))
    deep.save(tmp_path / "deep.png")
    hidden = drawn(tmp_path, "deep.png", Redaction(cover=(FACE,))).convert("L")
    assert hidden.getextrema()[1] < 90


def test_a_page_of_a_pdf_is_covered_and_cropped(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf("Ada Billur", "Ada Billur"))
    text = Box(left=0.1, top=0.1, width=0.5, height=0.1)
    assert drawn(tmp_path, "a.pdf", None, page=1).convert("L").getextrema()[0] < 150
    crop = Box(left=0, top=0, width=1, height=0.5)
    apart = Redaction(cover=(text,), crop=crop)
    page = drawn(tmp_path, "a.pdf", apart, page=1, width=59.5, height=42.1).convert("L")
    assert page.width / page.height == pytest.approx(595 / 421, abs=0.02)
    assert page.crop((0, 0, page.width, int(0.19 * page.height))).getextrema()[0] > 250
    written = page.crop(
        (int(0.15 * page.width), int(0.2 * page.height), int(0.55 * page.width), int(0.4 * page.height))
    )
    assert written.getextrema()[1] < 12
    below = Redaction(crop=Box(left=0, top=0.5, width=1, height=0.5))
    assert drawn(tmp_path, "a.pdf", below, page=1).convert("L").getextrema()[0] > 250


def test_a_crop_is_all_that_is_left_and_boxes_are_of_the_whole(tmp_path: Path) -> None:
    secret().save(tmp_path / "a.jpg", quality=95)
    left = Redaction(crop=Box(left=0, top=0, width=0.55, height=1))
    assert traces(drawn(tmp_path, "a.jpg", left)) <= 40 * 3  # what a JPEG smears over the edge of the box
    part = drawn(tmp_path, "a.jpg", Redaction(crop=FACE), width=60, height=48)
    assert part.size == (300, 240)
    assert traces(part) == 300 * 240
    both = Redaction(cover=(FACE,), crop=Box(left=0.5, top=0, width=0.5, height=0.5))
    hidden = drawn(tmp_path, "a.jpg", both, width=60, height=40)
    assert hidden.size == (472, 315)
    assert traces(hidden) == 0
    assert max(hidden.getpixel((150, 120))) < 8  # type: ignore[arg-type]


def test_a_hidden_picture_is_black(tmp_path: Path) -> None:
    secret().save(tmp_path / "a.jpg")
    assert max(high for _, high in drawn(tmp_path, "a.jpg", HIDDEN).getextrema()) == 0  # type: ignore[misc, str-unpack]


def test_a_mosaic_has_few_cells_of_few_colours_however_large_the_box() -> None:
    noise = Image.frombytes("RGB", (WIDE, HIGH), random.Random(7).randbytes(WIDE * HIGH * 3))
    for box in (FACE, Box(left=0.2, top=0.5, width=0.6, height=0.02), Box(left=0, top=0, width=0.01, height=0.01)):
        done = redact(noise, Redaction(pixelate=(box,)))
        part = done.crop(pixels(box, done.size))
        assert len(part.getcolors(part.width * part.height)) <= CELLS * CELLS
        assert len(set(part.tobytes())) <= LEVELS
    # Two pictures that differ in the pixels, but not in the means, become one.
    noises = (Image.effect_noise((WIDE, HIGH), 60).point(lambda value: value * 0.8) for _ in range(2))
    ones, others = (each.convert("RGB") for each in noises)
    whole = Redaction(pixelate=(Box(left=0, top=0, width=1, height=1),))
    assert redact(ones, whole).tobytes() == redact(others, whole).tobytes()


def test_what_is_covered_is_in_no_mean_of_a_mosaic_over_it() -> None:
    both = Redaction(cover=(FACE,), pixelate=(Box(left=0.4, top=0, width=0.6, height=0.6),))
    assert redact(secret(), both).tobytes() == redact(Image.new("RGB", (WIDE, HIGH), GREEN), both).tobytes()


def test_equal_pictures_with_other_boxes_are_other_derivatives(tmp_path: Path) -> None:
    secret().save(tmp_path / "a.jpg")
    boxes = (None, Redaction(cover=(FACE,)), Redaction(pixelate=(FACE,)), Redaction(crop=FACE), HIDDEN)
    for redaction in boxes:
        drawn(tmp_path, "a.jpg", redaction)
    assert len(list((tmp_path / "cache").iterdir())) == len(boxes)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    left, top = draw(st.floats(0, 0.98)), draw(st.floats(0, 0.98))
    width, height = draw(st.floats(0.01, 1)), draw(st.floats(0.01, 1))
    return Box(left=left, top=top, width=min(width, 1 - left), height=min(height, 1 - top))


@given(
    size=st.tuples(st.integers(1, 90), st.integers(1, 90)),
    cover=st.lists(boxes(), max_size=3).map(tuple),
    pixelate=st.lists(boxes(), max_size=3).map(tuple),
    crop=st.none() | boxes(),
    mode=st.sampled_from(["L", "RGB"]),
)
@settings(deadline=None, max_examples=150)
def test_nothing_of_any_box_survives_and_what_is_outside_stays(
    size: tuple[int, int], cover: tuple[Box, ...], pixelate: tuple[Box, ...], crop: Box | None, mode: str
) -> None:
    picture = Image.frombytes("RGB", size, random.Random(1).randbytes(size[0] * size[1] * 3)).convert(mode)
    within = Image.new("L", size, 0)
    around = Image.new("L", size, 0)
    for box in (*cover, *pixelate):
        left, top, right, bottom = (
            box.left * size[0],
            box.top * size[1],
            (box.left + box.width) * size[0],
            (box.top + box.height) * size[1],
        )
        within.paste(255, (int(left), int(top), min(size[0], int(right) + 1), min(size[1], int(bottom) + 1)))
        around.paste(255, (int(left) - MARGIN, int(top) - MARGIN, int(right) + MARGIN + 1, int(bottom) + MARGIN + 1))
    redaction = Redaction(cover=cover, pixelate=pixelate)
    done = redact(picture, redaction)
    assert done.size == size
    outside = around.point(lambda value: 255 - value)
    assert Image.composite(done, Image.new(mode, size), outside) == Image.composite(
        picture, Image.new(mode, size), outside
    )
    # Covered boxes hold nothing, whatever lay in them; mosaics at most their cells.
    other = picture.copy()
    for box in cover:
        other.paste(Image.new(mode, size, "white"), (0, 0), _mask(box, size))
    assert redact(other, Redaction(cover=cover)).tobytes() == redact(picture, Redaction(cover=cover)).tobytes()
    if crop:
        part = redact(picture, Redaction(cover=cover, pixelate=pixelate, crop=crop))
        assert 1 <= part.width <= size[0]
        assert 1 <= part.height <= size[1]
        assert part.width <= max(1, crop.width * size[0] + 1e-6)
        assert part.height <= max(1, crop.height * size[1] + 1e-6)


def _mask(box: Box, size: tuple[int, int]) -> Image.Image:
    """The pixels that a box touches."""
    mask = Image.new("L", size, 0)
    right, bottom = (box.left + box.width) * size[0], (box.top + box.height) * size[1]
    mask.paste(255, (int(box.left * size[0]), int(box.top * size[1]), int(right) + 1, int(bottom) + 1))
    return mask
