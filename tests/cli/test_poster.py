"""`portfolio poster`: one sheet as it is asked for, or a list of them whose wrong rows stop nobody."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from projects import make_project, photograph, portfolio

from portfolio.resources import PACKAGE

SCHEMA = json.loads((PACKAGE / "cli" / "schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "okul")


def made_in(root: Path) -> list[str]:
    folder = root / "output" / "print" / "posters"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def write(root: Path, *lines: str) -> Path:
    path = root / "posterler.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def asked(root: Path, capsys, *arguments: object) -> dict:
    portfolio("poster", *arguments, "--json", root=root)
    document = json.loads(capsys.readouterr().out)
    Draft202012Validator(SCHEMA).validate(document)
    return document


def test_one_poster_as_it_is_asked_for(root, capsys):
    assert portfolio("poster", "mission", "--title", "4-A", root=root) == 0
    assert made_in(root) == ["poster-mission-4-A.tr.pdf"]
    assert "1 file is in" in capsys.readouterr().out


def test_what_is_not_as_it_was_asked_for_is_said(root, capsys):
    photograph(root / "evidence" / "inbox" / "new.jpg", colour="olive", at=(0, 3), size=(400, 300))
    assert portfolio("poster", "event", "--title", "Open day", "--photo", "new.jpg", root=root) == 0
    said = capsys.readouterr()
    assert "“new.jpg” is not on the poster: it has no place in a pillar yet." in said.err + said.out


def test_a_list_makes_what_is_right_and_names_what_is_wrong(root, capsys):
    path = write(root, "tür;başlık;boyut", "misyon;4-A;", "misyon;4-B;A9", "poster;4-C;", "misyon;4-D;")
    assert portfolio("poster", "--from", path, root=root) == 5
    said = capsys.readouterr()
    assert made_in(root) == ["poster-mission-4-A.tr.pdf", "poster-mission-4-D.tr.pdf"]
    assert "posterler.csv:3: “A9” is not a size" in said.err + said.out
    assert "posterler.csv:4: “poster” is no kind" in said.err + said.out
    assert "2 rows were left out" in said.out


def test_only_the_changed_row_is_made_again(root, capsys):
    write(root, "tür;başlık;dosya adı", "misyon;4-A;a", "misyon;4-B;b")
    asked(root, capsys, "--from", root / "posterler.csv")
    write(root, "tür;başlık;dosya adı", "misyon;4-A;a", "misyon;4-C;b")
    again = asked(root, capsys, "--from", root / "posterler.csv")
    assert [(each["path"], each["outcome"]) for each in again["artefacts"]] == [
        ("print/posters/a.tr.pdf", "fresh"),
        ("print/posters/b.tr.pdf", "made"),
    ]


def test_a_build_leaves_what_lists_wanted(root, capsys):
    asked(root, capsys, "mission", "--title", "4-A")
    assert portfolio("build", root=root) == 0
    assert made_in(root) == ["poster-mission-4-A.tr.pdf"]


@pytest.mark.parametrize("arguments", [(), ("mission", "--from", "x.csv")])
def test_what_is_wanted_must_be_said_once(root, capsys, arguments):
    assert portfolio("poster", *arguments, root=root) == 2
    assert "one of the three" in capsys.readouterr().err


def test_an_option_that_says_nothing_is_named_with_what_could_stand_there(root, capsys):
    document = asked(root, capsys, "mission", "--size", "A9", "--for", "printer")
    assert [(each["code"], each["file"]) for each in document["problems"]] == [
        ("poster.value", "portfolio poster"),
        ("poster.size", "portfolio poster"),
    ]
    assert document["left_out"] == 1
    assert made_in(root) == []


@pytest.mark.parametrize("name", ["posterler.xlsx", "posterler.csv"])
def test_a_new_list_can_be_used_as_it_is(root, tmp_path, capsys, name):
    path = tmp_path / name
    assert portfolio("poster", "--new-list", path, root=root) == 0
    assert portfolio("poster", "--from", path, root=root) == 0
    assert made_in(root) == ["poster-mission-4-A-sınıfı-A3.tr.office.pdf", "poster-mission-4-A-sınıfı-A3.tr.pdf"]
    capsys.readouterr()
    assert portfolio("poster", "--new-list", path, root=root) == 7
    assert "nothing was written over it" in capsys.readouterr().out


def test_a_new_list_offers_what_may_stand_in_its_cells(root, tmp_path):
    portfolio("poster", "--new-list", tmp_path / "posterler.xlsx", root=root)
    page = load_workbook(tmp_path / "posterler.xlsx")["Afişler"]
    headings = [cell.value for cell in page[1]]
    assert headings[:3] == ["tür", "başlık", "metin"]
    offered = " ".join(rule.formula1 or "" for rule in page.data_validations.dataValidation)
    assert "proje afişi" not in offered
    assert "etkinlik" in offered
    assert "A4 parçalar" in offered
