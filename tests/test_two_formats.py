"""The dossier as a Word document tells what the PDF tells: read back from both files, and held side by side.

What differs on purpose:

- The cover is laid out anew: other order, and the pillars have their names beside their colours.
- The contents have the page numbers of their own format, and in Word number and page stand inside the link.
- A section's number stands in its heading, for Word's list of headings shows nothing else.
- The chart of what there is is a picture in Word, and the same words in its table, in the PDF a table of circles.
- What a timeline shows is read out for it in both; in Word it also stands below in words.
- How parts of a line are kept apart: by points, by room.
"""

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from projects import copy_demo, portfolio
from told import BULLET, Part, Told, plain, read_docx, read_pdf

from benchmarks.school import make_school

LANGUAGES = ("tr", "en", "sv")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("formats") / "demo"
    root.mkdir()
    copy_demo(root, languages="tr, en, sv", artefacts="dossier")
    return built(root)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(make_school(tmp_path_factory.mktemp("formats") / "made", 23))


def built(root: Path) -> Path:
    assert portfolio("build", root=root) == 0
    return root / "output" / "evaluator"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_demo_is_told_alike(demo: Path, language: str) -> None:
    tell_alike(demo, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_made_school_is_told_alike(made: Path, language: str) -> None:
    tell_alike(made, language)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b'descr="Renkli bir y', b'descr="Bir y'),
        (b'w:anchor="r_1_2"', b'w:anchor="r_1_3"'),
        (b'<w:pStyle w:val="Heading2"/>', b'<w:pStyle w:val="Heading3"/>'),
        ("Kanıt 7:".encode(), "Kanıt 8:".encode()),
        (b'<w:lang w:val="tr-TR"/>', b""),
    ],
    ids=["picture", "link", "level", "words", "language"],
)
def test_a_planted_difference_is_found(made: Path, tmp_path: Path, right: bytes, wrong: bytes) -> None:
    shutil.copy(made / "dossier.sv.pdf", tmp_path)
    with (
        zipfile.ZipFile(made / "dossier.sv.docx") as given,
        zipfile.ZipFile(tmp_path / "dossier.sv.docx", "w") as changed,
    ):
        for name in given.namelist():
            data = given.read(name)
            assert name != "word/document.xml" or right in data
            changed.writestr(name, data.replace(right, wrong, 1) if name == "word/document.xml" else data)
    with pytest.raises(AssertionError, match="assert"):
        tell_alike(tmp_path, "sv")


@pytest.mark.slow
def test_three_hundred_pieces_are_told_alike(tmp_path: Path) -> None:
    folder = built(make_school(tmp_path / "many", 300))
    for language in LANGUAGES:
        pdf = tell_alike(folder, language)
        assert sum(len(part.exhibits) for part in pdf.parts) == 300


def tell_alike(folder: Path, language: str) -> Told:
    pdf, docx = read_pdf(folder / f"dossier.{language}.pdf"), read_docx(folder / f"dossier.{language}.docx")
    assert (docx.title, docx.author, docx.language) == (pdf.title, pdf.author, pdf.language)
    assert len(docx.parts) == len(pdf.parts) > 8
    twice = frozenset(told_twice(pdf, docx))
    assert len(twice) <= 1  # the timeline
    docx = read_docx(folder / f"dossier.{language}.docx", without=twice)
    (cover, contents, *sections), (word_cover, word_contents, *word_sections) = pdf.parts, docx.parts
    titles = [text for _, text in (section.headings[0] for section in sections)]
    tell_the_same_cover(cover, word_cover, word_contents)
    tell_the_same_contents(contents, word_contents, titles)
    for section, other in zip(sections, word_sections, strict=True):
        tell_the_same_section(section, other)
    return pdf


def told_twice(pdf: Told, docx: Told) -> list[str]:
    """The tables that stand in Word alone; all their words are read out for the drawing above them."""
    found = []
    for part, other in zip(pdf.parts, docx.parts, strict=True):
        for caption, words in other.tables:
            if words not in part.words:
                (told,) = (plain(picture) for picture in part.pictures if picture.startswith(f"{caption}. "))
                letters = re.sub(r"\W", "", told)
                assert letters == re.sub(r"\W", "", plain(caption) + words)
                found.append(caption)
    return found


def tell_the_same_cover(pdf: Part, docx: Part, contents: Part) -> None:
    entries = {text for text, target in contents.links if target.startswith("pillar")}
    pillars = [line for line in docx.lines if any(entry.startswith(line) or line in entry for entry in entries)]
    assert sorted(line for line in docx.lines if line not in pillars) == sorted(pdf.lines)
    assert sorted(docx.pictures) == sorted(pdf.pictures)


def tell_the_same_contents(pdf: Part, docx: Part, titles: list[str]) -> None:
    assert [text for text, _ in pdf.links] == titles
    assert [target for _, target in docx.links] == [target for _, target in pdf.links]
    for (text, _), title in zip(docx.links, titles, strict=True):
        assert re.fullmatch(rf"[\dE]?{re.escape(title)}\d+", text)


def tell_the_same_section(pdf: Part, docx: Part) -> None:
    assert docx.words == pdf.words
    assert docx.links == pdf.links
    assert docx.foreign == pdf.foreign
    (level, title), *headings = docx.headings
    assert [(level, title.removeprefix(pdf.words.partition(pdf.headings[0][1])[0])), *headings] == pdf.headings
    charts = [picture for picture in docx.pictures if picture not in pdf.pictures]
    assert [picture for picture in docx.pictures if picture not in charts] == pdf.pictures
    for chart in charts:
        caption, _, told = chart.partition(". ")
        (words,) = (words for title, words in docx.tables if title == caption)
        assert re.sub(r"\W", "", words) == re.sub(r"\W", "", plain(told))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_libreoffice_makes_a_pdf_with_the_same_exhibits_in_the_same_order(demo: Path, tmp_path: Path) -> None:
    source = demo / "dossier.tr.docx"
    profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    tagged = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    command = ["soffice", "--headless", profile, "--convert-to", tagged, "--outdir", tmp_path, source]
    subprocess.run(command, check=True, capture_output=True)
    given, office = read_docx(source), read_pdf(tmp_path / "dossier.tr.pdf")
    assert sum(len(part.exhibits) for part in given.parts) > 40
    # All words, numbers and page numbers, in order; what a bullet looks like is the program's own.
    assert said(office).replace("•", BULLET) == said(given)
    for shown, picture in zip(told_pictures(office), told_pictures(given), strict=True):
        assert shown.endswith(picture)  # LibreOffice puts a picture's name before its words


def said(document: Told) -> str:
    return "".join(part.words for part in document.parts)


def told_pictures(document: Told) -> list[str]:
    return [picture for part in document.parts for picture in part.pictures]
