"""A picture is held against its original itself: noise does not part them, another picture does."""

import io
import random
from pathlib import Path

import pytest
from corpus import find_corpus, needs_corpus
from PIL import Image, ImageChops, ImageDraw

from portfolio.files.picture import look_of
from portfolio.files.resemblance import resembles

SIZE = (1600, 1200)


def noise(sigma):
    """The same grain each time."""
    grain = Image.frombytes("L", SIZE, random.Random(7).randbytes(SIZE[0] * SIZE[1]))
    return grain.point(lambda grey: 128 + (grey - 128) * sigma / 74)  # even chances spread by 74


def scene(*, at=400):
    """Somebody before a wall."""
    image = Image.new("L", SIZE, 150)
    ImageDraw.Draw(image).ellipse((at, 300, at + 500, 900), fill=90)
    return image


def saved(image, path: Path, quality=80) -> Path:
    image.convert("RGB").save(path, "JPEG", quality=quality)
    return path


def smaller(path: Path, width=300, quality=60) -> bytes:
    data = io.BytesIO()
    with Image.open(path) as image:
        image.resize((width, width * image.height // image.width)).save(data, "JPEG", quality=quality)
    return data.getvalue()


def bits(one: bytes, other: bytes) -> int:
    return (int(look_of(one), 16) ^ int(look_of(other), 16)).bit_count()


@pytest.mark.parametrize("sigma", [20, 50, 90, 150])
def test_noise_alone_resembles_itself_made_smaller(tmp_path, sigma):
    original = saved(noise(sigma), tmp_path / "a.jpg")
    assert resembles(smaller(original), original)


def test_a_hash_would_part_them(tmp_path):
    original = saved(noise(50), tmp_path / "a.jpg")
    assert max(bits(smaller(original, quality=quality), original.read_bytes()) for quality in range(40, 90, 10)) > 8


def test_somebody_elsewhere_in_the_same_room_is_another_picture(tmp_path):
    for name, grain in (("clear", 0), ("noisy", 60)):
        here, there = (
            saved(
                ImageChops.add(scene(at=at), noise(grain), scale=2) if grain else scene(at=at), tmp_path / f"{at}.jpg"
            )
            for at in (400, 700)
        )
        assert resembles(smaller(here), here), name
        assert not resembles(smaller(there), here), name


def test_somebody_pale_before_a_pale_wall_is_seen(tmp_path):
    wall = Image.new("L", SIZE, 150)
    pale = wall.copy()
    ImageDraw.Draw(pale).ellipse((500, 300, 1000, 900), fill=158)
    assert not resembles(smaller(saved(pale, tmp_path / "pale.jpg")), saved(wall, tmp_path / "wall.jpg"))


def test_another_light_is_another_picture(tmp_path):
    original = saved(scene(), tmp_path / "a.jpg")
    assert not resembles(smaller(saved(scene().point(lambda grey: grey + 20), tmp_path / "b.jpg")), original)


def test_a_drawing_of_few_pixels_resembles_itself(tmp_path):
    Image.effect_noise((40, 30), 70).save(tmp_path / "a.png")
    with Image.open(tmp_path / "a.png") as image:
        assert resembles(image, tmp_path / "a.png")


def test_what_cannot_be_decoded_resembles_nothing(tmp_path):
    original = saved(scene(), tmp_path / "a.jpg")
    assert not resembles(b"no picture", original)
    assert not resembles(smaller(original), tmp_path / "gone.jpg")


@needs_corpus
def test_no_two_real_photos_resemble_each_other():
    photos = (find_corpus() or Path()) / "photos"
    names = ("IMG_2528.JPEG", "IMG_2530.JPEG", "IMG_5195.HEIC", "okul-binasi.jpg", "elektronik.png", "rocket.jpg")
    found = {(a, b) for a in names for b in names if resembles(smaller_of(photos / a), photos / b)}
    assert found == {(name, name) for name in names}


def smaller_of(path: Path) -> Image.Image:
    from portfolio.files.picture import draw_upright

    return draw_upright(path, 200)
