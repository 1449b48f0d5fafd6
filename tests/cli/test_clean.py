"""Cleaning: what it costs is said first, and nothing goes before somebody agreed."""

import json

import pytest
from jsonschema import Draft202012Validator
from projects import cache_of, fixity, make_project, portfolio

from portfolio.resources import PACKAGE


@pytest.fixture
def root(tmp_path, capsys):
    root = make_project(tmp_path / "okul")
    assert portfolio("build", "--only", "plaque", root=root) == 0
    capsys.readouterr()
    return root


def clean(*arguments, root, capsys, monkeypatch):
    monkeypatch.setenv("PORTFOLIO_CACHE", str(root.parent / f"{root.name}-cache"))
    code = portfolio("clean", *arguments, "--project", root)
    return code, capsys.readouterr().out


def test_nothing_goes_where_nobody_can_be_asked(root, capsys, monkeypatch):
    before = fixity(cache_of(root))
    code, said = clean(root=root, capsys=capsys, monkeypatch=monkeypatch)
    assert code == 0
    assert "Nothing was taken away" in said
    assert "minutes instead of seconds" in said
    assert fixity(cache_of(root)) == before


def test_after_cleaning_our_own_files_are_still_known(root, capsys, monkeypatch):
    before = fixity(root)
    assert clean("--yes", root=root, capsys=capsys, monkeypatch=monkeypatch)[0] == 0
    assert fixity(root) == before
    assert {path.name for path in cache_of(root).iterdir()} <= {"lock", "state.sqlite", "first-seen.json"}
    assert portfolio("build", "--only", "plaque", root=root) == 0
    assert not list((root / "output").rglob("*.new*"))


def test_all_is_told_to_programs(root, capsys, monkeypatch):
    _, said = clean("--all", "--yes", "--json", root=root, capsys=capsys, monkeypatch=monkeypatch)
    document = json.loads(said)
    Draft202012Validator(json.loads((PACKAGE / "cli" / "schema.json").read_text(encoding="utf-8"))).validate(document)
    assert document["removed"]
    assert {path.name for path in cache_of(root).iterdir()} == {"lock"}


def test_nothing_to_take_away(tmp_path, capsys, monkeypatch):
    root = make_project(tmp_path / "okul")
    code, said = clean(root=root, capsys=capsys, monkeypatch=monkeypatch)
    assert (code, said.startswith("There is nothing to take away")) == (0, True)
    assert not cache_of(root).exists()
