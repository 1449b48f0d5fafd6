"""Letters to sign: filled from the project, in its languages, with no name but those it tells; never overwritten."""

import re
import zipfile
from datetime import date

import pytest
from projects import TODAY, load, make_project, rewrite

from portfolio.build.letters import make_letters
from portfolio.build.readiness import find_readiness
from portfolio.build.survey import take_survey
from portfolio.compose.papers import BLANK
from portfolio.model.events import silent
from portfolio.model.problem import reason
from portfolio.model.readiness import Wish

NAMES = ("colleagues", "emblem")


@pytest.fixture
def root(tmp_path):
    return make_project(tmp_path / "okul")


def make(root, today=TODAY, wishes=None):
    survey = take_survey(load(root), today=today, report=silent)
    files, problems = make_letters(survey, find_readiness(survey).wishes if wishes is None else wishes)
    return {file.name: file for file in files}, problems


def text_of(file):
    """What stands on the page, header and all, without markup."""
    with zipfile.ZipFile(file) as archive:
        parts = [
            archive.read(name).decode()
            for name in archive.namelist()
            if name.startswith("word/") and name.endswith(".xml")
        ]
    return " ".join(re.sub(r"<[^>]+>", "", " ".join(parts).replace("</w:p>", " ")).split())


def test_both_letters_in_each_language(root):
    files, problems = make(root)
    assert problems == ()
    assert set(files) == {f"{name}.{code}.docx" for name in NAMES for code in ("tr", "en")}
    assert {file.parent for file in files.values()} == {root / "output" / "private" / "letters"}
    said = text_of(files["colleagues.tr.docx"])
    assert "Masalköy Işıltı İlkokulu · Masalköy, Türkiye" in said
    assert "2027-28 başvuru dönemi 9 Mart 2027 tarihinde kapanıyor" in said
    assert "en geç 23 Şubat 2027 tarihine kadar" in said
    assert "“evidence/gelen” klasörüne" in said
    assert "{" not in said
    assert "bring them by 23 February 2027." in text_of(files["colleagues.en.docx"])


def test_colleagues_are_told_from_when_on_pieces_are_recent(root):
    files, _ = make(root)
    assert "9 Mart 2025 ve sonrasına ait kanıtlar yeni sayılır" in text_of(files["colleagues.tr.docx"])
    rewrite(root / "portfolio.yaml", "closes_on", "opens_on: 2027-02-11, closes_on")
    files, _ = make(root)
    assert "Pieces from 11 February 2025 on count as recent; older ones carry less" in text_of(
        files["colleagues.en.docx"]
    )
    rewrite(root / "portfolio.yaml", "opens_on: 2027-02-11, closes_on: 2027-03-09", "")
    files, _ = make(root)
    assert f"Pieces from {BLANK} on" in text_of(files["colleagues.en.docx"])


def test_colleagues_are_asked_for_what_is_wanted(root):
    what = {"en": "a timetable of visits", "tr": "ziyaret takvimi"}
    wish = Wish(target="model/mentoring", why=reason("gap.none"), texts=what, folder="4-rol-model")
    files, _ = make(root, wishes=(wish,))
    said = text_of(files["colleagues.en.docx"])
    assert "(eTwinning Schools are models for other schools)" in said
    assert "For example: a timetable of visits. Folder: evidence/4-rol-model" in said
    assert "Örneğin ziyaret takvimi. " in text_of(files["colleagues.tr.docx"])
    assert "5-icerme" not in said


def test_a_day_that_is_over_or_not_known_is_left_open(root):
    files, _ = make(root, today=date(2027, 3, 10))
    assert "9 Mart 2027" not in text_of(files["colleagues.tr.docx"])
    files, _ = make(root, today=date(2027, 3, 1))
    assert "en geç 9 Mart 2027" in text_of(files["colleagues.tr.docx"])


@pytest.mark.parametrize(
    ("funding", "said"),
    [
        ("{basis: none}", "hibesine dayanmamaktadır"),
        ("{basis: label}", "ne amblem ne de finansmana ilişkin bir ifade vardır ve yanıtınız gelene kadar"),
        ("{basis: label, prescribed_by: Masal Ulusal Destek Servisi}", "(isteyen: Masal Ulusal Destek Servisi)"),
        (
            "{basis: grant, share: co-funded, programme: Erasmus+, number: 2026-1-TR01, authority: Masal Ajansı}",
            "numara: 2026-1-TR01; hibe makamı: Masal Ajansı; sözleşmeye göre pay: ortaklaşa finanse edilir",
        ),
    ],
)
def test_the_basis_is_the_projects(root, funding, said):
    rewrite(root / "portfolio.yaml", "{basis: label, prescribed_by: Masal Ulusal Destek Servisi}", funding)
    files, _ = make(root)
    letter = text_of(files["emblem.tr.docx"])
    assert said in letter
    office = "Masal Ulusal Destek Servisi" if "prescribed_by" in funding else "eTwinning Ulusal Destek Servisi"
    assert f"{office} dikkatine" in letter


def test_nobody_is_invented(root):
    files, _ = make(root)
    said = text_of(files["emblem.en.docx"])
    assert "Name of the principal:" in said
    rewrite(root / "portfolio.yaml", "  city: Masalköy", "  city: Masalköy\n  principal: Feride Kafdağlı")
    files, _ = make(root)
    assert "Name of the principal: Feride Kafdağlı" in text_of(files["emblem.en.docx"])


def test_a_letter_that_somebody_edited_stays(root):
    files, _ = make(root)
    edited = files["emblem.tr.docx"]
    edited.write_bytes(edited.read_bytes() + b"edited")
    files, problems = make(root)
    assert edited.read_bytes().endswith(b"edited")
    assert "emblem.tr.new.docx" in files
    assert [problem.code for problem in problems] == ["artefact.beside"]


def test_a_language_without_letters_is_said(root):
    own = root / "templates" / "own"
    (own / "messages").mkdir(parents=True)
    (own / "theme.yaml").write_text("parent: base\n", encoding="utf-8")
    (own / "messages" / "de.yaml").write_text("document:\n  page: Seite\n", encoding="utf-8")
    rewrite(root / "portfolio.yaml", "languages: [tr, en]", "theme: own\nlanguages: [tr, de]")
    files, problems = make(root)
    assert set(files) == {f"{name}.tr.docx" for name in NAMES}
    assert ("letters.no-text", {"language": "de"}) in [(each.code, dict(each.values)) for each in problems]
