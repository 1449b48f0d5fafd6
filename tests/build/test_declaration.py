"""The signed declaration is kept and told of, and stands in nothing that is handed out."""

import pytest
from projects import TODAY, load, make_project, photograph, portfolio, rewrite

from portfolio.build.survey import take_survey
from portfolio.model.clearance import Audience
from portfolio.model.events import silent

NAME = "Onur beyanı 2027-02-20.jpg"


@pytest.fixture
def root(tmp_path):
    """A school that did all it could to show its declaration."""
    root = make_project(tmp_path / "okul")
    photograph(root / "evidence" / "4-rol-model" / NAME, colour="red")
    (root / "consent.csv").write_text(
        "person;role;scopes;given_on;by;expires_on;withdrawn_on\n"
        f"file:4-rol-model/{NAME};;evaluator print web;2026-01-01;;;\n",
        encoding="utf-8",
    )
    with (root / "decisions.csv").open("a", encoding="utf-8") as decisions:
        for field, value in (
            ("people", "none"),
            ("pillar", "model"),
            ("hero", "yes"),
            ("exclude", "no"),
            ("date", "2027-02-20"),
        ):
            decisions.write(f";4-rol-model/{NAME};{field};{value}\n")
    return root


def test_no_audience_sees_it(root):
    survey = take_survey(load(root), today=TODAY, report=silent)
    (scan,) = (item for item in survey.catalogue.items if NAME in item.files[0])
    assert {entry.allowed for entry in survey.clearances if entry.item == scan.id} == {False}
    assert all(scan.id != piece.item.id for audience in Audience for piece in survey.pieces(audience))
    assert all(scan.id not in items for items in survey.proofs.values())


def test_it_is_told_in_one_line(root, capsys, monkeypatch):
    monkeypatch.setenv("PORTFOLIO_CACHE", str(root.parent / "cache"))
    rewrite(root / "portfolio.yaml", "closes_on", "opens_on: 2027-02-11, closes_on")
    portfolio("check", "--project", root, "--on", "2027-02-25")
    said = " ".join(capsys.readouterr().out.split())
    assert f"Signed declaration of honour: looks met. 4-rol-model/{NAME}, dated 2027-02-20: of this round." in said
    page = (root / "output" / "private" / "readiness.tr.html").read_text(encoding="utf-8")
    assert f"{NAME}, tarihi 20 Şubat 2027: bu döneme ait." in page
