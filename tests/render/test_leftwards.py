"""Texts from the right in a PDF: what readers of its text find, and what is read out."""

import shutil
import subprocess
import unicodedata
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from pypdf import PdfReader
from render.samples import draw_derivatives, sample_dossier
from render.test_pdf import set_html

from portfolio.render.html import dossier_html
from portfolio.render.pdf import write_pdf
from portfolio.themes import load_theme

THEME = load_theme("base", None)
# With the ligatures of lam and alif, which is where letters used to change places.
WORDS = "مدرسة الأمل لا إله والسلام"


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ar")
    assert set_html(folder, f"<p lang='ar'>{WORDS}</p><p>Okul, fi fl ffi</p>") == ()
    return folder / "x.pdf"


def plain(text):
    """A text without marks of direction, its presentation forms as letters."""
    kept = (each for each in unicodedata.normalize("NFKC", text) if unicodedata.category(each) != "Cf")
    return " ".join("".join(kept).split())


def by_pdfium(path):
    document = pypdfium2.PdfDocument(path)
    text = document[0].get_textpage().get_text_range()
    document.close()
    return text


def by_poppler(path):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not there")
    return subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, text=True).stdout


def by_pypdf(path):
    return PdfReader(path).pages[0].extract_text()


@pytest.mark.parametrize("read", [by_pdfium, by_poppler, by_pypdf])
def test_letters_come_out_in_the_order_in_which_they_are_written(path, read):
    text = plain(read(path))
    assert WORDS in text
    assert "Okul, fi fl ffi" in text


def test_the_tags_have_the_words_that_are_read_out(path):
    with pikepdf.open(path) as pdf:
        elements = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/ActualText" in each]
        assert [str(each.ActualText) for each in elements] == [WORDS]


def test_the_columns_of_a_page_are_mirrored(tmp_path):
    """The title of the contents stands at the right, the pages of its entries at the left."""
    dossier = replace(sample_dossier(), language="ar", cover=None)
    html = dossier_html(dossier, THEME, draw_derivatives(dossier, tmp_path), {})
    files = list(tmp_path.glob("*.jpg"))
    assert write_pdf(html, tmp_path / "x.pdf", theme=THEME, files=files) == ()
    document = pypdfium2.PdfDocument(tmp_path / "x.pdf")
    page = document[0].get_textpage()
    title, number = (page.get_charbox(at) for at in (0, page.get_text_range().index("3")))
    middle = document[0].get_width() / 2
    document.close()
    assert number[0] < middle < title[0]
