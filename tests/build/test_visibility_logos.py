"""A logo that is the EU's flag is named; one that has its colours is not."""

import pytest
from PIL import Image, ImageDraw

from portfolio.build.visibility_logos import find_flags_among
from portfolio.visibility.emblem import star, star_centres


def flag(height=400):
    image = Image.new("RGB", (6 * height, 4 * height), "#003399")
    for centre in star_centres():
        ImageDraw.Draw(image).polygon([(x * 4 * height, y * 4 * height) for x, y in star(centre)], fill="#FFCC00")
    return image.reduce(4)


def badge():
    """Blue with a yellow sun."""
    image = Image.new("RGB", (600, 400), "#003399")
    ImageDraw.Draw(image).ellipse((250, 150, 350, 250), fill="#FFCC00")
    return image


def with_words():
    """The Commission's own file, as somebody would put it among the logos."""
    image = Image.new("RGB", (1800, 400), "white")
    image.paste(flag(), (0, 0))
    return image


@pytest.mark.parametrize(
    ("made", "suffix", "found"),
    [
        (flag, "png", ["visibility.logo-flag"]),
        (flag, "jpg", ["visibility.logo-flag"]),
        (with_words, "png", ["visibility.logo-flag"]),
        (badge, "png", []),
        (lambda: Image.new("RGB", (300, 300), "#003399"), "png", []),
    ],
    ids=["flag", "flag as JPEG", "flag with words", "badge", "field"],
)
def test_a_logo(made, suffix, found, tmp_path):
    path = tmp_path / f"logo.{suffix}"
    made().save(path)
    assert [problem.code for problem in find_flags_among({path.name: path})] == found


def test_what_is_no_picture_is_let_be(tmp_path):
    (tmp_path / "logo.svg").write_text("<svg/>", encoding="utf-8")
    assert list(find_flags_among({"logo.svg": tmp_path / "logo.svg"})) == []
