import multiprocessing
import sys

import pytest

from portfolio.files import lock
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
        assert len(list(tmp_path.glob("kilit dosyası.*.held"))) == bool(hidden)
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
def test_what_a_dead_process_left_is_removed(tmp_path, monkeypatch):
    hide_system_locks(monkeypatch)
    left = tmp_path / f"lock.{gone()}-01234567-{lock._computer()}.held"
    left.touch()
    with hold(tmp_path / "lock"):
        assert not left.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["lock"]


def test_a_claim_from_another_computer_is_respected(tmp_path, monkeypatch):
    hide_system_locks(monkeypatch)
    theirs = tmp_path / f"lock.{gone()}-01234567-89abcdef.held"
    theirs.touch()
    with pytest.raises(Held), hold(tmp_path / "lock"):
        raise AssertionError("removed")
    assert sorted(tmp_path.iterdir()) == [tmp_path / "lock", theirs]


@pytest.mark.skipif(sys.platform == "win32", reason="fcntl is POSIX's")
def test_a_file_system_without_locks_falls_back(tmp_path, monkeypatch):
    import fcntl

    def refuse(descriptor, operation):
        raise OSError(37, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with hold(tmp_path / "lock"):
        assert len(list(tmp_path.glob("lock.*.held"))) == 1
