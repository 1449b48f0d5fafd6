"""The papers of a project: in its languages, by the law of its country, and with nobody's name."""

import zipfile

import pytest
from projects import load, make_project
from pypdf import PdfReader

from portfolio.build.papers import make_papers
from portfolio.errors import ProjectError

NAMES = ("read-first", "notice", "consent", "class-list")


def change(root, old, new):
    settings = root / "portfolio.yaml"
    text = settings.read_text(encoding="utf-8")
    assert old in text
    settings.write_text(text.replace(old, new), encoding="utf-8")


def make(root):
    files, problems = make_papers(load(root))
    folder = root / "output" / "private" / "papers"
    assert all(file.parent == folder for file in files)
    return {file.name: file for file in files}, problems


def text_of(file):
    """What can be read in a paper of either format, blanks as one."""
    if file.suffix == ".pdf":
        words = "\n".join(page.extract_text() for page in PdfReader(file).pages)
    else:
        with zipfile.ZipFile(file) as archive:
            words = "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return " ".join(words.split())


@pytest.fixture
def root(tmp_path):
    """A Turkish school that writes Turkish alone."""
    root = make_project(tmp_path / "okul")
    change(root, "languages: [tr, en]", "languages: [tr]")
    return root


def test_every_paper_is_there_in_both_languages_and_formats(root):
    change(root, "languages: [tr]", "languages: [tr, en]")
    files, problems = make(root)
    assert problems == ()
    assert set(files) == {
        f"{name}.{code}.{form}" for name in NAMES for code in ("tr", "en") for form in ("pdf", "docx")
    }
    assert "6698 sayılı Kişisel Verilerin Korunması Kanunu" in text_of(files["notice.tr.pdf"])
    assert "Turkish Law no. 6698" in text_of(files["notice.en.pdf"])
    assert "Masalköy Işıltı İlkokulu, Masalköy, Türkiye" in text_of(files["consent.tr.pdf"])


def test_the_law_is_that_of_the_country_and_not_of_the_language(root):
    change(root, "country: TR", "country: SE")
    change(root, "languages: [tr]", "languages: [sv, en]")
    files, problems = make(root)
    assert problems == ()
    assert "artikel 13" in text_of(files["notice.sv.pdf"])
    assert "Article 13" in text_of(files["notice.en.pdf"])


def test_a_country_of_another_law_and_a_language_without_papers_are_said(root):
    change(root, "country: TR", "country: GE")
    change(root, "languages: [tr]", "languages: [tr, en]")
    files, problems = make(root)
    assert [(problem.code, dict(problem.values)) for problem in problems] == [
        ("papers.other-law", {"country": "GE", "law": "GDPR"}),
        ("papers.no-text", {"language": "tr"}),
    ]
    assert set(files) == {f"{name}.en.{form}" for name in NAMES for form in ("pdf", "docx")}


def test_classes_come_from_the_list_of_pupils_and_no_name_does(root):
    rows = [("Ayberk İğdeli", "10-A"), ("Defne Söğüt", "4-B"), ("Nehir Bulut", "4-B")]
    lines = "".join(f"{name};{form};Sv;\n" for name, form in rows)
    (root / "pupils.csv").write_text(f"name;class;groups;\n{lines}", encoding="utf-8-sig")
    files, _ = make(root)
    said = text_of(files["class-list.tr.pdf"])
    assert said.find("sınıf: 4-B") < said.find("sınıf: 10-A")
    assert len(PdfReader(files["consent.tr.pdf"]).pages) == 2
    for file in files.values():
        for name, _ in rows:
            for part in name.split():
                assert part not in text_of(file)
    everything = b"".join(path.read_bytes() for path in (root / "output").rglob("*") if path.is_file())
    assert "İğdeli".encode() not in everything


def test_a_paper_that_somebody_edited_stays(root):
    files, _ = make(root)
    edited = files["consent.tr.docx"]
    edited.write_bytes(edited.read_bytes() + b"edited")
    files, problems = make(root)
    assert edited.read_bytes().endswith(b"edited")
    assert "consent.tr.new.docx" in files
    assert [problem.code for problem in problems] == ["artefact.beside"]


def test_made_twice_the_papers_are_the_same(root):
    files, _ = make(root)
    before = {name: file.read_bytes() for name, file in files.items()}
    files, problems = make(root)
    assert problems == ()
    assert {name: file.read_bytes() for name, file in files.items()} == before


def test_a_text_in_a_theme_of_ones_own_is_used_instead(root):
    own = root / "templates" / "own"
    (own / "papers" / "kvkk" / "tr").mkdir(parents=True)
    (own / "theme.yaml").write_text("parent: base\n", encoding="utf-8")
    (own / "papers" / "kvkk" / "tr" / "notice.md").write_text("# Bizim metnimiz\n\nOkul: {school}\n", encoding="utf-8")
    change(root, "edition_on:", "theme: own\nedition_on:")
    files, _ = make(root)
    assert "Bizim metnimiz Okul: Masalköy Işıltı İlkokulu" in text_of(files["notice.tr.pdf"])


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        ("laws.yaml", "- kvkk\n", "yaml.no-keys"),
        ("laws.yaml", "otherwise: kvkk\n", "yaml.missing"),
        ("kvkk/sources.yaml", "facts: {a: {says: {tr: A}, source: B, sure: ours}}\n", "framework.no-english"),
        ("kvkk/sources.yaml", "facts: {a: {says: {en: A rule}, source: A law, sure: certain}}\n", "yaml.choice"),
    ],
)
def test_what_a_theme_of_ones_own_says_wrongly_of_the_law_is_told_with_its_place(root, file, text, code):
    own = root / "templates" / "own"
    (own / "papers" / "kvkk").mkdir(parents=True)
    (own / "theme.yaml").write_text("parent: base\n", encoding="utf-8")
    (own / "papers" / file).write_text(text, encoding="utf-8")
    change(root, "edition_on:", "theme: own\nedition_on:")
    with pytest.raises(ProjectError) as stop:
        make_papers(load(root))
    assert [(problem.code, problem.where.file) for problem in stop.value.problems] == [(code, f"papers/{file}")]


def test_a_list_of_pupils_that_cannot_be_used_stops_it(root):
    (root / "pupils.csv").write_text("name;class\n;4-A\n", encoding="utf-8")
    with pytest.raises(ProjectError):
        make_papers(load(root))
    assert not (root / "output" / "private" / "papers").exists()
