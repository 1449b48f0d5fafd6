import hashlib
import io
import random
import sys
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from corpus import find_corpus, needs_corpus
from PIL import Image, ImageChops, ImageCms

from portfolio.files.originals import Originals
from portfolio.files.picture import look_of
from portfolio.model.blocks import PlacedPicture
from portfolio.model.problem import error
from portfolio.model.text import Phrase
from portfolio.render.derivatives import (
    Derivative,
    derive,
    draw,
    draw_emblem,
    find_derivatives,
    mark_of,
    remove_all_but,
    undrawn,
    weight_of,
)
from portfolio.render.quality import FULL, LADDER, SCREEN, SMALL
from portfolio.visibility import emblem

RED, GREEN, BLUE = (200, 30, 30), (30, 160, 60), (30, 30, 200)


def place(evidence: Path, name: str, *, width_mm: float = 25.4, height_mm: float = 12.7) -> PlacedPicture:
    data = (evidence / name).read_bytes()
    heif = name.lower().endswith((".heic", ".heif"))
    return PlacedPicture(
        key=name,
        item="E-1",
        source=name,
        file=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="image/heic" if heif else "image/jpeg",
        width_mm=width_mm,
        height_mm=height_mm,
        alternative=Phrase(text="A picture"),
    )


@pytest.fixture
def made(tmp_path: Path) -> Callable[[PlacedPicture], Derivative]:
    def make(picture: PlacedPicture) -> Derivative:
        derivatives, problems = derive([picture], Originals(evidence=tmp_path, cache=tmp_path), tmp_path / "cache")
        assert problems == ()
        return derivatives[picture.key]

    return make


def halves(left: tuple[int, ...], right: tuple[int, ...], size: tuple[int, int] = (1600, 800)) -> Image.Image:
    image = Image.new("RGB", size, left)
    image.paste(right, (size[0] // 2, 0, *size))
    return image


def colour_at(derivative: Derivative, x: float, y: float) -> tuple[int, ...]:
    with Image.open(derivative.path) as image:
        pixel = image.convert("RGB").getpixel((int(x * image.width), int(y * image.height)))
    assert isinstance(pixel, tuple)
    return pixel


def near(found: tuple[int, ...], expected: tuple[int, ...]) -> bool:
    return all(abs(one - other) < 12 for one, other in zip(found, expected, strict=True))


def test_it_has_200_pixels_for_an_inch_of_the_printed_size(tmp_path: Path, made: Callable[..., Derivative]) -> None:
    halves(RED, BLUE).save(tmp_path / "a.jpg")
    derivative = made(place(tmp_path, "a.jpg"))
    assert (derivative.width_px, derivative.height_px) == (200, 100)
    with Image.open(derivative.path) as image:
        assert image.size == (200, 100)
    assert derivative.sha256 == hashlib.sha256(derivative.path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("size", "made_of_it"), [((1600, 800), (600, 300)), ((800, 1600), (300, 600)), ((40, 20), (40, 20))]
)
def test_for_screens_its_longest_side_has_so_many_pixels(
    tmp_path: Path, made: Callable[..., Derivative], size: tuple[int, int], made_of_it: tuple[int, int]
) -> None:
    halves(RED, BLUE, size).save(tmp_path / "a.jpg")
    picture = replace(place(tmp_path, "a.jpg"), longest=600)
    derivative = made(picture)
    assert (derivative.width_px, derivative.height_px) == made_of_it
    assert mark_of(picture) != mark_of(replace(picture, longest=1200))


def test_it_never_has_more_pixels_than_its_source(tmp_path: Path, made: Callable[..., Derivative]) -> None:
    halves(RED, BLUE, (40, 20)).save(tmp_path / "a.jpg")
    derivative = made(place(tmp_path, "a.jpg"))
    assert (derivative.width_px, derivative.height_px) == (40, 20)


def test_it_stands_upright_and_tells_nothing_of_camera_and_place(
    tmp_path: Path, made: Callable[..., Derivative]
) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned a quarter clockwise: what is at the left comes to the top
    exif[0x010F] = "Camera maker"
    exif.get_ifd(0x8825)[2] = (38.0, 30.0, 0.0)
    halves(RED, BLUE).save(tmp_path / "a.jpg", exif=exif, comment=b"said", xmp=b"<x:xmpmeta/>")
    derivative = made(place(tmp_path, "a.jpg", width_mm=12.7, height_mm=25.4))
    assert (derivative.width_px, derivative.height_px) == (100, 200)
    assert near(colour_at(derivative, 0.5, 0.2), RED)
    assert near(colour_at(derivative, 0.5, 0.8), BLUE)
    with Image.open(derivative.path) as image:
        assert not image.getexif()
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("suffix", ["png", "webp", "tif"])
def test_what_is_transparent_becomes_white(tmp_path: Path, made: Callable[..., Derivative], suffix: str) -> None:
    image = halves(RED, GREEN).convert("RGBA")
    image.paste((0, 0, 0, 0), (800, 0, 1600, 800))
    image.save(tmp_path / f"a.{suffix}", **({"lossless": True} if suffix == "webp" else {}))
    derivative = made(place(tmp_path, f"a.{suffix}"))
    assert near(colour_at(derivative, 0.2, 0.5), RED)
    assert near(colour_at(derivative, 0.8, 0.5), (255, 255, 255))


def test_a_drawing_stays_png_and_a_photo_does_not(tmp_path: Path, made: Callable[..., Derivative]) -> None:
    halves(RED, BLUE).save(tmp_path / "drawing.png")
    Image.effect_noise((400, 200), 80).convert("RGB").save(tmp_path / "photo.png")
    assert made(place(tmp_path, "drawing.png")).path.suffix == ".png"
    assert made(place(tmp_path, "photo.png")).path.suffix == ".jpg"


def test_sixteen_bits_cmyk_and_palettes_become_what_every_reader_shows(
    tmp_path: Path, made: Callable[..., Derivative]
) -> None:
    Image.new("I;16", (80, 40), 32896).save(tmp_path / "deep.png")
    halves(RED, BLUE).convert("CMYK").save(tmp_path / "press.jpg")
    halves(RED, BLUE).quantize(4).save(tmp_path / "few.gif")
    assert near(colour_at(made(place(tmp_path, "deep.png")), 0.5, 0.5), (128, 128, 128))
    assert near(colour_at(made(place(tmp_path, "press.jpg")), 0.2, 0.5), RED)
    assert near(colour_at(made(place(tmp_path, "few.gif")), 0.8, 0.5), BLUE)


def test_a_colour_profile_is_followed_and_left_out(tmp_path: Path, made: Callable[..., Derivative]) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # The same profile under another name, its red and blue exchanged.
    exchanged = srgb.replace(b"\0s\0R\0G\0B", b"\0o\0d\0d\0!")
    exchanged = exchanged.replace(b"rXYZ", b"?XYZ").replace(b"bXYZ", b"rXYZ").replace(b"?XYZ", b"bXYZ")
    for name, profile in (("plain", srgb), ("odd", exchanged), ("broken", b"no profile")):
        halves(RED, BLUE).save(tmp_path / f"{name}.jpg", icc_profile=profile)
        with Image.open(made(place(tmp_path, f"{name}.jpg")).path) as image:
            assert "icc_profile" not in image.info
    assert near(colour_at(made(place(tmp_path, "plain.jpg")), 0.2, 0.5), RED)
    assert near(colour_at(made(place(tmp_path, "odd.jpg")), 0.2, 0.5), RED[::-1])
    assert near(colour_at(made(place(tmp_path, "broken.jpg")), 0.2, 0.5), RED)


def test_the_same_content_is_made_once_and_the_same_everywhere(tmp_path: Path) -> None:
    halves(RED, BLUE).save(tmp_path / "a.jpg")
    picture = place(tmp_path, "a.jpg")
    first, _ = derive([picture], Originals(evidence=tmp_path, cache=tmp_path), tmp_path / "one")
    made_at = first["a.jpg"].path.stat().st_mtime_ns
    again, _ = derive([picture], Originals(evidence=tmp_path, cache=tmp_path), tmp_path / "one")
    elsewhere, _ = derive([picture], Originals(evidence=tmp_path, cache=tmp_path), tmp_path / "other")
    assert again == first
    assert again["a.jpg"].path.stat().st_mtime_ns == made_at
    assert elsewhere["a.jpg"].path.read_bytes() == first["a.jpg"].path.read_bytes()
    assert len(list((tmp_path / "one").iterdir())) == 1


def test_a_picture_that_cannot_be_drawn_is_named_and_left_out(tmp_path: Path) -> None:
    whole = io.BytesIO()
    Image.effect_noise((200, 100), 90).save(whole, "JPEG")
    (tmp_path / "cut.jpg").write_bytes(whole.getvalue()[:2000])
    (tmp_path / "bomb.png").write_bytes(_enormous_png())
    halves(RED, BLUE).save(tmp_path / "good.jpg")
    pictures = [place(tmp_path, name) for name in ("cut.jpg", "good.jpg", "bomb.png")]
    derivatives, problems = derive(pictures, Originals(evidence=tmp_path, cache=tmp_path), tmp_path / "cache")
    assert list(derivatives) == ["good.jpg"]
    assert [(problem.code, problem.where and problem.where.file) for problem in problems] == [
        ("picture.undrawable", "cut.jpg"),
        ("picture.undrawable", "bomb.png"),
    ]


def test_without_the_library_for_heic_the_rest_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    (tmp_path / "a.heic").write_bytes(b"\0\0\0\x18ftypheic")
    derivatives, problems = derive(
        [place(tmp_path, "a.heic")], Originals(evidence=tmp_path, cache=tmp_path), tmp_path / "cache"
    )
    assert derivatives == {}
    assert [problem.code for problem in problems] == ["system.no-heic"]


@needs_corpus
def test_real_pictures_of_every_kind_are_drawn(tmp_path: Path) -> None:
    photos = (find_corpus() or Path()) / "photos"
    names = (
        "IMG_2528.JPEG",
        "arrow.heic",
        "16bit.cropped.tif",
        "sugarshack.mpo",
        "pil_sample_cmyk.jpg",
        "rgb_trns.png",
    )
    derivatives, problems = derive(
        [place(photos, name) for name in names], Originals(evidence=photos, cache=tmp_path), tmp_path
    )
    assert problems == ()
    assert list(derivatives) == list(names)


def test_the_emblem_has_its_proportions_and_twelve_stars() -> None:
    with Image.open(io.BytesIO(draw_emblem(120))) as image:
        picture = image.convert("RGB")
    assert picture.size == (180, 120)
    assert picture.getpixel((2, 2)) == (0x00, 0x33, 0x99)
    for x, y in emblem.star_centres():
        assert picture.getpixel((round(x * 120), round(y * 120))) == (0xFF, 0xCC, 0x00)


def _enormous_png() -> bytes:
    """A PNG that promises 30,000 by 30,000 pixels."""
    small = io.BytesIO()
    Image.new("1", (1, 1)).save(small, "PNG")
    data = bytearray(small.getvalue())
    data[16:24] = (30_000).to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    return bytes(data)


def photograph(path: Path) -> None:
    """A photo with something in it at every scale."""
    tones = [
        ImageChops.add(
            Image.radial_gradient("L").rotate(turn).resize((1200, 900)),
            Image.frombytes("L", (300, 225), random.Random(turn).randbytes(300 * 225)).resize((1200, 900)),
            scale=2,
        )
        for turn in (10, 130, 250)
    ]
    Image.merge("RGB", tones).save(path, quality=90)


def test_each_step_down_the_ladder_has_fewer_pixels_and_bytes(tmp_path: Path) -> None:
    photograph(tmp_path / "a.jpg")
    picture, originals = (
        place(tmp_path, "a.jpg", width_mm=101.6, height_mm=76.2),
        Originals(evidence=tmp_path, cache=tmp_path),
    )
    folder = tmp_path / "cache"
    made = [derive([picture], originals, folder, step)[0]["a.jpg"] for step in LADDER]
    assert [each.width_px for each in made] == [4 * step.dpi for step in LADDER]
    assert [each.size for each in made] == sorted({each.size for each in made}, reverse=True)
    assert [weight_of([picture, picture], folder, step) for step in LADDER] == [each.size for each in made]


def test_a_step_is_the_same_made_alone_or_with_others(tmp_path: Path) -> None:
    photograph(tmp_path / "a.jpg")
    picture, originals = place(tmp_path, "a.jpg"), Originals(evidence=tmp_path, cache=tmp_path)
    for step in reversed(LADDER):
        derive([picture], originals, tmp_path / "alone", step)
    assert draw(picture, originals, tmp_path / "together", LADDER) is None
    alone, together = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("alone", "together")
    )
    assert len(alone) == len(LADDER)
    assert alone == together


def test_a_fault_that_is_known_is_told_and_not_tried_again(tmp_path: Path) -> None:
    (tmp_path / "cut.jpg").write_bytes(b"half")
    picture, originals = place(tmp_path, "cut.jpg"), Originals(evidence=tmp_path, cache=tmp_path)
    known = error("picture.undrawable")
    faults = {mark_of(picture): known}
    assert derive([picture], originals, tmp_path / "cache", LADDER[1], faults) == ({}, (known,))
    assert undrawn([picture], tmp_path / "cache", LADDER, faults) == {}
    assert list(undrawn([picture], tmp_path / "cache", LADDER)) == list(faults)


@pytest.mark.parametrize("rest", ["8x6", "200dpi-8x6"])
def test_what_an_earlier_release_named_is_removed(rest: str, tmp_path: Path) -> None:
    (tmp_path / f"{'0' * 32}-{rest}.jpg").write_bytes(b"somebody")
    remove_all_but({"0" * 32}, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def two(tmp_path: Path) -> tuple[list[PlacedPicture], dict[str, Derivative]]:
    """Two pictures that do not look alike, drawn."""
    halves(RED, BLUE).save(tmp_path / "one.jpg")
    halves(BLUE, GREEN).rotate(90, expand=True).save(tmp_path / "other.jpg")
    pictures = [place(tmp_path, "one.jpg"), place(tmp_path, "other.jpg")]
    found, _ = derive(pictures, Originals(evidence=tmp_path, cache=tmp_path), tmp_path / "cache")
    return pictures, found


def test_its_look_is_remembered_with_its_bytes(two: tuple[list[PlacedPicture], dict[str, Derivative]]) -> None:
    _, found = two
    assert {each.key: look_of(each.path.read_bytes()) for each in found.values()} == {
        each.key: each.look for each in found.values()
    }
    assert len({each.look for each in found.values()}) == 2


def swap_bytes(one: Path, other: Path) -> None:
    one.write_bytes(other.read_bytes())


def swap_names(one: Path, other: Path) -> None:
    """Another picture's file, called as if it were this one's but for look and seal."""
    head, tail = one.name.split("-")[:3], other.name.split("-")[3:]
    one.unlink()
    other.rename(other.with_name("-".join((*head, *tail))))


def forge_look(one: Path, other: Path) -> None:
    """The look of another picture in this one's name."""
    parts = one.name.split("-")
    one.rename(one.with_name("-".join((*parts[:3], other.name.split("-")[3], *parts[4:]))))


def cut(one: Path, other: Path) -> None:
    one.write_bytes(one.read_bytes()[:-20])


@pytest.mark.parametrize("change", [swap_bytes, swap_names, forge_look, cut])
def test_a_file_that_is_not_the_one_that_was_made_is_not_used_and_made_anew(
    change: Callable[[Path, Path], None], two: tuple[list[PlacedPicture], dict[str, Derivative]], tmp_path: Path
) -> None:
    (one, _), found = two
    folder, before = tmp_path / "cache", found["one.jpg"].path.read_bytes()
    change(found["one.jpg"].path, found["other.jpg"].path)
    derivatives, problems = find_derivatives([one], folder, {})
    assert derivatives == {}
    assert [(problem.code, problem.where and problem.where.file) for problem in problems] == [
        ("picture.changed", "one.jpg")
    ]
    again, problems = derive([one], Originals(evidence=tmp_path, cache=tmp_path), folder)
    assert problems == ()
    assert again["one.jpg"].path.read_bytes() == before


def test_derivatives_that_nobody_needs_any_more_are_removed(tmp_path: Path) -> None:
    for name, colour in (("keep.jpg", RED), ("drop.jpg", BLUE)):
        Image.new("RGB", (40, 20), colour).save(tmp_path / name)
    keep, drop = (place(tmp_path, name) for name in ("keep.jpg", "drop.jpg"))
    folder = tmp_path / "cache"
    found, _ = derive([keep, drop], Originals(evidence=tmp_path, cache=tmp_path), folder)
    (folder / ".portfolio-0123456789abcdef.part").write_bytes(b"half a picture of somebody")
    (folder / "not ours.txt").write_bytes(b"")
    smaller, _ = derive([keep, drop], Originals(evidence=tmp_path, cache=tmp_path), folder, LADDER[3])
    remove_all_but({mark_of(keep)}, folder)
    kept = {found["keep.jpg"].path.name, smaller["keep.jpg"].path.name, "not ours.txt"}
    assert {path.name for path in folder.iterdir()} == kept
    remove_all_but(set(), tmp_path / "there is none")


def test_on_a_screen_the_longer_side_decides_whatever_the_printed_size(tmp_path: Path) -> None:
    photograph(tmp_path / "a.jpg")
    originals = Originals(evidence=tmp_path, cache=tmp_path)
    for width_mm in (40.0, 170.0):
        picture = place(tmp_path, "a.jpg", width_mm=width_mm, height_mm=width_mm * 0.75)
        assert draw(picture, originals, tmp_path / "cache", SCREEN) is None
        sizes = [find_derivatives([picture], tmp_path / "cache", {}, step)[0]["a.jpg"] for step in SCREEN]
        assert [(each.width_px, each.height_px) for each in sizes] == [(1200, 900), (1200, 900), (640, 480)]


def test_a_screens_picture_is_the_same_made_alone_or_with_the_larger_one(tmp_path: Path) -> None:
    photograph(tmp_path / "a.jpg")
    picture, originals = place(tmp_path, "a.jpg"), Originals(evidence=tmp_path, cache=tmp_path)
    alone = derive([picture], originals, tmp_path / "alone", SMALL)[0]["a.jpg"]
    assert draw(picture, originals, tmp_path / "together", SCREEN) is None
    assert find_derivatives([picture], tmp_path / "together", {}, SMALL)[0]["a.jpg"].sha256 == alone.sha256


def test_paper_and_screen_do_not_stand_in_each_others_way(tmp_path: Path) -> None:
    photograph(tmp_path / "a.jpg")
    picture, originals = place(tmp_path, "a.jpg"), Originals(evidence=tmp_path, cache=tmp_path)
    for step in (FULL, *SCREEN):
        derive([picture], originals, tmp_path / "cache", step)
    assert len(list((tmp_path / "cache").iterdir())) == 1 + len(SCREEN)
    remove_all_but([mark_of(picture)], tmp_path / "cache")
    assert len(list((tmp_path / "cache").iterdir())) == 1 + len(SCREEN)
    remove_all_but([], tmp_path / "cache")
    assert not list((tmp_path / "cache").iterdir())
