"""What is wanted of a build: for whom, in which languages and formats."""

from dataclasses import replace
from pathlib import Path

from compose.editions import project

from portfolio.build.plan import KINDS, plan
from portfolio.model.clearance import HANDED_OUT


def paths(*names: str, draft: bool = False) -> list[str]:
    wanted = replace(project(), root=Path(), artefacts=names, languages=("tr", "sv"))
    return [spec.path for spec in plan(wanted, draft=draft)]


def test_every_artefact_in_every_language_and_format() -> None:
    assert paths("dossier", "plaque") == [
        "evaluator/dossier.tr.pdf",
        "evaluator/dossier.tr.docx",
        "evaluator/dossier.sv.pdf",
        "evaluator/dossier.sv.docx",
        "print/plaque.tr.pdf",
        "print/plaque.tr.txt",
        "print/plaque.sv.pdf",
        "print/plaque.sv.txt",
    ]


def test_a_dossier_of_its_own_for_each_audience() -> None:
    assert paths("dossier", "dossier-print", "dossier-web")[::4] == [
        "evaluator/dossier.tr.pdf",
        "print/dossier.tr.pdf",
        "web/dossier.tr.pdf",
    ]
    assert {audience for _, audience, _ in KINDS.values()} == set(HANDED_OUT)


def test_a_draft_is_one_for_the_school_whatever_it_is_a_draft_of() -> None:
    assert paths("dossier", "dossier-print", draft=True) == [
        "private/dossier.tr.pdf",
        "private/dossier.tr.docx",
        "private/dossier.sv.pdf",
        "private/dossier.sv.docx",
    ]
