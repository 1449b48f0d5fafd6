"""The page for teachers: one page in each language of the project, with the folders as they are called there."""

import zipfile

import pytest
from projects import load, make_project, rewrite
from pypdf import PdfReader

from portfolio.build.teachers import make_teachers_pages


@pytest.fixture
def root(tmp_path):
    return make_project(tmp_path / "okul")


def make(root):
    files, problems = make_teachers_pages(load(root))
    return {file.name: file for file in files}, problems


def pages_of(file):
    return [" ".join(page.extract_text().split()) for page in PdfReader(file).pages]


def test_one_page_in_each_language_and_a_copy_to_edit(root):
    files, problems = make(root)
    assert problems == ()
    assert set(files) == {f"teachers.{code}.{suffix}" for code in ("tr", "en") for suffix in ("pdf", "docx")}
    assert {file.parent for file in files.values()} == {root / "output" / "private" / "papers"}
    (turkish,) = pages_of(files["teachers.tr.pdf"])
    (english,) = pages_of(files["teachers.en.pdf"])
    assert "Öğretmenlere: kanıtlar nasıl teslim edilir" in turkish
    assert "4-rol-model: eTwinning Schools are models for other schools" in english
    assert "Put it into “gelen”" in english
    assert "{" not in turkish + english
    with zipfile.ZipFile(files["teachers.en.docx"]) as word:
        assert "5-icerme-ve-inovasyon" in word.read("word/document.xml").decode()


@pytest.mark.parametrize(
    "name", ["Kar", "Ç" + "ok Uzun Adlı Okul ve Yanındaki Anaokulu " * 2 + "ile Pansiyonlu Bölge Ortaokulu Müdürlüğü"]
)
def test_it_stays_one_page_whatever_the_school_is_called(root, name):
    rewrite(root / "portfolio.yaml", "Masalköy Işıltı İlkokulu", name)
    rewrite(root / "portfolio.yaml", "languages: [tr, en]", "languages: [tr, en, sv]")
    files, _ = make(root)
    assert [len(pages_of(files[f"teachers.{code}.pdf"])) for code in ("tr", "en", "sv")] == [1, 1, 1]


def test_whom_to_ask_stands_there_only_where_the_project_says_it(root):
    files, _ = make(root)
    assert "Questions: …" in pages_of(files["teachers.en.pdf"])[0]
    rewrite(root / "portfolio.yaml", "  city: Masalköy", "  city: Masalköy\n  coordinator: Elif Uçanhalı")
    files, _ = make(root)
    assert "Questions: Elif Uçanhalı" in pages_of(files["teachers.en.pdf"])[0]


def test_a_page_that_somebody_edited_stays(root):
    files, _ = make(root)
    edited = files["teachers.tr.docx"]
    edited.write_bytes(edited.read_bytes() + b"edited")
    files, problems = make(root)
    assert edited.read_bytes().endswith(b"edited")
    assert "teachers.tr.new.docx" in files
    assert [problem.code for problem in problems] == ["artefact.beside"]


def test_a_language_without_the_page_is_said(root):
    own = root / "templates" / "own"
    (own / "messages").mkdir(parents=True)
    (own / "theme.yaml").write_text("parent: base\n", encoding="utf-8")
    (own / "messages" / "de.yaml").write_text("document:\n  page: Seite\n", encoding="utf-8")
    rewrite(root / "portfolio.yaml", "languages: [tr, en]", "theme: own\nlanguages: [tr, de]")
    files, problems = make(root)
    assert {name.split(".")[1] for name in files} == {"tr"}
    assert ("letters.no-text", {"language": "de"}) in [(each.code, dict(each.values)) for each in problems]
