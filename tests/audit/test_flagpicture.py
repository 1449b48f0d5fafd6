"""The EU's flag is seen in a picture by its colours, and nowhere else."""

import io

import pytest
from pikepdf import Dictionary, Name, Pdf
from PIL import Image, ImageDraw

from portfolio.audit.flagpicture import flag_in, see_flag, small_flag_in, stars_in
from portfolio.files.picture import PictureFault
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
    found = see_flag(picture, PAGE)
    return found and found.box


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


@pytest.mark.parametrize(("side", "code"), [(3, "picture.damaged"), (20_000, "picture.too-large")])
def test_of_what_cannot_be_decoded_nobody_can_tell(side, code):
    pdf, looks = Pdf.new(), {"ColorSpace": Name.DeviceRGB, "BitsPerComponent": 8, "Filter": Name.DCTDecode}
    broken = pdf.make_stream(b"no picture", Subtype=Name.Image, Width=side, Height=side, **looks)
    with pytest.raises(PictureFault, match=code):
        see_flag(broken, PAGE)


def test_a_scan_in_black_and_white_shows_no_flag_whoever_can_decode_it():
    pdf, looks = Pdf.new(), {"ColorSpace": Name.DeviceGray, "BitsPerComponent": 1, "Filter": Name.JBIG2Decode}
    scan = pdf.make_stream(b"a scan", Subtype=Name.Image, Width=900, Height=600, **looks)
    assert see_flag(scan, PAGE) is None


def test_a_file_that_is_no_picture_has_no_stars(tmp_path):
    (tmp_path / "a.png").write_bytes(b"no picture")
    assert stars_in(tmp_path / "a.png") == 0


def drawn(height, stars=12, form="PNG"):
    """What is told of a flag of so many stars."""
    fine = 4 * height
    image = Image.new("RGB", (round(1.5 * fine), fine), "#003399")
    for centre in star_centres()[:stars]:
        ImageDraw.Draw(image).polygon([(x * fine, y * fine) for x, y in star(centre)], fill="#FFCC00")
    return flag_in(image.reduce(4), PAGE, exact=form == "PNG")


@pytest.mark.parametrize("height", [80, 331, 900])
@pytest.mark.parametrize("stars", [11, 12])
def test_colours_and_stars_are_told(height, stars):
    told = drawn(height, stars)
    assert told.stars == stars
    assert told.colours == ((0, 51 / 255, 153 / 255), (1, 204 / 255, 0))


def test_of_few_pixels_stars_are_not_counted_and_of_lossy_ones_nothing_is_told():
    assert drawn(30).stars == 0
    told = drawn(331, form="JPEG")
    assert (told.stars, told.colours) == (0, None)


def test_a_blue_badge_with_something_yellow_is_no_flag():
    badge = Image.new("RGB", (600, 400), "#003399")
    ImageDraw.Draw(badge).ellipse((240, 140, 360, 260), fill="#FFCC00")
    assert flag_in(badge, PAGE, exact=True) is None
    assert small_flag_in(badge, PAGE) is None
