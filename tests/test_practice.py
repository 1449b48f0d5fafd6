"""The demo school as a project to practise on."""

import json

import pytest
from jsonschema import Draft202012Validator
from projects import ROOT, portfolio

from portfolio.practice import NotEmpty, copy_practice
from portfolio.project import read_project
from portfolio.resources import PACKAGE


def test_the_copy_is_the_demo_school_and_can_be_read(tmp_path):
    copied = copy_practice(tmp_path / "deneme")
    assert (tmp_path / "deneme" / "decisions.csv").read_bytes() == (ROOT / "decisions.csv").read_bytes()
    project, problems = read_project(tmp_path / "deneme", tmp_path / "cache")
    assert project.school.name == "Masalköy Işıltı İlkokulu"
    assert problems == ()
    assert len(copied) > 80
    assert all((tmp_path / "deneme" / name).is_file() for name in copied)


def test_a_folder_with_something_in_it_is_refused(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(NotEmpty):
        copy_practice(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_empty_folder_will_do_and_programs_are_told(tmp_path, capsys):
    assert portfolio("practice", tmp_path, "--json") == 0
    document = json.loads(capsys.readouterr().out)
    Draft202012Validator(json.loads((PACKAGE / "cli" / "schema.json").read_text(encoding="utf-8"))).validate(document)
    assert portfolio("practice", tmp_path) == 7
