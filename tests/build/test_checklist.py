"""The checklist for the kit: each line with its source, in the project's languages, never over an edited file."""

import pytest
from artefacts import pages
from projects import load, make_project, rewrite

from portfolio.build.checklist import make_checklists
from portfolio.framework import read_framework
from portfolio.model.labelfacts import Certainty, KitPart


@pytest.fixture
def root(tmp_path):
    return make_project(tmp_path / "okul")


def make(root):
    files, problems = make_checklists(load(root))
    return {file.name: file for file in files}, [problem.code for problem in problems]


def text_of(file):
    return file.read_text(encoding="utf-8-sig")


def test_in_every_language_as_pdf_and_as_text(root):
    rewrite(root / "portfolio.yaml", "[tr, en]", "[tr, en, sv]")
    files, codes = make(root)
    assert codes == []
    assert set(files) == {f"kit.{code}.{form}" for code in ("tr", "en", "sv") for form in ("pdf", "txt")}
    assert {file.parent for file in files.values()} == {root / "output" / "private" / "kit"}
    for code, said in (("tr", "Geldi mi?"), ("en", "Has it come?"), ("sv", "Har det kommit?")):
        assert said in text_of(files[f"kit.{code}.txt"]) and said in " ".join(pages(files[f"kit.{code}.pdf"]))


def test_each_line_has_its_source_and_how_sure_it_is(root):
    files, _ = make(root)
    text = text_of(files["kit.en.txt"])
    assert (
        "[ ] The plaque. Every school with the label is sent one. "
        "(school-education.ec.europa.eu/tr/recognition/etwinning-school-label; "
        "official source)"
    ) in text
    assert "at a distance: two things, of two givers. (our own proposal)" in text
    assert all(line.endswith(")") for line in text.splitlines() if line.startswith("[ ]"))


def test_the_ministrys_rules_are_pointed_to_in_turkiye_alone(root):
    assert "Millî Eğitim Müdürlüğü" in text_of(make(root)[0]["kit.en.txt"])
    rewrite(root / "portfolio.yaml", "country: TR", "country: SE")
    assert "Müdürlüğü" not in text_of(make(root)[0]["kit.en.txt"])


def test_what_somebody_ticked_stays(root):
    files, _ = make(root)
    files["kit.tr.txt"].write_text("geldi", encoding="utf-8")
    again, codes = make(root)
    assert codes == ["artefact.beside"] and "kit.tr.new.txt" in again
    assert files["kit.tr.txt"].read_text(encoding="utf-8") == "geldi"


def test_every_part_is_in_every_language_and_what_is_not_ours_has_a_source():
    kit = read_framework("etwinning-school", None, lexica=()).kit
    assert set(kit) == set(KitPart)
    for line in (line for lines in kit.values() for line in lines):
        assert set(line.says) == {"en", "tr", "sv"}
        assert line.source or line.certainty is Certainty.OURS
