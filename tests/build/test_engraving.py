"""A school's plaques from its folder to the output: PDF, SVG and text, and an engraving beside both drawings."""

import re

import pikepdf
import pytest
from projects import TODAY, load, make_project, rewrite

from portfolio.build.run import build
from portfolio.model.artefact import Outcome
from portfolio.model.events import silent

SHEETS = """sheets:
  plaque: {size: 400x300, outdoors: true}
  plaque-thanks: {size: 180x120, partner: "Skola Norr, Umeå"}
  plaque-project: {project: Deniz}
"""
FILES = ("pdf", "engraving.pdf", "svg", "engraving.svg", "txt")


def made(root):
    run = build(load(root), draft=False, today=TODAY, report=silent)
    return run, {
        path.relative_to(root / "output").as_posix() for path in (root / "output").rglob("*") if path.is_file()
    }


@pytest.fixture
def root(tmp_path):
    root = make_project(tmp_path / "okul")
    settings = (root / "portfolio.yaml").read_text(encoding="utf-8")
    kinds = "plaque, plaque-thanks, plaque-project"
    settings = re.sub(r"artefacts:.*", f"artefacts: [{kinds}]", settings)
    (root / "portfolio.yaml").write_text(f"{settings}\n{SHEETS}", encoding="utf-8")
    return root


def test_each_plaque_has_its_engraving_beside_it(root):
    run, files = made(root)
    outcomes = [each.outcome for each in run.artefacts]  # three plaques, two languages, three formats
    assert (outcomes.count(Outcome.MADE), outcomes.count(Outcome.FAILED)) == (12, 6)  # the project is not known
    assert files == {
        f"print/{name}.{code}.{end}" for name in ("plaque", "plaque-thanks") for code in ("tr", "en") for end in FILES
    }
    codes = [problem.code for problem in run.problems]
    assert "plaque.outdoors" in codes and "plaque.unknown-project" in codes
    svg = (root / "output/print/plaque.tr.engraving.svg").read_text(encoding="utf-8")
    assert 'width="400mm" height="300mm"' in svg and "<text" not in svg
    with pikepdf.open(root / "output/print/plaque.tr.engraving.pdf") as pdf:
        assert "/Font" not in pdf.pages[0].Resources and pdf.docinfo["/Title"]
    again, _ = made(root)
    assert {each.outcome for each in again.artefacts} == {Outcome.FRESH, Outcome.FAILED}


def test_a_plate_that_is_too_small_fails_as_a_drawing_and_is_still_there_as_text(root):
    rewrite(root / "portfolio.yaml", "size: 180x120", "size: 50x50")
    run, files = made(root)
    assert [each.outcome for each in run.artefacts if each.spec.name == "plaque-thanks"].count(Outcome.FAILED) == 4
    assert [problem.code for problem in run.problems].count("plaque.too-small") == 2  # one for each language
    assert {file for file in files if "thanks" in file} == {"print/plaque-thanks.tr.txt", "print/plaque-thanks.en.txt"}
