"""Papers in both formats: the same words, empty boxes, and the same bytes each time."""

import re
import zipfile

import pytest
from pypdf import PdfReader

from portfolio.audit.makers import inspect_makers
from portfolio.model.blocks import Column, Heading, Paragraph, ParagraphStyle, Row, Run, Table
from portfolio.model.paper import Blanks, Choices, Grid, Paper
from portfolio.render.docx_paper import write_paper_docx
from portfolio.render.paper import paper_html
from portfolio.render.pdf import write_pdf
from portfolio.themes import load_theme

THEME = load_theme("base", None)
LONG = (
    "Masalköy Gülümser Yıldızlı Bilim, Sanat ve Teknoloji İlkokulu & Ortaokulu <Müdürlüğü> – Masalköy Yerleşkesi No 12"
)
SHEET = (
    Paragraph(runs=(Run(text=f"{LONG}, kalın", strong=True),)),
    Heading(text="Hangi amaçlarla?", level=2, anchor="h"),
    Paragraph(runs=(Run(text="Birinci"),), style=ParagraphStyle.NUMBERED),
    Paragraph(runs=(Run(text="Bir madde"),), style=ParagraphStyle.BULLET),
    Choices(questions=((Run(text="Basılsın mı?"),), (Run(text="İnternete konsun mu?"),)), yes="Evet", no="Hayır"),
    Blanks(lines=(("Sınıfı:", "4-A"), ("İmza:", ""))),
    Table(title="", columns=(Column(title="Kaynak", share=12),), rows=(Row(cells=((Run(text="bir kaynak"),),)),)),
)
PAPER = Paper(
    name="consent",
    language="tr",
    title="Açık rıza kâğıdı",
    author=LONG,
    mark="ÖRNEK – denetlenmelidir",
    page_word="sayfa",
    landscape=False,
    sheets=(SHEET, SHEET),
)
LIST = Paper(
    name="class-list",
    language="tr",
    title="Sınıf listesi",
    author=LONG,
    mark="ÖRNEK – denetlenmelidir",
    page_word="sayfa",
    landscape=True,
    sheets=((Grid(columns=(Column(title="No", share=2), Column(title="Adı", share=10)), rows=31),),),
)


def write(paper, folder):
    """Both formats; nothing was there to be said."""
    pdf, docx = folder / "paper.pdf", folder / "paper.docx"
    assert write_pdf(paper_html(paper, THEME), pdf, theme=THEME, files=()) == ()
    assert write_paper_docx(paper, THEME, docx) == ()
    assert inspect_makers(docx, paper.author) == ()
    with zipfile.ZipFile(docx) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}
    return PdfReader(pdf), parts


def squeezed(text):
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    return write(PAPER, tmp_path_factory.mktemp("paper"))


@pytest.mark.parametrize(
    "words",
    [
        LONG,
        "Açık rıza kâğıdı",
        "Hangi amaçlarla?",
        "Birinci",
        "Bir madde",
        "Basılsın mı?",
        "Evet",
        "Hayır",
        "4-A",
        "bir kaynak",
    ],
)
def test_both_formats_say_the_same(both, words):
    reader, parts = both
    assert squeezed(words) in squeezed("".join(page.extract_text() for page in reader.pages))
    story = squeezed("".join(re.findall(r"<w:t [^>]*>([^<]*)</w:t>", parts["word/document.xml"])))
    assert squeezed(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in story


def test_every_sheet_begins_on_a_page_of_its_own_under_the_mark(both):
    reader, parts = both
    assert len(reader.pages) == 2
    for page in reader.pages:
        assert squeezed(PAPER.mark) in squeezed(page.extract_text())
    assert parts["word/document.xml"].count("<w:sectPr>") == 2
    assert PAPER.mark in "".join(parts[name] for name in parts if "frame" in name)


def test_no_box_is_ticked_beforehand(both):
    _, parts = both
    assert parts["word/document.xml"].count("\N{BALLOT BOX}") == 2 * 2 * 2
    assert "\N{BALLOT BOX WITH CHECK}" not in parts["word/document.xml"]
    html = paper_html(PAPER, THEME)
    assert html.count('<span class="box"></span>') == 2 * 2 * 2


def test_each_is_in_its_language_with_a_title(both):
    reader, parts = both
    assert (reader.metadata.title, reader.trailer["/Root"]["/Lang"]) == (PAPER.title, "tr")
    assert "tr-TR" in parts["word/styles.xml"]
    assert f"<dc:title>{PAPER.title}</dc:title>" in parts["docProps/core.xml"]


def test_a_list_lies_across_and_its_rows_are_numbered(tmp_path):
    reader, parts = write(LIST, tmp_path)
    width, height = reader.pages[0].mediabox[2:]
    assert width > height
    assert 'w:orient="landscape"' in parts["word/document.xml"]
    assert parts["word/document.xml"].count("<w:tr>") == 32
    assert len(reader.pages) == 2
    assert reader.pages[1].extract_text().rstrip().find("31") > 0


def test_the_same_paper_gives_the_same_bytes(tmp_path):
    written = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        write(PAPER, tmp_path / name)
        written.append([(tmp_path / name / file).read_bytes() for file in ("paper.pdf", "paper.docx")])
    assert written[0] == written[1]
