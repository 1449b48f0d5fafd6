"""A file that is still being copied is no damaged one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from intake.evidence import codes, collected, jpeg, lay

from portfolio.intake import settling
from portfolio.model.catalogue import FileState

WHOLE = jpeg()
PARTS = [WHOLE[: len(WHOLE) * part // 6] for part in range(1, 6)]


@pytest.fixture
def copying(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, list[bytes]], list[float]]:
    """Somebody who goes on copying into a file whenever it is waited for; the pauses so far."""

    def begin(path: Path, parts: list[bytes]) -> list[float]:
        pauses: list[float] = []
        coming = iter(parts)

        def sleep(pause: float) -> None:
            if pause:
                pauses.append(pause)
            if pause and (part := next(coming, b"")):
                path.write_bytes(part)

        monkeypatch.setattr(settling.time, "sleep", sleep)
        return pauses

    return begin


def test_what_is_copied_meanwhile_is_used(tmp_path: Path, copying: Callable[[Path, list[bytes]], list[float]]) -> None:
    folder = lay(tmp_path / "k", {"a.jpg": PARTS[0]})
    pauses = copying(folder / "a.jpg", [PARTS[1], WHOLE])
    catalogue = collected(folder)
    assert (catalogue.files[0].state, catalogue.problems) == (FileState.USED, ())
    assert len(pauses) == 3


def test_what_does_not_come_to_rest_is_told_to_be_copied_still(
    tmp_path: Path, copying: Callable[[Path, list[bytes]], list[float]], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = lay(tmp_path / "k", {"a.jpg": PARTS[0]})
    pauses = copying(folder / "a.jpg", [*PARTS[1:], *(PARTS[4] + bytes(more) for more in range(1, 50))])
    catalogue = collected(folder)
    assert codes(catalogue.problems) == [("file.changing", "a.jpg", None)]
    assert sum(pauses) <= 2
    monkeypatch.undo()
    (folder / "a.jpg").write_bytes(WHOLE)
    assert collected(folder).problems == ()


def test_what_rests_is_damaged(tmp_path: Path, copying: Callable[[Path, list[bytes]], list[float]]) -> None:
    folder = lay(tmp_path / "k", {"a.jpg": PARTS[0]})
    pauses = copying(folder / "a.jpg", [])
    assert codes(collected(folder).problems) == [("picture.damaged", "a.jpg", None)]
    assert len(pauses) == 1
