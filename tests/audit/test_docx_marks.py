"""Word documents of other programs are read: looks of styles, themes and runs, and where things stand."""

import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt, RGBColor
from PIL import Image

from portfolio.audit.docx_marks import read_docx_marks


@pytest.fixture
def pages(tmp_path):
    def read(make, **options):
        document = Document()
        make(document)
        document.save(tmp_path / "x.docx")
        return read_docx_marks(tmp_path / "x.docx", **options).pages

    return read


def test_a_run_looks_as_itself_its_style_or_the_theme_says(pages):
    def make(document):
        line = document.add_paragraph("plain ")
        run = line.add_run("own")
        run.font.name, run.font.size, run.font.italic = "Georgia", Pt(20), True
        run.font.color.rgb = RGBColor(0xCC, 0, 0)

    (page,) = pages(make)
    plain, own = page.texts
    assert plain.font == "Cambria"  # of the theme
    assert (own.font, own.slanted, own.colour) == ("Georgia", True, (0.8, 0, 0))
    assert own.size == pytest.approx(20 * 25.4 / 72)
    assert own.box.left == pytest.approx(plain.box.right)


def test_paragraphs_stand_below_each_other_and_cells_beside(pages):
    def make(document):
        document.add_paragraph("first")
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "left", "right"
        document.add_paragraph("last")

    (page,) = pages(make)
    first, left, right, last = page.texts
    assert first.box.bottom < left.box.top < last.box.top
    assert left.box.top == right.box.top
    assert left.box.right < right.box.left


def test_a_picture_has_its_size_and_its_pixels(pages, tmp_path):
    Image.new("RGB", (30, 20), "#AA3300").save(tmp_path / "a.png")
    (page,) = pages(lambda document: document.add_picture(str(tmp_path / "a.png"), width=Mm(60)))
    (picture,) = page.pictures
    assert picture.box.width == pytest.approx(60, abs=0.01)
    assert (picture.pixels, picture.seen) == ((30, 20), None)


def test_of_a_picture_that_cannot_be_opened_it_is_said_where_somebody_looked(pages, tmp_path):
    Image.effect_noise((90, 60), 90).save(tmp_path / "a.png")

    def make(document):
        document.add_picture(str(tmp_path / "a.png"), width=Mm(60))
        part = next(each.target_part for each in document.part.rels.values() if each.reltype.endswith("/image"))
        part._blob = part.blob[:2000]

    for looked, pixels, unread in ((None, (0, 0), True), (0, (90, 60), False)):
        (page,) = pages(make, looked=looked)
        (picture,) = page.pictures
        assert (picture.pixels, picture.seen, picture.unread) == (pixels, None, unread), looked


def test_a_section_is_a_page_of_its_size(pages):
    def make(document):
        document.add_paragraph("one")
        section = document.add_section(WD_SECTION.NEW_PAGE)
        section.page_width, section.page_height = Mm(420), Mm(297)
        document.add_paragraph("two")

    first, second = pages(make)
    assert (first.text, second.text) == ("one", "two")
    assert (second.width, second.height) == pytest.approx((420, 297), abs=0.1)
    assert len(pages(make, pages=1)) == 1


def test_a_document_without_anything_has_a_page(pages):
    (page,) = pages(lambda _: None)
    assert page.texts == ()


@pytest.mark.parametrize("names", [("left", "right"), ("start", "end")], ids=["Word", "LibreOffice"])
def test_the_margins_of_a_cell_are_kept_whatever_they_are_called(names, pages):
    def make(document):
        table = document.add_table(1, 1)
        table.cell(0, 0).text = "long " * 200
        sides = "".join(f'<w:{name} w:w="1440" w:type="dxa"/>' for name in names)
        table.cell(0, 0)._tc.get_or_add_tcPr().append(parse_xml(f"<w:tcMar {nsdecls('w')}>{sides}</w:tcMar>"))

    (page,) = pages(make)
    (text,) = page.texts
    section = Document().sections[0]
    whole = (section.page_width - section.left_margin - section.right_margin) / 36_000
    assert text.box.width == pytest.approx(whole - 2 * 25.4, abs=0.5)


def test_a_picture_at_the_head_of_pages_is_one_that_nobody_looked_into(pages, tmp_path):
    Image.new("RGB", (30, 20), "#AA3300").save(tmp_path / "a.png")

    def make(document):
        document.add_paragraph("one")
        document.sections[0].header.paragraphs[0].add_run().add_picture(str(tmp_path / "a.png"))

    for looked, unread in ((None, [True]), (0, [])):
        (page,) = pages(make, looked=looked)
        assert [each.unread for each in page.pictures] == unread
