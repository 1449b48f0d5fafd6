"""A school's plaques from its folder to the output: PDF, SVG and text, and an engraving beside both drawings."""

import re

import pikepdf
import pytest
from PIL import Image, ImageDraw
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
        path.relative_to(root / "output").as_posix()
        for path in (root / "output").rglob("*")
        if path.is_file() and not path.name.endswith("-sha256.txt")  # the manifests
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
    assert "plaque.outdoors" in codes and "poster.unknown-project" in codes
    svg = (root / "output/print/plaque.tr.engraving.svg").read_text(encoding="utf-8")
    assert 'width="400mm" height="300mm"' in svg and "<text" not in svg
    with pikepdf.open(root / "output/print/plaque.tr.engraving.pdf") as pdf:
        assert "/Font" not in pdf.pages[0].Resources and pdf.docinfo["/Title"]
    again, _ = made(root)
    assert [each.outcome for each in again.artefacts].count(Outcome.FRESH) == 12


def test_a_plate_that_is_too_small_is_told_before_anything_is_made_and_the_rest_is(root):
    rewrite(root / "portfolio.yaml", "size: 180x120", "size: 50x50")
    run, files = made(root)
    told = [problem for problem in run.problems if problem.code == "plaque.too-small"]
    assert len(told) == 2 and {problem.where.file for problem in told} == {"portfolio.yaml"}  # one for each language
    assert {file.split(".")[0] for file in files} == {"print/plaque"}


@pytest.mark.parametrize("transparent", [False, True])
def test_official_artwork_stands_in_the_drawing_and_a_drawn_emblem_in_the_engraving(transparent, root):
    artwork = Image.new("RGBA", (900, 200), (0, 0, 0, 0) if transparent else "#ffffff")
    artwork.paste("#003399", (0, 0, 300, 200))
    ImageDraw.Draw(artwork).ellipse((90, 40, 210, 160), fill="#ffcc00")
    artwork.save(root / "EN.png")
    rewrite(root / "portfolio.yaml", "prescribed_by", "artwork: {en: EN.png}, prescribed_by")
    run, _ = made(root)
    plaques = [each for each in run.artefacts if each.spec.name == "plaque" and each.spec.language == "en"]
    assert {each.outcome for each in plaques} == {Outcome.MADE}
    svg = (root / "output/print/plaque.en.svg").read_text(encoding="utf-8")
    engraving = (root / "output/print/plaque.en.engraving.svg").read_text(encoding="utf-8")
    assert svg.count("<image") == 1 and "<image" not in engraving
