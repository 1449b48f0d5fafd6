"""Law 10: a claim of conformance stands only in a file that passed."""

import pikepdf
import pytest
from render.samples import draw_derivatives, empty_dossier, sample_dossier

from portfolio.build.make import render
from portfolio.model.artefact import Format
from portfolio.model.problem import Place, Severity
from portfolio.themes import load_theme


@pytest.fixture(autouse=True)
def no_verapdf(monkeypatch):
    monkeypatch.setattr("portfolio.audit.validators.shutil.which", {}.get)


def claims(path):
    with pikepdf.open(path) as pdf:
        metadata = pdf.open_metadata()
        parts = ("{http://www.aiim.org/pdfa/ns/id/}part", "{http://www.aiim.org/pdfua/ns/id/}part")
        return [metadata.get(part) for part in parts], metadata["dc:title"]


def test_a_dossier_claims_what_it_was_judged_to_be(tmp_path):
    dossier = sample_dossier("sv", pieces=3)
    derivatives = draw_derivatives(dossier, tmp_path)
    target = tmp_path / "dossier.sv.pdf"
    assert render(dossier, Format.PDF, load_theme("base", None), derivatives, {}, target) == ()
    assert claims(target) == (["3", "1"], dossier.title)


def test_what_fails_is_whole_and_claims_nothing_and_the_rule_is_named(tmp_path):
    own = tmp_path / "templates" / "own"
    (own / "css").mkdir(parents=True)
    (own / "theme.yaml").write_text("parent: base\n", encoding="utf-8")
    base = (load_theme("base", None).find("css/dossier.css")).read_text(encoding="utf-8")
    (own / "css" / "dossier.css").write_text(f"{base}\n.contents {{ opacity: .5 }}\n", encoding="utf-8")
    dossier, target = empty_dossier("en"), tmp_path / "dossier.en.pdf"
    problems = render(dossier, Format.PDF, load_theme("own", tmp_path), {}, {}, target)
    assert [(problem.code, problem.severity, problem.where) for problem in problems] == [
        (code, Severity.WARNING, Place(file=target.name))
        for code in ("conformance.loose", "conformance.drawing", "conformance.withdrawn")
    ]
    assert claims(target) == ([None, None], dossier.title)
