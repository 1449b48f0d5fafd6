"""`portfolio consent --papers` as a person meets it."""

import json

import pytest
from jsonschema import Draft202012Validator
from projects import make_project, portfolio

from portfolio.resources import PACKAGE

SCHEMA = json.loads((PACKAGE / "cli" / "schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return make_project(tmp_path_factory.mktemp("papers") / "okul")


def test_it_names_the_files_and_what_to_read_first(root, capsys):
    assert portfolio("consent", "--papers", root=root, language="tr") == 0
    said = capsys.readouterr().out
    assert "private/papers/consent.tr.docx" in said.replace("\\", "/")
    assert "read-first" in said.splitlines()[-1]


def test_it_answers_programs(root, capsys):
    assert portfolio("consent", "--papers", "--json", root=root) == 0
    document = json.loads(capsys.readouterr().out)
    Draft202012Validator(SCHEMA).validate(document)
    assert len(document["papers"]) == 16
