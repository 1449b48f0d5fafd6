import os
import time
from pathlib import Path

import pytest
from intake.evidence import jpeg, lay

from portfolio.files import workers
from portfolio.files.originals import Originals
from portfolio.intake import contents
from portfolio.intake.catalogue import open_store
from portfolio.intake.contents import ReadFile, read_contents
from portfolio.intake.examine import Task
from portfolio.intake.reading import Fault, Reading
from portfolio.intake.scan import FoundFile, scan
from portfolio.model.events import Progress, Stage


def read(folder: Path, cache: Path, *, heard: list[Progress] | None = None) -> dict[str, ReadFile]:
    files, _ = scan(folder)
    report = (heard if heard is not None else []).append
    with open_store(cache, "tr") as store:
        return {
            each.file.name: each
            for each in read_contents(
                Originals(evidence=folder, cache=cache), files, store, language="tr", report=report
            )
        }


def forbid(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("nothing has to be read")

    monkeypatch.setattr(contents, "run", lambda _, inputs, **__: [forbidden() for _ in inputs])


def test_every_file_is_hashed_read_and_reported(tmp_path: Path) -> None:
    folder = lay(tmp_path / "evidence", {"a.txt": "Açık gün", "b.jpg": jpeg(), "c.jpg": jpeg()[:200], "d.pdf": b""})
    heard: list[Progress] = []
    found = read(folder, tmp_path / "cache", heard=heard)
    assert {name: each.reading.fault and each.reading.fault.code for name, each in found.items()} == {
        "a.txt": None,
        "b.jpg": None,
        "c.jpg": "picture.damaged",
        "d.pdf": "file.empty",
    }
    assert found["d.pdf"].sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert [(each.stage, each.done, each.total) for each in heard[:4]] == [(Stage.SCAN, n, 4) for n in (1, 2, 3, 4)]
    assert [(each.stage, each.done, each.total) for each in heard[4:]] == [(Stage.READ, n, 4) for n in (1, 2, 3, 4)]


def test_what_has_not_changed_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = lay(tmp_path / "evidence", {"a.txt": "Açık gün", "b.jpg": jpeg()})
    first = read(folder, tmp_path / "cache")
    forbid(monkeypatch)
    monkeypatch.setattr(contents, "_sha256", None)
    assert read(folder, tmp_path / "cache") == first


def test_a_content_that_is_known_is_not_read_again_under_another_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = lay(tmp_path / "evidence", {"a.jpg": jpeg()})
    [first] = read(folder, tmp_path / "cache").values()
    (folder / "a.jpg").rename(folder / "b.jpg")
    lay(folder, {"copy/c.jpg": jpeg()})
    forbid(monkeypatch)
    found = read(folder, tmp_path / "cache")
    assert {name: each.reading for name, each in found.items()} == {
        "b.jpg": first.reading,
        "copy/c.jpg": first.reading,
    }


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    folder = lay(tmp_path / "evidence", {"a.txt": "Açık gün"})
    read(folder, tmp_path / "cache")
    lay(folder, {"a.txt": "Kapalı gün"})
    assert read(folder, tmp_path / "cache")["a.txt"].reading.text == "Kapalı gün"


def test_a_file_that_changes_while_it_is_read_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = lay(tmp_path / "evidence", {"a.txt": "half"})
    real = os.fstat

    def growing(descriptor: int) -> os.stat_result:
        with (folder / "a.txt").open("ab") as file:
            file.write(b"x")
        return real(descriptor)

    monkeypatch.setattr(os, "fstat", growing)
    monkeypatch.setattr(contents, "_PAUSES_S", (0.01,))
    [found] = read(folder, tmp_path / "cache").values()
    assert (found.sha256, found.reading.fault) == ("", Fault(code="file.changing"))
    monkeypatch.undo()
    [found] = read(folder, tmp_path / "cache").values()
    assert found.usable


def test_a_file_that_is_still_being_copied_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = lay(tmp_path / "evidence", {"a.txt": "half"})
    pauses: list[float] = []

    def copied_meanwhile(pause: float) -> None:
        pauses.append(pause)
        if len(pauses) == 2:
            monkeypatch.undo()

    real = os.fstat
    times = iter(range(1, 100))

    def growing(descriptor: int) -> os.stat_result:
        lay(folder, {"a.txt": "whole" * next(times)})
        return real(descriptor)

    monkeypatch.setattr(os, "fstat", growing)
    monkeypatch.setattr(contents.time, "sleep", copied_meanwhile)
    [found] = read(folder, tmp_path / "cache").values()
    assert found.reading.text == "wholewhole"
    assert pauses[0] == 0


def test_a_file_that_is_gone_or_is_none_is_never_opened(tmp_path: Path) -> None:
    gone = FoundFile(path="gone.jpg", name="gone.jpg", size=1, mtime_ns=1, inode=1)
    link = FoundFile(path="link.jpg", name="link.jpg", size=0, mtime_ns=1, inode=1, odd="file.link")
    with open_store(tmp_path / "cache", "tr") as store:
        found = read_contents(
            Originals(evidence=tmp_path, cache=tmp_path), (gone, link), store, language="tr", report=lambda _: None
        )
    assert [each.reading.fault for each in found] == [Fault(code="file.unreadable"), Fault(code="file.link")]


def dangerous(task: Task) -> Reading:
    """Stands for a reader with a file that kills or hangs it."""
    match task.path.stem:
        case "kills":
            os._exit(1)
        case "hangs":
            time.sleep(60)
    return Reading(format="text", text=task.path.stem)


def test_what_kills_or_hangs_a_reader_is_named_and_tried_again_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = lay(tmp_path / "evidence", {"a.txt": "1", "kills.txt": "2", "hangs.txt": "3", "z.txt": "4"})
    monkeypatch.setattr(contents, "examine", dangerous)
    monkeypatch.setattr(contents, "run", lambda task, inputs, count: workers.run(task, inputs, count=count, seconds=8))
    found = read(folder, tmp_path / "cache")
    assert {name: each.reading.fault and each.reading.fault.code for name, each in found.items()} == {
        "a.txt": None,
        "hangs.txt": "file.late",
        "kills.txt": "file.crashed",
        "z.txt": None,
    }
    monkeypatch.undo()
    assert {each.reading.fault for each in read(folder, tmp_path / "cache").values()} == {None}
