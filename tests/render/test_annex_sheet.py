"""A scan as a page: its picture as it is, in the middle of A4."""

import hashlib
import io

import pikepdf
import pytest
from PIL import Image, ImageDraw

from portfolio.model.blocks import PlacedPicture
from portfolio.model.text import Phrase
from portfolio.render.annex_sheet import write_sheet
from portfolio.render.derivatives import Derivative


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
@pytest.mark.parametrize("mode", ["L", "RGB"])
@pytest.mark.parametrize("size", [(300, 400), (400, 300)])
def test_the_picture_fills_a_page_of_its_shape(tmp_path, form, mode, size):
    image = Image.new(mode, size, "white")
    ImageDraw.Draw(image).rectangle((10, 10, 100, 100), fill="black")
    path = tmp_path / "scan"
    image.save(path, form)
    width, height = (186.0, 248.0) if size[0] < size[1] else (186.0, 139.5)
    picture = PlacedPicture(
        key="k",
        item="E-1",
        source="s.jpg",
        file="s.jpg",
        sha256="0" * 64,
        media_type="image/jpeg",
        width_mm=width,
        height_mm=height,
        alternative=Phrase(text="A scan"),
    )
    data = path.read_bytes()
    derivative = Derivative(
        key="k", path=path, width_px=size[0], height_px=size[1], sha256=hashlib.sha256(data).hexdigest()
    )
    write_sheet(picture, derivative, tmp_path / "sheet.pdf")
    with pikepdf.open(tmp_path / "sheet.pdf") as pdf:
        box = [round(float(edge)) for edge in pdf.pages[0].mediabox]
        assert box[2:] == ([595, 842] if size[0] < size[1] else [842, 595])
        found = pdf.pages[0].Resources.XObject.Scan
        pixels = pikepdf.PdfImage(found).as_pil_image()
    assert pixels.mode == mode
    assert pixels.size == size
    assert pixels.getpixel((50, 50)) == Image.open(io.BytesIO(data)).getpixel((50, 50))
