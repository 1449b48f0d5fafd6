"""Letters as outlines: the page looks as before, and no font is left in it."""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import ImageChops, ImageStat

from portfolio.render.curves import curved
from portfolio.render.pdf import write_pdf
from portfolio.themes import load_theme

THEME = load_theme("base", None)
PAGE = """<!DOCTYPE html><html lang="tr"><head><title>Deneme</title><link rel="stylesheet" href="theme:css/fonts.css">
<style>@page { size: 200mm 120mm; margin: 8mm } body { font: 22pt Ubuntu, 'Noto Sans Georgian', 'Noto Sans Arabic' }
p { margin: 0 } .spaced { letter-spacing: 1mm; color: #003399 } .faint { opacity: 0.5 }</style></head><body>
%s</body></html>"""
TEXTS = {
    "kerned and with ligatures": "<p>AVATAR Tıp fi ffi — “Işıltı” ĞÜŞİÖÇ</p>",
    "far apart and in colour": "<p class='spaced'>Masalköy Işıltı İlkokulu</p>",
    "joined, from the right": "<p dir='rtl' lang='ar'>مدرسة eTwinning السَّلام ٢٠٢٦</p>",
    "in other scripts": "<p>σχολείο eTwinning სკოლა ეტვინინგი</p>",
    "seen through": "<div class='faint'><p>yarı saydam</p></div>",
    "inside a drawing, with a line round them": (
        "<svg width='150mm' height='30mm' viewBox='0 0 150 30'><text x='5' y='20' font-size='18' fill='#fc0'"
        " stroke='#039' stroke-width='0.6' transform='rotate(4)'>Çizim</text></svg>"
    ),
    "bold and italic": "<p><b>kalın</b> <i>eğik</i></p>",
    "nothing": "",
}


def written(html: str, folder: Path) -> Path:
    target = folder / "letters.pdf"
    assert write_pdf(PAGE % html, target, theme=THEME, files=()) == ()
    return target


def look(path: Path):
    return pypdfium2.PdfDocument(path)[0].render(scale=4).to_pil().convert("L")


def difference(one: Path, other: Path) -> tuple[float, int]:
    """Of two pages as they look, 0 to 255: the mean, and of how many pixels it is plainly seen."""
    seen = ImageChops.difference(look(one), look(other))
    return ImageStat.Stat(seen).mean[0], sum(seen.histogram()[128:])


def fonts(path: Path) -> list[str]:
    with pikepdf.open(path) as pdf:
        things = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream)]
        return [str(thing.BaseFont) for thing in things if thing.get("/Type") == "/Font"]


@pytest.mark.parametrize("html", TEXTS.values(), ids=TEXTS)
def test_it_looks_as_before_and_no_font_is_left(html, tmp_path):
    source, target = written(html, tmp_path), tmp_path / "curves.pdf"
    curved(source, target)
    mean, plain = difference(source, target)
    assert mean < 0.1 and plain < 10
    assert bool(fonts(source)) == bool(html) and fonts(target) == []
    assert pypdfium2.PdfDocument(target)[0].get_textpage().get_text_bounded() == ""


def test_what_is_a_third_of_a_millimetre_off_would_be_seen(tmp_path):
    source, target = written(TEXTS["kerned and with ligatures"], tmp_path), tmp_path / "off.pdf"
    with pikepdf.open(source) as pdf:
        page = pdf.pages[0]
        page.Contents = pdf.make_stream(b"1 0 0 1 0.9 0 cm\n" + page.Contents.read_bytes())
        pdf.save(target)
    mean, plain = difference(source, target)
    assert mean > 0.1 and plain > 10


def test_neither_tags_nor_links_are_left_and_the_boxes_stay(tmp_path):
    source = written("<p><a href='https://isilti.example'>isilti.example</a></p>", tmp_path)
    target = tmp_path / "curves.pdf"
    curved(source, target)
    with pikepdf.open(source) as before, pikepdf.open(target) as pdf:
        assert "/StructTreeRoot" in before.Root and "/Annots" in before.pages[0]
        assert not {"/StructTreeRoot", "/MarkInfo"} & set(pdf.Root.keys())
        assert "/Annots" not in pdf.pages[0] and b"BDC" not in pdf.pages[0].Contents.read_bytes()
        assert list(before.pages[0].MediaBox) == list(pdf.pages[0].MediaBox)
        assert pdf.docinfo["/Title"] == "Deneme"


def test_the_same_bytes_each_time(tmp_path):
    source = written("".join(TEXTS.values()), tmp_path)
    for name in ("one.pdf", "other.pdf"):
        curved(source, tmp_path / name)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "other.pdf").read_bytes()
