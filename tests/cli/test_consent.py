"""`portfolio consent` shows numbers, never names, and takes class lists over."""

import json

import pytest
from consent.classlists import TURKISH, workbook
from jsonschema import Draft202012Validator
from projects import make_project, portfolio

from portfolio.resources import PACKAGE

SCHEMA = json.loads((PACKAGE / "cli" / "schema.json").read_text(encoding="utf-8"))
NAMES = ("ada", "billurköşk", "can", "devdağ", "lina", "yıldıztozu")


@pytest.fixture
def root(tmp_path):
    return make_project(tmp_path / "okul")


@pytest.fixture
def classlist(tmp_path):
    return workbook(tmp_path / "liste.xlsx", {"Sayfa1": TURKISH})


def answer(capsys):
    document = json.loads(capsys.readouterr().out)
    Draft202012Validator(SCHEMA).validate(document)
    return document


def nobody_in(text):
    words = set(text.replace("İ", "i").lower().replace(".", " ").replace(",", " ").split())
    return not words & set(NAMES)


def test_a_class_list_is_shown_in_numbers_and_written(root, classlist, capsys):
    assert portfolio("consent", "--import", classlist, root=root) == 0
    said = capsys.readouterr().out
    assert "4-A    3    0" in said
    assert "3 pupils were added to pupils.csv." in said
    assert nobody_in(said)
    assert "BİLLURKÖŞK" in (root / "pupils.csv").read_text("utf-8-sig")


def test_a_preview_writes_nothing(root, classlist, capsys):
    assert portfolio("consent", "--import", classlist, "--preview", root=root, language="tr") == 0
    assert "henüz bir şey yazılmadı" in capsys.readouterr().out
    assert not (root / "pupils.csv").exists()


def test_a_class_list_that_is_not_understood_writes_nothing(root, classlist, capsys):
    assert portfolio("consent", "--import", classlist, "--class", "4-B", root=root) == 3
    said = capsys.readouterr().out
    assert "liste.xlsx [Sayfa1]:6: This list seems to be of the class 4-A, but the class 4-B is named too." in said
    assert not (root / "pupils.csv").exists()


def test_an_import_answers_programs(root, classlist, capsys):
    portfolio("consent", "--import", classlist, "--json", root=root)
    document = answer(capsys)
    assert document["classes"] == [{"class": "4-A", "new": 3, "known": 0, "absent": 0, "elsewhere": 0}]
    assert nobody_in(json.dumps(document, ensure_ascii=False))


def test_a_class_list_among_the_evidence_is_named(root, capsys):
    inside = workbook(root / "evidence" / "liste.xlsx", {"Sayfa1": TURKISH})
    assert portfolio("consent", "--import", inside, root=root) == 0
    assert "lies in the evidence folder" in capsys.readouterr().out


def test_options_of_an_import_alone_get_a_sentence(root, capsys):
    assert portfolio("consent", "--preview", root=root) == 2
    assert "--preview goes only with --import." in capsys.readouterr().err
