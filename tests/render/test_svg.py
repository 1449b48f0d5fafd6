"""A page as an SVG: the same look and size, in shapes alone."""

import re
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from render.test_curves import PAGE, TEXTS, THEME, written

from portfolio.render.pdf import write_pdf
from portfolio.render.svg import svg_of
from portfolio.render.svgshape import Shape

DRAWN = {
    **TEXTS,
    "lines": "<svg width='100mm' height='30mm' viewBox='0 0 100 30'><path d='M5 5 C 30 40 60 -20 95 25' fill='none'"
    " stroke='#8a1538' stroke-width='2' stroke-dasharray='6 3' stroke-linecap='round'/></svg>",
    "cut": "<div style='width: 60mm; height: 20mm; border-radius: 9mm; overflow: hidden; background: #fc0'>"
    "<div style='width: 30mm; height: 20mm; background: #039'></div></div>",
    "with a hole": "<svg width='30mm' height='30mm' viewBox='0 0 30 30'><path fill-rule='evenodd'"
    " d='M2 2h26v26h-26z M9 9h12v12h-12z'/></svg>",
}


def look(svg: str, folder: Path) -> Image.Image:
    """The drawing as another program sets it on a page of its size."""
    styles = "@page { size: 200mm 120mm; margin: 0 } body { margin: 0 } img { display: block; width: 200mm }"
    page = f"<html lang='tr'><title>Deneme</title><style>{styles}</style>"
    picture, target = folder / "drawn.svg", folder / "drawn.pdf"
    picture.write_text(svg, encoding="utf-8")
    assert write_pdf(f"{page}<img alt='çizim' src='{picture.as_uri()}'>", target, theme=THEME, files=(picture,)) == ()
    return pypdfium2.PdfDocument(target)[0].render(scale=4).to_pil().convert("L")


@pytest.mark.parametrize("html", DRAWN.values(), ids=DRAWN)
def test_it_looks_like_the_page(html, tmp_path):
    source = written(html, tmp_path)
    seen = ImageChops.difference(
        look(svg_of(source), tmp_path), pypdfium2.PdfDocument(source)[0].render(scale=4).to_pil().convert("L")
    )
    assert ImageStat.Stat(seen).mean[0] < 0.15 and sum(seen.histogram()[128:]) < 20


def test_its_size_is_in_millimetres_and_it_holds_no_text(tmp_path):
    svg = svg_of(written(TEXTS["joined, from the right"], tmp_path), "مدرسة & okul")
    assert '<svg xmlns="http://www.w3.org/2000/svg" width="200mm" height="120mm" viewBox="0 0 200 120"' in svg
    assert "<title>مدرسة &amp; okul</title>" in svg
    assert set(re.findall(r"<(\w+)", svg)) == {"svg", "title", "path"}


def test_a_clip_that_cuts_nothing_is_left_out(tmp_path):
    assert "clip" not in svg_of(written("<div style='width: 60mm; height: 20mm; background: #fc0'></div>", tmp_path))
    assert "clipPath" in svg_of(written(DRAWN["cut"], tmp_path))


def test_the_trimmed_page_is_drawn(tmp_path):
    target = tmp_path / "bleeding.pdf"
    page = PAGE.replace("margin: 8mm", "margin: 8mm; bleed: 3mm; marks: crop") % "<p>Okul</p>"
    assert write_pdf(page, target, theme=THEME, files=()) == ()
    assert 'width="200mm" height="120mm" viewBox="0 0 200 120"' in svg_of(target)


def test_a_shade_is_refused(tmp_path):
    html = "<div style='width: 60mm; height: 20mm; background: linear-gradient(red, blue)'></div>"
    with pytest.raises(ValueError, match="no plain word"):
        svg_of(written(html, tmp_path))


def test_what_a_rectangle_holds():
    frame = Shape((("M", ((0, 0),)), ("L", ((9, 0),)), ("L", ((9, 5),)), ("L", ((0, 5),)), ("Z", ())))
    assert frame.has((0, 0, 9, 5)) and not frame.has((0, 0, 9, 5.1))
    assert not Shape(frame.parts[:3]).has((1, 1, 2, 2))
