"""What we wrote is remembered; a damaged or older state is begun anew and costs nothing but work."""

import sqlite3
from dataclasses import replace

from portfolio.build.state import Written, open_state
from portfolio.files.digest import sha256_of


def written(file, path="a.pdf"):
    status = file.stat()
    return Written(
        path=path,
        artefact="a.pdf",
        fingerprint={"document": "1"},
        sha256=sha256_of(file),
        size=status.st_size,
        mtime_ns=status.st_mtime_ns,
    )


def test_what_was_written_is_remembered_by_artefact(tmp_path):
    file = tmp_path / "a.pdf"
    file.write_bytes(b"abc")
    with open_state(tmp_path / "cache") as state:
        state.remember(written(file))
        state.remember(written(file, "a.new.pdf"))
        assert [one.path for one in state.of_artefact("a.pdf")] == ["a.new.pdf", "a.pdf"]
        state.forget("a.pdf")
    with open_state(tmp_path / "cache") as state:
        assert [one.path for one in state.everything()] == ["a.new.pdf"]


def test_a_file_is_whole_by_its_bytes_not_by_its_time(tmp_path):
    file = tmp_path / "a.pdf"
    file.write_bytes(b"abc")
    known = written(file)
    import os

    os.utime(file, ns=(1, 1))
    assert known.is_whole(file)
    file.write_bytes(b"abd")
    assert not known.is_whole(file)
    file.unlink()
    assert not known.is_whole(file)


def test_a_damaged_state_is_begun_anew(tmp_path):
    (tmp_path / "state.sqlite").write_bytes(b"this is no database" * 100)
    with open_state(tmp_path) as state:
        assert state.everything() == ()


def test_what_a_file_shows_is_remembered(tmp_path):
    file = tmp_path / "a.pdf"
    file.write_bytes(b"abc")
    with open_state(tmp_path / "cache") as state:
        state.remember(replace(written(file), pieces={"E-1": ("0" * 32,), "E-2": ()}))
    with open_state(tmp_path / "cache") as state:
        assert state.of_artefact("a.pdf")[0].pieces == {"E-1": ("0" * 32,), "E-2": ()}


def test_what_an_older_version_wrote_stays_ours(tmp_path):
    with open_state(tmp_path):
        pass
    connection = sqlite3.connect(tmp_path / "state.sqlite")
    for table in ("written", "announced"):
        connection.execute(f"ALTER TABLE {table} DROP COLUMN pieces")
    connection.execute("INSERT INTO written VALUES ('a.pdf', 'a.pdf', '{}', 'x', 3, 5)")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    with open_state(tmp_path) as state:
        assert [(one.path, one.pieces) for one in state.everything()] == [("a.pdf", None)]


def test_a_state_of_another_version_is_begun_anew(tmp_path):
    with open_state(tmp_path):
        pass
    connection = sqlite3.connect(tmp_path / "state.sqlite")
    connection.execute("PRAGMA user_version = 99")
    connection.commit()
    connection.close()
    with open_state(tmp_path) as state:
        assert state.everything() == ()
