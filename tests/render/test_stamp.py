"""A stamp below a page: at the foot as it is seen, over nothing, in letters that can be read again."""

import pikepdf
import pypdfium2
import pytest
from render.awkward import cropped, framed, saved, text_of, turned, unbalanced

from portfolio.render.pagebox import seen
from portfolio.render.stamp import Stamper
from portfolio.render.stampfont import cut_fonts
from portfolio.themes import load_theme

THEME = load_theme("base", None)
TEXT = "Ek 3.2 · 14"

PAGES = {
    "upright": framed,
    "turned-90": lambda: turned(90),
    "turned-180": lambda: turned(180),
    "turned-270": lambda: turned(270),
    "shifted": lambda: framed((-200, 300, 395, 1142)),
    "cropped": cropped,
    "tiny": lambda: framed((0, 0, 300, 500)),
    "a3": lambda: framed((0, 0, 1191, 842)),
    "unbalanced": unbalanced,
}


def stamped(pdf, path, text=TEXT):
    """Saves a page before and after; the box of the stamp's text."""
    before = path.with_suffix(".before.pdf")
    before.write_bytes(saved(pdf))
    stamper = Stamper(pdf, cut_fonts(THEME, [text, "0123456789"]))
    box = stamper.stamp_foreign(pdf.pages[0], text)
    pdf.save(path)
    return before, box


def look(path):
    """The first page at 72 dpi, in grey."""
    document = pypdfium2.PdfDocument(path)
    image = document[0].render(scale=1).to_pil().convert("L")
    document.close()
    return image


@pytest.mark.parametrize("name", PAGES)
def test_the_page_stays_as_it_was_and_the_stamp_stands_below_it(tmp_path, name):
    before, _ = stamped(PAGES[name](), tmp_path / "after.pdf")
    old, new = look(before), look(tmp_path / "after.pdf")
    assert new.width == old.width
    assert new.height > old.height + 10
    inner = (0, 0, old.width, old.height - 1)
    differing = sum(
        abs(one - other) > 60 for one, other in zip(old.crop(inner).tobytes(), new.crop(inner).tobytes(), strict=True)
    )
    assert (
        differing < old.width * old.height * 0.005
    )  # edges may fall between other pixels; a covered frame is three times as much
    strip = new.crop((old.width // 2, old.height + 3, old.width, new.height))
    assert strip.getextrema()[0] < 140
    left = new.crop((0, old.height + 3, old.width // 4, new.height))
    assert left.getextrema()[0] > 250


@pytest.mark.parametrize(
    "text", [TEXT, "Annex 3.2 · 14", "Παράρτημα Ε.2 · 1", "Приложение 3.2 · 7", "Příloha ğışİĞŞ · 9"]
)
def test_letters_of_all_shipped_fonts_can_be_read_again(tmp_path, text):
    stamped(framed(), tmp_path / "after.pdf", text)
    assert text_of(tmp_path / "after.pdf")[0].endswith(text)


def test_a_letter_that_no_font_has_is_left_out_and_told():
    fonts = cut_fonts(THEME, ["Ek 字 1"])
    assert fonts.missing == {"字"}
    assert [run for _, run in fonts.runs("Ek 字 1")] == ["Ek  1"]


def test_a_page_narrower_than_its_stamp_grows_sideways(tmp_path):
    _, box = stamped(framed((0, 0, 40, 400), text="N"), tmp_path / "after.pdf")
    with pikepdf.open(tmp_path / "after.pdf") as pdf:
        page = seen(pdf.pages[0])
    assert page.left <= box[0] < box[2] <= page.right
    assert text_of(tmp_path / "after.pdf")[0].endswith(TEXT)


def test_what_was_cropped_away_does_not_come_back(tmp_path):
    stamped(cropped(), tmp_path / "after.pdf")
    image = look(tmp_path / "after.pdf")
    assert image.getpixel((5, image.height - 4)) == 255  # the strip lies where the page went on below its box


def test_a_unit_of_an_inch_is_followed(tmp_path):
    stamped(framed((0, 0, 8.27, 11.69), text="In", UserUnit=72), tmp_path / "after.pdf")
    with pikepdf.open(tmp_path / "after.pdf") as pdf:
        height = float(pdf.pages[0].mediabox[3]) - float(pdf.pages[0].mediabox[1])
    assert 11.69 < height < 11.69 + 30 / 72


def test_a_drawing_that_two_pages_share_is_not_spoilt(tmp_path):
    pdf = framed(pages=2)
    pdf.pages[1].obj["/Contents"] = pdf.pages[0].obj.Contents
    pdf.pages[1].obj["/MediaBox"] = pikepdf.Array([0, 0, 300, 842])
    stamper = Stamper(pdf, cut_fonts(THEME, [TEXT]))
    for page in pdf.pages:
        stamper.stamp_foreign(page, TEXT)
    pdf.save(tmp_path / "after.pdf")
    with pikepdf.open(tmp_path / "after.pdf") as after:
        widths = [float(page.Resources.XObject.Page.BBox[2]) for page in after.pages]
    assert widths == [595, 300]
