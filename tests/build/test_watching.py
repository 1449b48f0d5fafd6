"""When a change is built: once everything has stood still, and once only."""

import pytest
from projects import make_project

from portfolio.build.watching import Watcher, is_busy, see

STILL = 3.0


def make_watcher(built, busy=lambda _: False):
    return Watcher(built, still=STILL, busy=busy)


def stamp(size):
    return (size, size, 1)


def test_a_file_that_grows_is_waited_for():
    watcher = make_watcher({})
    sights = [(0, 10), (2, 20), (4, 30), (6, 30), (7, 30)]
    told = [watcher.look(now, {"a.jpg": stamp(size)}) for now, size in sights]
    assert [each is not None for each in told] == [False, False, False, False, True]
    assert told[-1].came == ("a.jpg",)


def test_a_change_is_told_until_it_is_built_and_never_again():
    watcher = make_watcher({})
    sight = {"a.jpg": stamp(1)}
    assert watcher.look(0, sight) is None
    assert watcher.look(4, sight)
    assert watcher.look(6, sight)  # the project was held by another command
    watcher.done()
    assert watcher.look(8, sight) is None


def test_what_comes_while_it_builds_is_built_next():
    watcher = make_watcher({})
    watcher.look(0, {"a.jpg": stamp(1)})
    watcher.look(4, {"a.jpg": stamp(1)})
    watcher.done()
    both = {"a.jpg": stamp(1), "b.jpg": stamp(1)}
    assert watcher.look(60, both) is None
    assert watcher.look(64, both).came == ("b.jpg",)


def test_what_came_and_went_again_asks_for_nothing():
    watcher = make_watcher({"a.jpg": stamp(1)})
    watcher.look(0, {})
    watcher.look(1, {"a.jpg": stamp(1)})
    assert watcher.look(9, {"a.jpg": stamp(1)}) is None


def test_new_changed_and_gone_are_told_apart():
    watcher = make_watcher({"a": stamp(1), "b": stamp(1)})
    sight = {"b": stamp(2), "c": stamp(1)}
    watcher.look(0, sight)
    found = watcher.look(3, sight)
    assert (found.came, found.changed, found.went) == (("c",), ("b",), ("a",))


def test_a_file_that_is_held_is_waited_for_but_not_for_ever():
    watcher = make_watcher({}, busy=lambda path: path == "a.jpg")
    sight = {"a.jpg": stamp(1)}
    watcher.look(0, sight)
    assert watcher.look(30, sight) is None
    assert watcher.look(60, sight)


def test_downloads_and_output_are_not_looked_at(tmp_path):
    root = make_project(tmp_path / "okul")
    before = see(root, root / "evidence")
    assert {"evidence/4-rol-model/açık kapı günü.jpg", "narrative/model.tr.md", "portfolio.yaml"} <= before.keys()
    for name in ("evidence/a.jpg.crdownload", "evidence/a.part", "evidence/~$a.docx", ".portfolio-1.part"):
        (root / name).write_bytes(b"half")
    (root / "output").mkdir()
    (root / "output" / "dossier.pdf").write_bytes(b"")
    assert see(root, root / "evidence") == before
    (root / "evidence" / "a.jpg").write_bytes(b"whole")
    assert see(root, root / "evidence").keys() - before.keys() == {"evidence/a.jpg"}


def test_an_evidence_folder_elsewhere_is_looked_at(tmp_path):
    root = make_project(tmp_path / "okul")
    (root / "evidence").rename(tmp_path / "kanıt")
    assert "kanıt/4-rol-model/açık kapı günü.jpg" in see(root, tmp_path / "kanıt")


@pytest.mark.parametrize(("fault", "busy"), [(PermissionError, True), (FileNotFoundError, False)])
def test_a_file_that_cannot_be_opened_is_busy(tmp_path, monkeypatch, fault, busy):
    def refuse(self, mode):
        raise fault

    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert is_busy(tmp_path, tmp_path / "evidence", "evidence/a.jpg") is busy
