"""What we wrote into the output folder, so that we know our own files from those a person edited."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.files.digest import sha256_of

if TYPE_CHECKING:
    from portfolio.build.fingerprint import Fingerprint


NAME = "state.sqlite"  # in the cache folder
SCHEMA_VERSION = 2

Pieces = Mapping[str, tuple[str, ...]]

# What was written, and what was about to be when a run may have been killed.
_TABLES = ("written", "announced")
_SCHEMA = """
CREATE TABLE IF NOT EXISTS {table} (
    path TEXT PRIMARY KEY,
    artefact TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    pieces TEXT NOT NULL DEFAULT 'null'
) WITHOUT ROWID
"""
# From a version to the next: dropping what we wrote would make our own files a person's (law 13).
_STEPS = {1: "ALTER TABLE {table} ADD COLUMN pieces TEXT NOT NULL DEFAULT 'null'"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file we wrote: its path and the artefact's path, both below the output folder, POSIX.

    `pieces` are the ids of what it shows or lists, each with the marks of its derivatives there; None where an older
    version of the program wrote the file.
    """

    path: str
    artefact: str
    fingerprint: Fingerprint
    sha256: str
    size: int
    mtime_ns: int
    pieces: Pieces | None = None

    def is_whole(self, file: Path) -> bool:
        """Whether the file still holds what we wrote; its time only spares the reading."""
        try:
            status = file.stat()
        except OSError:
            return False
        if status.st_size != self.size:
            return False
        return status.st_mtime_ns == self.mtime_ns or sha256_of(file) == self.sha256


class State:
    """The table of what we wrote: what is announced is safe on disk at once, the rest with what comes next.

    So each file costs one wait for the disk: of a run that is killed meanwhile `settle` finds by the announcement what
    is not remembered yet.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def of_artefact(self, artefact: str) -> tuple[Written, ...]:
        """What was written for an artefact: under its own name, and beside versions a person edited."""
        return self._select("written", "WHERE artefact = ? ORDER BY path", artefact)

    def everything(self) -> tuple[Written, ...]:
        """All that was written, by path."""
        return self._select("written", "ORDER BY path")

    def announce(self, *written: Written) -> None:
        """Say what is about to be written, so that a run that is killed meanwhile can be settled."""
        with self._connection:
            for each in written:
                self._put("announced", each)

    def remember(self, *written: Written) -> None:
        """Add or replace what is known of some paths, which were announced."""
        for each in written:
            self._put("written", each)
            self._connection.execute("DELETE FROM announced WHERE path = ?", (each.path,))

    def settle(self, output: Path) -> None:
        """Take as written what a killed run announced and did write; the rest of its announcements never happened."""
        for written in self._select("announced", "ORDER BY path"):
            if written.is_whole(output / written.path):
                self.remember(written)
        with self._connection:
            self._connection.execute("DELETE FROM announced")

    def forget(self, path: str) -> None:
        """Drop a path that is no longer ours."""
        with self._connection:
            self._connection.execute("DELETE FROM written WHERE path = ?", (path,))

    def _put(self, table: str, written: Written) -> None:
        self._connection.execute(
            f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                written.path,
                written.artefact,
                json.dumps(dict(written.fingerprint), sort_keys=True),
                written.sha256,
                written.size,
                written.mtime_ns,
                json.dumps(None if written.pieces is None else dict(written.pieces), sort_keys=True),
            ),
        )

    def _select(self, table: str, clause: str, *values: str) -> tuple[Written, ...]:
        rows = self._connection.execute(
            f"SELECT path, artefact, fingerprint, sha256, size, mtime_ns, pieces FROM {table} {clause}", values
        )
        return tuple(
            Written(
                path=path,
                artefact=artefact,
                fingerprint=json.loads(marks),
                sha256=sha,
                size=size,
                mtime_ns=mtime,
                pieces=_pieces(json.loads(pieces)),
            )
            for path, artefact, marks, sha, size, mtime, pieces in rows
        )


def _pieces(told: dict[str, list[str]] | None) -> Pieces | None:
    return None if told is None else {item: tuple(marks) for item, marks in told.items()}


@contextmanager
def open_state(folder: Path) -> Iterator[State]:
    """The state kept in a project's cache folder; begun anew when it is of another version or damaged."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = folder / NAME
    try:
        connection = _open(file)
    except sqlite3.DatabaseError:
        file.unlink(missing_ok=True)
        connection = _open(file)
    with closing(connection):
        try:
            yield State(connection)
        finally:
            connection.commit()


def _open(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file)
    try:
        (found,) = connection.execute("PRAGMA user_version").fetchone()
        if found == SCHEMA_VERSION:  # nothing is written, so that the file's time tells whether anything was
            return connection
        connection.execute("BEGIN")  # a run that is killed here leaves the version before, whole
        for table in _TABLES:
            if found in _STEPS:
                connection.execute(_STEPS[found].format(table=table))
            elif found != SCHEMA_VERSION:
                connection.execute(f"DROP TABLE IF EXISTS {table}")
            connection.execute(_SCHEMA.format(table=table))
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.commit()
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection
