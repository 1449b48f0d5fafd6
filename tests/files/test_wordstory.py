"""A Word document part by part: what a person may have edited, and what a program reckons."""

from pathlib import Path

import docx
import pytest
from docx.oxml.parser import parse_xml
from edits import editing

from portfolio.files.wordprose import Look
from portfolio.files.wordstory import Span, normal, normal_heading, normal_runs, parts_in, read_story
from portfolio.files.zipguard import UnsafeArchive
from portfolio.render.wordml import NAMESPACES

W = f'xmlns:w="{NAMESPACES["w"]}"'


def story_of(folder: Path, *paragraphs: str):
    document = docx.Document()
    for each in paragraphs:
        document.element.body.insert(-1, parse_xml(f"<w:p {W}>{each}</w:p>"))
    path = folder / "a.docx"
    document.save(str(path))
    return read_story(path)


def text(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def mark(name: str, inside: str, number: int = 1) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="{number}"/>'


def field(instruction: str, result: str) -> str:
    turn = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return f"{turn('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>{turn('separate')}{result}{turn('end')}"


def test_what_stands_round_a_bookmark(tmp_path):
    (part,) = story_of(tmp_path, text("4.2 ") + mark("_a", text("Bir ") + text("söz")) + text(" 2026")).parts
    assert part.anchors == {"_a": Span(before="4.2 ", inside="Bir söz", after=" 2026")}
    assert part.text == "4.2 Bir söz 2026"


def test_a_bookmark_between_paragraphs_belongs_to_the_next():
    body = f"<w:document {W}><w:body>{mark('_d', '')}<w:p>{text('Söz')}</w:p></w:body></w:document>"
    (part,) = parts_in(body)
    assert list(part.anchors) == ["_d"]


def test_what_is_reckoned_is_no_text(tmp_path):
    begin = field("TOC \\o", "").removesuffix('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    parts = story_of(
        tmp_path,
        text("Sayfa ") + field(" PAGE ", text("3")),
        begin + text("İçindekiler satırı"),
        text("bir satır daha") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        field(" HYPERLINK x ", text("kalan söz")),
    ).parts
    assert [part.text for part in parts] == ["Sayfa", "", "", "kalan söz"]


@pytest.mark.parametrize("tag", ["ins", "del", "moveFrom", "moveTo"])
def test_changes_that_wait_are_seen(tmp_path, tag):
    assert story_of(tmp_path, f"<w:{tag} w:id='1' w:author='A'>{text('söz')}</w:{tag}>").tracked
    assert not story_of(tmp_path, text("söz")).tracked


def test_cells_are_told_apart(tmp_path):
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "bir\niki", "üç"
    table.cell(0, 0).add_paragraph("dört")
    document.save(str(tmp_path / "a.docx"))
    first, second, third = read_story(tmp_path / "a.docx").parts
    assert first.cell == second.cell != third.cell != ""


def test_a_document_is_refused_with_a_code(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"%PDF-1.7 no zip at all")
    with pytest.raises(UnsafeArchive) as refused:
        read_story(tmp_path / "a.docx")
    assert refused.value.code == "archive.damaged"


def test_comments_headers_and_styles(tmp_path):
    document = docx.Document()
    paragraph = document.add_paragraph("söz", style="Quote")
    document.add_comment(paragraph.runs, text="Bu doğru mu?", author="A")
    document.sections[0].header.paragraphs[0].text = "Üstte"
    document.save(str(tmp_path / "a.docx"))
    story = read_story(tmp_path / "a.docx")
    assert story.comments == ("Bu doğru mu?",)
    assert story.frames == {"Üstte"}
    assert (story.parts[0].style, story.parts[0].lines) == ("quote", ("> söz",))


def test_the_form_in_which_paragraphs_are_compared():
    assert normal("### Bir  başlık") == ("# Bir başlık",)
    assert normal("bir  \niki\N{NO-BREAK SPACE}üç") == ("bir", "iki üç")
    assert normal("- bir  \n  iki") == ("- bir iki",)
    assert normal("") == ()
    assert normal_heading(" 1.  *a* ") == r"# 1. \*a\*"
    assert normal_runs([("bir ", Look()), ("iki", Look(strong=True))], "- ") == "- bir **iki**"


@pytest.mark.parametrize(
    ("written", "saved"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://Example.org/a", "https://example.org/a"),
        ("https://example.org/ğ?q=a%20b", "https://example.org/%C4%9F?q=a%20b"),
    ],
)
def test_one_address_has_one_form(written, saved):
    assert normal_runs([("söz", Look(link=written))]) == normal_runs([("söz", Look(link=saved))])
    assert normal(f"[söz](<{saved}>)") == (normal_runs([("söz", Look(link=written))]),)


def test_editing_is_saved(tmp_path):
    story_of(tmp_path, text("Bir söz"))
    with editing(tmp_path / "a.docx") as written:
        written.paragraph("Bir").after("İki söz")
    assert [part.text for part in read_story(tmp_path / "a.docx").parts] == ["Bir söz", "İki söz"]
