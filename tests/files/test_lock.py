import multiprocessing
import os
import platform
import sys

import pytest

from portfolio.files.lock import Held, hold

SPAWN = multiprocessing.get_context("spawn")


def try_to_hold(path, hidden, answer):
    """In another process: hold the file and say whether it worked."""
    sys.modules.update(dict.fromkeys(hidden))
    try:
        with hold(path):
            answer.put("mine")
    except Held:
        answer.put("held")


def ask_other_process(path, hidden):
    answer = SPAWN.Queue()
    process = SPAWN.Process(target=try_to_hold, args=(path, hidden, answer))
    process.start()
    said = answer.get(timeout=60)
    process.join()
    return said


@pytest.mark.parametrize("hidden", [(), ("fcntl", "msvcrt")])
def test_one_process_at_a_time(tmp_path, monkeypatch, hidden):
    for name in hidden:
        monkeypatch.setitem(sys.modules, name, None)
    path = tmp_path / "kilit dosyası"
    with hold(path):
        assert (tmp_path / "kilit dosyası.held").exists() is bool(hidden)
        assert ask_other_process(path, hidden) == "held"
        with pytest.raises(Held), hold(path):
            raise AssertionError("held twice")
    assert ask_other_process(path, hidden) == "mine"


def hide_system_locks(monkeypatch):
    for name in ("fcntl", "msvcrt"):
        monkeypatch.setitem(sys.modules, name, None)


def gone():
    """The number of a process that has ended."""
    process = SPAWN.Process(target=print, args=("",))
    process.start()
    process.join()
    return process.pid


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot be asked; it has locks of its own")
@pytest.mark.parametrize("left_by", ["gone", "unnamed"])
def test_what_a_dead_process_left_is_taken_over(tmp_path, monkeypatch, left_by):
    hide_system_locks(monkeypatch)
    monkeypatch.setattr("portfolio.files.lock._STARTING_S", 0.0)
    claim = tmp_path / "lock.held"
    claim.write_text(f"{gone()} {platform.node()}" if left_by == "gone" else "")
    with hold(tmp_path / "lock"):
        assert claim.read_text() == f"{os.getpid()} {platform.node()}"
    assert not claim.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["lock"]


def test_a_claim_from_another_computer_is_respected(tmp_path, monkeypatch):
    hide_system_locks(monkeypatch)
    (tmp_path / "lock.held").write_text(f"{gone()} another-computer")
    with pytest.raises(Held), hold(tmp_path / "lock"):
        raise AssertionError("taken over")


@pytest.mark.skipif(sys.platform == "win32", reason="fcntl is POSIX's")
def test_a_file_system_without_locks_falls_back(tmp_path, monkeypatch):
    import fcntl

    def refuse(descriptor, operation):
        raise OSError(37, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with hold(tmp_path / "lock"):
        assert (tmp_path / "lock.held").exists()
