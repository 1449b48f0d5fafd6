"""An artefact that is made of another's file waits for it, and is stale with it."""

from dataclasses import replace

import pytest
from projects import TODAY, load, make_project, rewrite

from portfolio.build.compose import compose_all
from portfolio.build.plan import plan
from portfolio.build.survey import take_survey
from portfolio.build.workshop import open_workshop
from portfolio.model.artefact import Format, Outcome
from portfolio.model.events import silent
from portfolio.themes import load_theme

TEXT, PDF = "print/plaque.tr.txt", "print/plaque.tr.pdf"


@pytest.fixture
def project(tmp_path):
    root = make_project(tmp_path / "okul")
    rewrite(root / "portfolio.yaml", "[dossier, poster-mission, plaque]", "[plaque]")
    rewrite(root / "portfolio.yaml", "[tr, en]", "[tr]")
    return load(root)


def wanted(project):
    """The plaque as a PDF, made of its text, wanted before it."""
    survey, theme = take_survey(project, today=TODAY, report=silent), load_theme("base", None)
    specs = [
        replace(spec, after=(TEXT,)) if spec.format is Format.PDF else spec
        for spec in plan(project)
        if spec.format is not Format.SVG
    ]
    documents, _ = compose_all(survey, theme, specs)
    return survey, theme, documents


def made(project):
    survey, theme, documents = wanted(project)
    with open_workshop(survey, theme) as workshop:
        return {each.path: each for each in workshop.bring_up_to_date(documents, silent)}


def foreseen(project):
    survey, theme, documents = wanted(project)
    with open_workshop(survey, theme) as workshop:
        return {spec.path: [each.code for each in reasons] for spec, reasons in workshop.orders.stale(documents)}


def test_it_is_made_after_the_other_and_stays_fresh_with_it(project):
    assert foreseen(project) == {PDF: ["stale.first"], TEXT: ["stale.first"]}
    artefacts = made(project)
    assert list(artefacts) == [PDF, TEXT]  # as they are wanted
    assert {each.outcome for each in artefacts.values()} == {Outcome.MADE}
    assert foreseen(project) == {PDF: [], TEXT: []}
    assert {each.outcome for each in made(project).values()} == {Outcome.FRESH}


def test_it_is_stale_when_the_other_is(project):
    made(project)
    (project.output / TEXT).unlink()
    assert foreseen(project)[PDF] == ["stale.after"]


def test_it_is_not_made_of_what_somebody_edited(project):
    made(project)
    (project.output / TEXT).write_text("ours", encoding="utf-8")
    pdf = (project.output / PDF).read_bytes()
    failed = made(project)[PDF]
    assert failed.outcome is Outcome.FAILED
    assert [each.code for each in failed.problems] == ["artefact.lacks", "artefact.failed"]
    assert (project.output / PDF).read_bytes() == pdf
