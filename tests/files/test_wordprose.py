"""Word documents as Markdown: what teachers write in any language of Word."""

from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from portfolio.files.fault import FileFault
from portfolio.files.wordprose import word_as_markdown


def saved(document, folder: Path) -> str:
    document.save(str(folder / "x.docx"))
    return word_as_markdown(folder / "x.docx")


def add_link(paragraph, address: str, text: str) -> None:
    relationship = paragraph.part.relate_to(
        address, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True
    )
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relationship)
    run = paragraph.add_run(text)
    link.append(run._r)
    paragraph._p.append(link)


def test_headings_lists_emphasis_and_links(tmp_path):
    document = docx.Document()
    document.add_heading("Okulumuz", level=1)
    paragraph = document.add_paragraph("Biz ")
    paragraph.add_run("birlikte ").bold = True
    paragraph.add_run("çalışırız: ").italic = True
    add_link(paragraph, "https://example.org/a_b", "sitemiz")
    document.add_heading("plan", level=2)
    document.add_paragraph("2027: pano", style="List Bullet")
    document.add_paragraph("2028: bank", style="List Bullet")
    document.add_paragraph("önce", style="List Number")
    document.add_paragraph("“Harika!”", style="Quote")
    assert saved(document, tmp_path) == (
        "# Okulumuz\n\nBiz **birlikte** *çalışırız:* [sitemiz](<https://example.org/a_b>)\n\n## plan\n\n"
        "- 2027: pano\n- 2028: bank\n\n1. önce\n\n> “Harika!”\n"
    )


def test_a_style_is_known_by_its_outline_whatever_it_is_called(tmp_path):
    document = docx.Document()
    style = document.styles.add_style("Bölüm başlığı", 1)
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "1")
    style.element.get_or_add_pPr().append(level)
    document.add_paragraph("Açık günler", style="Bölüm başlığı")
    heading = document.styles["Heading 2"]
    heading.element.set(qn("w:styleId"), "Balk2")  # Turkish Word's id; the name stays
    document.add_paragraph("Mentorluk", style=heading)
    assert saved(document, tmp_path) == "## Açık günler\n\n## Mentorluk\n"


def test_signs_of_markdown_are_only_signs(tmp_path):
    document = docx.Document()
    for text in ("2*3*4 [x](y) a_b <b>", "- tire", "1. değil", "---", "=", "https://a.example/x_y"):
        document.add_paragraph(text)
    assert saved(document, tmp_path) == (
        "2\\*3\\*4 \\[x\\](y) a_b \\<b>\n\n\\- tire\n\n1\\. değil\n\n\\---\n\n\\=\n\nhttps://a.example/x_y\n"
    )


def test_references_and_hints_stay_as_they_were_typed(tmp_path):
    document = docx.Document()
    paragraph = document.add_paragraph("Stant [[E-3f")
    paragraph.add_run("9a]] hazır. <!-- not -->")
    document.add_paragraph("## plan")
    assert saved(document, tmp_path) == "Stant [[E-3f9a]] hazır. <!-- not -->\n\n## plan\n"


def test_tables_breaks_and_deleted_words(tmp_path):
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Mayıs", "açık gün"
    paragraph = document.add_paragraph("bir")
    paragraph.add_run().add_break()
    paragraph.add_run("iki")
    gone = OxmlElement("w:del")
    gone.append(document.add_paragraph("silinmiş").runs[0]._r)
    paragraph._p.append(gone)
    assert saved(document, tmp_path) == "Mayıs · açık gün\n\nbir  \niki\n"


def test_emphasis_that_markdown_could_not_close_is_left_out(tmp_path):
    document = docx.Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("Not:").bold = True
    paragraph.add_run("metin")
    assert saved(document, tmp_path) == "Not:metin\n"


def test_what_is_no_word_document_is_named(tmp_path):
    (tmp_path / "x.docx").write_bytes(b"PK nothing")
    with pytest.raises(FileFault) as fault:
        word_as_markdown(tmp_path / "x.docx")
    assert fault.value.code == "archive.damaged"
