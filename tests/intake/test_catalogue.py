import hashlib
import sqlite3
import stat
import sys
from contextlib import closing
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from portfolio.errors import InUseError, OutputError
from portfolio.intake import catalogue
from portfolio.intake.catalogue import Store, forget_contents, open_store
from portfolio.intake.reading import Reading
from portfolio.intake.scan import FoundFile

FILE = FoundFile(path="a/çay.jpg", name="a/çay.jpg", size=3, mtime_ns=10**18, inode=2**64 - 1)
READING = Reading(format="jpeg", text="çay")


def keep(store: Store) -> None:
    store.keep_sha256(FILE, "abc")
    store.keep_reading("abc", ".jpg", READING)


def knows(store: Store) -> bool:
    return store.sha256(FILE) == "abc" and store.reading("abc", ".jpg") == READING


def test_what_was_found_out_is_known_the_next_time(tmp_path: Path) -> None:
    with open_store(tmp_path / "yeni klasör", "tr") as store:
        assert not knows(store)
        keep(store)
        assert knows(store)
    with open_store(tmp_path / "yeni klasör", "tr") as store:
        assert knows(store)
        assert store.reading("abc", ".png") is None


@pytest.mark.parametrize("change", [{"size": 4}, {"mtime_ns": 5}, {"inode": 7}, {"ctime_ns": 9}, {"path": "b.jpg"}])
def test_a_file_that_changed_is_not_known(tmp_path: Path, change: dict[str, object]) -> None:
    from dataclasses import replace

    with open_store(tmp_path, "tr") as store:
        keep(store)
        assert store.sha256(replace(FILE, **change)) is None


def test_a_name_that_is_no_utf8_is_kept(tmp_path: Path) -> None:
    odd = FoundFile(path="\udce7ay", name="<E7>ay", size=1, mtime_ns=1, inode=1)
    with open_store(tmp_path, "tr") as store:
        store.keep_sha256(odd, "abc")
    with open_store(tmp_path, "tr") as store:
        assert store.sha256(odd) == "abc"


def test_files_that_are_gone_are_forgotten_their_contents_are_not(tmp_path: Path) -> None:
    with open_store(tmp_path, "tr") as store:
        keep(store)
        store.forget_all_but(())
    with open_store(tmp_path, "tr") as store:
        assert store.sha256(FILE) is None
        assert store.reading("abc", ".jpg") == READING


def test_what_contents_say_can_be_forgotten_to_the_last_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = sqlite3.connect

    def connect(*arguments: Any, **more: Any) -> sqlite3.Connection:
        """As SQLite is built on most systems: what is deleted stays on its page."""
        connection = real(*arguments, **more)
        connection.execute("PRAGMA secure_delete = OFF")
        return connection

    monkeypatch.setattr(sqlite3, "connect", connect)
    secret = Reading(format="txt", text="Sevgili günlük " * 500)
    with open_store(tmp_path, "tr") as store:
        keep(store)
        for number in range(40):
            store.keep_reading(f"d{number}", ".txt", secret)
        store.keep_recognised("d1", "tur", "Sevgili günlük")
    forget_contents(tmp_path, {f"d{number}" for number in range(40)})
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert "çay".encode() in kept
    assert b"Sevgili" not in kept
    with open_store(tmp_path, "tr") as store:
        assert knows(store)
        assert store.reading("d1", ".txt") is None
        assert store.recognised("d1", "tur") is None
    forget_contents(tmp_path / "none", {"d1"})
    assert not (tmp_path / "none").exists()


def test_another_language_or_version_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(tmp_path, "tr") as store:
        keep(store)
    with open_store(tmp_path, "sv") as store:
        assert not knows(store)
        keep(store)
    monkeypatch.setattr(catalogue, "SCHEMA", catalogue.SCHEMA + 1)
    with open_store(tmp_path, "sv") as store:
        assert not knows(store)


@pytest.mark.parametrize("damage", [b"", b"no database at all", b"SQLite format 3\0" + bytes(2000)])
def test_a_damaged_store_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "catalogue.sqlite3").write_bytes(damage)
    with open_store(tmp_path, "tr") as store:
        assert not knows(store)
        keep(store)
    with open_store(tmp_path, "tr") as store:
        assert knows(store)


def test_a_store_cut_in_the_middle_is_made_anew(tmp_path: Path) -> None:
    with open_store(tmp_path, "tr") as store:
        for number in range(200):
            store.keep_reading(f"{number:064}", ".txt", Reading(format="text", text="x" * 500))
    path = tmp_path / "catalogue.sqlite3"
    path.write_bytes(path.read_bytes()[:9000])
    with open_store(tmp_path, "tr") as store:
        keep(store)
        assert knows(store)


def test_a_store_that_another_program_holds_is_not_thrown_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(tmp_path, "tr") as store:
        keep(store)
    with closing(sqlite3.connect(tmp_path / "catalogue.sqlite3")) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        real = sqlite3.connect
        monkeypatch.setattr(sqlite3, "connect", lambda path, **options: real(path, timeout=0, **options))
        with pytest.raises(InUseError), open_store(tmp_path, "tr"):
            pass
        other.rollback()
    monkeypatch.undo()
    with open_store(tmp_path, "tr") as store:
        assert knows(store)


def test_a_folder_that_cannot_be_made_is_an_error_with_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OutputError), open_store(tmp_path / "file" / "cache", "tr"):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="modes as POSIX has them")
def test_nobody_else_may_look_into_the_folder(tmp_path: Path) -> None:
    with open_store(tmp_path / "cache", "tr"):
        assert stat.S_IMODE((tmp_path / "cache").stat().st_mode) == 0o700


def parts_of(kind: Any) -> dict[str, tuple[str, ...]]:
    """The fields of a dataclass and of all that are in it, in their order: as the store packs them."""
    found: dict[str, tuple[str, ...]] = {}
    for inner in get_args(kind):
        found.update(parts_of(inner))
    if is_dataclass(kind) and isinstance(kind, type):
        found[kind.__name__] = tuple(field.name for field in fields(kind))
        for hint in get_type_hints(kind).values():
            found.update(parts_of(hint))
    return found


def test_a_reading_of_another_shape_has_another_schema() -> None:
    """When this fails, raise SCHEMA and write the new pair: what an older program packed would be read amiss."""
    parts = parts_of(Reading)
    assert {"Reading", "Entry", "Cell", "Fault", "Member", "Credential", "BarePage"} <= parts.keys()
    shape = hashlib.sha256(repr(sorted(parts.items())).encode()).hexdigest()[:12]
    assert (catalogue.SCHEMA, shape) == (16, "acc380606886")
