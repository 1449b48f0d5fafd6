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


CONSENT = """\
person;role;scopes;given_on;by;expires_on;withdrawn_on;note
Ada Billurköşk;pupil;evaluator print;2025-09-15;mother;2026-12-31;;
Can Efe Devdağ;pupil;;2025-09-15;father;;;
Elif Uçanhalı;staff;evaluator print web;2025-09-08;herself;;;
"""


@pytest.fixture
def answered(root, classlist):
    """A school with a class of three, of whom one agreed, one refused, one did not answer."""
    assert portfolio("consent", "--import", classlist, root=root) == 0
    (root / "consent.csv").write_text(CONSENT, encoding="utf-8-sig")
    return root


def test_the_overview_counts_and_names_nobody(answered, capsys):
    capsys.readouterr()
    assert portfolio("consent", root=answered) == 0
    said = capsys.readouterr().out
    lines = [line.split() for line in said.splitlines()]
    assert ["4-A", "3", "1", "1", "0", "1", "1", "–", "–", "1"] in lines
    assert ["others", "1", "1", "1", "1", "–", "–", "–", "–", "–"] in lines
    assert "consent.csv:2: This consent holds until 2026-12-31 and is not renewed." in said
    assert nobody_in(said)
    assert "uçanhalı" not in said.lower()
    portfolio("consent", "--json", root=answered)
    standings = answer(capsys)["standings"]
    assert standings[0] == {
        "class": "4-A",
        "people": 3,
        "valid": {"evaluator": 1, "print": 1, "web": 0},
        "unanswered": 1,
        "refused": 1,
        "withdrawn": 0,
        "expired": 0,
        "expiring": 1,
    }


def test_check_warns_of_what_expires_soon(answered, capsys):
    portfolio("check", "--json", root=answered)
    found = [problem for problem in answer(capsys)["problems"] if problem["code"] == "consent.expires-soon"]
    assert [(problem["file"], problem["line"]) for problem in found] == [("consent.csv", 2)]
    portfolio("check", root=answered, language="tr")
    assert "Bu izin 2026-12-31 tarihine kadar geçerli ve yenilenmemiş." in capsys.readouterr().out


def test_without_a_list_of_pupils_the_overview_says_so(root, capsys):
    (root / "consent.csv").write_text(CONSENT, encoding="utf-8-sig")
    assert portfolio("consent", root=root, language="tr") == 0
    said = capsys.readouterr().out
    assert "herkes" in said
    assert "Öğrenci listesi yok" in said


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
