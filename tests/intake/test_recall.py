import hashlib
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from intake.evidence import PACK, TODAY, collected, decision, jpeg, lay

from portfolio.intake import collect as flow
from portfolio.intake import making, recall
from portfolio.intake.listing import Listing
from portfolio.intake.recall import key_of
from portfolio.model.catalogue import Catalogue
from portfolio.model.decision import Decision, Field
from portfolio.model.events import silent

Edit = Callable[[Path], object]
DECISIONS: tuple[Decision, ...] = (decision("a/IMG_1.jpg", Field.TITLE, "Kutlama"),)


def school(tmp_path: Path) -> Path:
    return lay(
        tmp_path / "kanıt",
        {
            "a/IMG_1.jpg": jpeg(date="2025:05:09 10:00:00"),
            "a/IMG_1.jpg.yaml": "title: Açık gün\n",
            "a/kırık.jpg": jpeg()[:300],
            "b/captions.csv": "file;caption\nIMG_2.jpg;Bahçede\n",
            "b/IMG_2.jpg": jpeg((1, 2, 3)),
            "b/projeler.csv": "project title;school year\nNehirler;2024-2025\nDağlar;2025-2026\n",
            "Thumbs.db": b"x",
        },
    )


def listing(path: str = "a.jpg", mode: int = 0o100644, size: int = 3, mtime: int = 5, inode: int = 7) -> Listing:
    status = os.stat_result((mode, inode, 0, 1, 0, 0, size, 0, 0, 0), {"st_mtime_ns": mtime})
    return Listing(entries=((path, status),), problems=())


def anew(folder: Path, *decisions: Decision, tmp_path: Path) -> Catalogue:
    """What a run finds that remembers nothing."""
    return collected(folder, *decisions, cache=tmp_path / f"clean-{len(list(tmp_path.iterdir()))}")


def forgetful(catalogue: Catalogue) -> Catalogue:
    """A catalogue without what was where before; of a lost description the place alone: only a cache knows."""
    problems = tuple(
        replace(problem, code="description", values=()) if problem.code.startswith("description.") else problem
        for problem in catalogue.problems
    )
    return replace(catalogue, former=(), problems=problems)


@pytest.fixture
def interpreted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The contents that were made pieces of, as they are."""
    seen: list[str] = []
    real = making.pieces_of

    def noting(content, knowledge):
        seen.append(content.names[0])
        return real(content, knowledge)

    monkeypatch.setattr(making, "pieces_of", noting)
    return seen


def test_nothing_is_interpreted_again_when_nothing_has_changed(tmp_path: Path, interpreted: list[str]) -> None:
    folder = school(tmp_path)
    first = collected(folder)
    assert interpreted
    interpreted.clear()
    assert collected(folder) == first
    assert interpreted == []


def test_on_another_day_the_future_is_another_one(tmp_path: Path) -> None:
    folder = lay(tmp_path / "kanıt", {"a.jpg": jpeg(date="2026:11:25 10:00:00")})
    (early,) = collected(folder).items
    (late,) = collected(folder, today=date(2026, 11, 25)).items
    assert early.dated is None
    assert late.dated is not None


@pytest.mark.parametrize(
    "edit",
    [
        lambda folder: (folder / "a/IMG_1.jpg.yaml").write_text("title: Kapalı gün\n", encoding="utf-8"),
        lambda folder: (folder / "b/captions.csv").write_text("file;caption\nIMG_2.jpg;Sınıfta\n", encoding="utf-8"),
        lambda folder: (folder / "a/IMG_1.jpg").rename(folder / "b/Açılış.jpg"),
        lambda folder: (folder / "b/IMG_2.jpg").unlink(),
        lambda folder: (folder / "c").mkdir() or (folder / "c/IMG_3.jpg").write_bytes(jpeg((9, 9, 9))),
        lambda folder: (folder / "Thumbs.db").unlink(),
        lambda folder: (folder / "a/kırık.jpg").write_bytes(jpeg()),
    ],
    ids=["sidecar", "sheet", "rename", "removal", "addition", "ignored", "mending"],
)
def test_after_an_edit_the_catalogue_is_that_of_a_clean_run(tmp_path: Path, edit: Edit) -> None:
    folder = school(tmp_path)
    before = collected(folder)
    edit(folder)
    after = collected(folder)
    assert after != before
    assert after == collected(folder)
    assert forgetful(after) == forgetful(anew(folder, tmp_path=tmp_path))


def test_a_decision_a_pack_and_a_country_count_as_changes(tmp_path: Path) -> None:
    folder = school(tmp_path)
    before = collected(folder)
    decided = collected(folder, *DECISIONS)
    assert decided != before
    assert decided == anew(folder, *DECISIONS, tmp_path=tmp_path)
    other_words = replace(PACK, column_names={})  # of a table of projects no heading is known any more
    cache = folder.with_name(f"{folder.name}-cache")
    other = flow.collect(folder, other_words, (), language="tr", country="TR", cache=cache, report=silent, today=TODAY)
    assert other.items != before.items
    assert key_of(listing(), "tr", "TR") != key_of(listing(), "tr", "US")


def test_what_failed_for_the_moment_is_tried_again(
    tmp_path: Path, interpreted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("portfolio.intake.reading.PASSING", frozenset({"picture.damaged"}))
    folder = school(tmp_path)
    collected(folder)
    interpreted.clear()
    collected(folder)
    assert interpreted


@pytest.mark.parametrize(
    "damage", [lambda told: told[:0], lambda told: told[:-9], lambda told: told.replace(b"used", b"uxed")]
)
def test_a_damaged_memory_is_not_believed(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    folder = school(tmp_path)
    first = collected(folder)
    [kept] = tmp_path.rglob("catalogue.packed")
    kept.write_bytes(damage(kept.read_bytes()))
    assert collected(folder) == first


def test_a_memory_can_be_forgotten(tmp_path: Path, interpreted: list[str]) -> None:
    folder = school(tmp_path)
    first = collected(folder)
    [kept] = tmp_path.rglob("catalogue.packed")
    interpreted.clear()
    recall.forget(kept.parent)
    recall.forget(kept.parent)
    assert not kept.exists()
    assert collected(folder) == first
    assert interpreted


def test_a_memory_of_another_shape_is_not_believed(tmp_path: Path) -> None:
    told = b"key\n[]\n\n\n\n\n"
    (tmp_path / "catalogue.packed").write_bytes(told + hashlib.sha256(told).hexdigest().encode())
    assert recall.recall(tmp_path, "key") is None


@pytest.mark.parametrize("change", [{"path": "b.jpg"}, {"mode": 0o120777}, {"size": 4}, {"mtime": 6}, {"inode": 8}])
def test_whatever_tells_a_file_from_another_is_in_the_key(change: dict[str, object]) -> None:
    assert key_of(listing()) == key_of(listing())
    assert key_of(listing()) != key_of(listing(**change))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no time of the last change of status")
def test_an_edit_that_keeps_size_and_time_is_noticed(tmp_path: Path) -> None:
    folder = lay(tmp_path / "k", {"a.txt": "Açık gün"})
    collected(folder)
    before = (folder / "a.txt").stat()
    (folder / "a.txt").write_bytes("Açık gece".encode())
    os.utime(folder / "a.txt", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (folder / "a.txt").stat().st_size == before.st_size
    assert [item.text for item in collected(folder).items] == ["Açık gece"]
