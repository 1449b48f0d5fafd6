"""Build and draft by a button: told how far, what came of it, and never twice at once."""

import threading

import pytest
from desks import ask
from projects import make_project, rewrite

from portfolio.cli.desk import making
from portfolio.errors import OutputError
from portfolio.model.events import Progress, Stage
from portfolio.model.problem import Place, error

JSON = {"Accept": "application/json"}


@pytest.fixture
def root(tmp_path):
    root = make_project(tmp_path / "okul")
    rewrite(root / "portfolio.yaml", "[dossier, poster-mission, plaque]", "[plaque]")
    return root


def finish(desk):
    desk.app.extensions["making"].wait()


def test_the_documents_are_made_and_named(root):
    desk = ask(root)
    assert "Nothing has been made" in desk.get("making").text
    assert desk.post("make", {}).status_code == 302
    finish(desk)
    page = desk.get("making").text
    assert "All is made." in page
    assert "print/plaque.tr.pdf" in page
    assert (root / "output" / "print" / "plaque.tr.pdf").exists()
    assert (root / "output" / "private" / "clearance.csv").exists()
    assert desk.get("making", **JSON).json["running"] is False


def test_meanwhile_a_second_press_is_told_and_what_is_written_waits(root, monkeypatch):
    begun, go_on = threading.Event(), threading.Event()

    def slowly(project, words, *, today, report, draft):
        report(Progress(stage=Stage.RENDER, done=1, total=3, name="a.pdf"))
        begun.set()
        go_on.wait(20)
        raise OutputError(error("output.unwritable", Place(file="a.pdf"), why="held"))

    monkeypatch.setattr(making, "make_all", slowly)
    desk = ask(root)
    desk.get("")
    desk.post("make", {"draft": "yes"})
    assert begun.wait(20)
    told = desk.get("making", **JSON).json
    assert (told["running"], told["done"], told["total"], told["name"]) == (True, 1, 3, "a.pdf")
    assert desk.post("make", {}).headers["Location"].endswith("making?twice=yes")
    assert "not begun a second time" in desk.get("making?twice=yes").text
    assert desk.get("").status_code == 200
    answer = desk.post("settings", {"shown.school.city": "Masalköy", "text.school.city": "Köy"})
    assert answer.status_code == 503
    assert "Köy</textarea>" in answer.text
    assert "being made just now" in answer.text
    go_on.set()
    finish(desk)
    page = desk.get("making").text
    assert "Nothing was made." in page
    assert "cannot be written (held)" in page


def test_a_slip_of_the_program_is_told_and_noted_down(root, monkeypatch):
    monkeypatch.setattr(making, "make_all", lambda *_, **__: 1 / 0)
    desk = ask(root)
    desk.post("make", {})
    finish(desk)
    assert "ZeroDivisionError" in desk.get("making").text
    assert "ZeroDivisionError" in (desk.desk.cache / "making.log").read_text("utf-8")


def test_a_slip_of_the_program_is_told_though_it_cannot_be_noted_down(root, monkeypatch):
    monkeypatch.setattr(making, "make_all", lambda *_, **__: 1 / 0)
    desk = ask(root)
    (desk.desk.cache / "making.log").mkdir(parents=True)
    desk.post("make", {})
    finish(desk)
    assert "ZeroDivisionError" in desk.get("making").text


def test_the_folder_that_is_opened_is_the_projects_own(root, monkeypatch):
    opened = []
    monkeypatch.setattr(making, "open_folder", lambda folder: opened.append(folder) or True)
    assert ask(root).post("open", {"folder": "/etc"}).status_code == 302
    (root / "output").mkdir(exist_ok=True)
    ask(root).post("open", {})
    assert opened == [root.resolve(), root.resolve() / "output"]


def test_without_a_file_manager_the_folder_is_named(root, monkeypatch):
    monkeypatch.setenv("PATH", "")
    answer = ask(root).post("open", {})
    assert answer.status_code == 501
    assert str(root) in answer.text


def test_a_school_without_evidence_is_told_where_to_put_it(root):
    for file in [path for path in (root / "evidence").rglob("*") if path.is_file()]:
        file.unlink()
    page = ask(root).get("").text
    assert "There is no evidence yet." in page
    assert "Everything has a place." not in page
