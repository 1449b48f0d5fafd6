"""The EU's flag is seen in a picture by its colours, and nowhere else."""

import io

import pytest
from pikepdf import Dictionary, Name, Pdf
from PIL import Image, ImageDraw

from portfolio.audit.flagpicture import see_flag
from portfolio.model.marks import Box
from portfolio.visibility.emblem import star, star_centres

PAGE = Box(10, 10, 310, 110)


def flag(image, left, top, height):
    draw = ImageDraw.Draw(image)
    draw.rectangle((left, top, left + 1.5 * height - 1, top + height - 1), fill="#003399")
    for centre in star_centres():
        draw.polygon([(left + x * height, top + y * height) for x, y in star(centre)], fill="#FFCC00")


def seen(image, form="PNG"):
    data = io.BytesIO()
    image.save(data, form)
    pdf = Pdf.new()
    if form == "JPEG":
        picture = pdf.make_stream(data.getvalue(), Filter=Name.DCTDecode)
    else:
        picture = pdf.make_stream(image.tobytes())
    picture.update(
        Dictionary(
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=image.width,
            Height=image.height,
            ColorSpace=Name.DeviceRGB,
            BitsPerComponent=8,
        )
    )
    return see_flag(picture, PAGE)


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_flag_with_its_statement_beside_it_is_found_where_it_is(form):
    image = Image.new("RGB", (900, 300), "white")
    flag(image, 60, 30, 240)
    ImageDraw.Draw(image).text((450, 100), "Funded by\nthe European Union", fill="#003399", font_size=60)
    found = seen(image, form)
    assert [found.left, found.top, found.right, found.bottom] == pytest.approx([30, 20, 150, 100], abs=3)


def test_a_flag_with_its_statement_below_it_is_found():
    image = Image.new("RGB", (600, 800), "white")
    flag(image, 0, 0, 400)
    ImageDraw.Draw(image).text((20, 450), "Funded by\nthe European Union", fill="#003399", font_size=60)
    found = seen(image)
    assert found.height == pytest.approx(50, abs=2)


@pytest.mark.parametrize("colour", ["#003399", "#FFCC00", "#E30A17", "white"])
def test_a_plain_field_is_no_flag(colour):
    assert seen(Image.new("RGB", (300, 200), colour)) is None


def test_a_field_with_a_yellow_cross_is_no_flag():
    image = Image.new("RGB", (320, 200), "#003399")
    draw = ImageDraw.Draw(image)
    draw.rectangle((100, 0, 140, 200), fill="#FFCC00")
    draw.rectangle((0, 80, 320, 120), fill="#FFCC00")
    assert seen(image) is None


def test_what_cannot_be_decoded_shows_nothing():
    broken = Pdf.new().make_stream(b"no picture", Subtype=Name.Image, Width=3, Height=3)
    assert see_flag(broken, PAGE) is None
