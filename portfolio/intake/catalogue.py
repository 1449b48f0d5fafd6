"""The store in the cache folder: what earlier runs found out. It can be rebuilt from the evidence at any time.

A file is the same as before when path, size, inode and times of change are; a content is known by its sha256.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from portfolio.errors import InUseError, OutputError
from portfolio.files.packed import pack, unpacking
from portfolio.intake.reading import Reading
from portfolio.intake.scan import FoundFile
from portfolio.model.problem import error

# To be raised when the tables, what a Reading holds, or what a reader makes of a file change.
SCHEMA = 16

_NAME = "catalogue.sqlite3"
_TABLES = """
CREATE TABLE stamp (stamp TEXT NOT NULL);
CREATE TABLE file (
    path BLOB PRIMARY KEY, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, ctime_ns INTEGER NOT NULL,
    inode BLOB NOT NULL, sha256 TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE former (path BLOB NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (path, sha256));
CREATE TABLE reading (
    sha256 TEXT NOT NULL, suffix TEXT NOT NULL, reading BLOB NOT NULL, PRIMARY KEY (sha256, suffix)
) WITHOUT ROWID;
CREATE TABLE recognised (
    sha256 TEXT NOT NULL, languages TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (sha256, languages)
) WITHOUT ROWID;
"""

_Known = tuple[int, int, int, bytes]


class Store:
    """What earlier runs found out. Everything is written at once: a run that is killed loses no more than one file."""

    def __init__(self, connection: sqlite3.Connection, cache: Path) -> None:
        self._connection = connection
        self._cache = cache
        rows = connection.execute("SELECT path, size, mtime_ns, ctime_ns, inode, sha256 FROM file")
        self._files: dict[bytes, tuple[_Known, str]] = {
            path: ((size, mtime_ns, ctime_ns, inode), sha256) for path, size, mtime_ns, ctime_ns, inode, sha256 in rows
        }
        self._unpack = unpacking(Reading)
        self._readings: dict[tuple[str, str], bytes] = {
            (sha256, suffix): reading
            for sha256, suffix, reading in connection.execute("SELECT sha256, suffix, reading FROM reading")
        }

    def sha256(self, file: FoundFile) -> str | None:
        """The sha256 of a file that has not changed since, None of any other."""
        known, sha256 = self._files.get(os.fsencode(file.path), (None, ""))
        return sha256 if known == _known(file) else None

    def keep_sha256(self, file: FoundFile, sha256: str) -> None:
        """Remember a file's sha256, and the one it had before."""
        path, known = os.fsencode(file.path), _known(file)
        if path in self._files and self._files[path][1] != sha256:
            self._keep_former(path)
        self._files[path] = (known, sha256)
        self._write("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?)", (path, *known, sha256))

    def reading(self, sha256: str, suffix: str) -> Reading | None:
        """What a content says under a suffix, None when it was not read yet."""
        reading = None
        with suppress(ValueError, TypeError):  # nothing told, or told by another version of the program
            reading = self._unpack(self._readings.get((sha256, suffix), b""))
        return reading

    def keep_reading(self, sha256: str, suffix: str, reading: Reading) -> None:
        """Remember what a content says."""
        self._readings[sha256, suffix] = told = pack(reading)
        self._write("INSERT OR REPLACE INTO reading VALUES (?, ?, ?)", (sha256, suffix, told))

    def recognised(self, sha256: str, languages: str) -> str | None:
        """The text that was recognised in a content with these languages, None when nobody has tried."""
        query = "SELECT text FROM recognised WHERE sha256 = ? AND languages = ?"
        with _explaining(self._cache):
            row = self._connection.execute(query, (sha256, languages)).fetchone()
        return str(row[0]) if row else None

    def keep_recognised(self, sha256: str, languages: str, text: str) -> None:
        """Remember the text that was recognised in a content, "" when there is none."""
        self._write("INSERT OR REPLACE INTO recognised VALUES (?, ?, ?)", (sha256, languages, text))

    def forget_all_but(self, files: tuple[FoundFile, ...]) -> None:
        """Forget files that are gone, but for what lay there: it may lie elsewhere now.

        What their contents say stays: a file may only have been away for a while.
        """
        gone = self._files.keys() - {os.fsencode(file.path) for file in files}
        for path in gone:
            self._keep_former(path)
            del self._files[path]
            self._write("DELETE FROM file WHERE path = ?", (path,))

    def former(self) -> tuple[tuple[str, str], ...]:
        """Path and sha256 of what lay somewhere and does not now, the last of a path last."""
        with _explaining(self._cache):
            rows = self._connection.execute("SELECT path, sha256 FROM former ORDER BY rowid").fetchall()
        now = {path: sha256 for path, (_, sha256) in self._files.items()}
        return tuple((os.fsdecode(path), sha256) for path, sha256 in rows if now.get(path) != sha256)

    def _keep_former(self, path: bytes) -> None:
        self._write("INSERT OR REPLACE INTO former VALUES (?, ?)", (path, self._files[path][1]))

    def _write(self, statement: str, values: tuple[object, ...]) -> None:
        with _explaining(self._cache):
            self._connection.execute(statement, values)


@contextmanager
def open_store(cache: Path, language: str) -> Iterator[Store]:
    """The store in a cache folder; a new one when there is none, or it is of another version, or damaged.

    `language` is the one texts are read in: with another one they have to be read again. Raises InUseError when another
    program holds the store, OutputError when it cannot be read or written.
    """
    path = cache / _NAME
    stamp = f"{SCHEMA} {language}"
    with _explaining(cache):
        cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            connection, store = _open(path, stamp)
        except sqlite3.OperationalError:  # held by another program, or the folder cannot be written
            raise
        except (sqlite3.DatabaseError, UnicodeError):  # no database, or a damaged one
            _remove(path)
            connection, store = _open(path, stamp)
    with closing(connection):
        yield store


def forget_contents(cache: Path, digests: Collection[str]) -> None:
    """Forget what contents say, by their sha256, so that no byte of it stays in the store. Raises as `open_store`."""
    path = cache / _NAME
    if not digests or not path.is_file():
        return
    rows = [(sha256,) for sha256 in digests]
    with _explaining(cache), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        before = connection.total_changes
        for table in ("reading", "recognised", "former"):
            connection.executemany(f"DELETE FROM {table} WHERE sha256 = ?", rows)
        if connection.total_changes > before:
            connection.execute("VACUUM")  # deleted rows stay on their pages
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def _explaining(cache: Path) -> Iterator[None]:
    """Failures of the store as errors with words."""
    try:
        yield
    except (sqlite3.Error, OSError) as fault:
        if "locked" in str(fault):
            raise InUseError(error("store.locked", folder=cache)) from fault
        raise OutputError(error("store.unusable", folder=cache)) from fault


def _open(path: Path, stamp: str) -> tuple[sqlite3.Connection, Store]:
    if path.exists() and _stamp(path) != stamp:
        _remove(path)
    fresh = not path.exists()
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        if fresh:
            connection.executescript(f"BEGIN; {_TABLES} COMMIT;")
            connection.execute("INSERT INTO stamp VALUES (?)", (stamp,))
        return connection, Store(connection, path.parent)
    except BaseException:
        connection.close()
        raise


def _stamp(path: Path) -> str:
    """The stamp of a store, "" when it has none."""
    with closing(sqlite3.connect(path)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'stamp'").fetchone():
            return ""
        row = connection.execute("SELECT stamp FROM stamp").fetchone()
        return str(row[0]) if row else ""


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _known(file: FoundFile) -> _Known:
    # As bytes: an inode of Windows or a network share may use all 64 bits, SQLite's integers are signed.
    return file.size, file.mtime_ns, file.ctime_ns, str(file.inode).encode()
