"""The information sheet, set: two sides of A4 whatever the school is called, and a code that is read from paper."""

import re
import zipfile
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pypdfium2
import pytest
import zxingcpp
from artefacts import W, pages
from render.infosheets import crowded_sheet, full_sheet, sheet_of
from render.samples import draw_derivatives

from portfolio.audit.docx import inspect_docx
from portfolio.audit.makers import inspect_makers
from portfolio.audit.pdf import inspect_pdf
from portfolio.files.words import squeezed
from portfolio.render.glyphs import read_faces
from portfolio.render.info import info_html
from portfolio.render.info_docx import write_info_docx
from portfolio.render.info_layout import choose_info_layout
from portfolio.render.pdf import write_pdf
from portfolio.render.qr import qr_size
from portfolio.themes import load_theme

THEME = load_theme("base", None)
MM = 72 / 25.4
EVERY = {
    "full": full_sheet,
    "Swedish": lambda: full_sheet("sv"),
    "crowded": crowded_sheet,
    "bare": lambda: sheet_of(website="", lockup=None),
    "draft": lambda: replace(full_sheet("en"), watermark="DRAFT – do not distribute"),
}


def written(sheet, folder):
    derivatives = draw_derivatives(sheet, folder)
    target = folder / "info-sheet.pdf"
    html = info_html(sheet, THEME, derivatives, {})
    files = [each.path for each in derivatives.values()]
    assert write_pdf(html, target, theme=THEME, files=files) == ()
    return target


def worded(sheet, folder):
    target = folder / "info-sheet.docx"
    assert write_info_docx(sheet, THEME, draw_derivatives(sheet, folder), {}, target) == ()
    return target


@pytest.mark.parametrize("name", EVERY)
def test_two_sides_of_a4_with_every_word(name, tmp_path):
    sheet = EVERY[name]()
    target = written(sheet, tmp_path)
    document = pypdfium2.PdfDocument(target)
    assert [page.get_size() for page in document] == [pytest.approx((210 * MM, 297 * MM), abs=0.5)] * 2
    assert inspect_pdf(target, sheet) == ()


@pytest.mark.parametrize("name", EVERY)
def test_nothing_stands_in_what_stands_below_it(name):
    layout = choose_info_layout(EVERY[name](), read_faces(THEME))
    assert layout.front_spare >= layout.stage - 0.01 and layout.back_spare >= 0


def test_the_code_is_read_from_the_page(tmp_path):
    sheet = full_sheet()
    document = pypdfium2.PdfDocument(written(sheet, tmp_path))
    (found,) = zxingcpp.read_barcodes(document[1].render(scale=150 / 72).to_pil())
    assert found.text == sheet.contact.address == "https://isilti.example"
    side = (found.position.top_right.x - found.position.top_left.x) / 150 * 25.4
    assert qr_size(sheet.contact.address) * 0.6 < side <= qr_size(sheet.contact.address)


def test_the_address_stands_beside_the_code_in_words(tmp_path):
    assert "isilti.example" in pages(written(full_sheet(), tmp_path))[1]


def test_without_a_site_there_is_no_code(tmp_path):
    document = pypdfium2.PdfDocument(written(sheet_of(website=""), tmp_path))
    assert zxingcpp.read_barcodes(document[1].render(scale=2).to_pil()) == []


def test_with_nothing_for_the_back_all_is_on_the_front(tmp_path):
    sheet = replace(full_sheet(), benefits=(), figures=(), projects=())
    target = written(sheet, tmp_path)
    assert len(pypdfium2.PdfDocument(target)) == 1
    assert inspect_pdf(target, sheet) == ()


def test_the_eu_line_only_where_there_is_one():
    html = info_html(sheet_of(lockup=None), THEME, {}, {})
    assert "lockup" not in html and "emblem" not in html.partition("<body>")[2]
    assert "finanse edilmektedir" in info_html(sheet_of(), THEME, {}, {})


def test_without_a_picture_the_colours_of_the_elements():
    assert "composition" in info_html(sheet_of(), THEME, {}, {})


@pytest.mark.parametrize("name", EVERY)
def test_word_has_the_same_words_in_the_same_order(name, tmp_path):
    sheet = EVERY[name]()
    target = worded(sheet, tmp_path)
    assert inspect_docx(target, sheet) == ()
    assert inspect_makers(target, sheet.author) == ()
    with zipfile.ZipFile(target) as archive:
        story = ElementTree.fromstring(archive.read("word/document.xml"))
    text = squeezed("".join(part.text or "" for part in story.iter(f"{W}t")))
    places = [text.find(squeezed(each)) for each in (sheet.school, sheet.label, sheet.elements_title, sheet.notes[0])]
    assert -1 not in places and all(first < second for first, second in pairwise(places))


@pytest.mark.parametrize(("times", "style"), [(1, "Title"), (3, "Heading1"), (6, "Heading2")])
def test_a_long_name_is_smaller_in_word_so_that_each_side_is_a_page(times, style, tmp_path):
    sheet = full_sheet()
    target = worded(replace(sheet, school=" ".join(["Masalköy Işıltı Çok Programlı Lisesi"] * times)), tmp_path)
    story = zipfile.ZipFile(target).read("word/document.xml").decode()
    name = next(each for each in re.findall(r"<w:p>.*?</w:p>", story) if "<w:outlineLvl" in each)
    assert f'<w:pStyle w:val="{style}"/>' in name
    assert story.count("<w:sectPr>") == 2


def test_a_text_that_is_missing_or_in_another_place_is_found(tmp_path):
    sheet = full_sheet("en")
    pdf, docx = written(sheet, tmp_path), worded(sheet, tmp_path)
    other = replace(sheet, notes=("Never written.",))
    assert [fault.code for fault in inspect_pdf(pdf, other)] == ["audit.text"]
    assert [fault.code for fault in inspect_docx(docx, other)] == ["audit.text"]
    turned = replace(sheet, benefits=sheet.benefits[::-1])
    assert "audit.text" in [fault.code for fault in inspect_docx(docx, turned)]


def test_the_code_in_word_can_be_read_and_is_read_out(tmp_path):
    sheet = full_sheet()
    with zipfile.ZipFile(worded(sheet, tmp_path)) as archive:
        names = [name for name in archive.namelist() if name.endswith(".png")]
        pictures = [archive.read(name) for name in names]
        story = archive.read("word/document.xml").decode()
    from io import BytesIO

    from PIL import Image

    read = [found.text for data in pictures for found in zxingcpp.read_barcodes(Image.open(BytesIO(data)).convert("L"))]
    assert read == [sheet.contact.address]
    assert f'descr="{sheet.contact.alternative}"' in story


def test_the_same_bytes_each_time(tmp_path):
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir()
    second.mkdir()
    sheet = full_sheet()
    assert written(sheet, first).read_bytes() == written(sheet, second).read_bytes()
    assert worded(sheet, first).read_bytes() == worded(sheet, second).read_bytes()
