import multiprocessing
import os
import stat
import sys
from pathlib import Path

import pytest

from portfolio.files.atomic import remove_leftovers, replacing, try_writing, write_bytes, write_text


def test_the_new_file_takes_the_place_of_the_old(tmp_path):
    path = tmp_path / "Işıltı dosyası.txt"
    write_text(path, "eski\n")
    write_text(path, "yeni\n")
    assert path.read_bytes() == b"yeni\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_the_old_file_whole_and_nothing_beside_it(tmp_path):
    path = tmp_path / "a.txt"
    write_bytes(path, b"old")
    with pytest.raises(KeyboardInterrupt), replacing(path) as temporary:
        temporary.write_bytes(b"half")
        raise KeyboardInterrupt
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_temporary_file_is_hidden_short_and_in_the_same_folder(tmp_path):
    path = tmp_path / ("ş" * 120 + ".pdf")  # 244 bytes: no name could be made longer
    with replacing(path) as temporary:
        assert temporary.parent == tmp_path
        assert temporary.name.startswith(".")
        assert temporary.name.endswith(".part")
    assert path.exists()


def die_while_writing(path):
    with replacing(path) as temporary:
        temporary.write_bytes(b"half")
        os._exit(9)


def test_a_killed_writer_leaves_the_old_file_whole(tmp_path):
    path = tmp_path / "a.txt"
    write_bytes(path, b"old")
    process = multiprocessing.get_context("spawn").Process(target=die_while_writing, args=(path,))
    process.start()
    process.join()
    assert process.exitcode == 9
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 2
    remove_leftovers(tmp_path)
    assert list(tmp_path.iterdir()) == [path]


def test_leftovers_of_a_killed_run_are_removed(tmp_path):
    kept = tmp_path / ".mine.part"
    kept.write_text("x")
    (tmp_path / ".portfolio-0123.part").write_text("half")
    remove_leftovers(tmp_path)
    assert list(tmp_path.iterdir()) == [kept]


def test_trying_whether_a_folder_can_be_written_leaves_nothing_even_when_killed(tmp_path, monkeypatch):
    try_writing(tmp_path)
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr(Path, "unlink", lambda _: None)  # as a kill between the two steps
    try_writing(tmp_path)
    monkeypatch.undo()
    assert len(list(tmp_path.iterdir())) == 1
    remove_leftovers(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="modes and links are POSIX's")
def test_permissions_are_those_of_the_old_file_or_of_any_new_one(tmp_path):
    path = tmp_path / "a.txt"
    other = tmp_path / "b.txt"
    other.write_text("x")
    write_text(path, "x")
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(other.stat().st_mode)
    path.chmod(0o640)
    write_text(path, "y")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="modes and links are POSIX's")
def test_a_link_is_replaced_not_followed(tmp_path):
    original = tmp_path / "evidence.txt"
    original.write_text("evidence")
    link = tmp_path / "out.txt"
    link.symlink_to(original)
    write_text(link, "new")
    assert original.read_text() == "evidence"
    assert not link.is_symlink()


def test_a_file_held_for_a_moment_is_waited_for(tmp_path, monkeypatch):
    refusals = iter([PermissionError, PermissionError])
    replace = Path.replace

    def held(self, target):
        if refusal := next(refusals, None):
            raise refusal
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr("portfolio.files.atomic._PATIENCE_S", (0.0,) * 5)
    write_text(tmp_path / "a.txt", "x")
    assert (tmp_path / "a.txt").read_text() == "x"


def test_a_folder_that_is_not_there_is_an_os_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_text(tmp_path / "no" / "a.txt", "x")
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - also hidden names
