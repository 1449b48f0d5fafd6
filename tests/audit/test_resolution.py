"""The resolution of placed pictures, read back: where they stand turned, nested and as a pattern."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from portfolio.audit.resolution import LEAST, placed_images, resolution_faults


def write(folder, content, *, matrix=None, width=300, height=200):
    """A page of A4 that shows a picture of some px, in a drawing or pattern where one has a matrix."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(595, 842))
    image = pdf.make_stream(bytes(width * height))
    image.update({"/Subtype": Name.Image, "/Width": width, "/Height": height})
    image.update({"/ColorSpace": Name.DeviceGray, "/BitsPerComponent": 8})
    inner = pdf.make_stream(b"q 72 0 0 48 0 0 cm /I Do Q")
    inner["/Resources"] = Dictionary(XObject=Dictionary(I=image))
    inner.update({"/Matrix": Array(matrix or (1, 0, 0, 1, 0, 0)), "/BBox": Array([0, 0, 72, 48])})
    form, pattern = inner, pdf.make_stream(inner.read_bytes())
    form["/Subtype"] = Name.Form
    pattern.update({"/PatternType": 1, "/PaintType": 1, "/TilingType": 1, "/XStep": 72, "/YStep": 48})
    pattern.update({"/Resources": inner["/Resources"], "/Matrix": inner["/Matrix"], "/BBox": inner["/BBox"]})
    page.obj.Resources = Dictionary(XObject=Dictionary(I=image, F=form), Pattern=Dictionary(P=pattern))
    page.obj.Contents = pdf.make_stream(content)
    pdf.save(folder / "x.pdf")
    return folder / "x.pdf"


@pytest.mark.parametrize(
    ("content", "matrix", "dpi"),
    [
        (b"q 72 0 0 48 10 10 cm /I Do Q", None, 300),
        (b"q 300 0 0 200 10 10 cm /I Do Q", None, 72),
        (b"q 0 300 -200 0 400 10 cm /I Do Q", None, 72),  # a quarter turned
        (b"q 2 0 0 2 0 0 cm q 36 0 0 100 0 0 cm /I Do Q Q", None, 72),  # stretched: the coarser direction counts
        (b"q 2 0 0 2 0 0 cm /F Do Q", (2, 0, 0, 2, 0, 0), 75),  # 4 times as large as in the drawing
        (b"q 9 0 0 9 0 0 cm /Pattern cs /P scn 0 0 9 9 re f Q", (2, 0, 0, 2, 0, 0), 150),  # not moved by the page
    ],
)
def test_pixels_are_held_against_the_room_that_they_take(content, matrix, dpi, tmp_path):
    (image,) = placed_images(write(tmp_path, content, matrix=matrix))
    assert image.dpi == pytest.approx(dpi)


def test_what_is_coarse_is_named_and_how_wide_it_is_good(tmp_path):
    images = placed_images(write(tmp_path, b"q 300 0 0 200 10 10 cm /I Do Q"))
    (problem,) = resolution_faults(images, {images[0].sha256: "4-model/photo.jpg"}, "poster.pdf")
    values = dict(problem.values)
    assert (problem.code, problem.where.file) == ("print.coarse", "poster.pdf")
    assert values == {"name": "4-model/photo.jpg", "size": "300 × 200", "dpi": "72", "least": "150", "width": "5.1"}
    assert float(values["width"]) / 2.54 * LEAST == pytest.approx(300, abs=2)


def test_a_picture_is_known_by_its_size_and_told_once(tmp_path):
    path = write(tmp_path, b"q 300 0 0 200 9 9 cm /I Do Q q 300 0 0 200 9 400 cm /I Do Q")
    (problem,) = resolution_faults(placed_images(path), {"300 × 200": "logo.png"}, "x")
    assert dict(problem.values)["name"] == "logo.png"


def test_what_is_fine_enough_is_not_mentioned(tmp_path):
    images = placed_images(write(tmp_path, b"q 144 0 0 96 9 9 cm /I Do Q"))
    assert resolution_faults(images, {}, "x") == ()
