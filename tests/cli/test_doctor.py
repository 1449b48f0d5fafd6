"""What the doctor says: with a project, without one, with a broken one."""

import json

import pytest
from jsonschema import Draft202012Validator
from projects import make_project, portfolio

from portfolio.build.doctor import machine
from portfolio.build.doctor.finding import CHECKS
from portfolio.errors import MissingDependencyError
from portfolio.model.problem import error
from portfolio.resources import PACKAGE

SCHEMA = json.loads((PACKAGE / "cli" / "schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def root(tmp_path):
    return make_project(tmp_path / "okul")


def run(*arguments, root, capsys):
    where = ["--project", str(root)] if root else []
    code = portfolio("doctor", *arguments, *where)
    return code, capsys.readouterr().out


def test_one_line_for_each_check(root, capsys):
    code, said = run(root=root, capsys=capsys)
    assert code == 0
    assert said.count("✓") + said.count("    →") == len(CHECKS)


def test_programs_are_told_all_checks(root, capsys):
    code, said = run("--json", root=root, capsys=capsys)
    document = json.loads(said)
    Draft202012Validator(SCHEMA).validate(document)
    assert [each["check"] for each in document["checks"]] == list(CHECKS)
    assert SCHEMA["$defs"]["doctor"]["properties"]["checks"]["items"]["properties"]["check"]["enum"] == list(CHECKS)
    assert code == 0


def test_without_a_project_the_computer_is_looked_at(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, said = run(root=None, capsys=capsys)
    assert code == 0
    assert "There is no project here" in said


def test_a_folder_that_is_no_project_is_refused(tmp_path, capsys):
    code, _ = run(root=tmp_path, capsys=capsys)
    assert code == 3


def test_a_broken_project_is_told_beside(root, capsys):
    (root / "portfolio.yaml").write_text("school: [", encoding="utf-8")
    code, said = run(root=root, capsys=capsys)
    assert code == 3
    assert "✓ Python" in said
    assert "Error: portfolio.yaml" in said


def test_what_is_needed_and_missing_ends_with_its_code(root, capsys, monkeypatch):
    def missing():
        raise MissingDependencyError(error("system.no-pango"))

    monkeypatch.setattr(machine, "load_engine", missing)
    code, said = run(root=root, capsys=capsys)
    assert code == 6
    assert "Error: Pango is not installed" in said
    assert "→ Type: " in said
