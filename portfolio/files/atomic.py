"""Write beside, then replace: a file is either the old one or the new one, whole."""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX = ".portfolio-"
_SUFFIX = ".part"
# Virus scanners and folder synchronisers hold a fresh file open for a moment; Windows then refuses to replace it.
_PATIENCE_S = (0.05, 0.1, 0.2, 0.4, 0.8)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """An empty temporary file in the same folder to write to; it takes the place of `path` when the block ends well.

    After an exception the temporary file is removed and `path` is what it was. An existing file's permissions are
    kept; a symbolic link is replaced, not followed. The folder must exist. Raises OSError.
    """
    temporary = _new_file(path.parent)
    try:
        yield temporary
        _flush(temporary)
        if path.is_file() and not path.is_symlink():
            shutil.copymode(path, temporary)
        _replace(temporary, path)
        _flush_folder(path.parent)
    finally:
        with suppress(OSError):  # gone already when all went well; what stays is swept by remove_leftovers
            temporary.unlink()


def write_bytes(path: Path, data: bytes) -> None:
    """Replace a file's content in one step. Raises OSError."""
    with replacing(path) as temporary:
        temporary.write_bytes(data)


def write_text(path: Path, text: str) -> None:
    """Replace a file's content in one step: UTF-8, line ends as they are in the text. Raises OSError."""
    write_bytes(path, text.encode())


def try_writing(folder: Path) -> None:
    """Find out whether files can be made in a folder; `remove_leftovers` sweeps what a kill leaves. Raises OSError."""
    _new_file(folder).unlink()


def remove_leftovers(folder: Path) -> None:
    """Remove the temporary files of a run that was killed; nobody else may be writing in the folder meanwhile."""
    for leftover in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        leftover.unlink(missing_ok=True)


def _new_file(folder: Path) -> Path:
    temporary = folder / f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}"
    os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))  # minus the umask, as any new file
    return temporary


def _flush(path: Path) -> None:
    with path.open("rb+") as file:  # Windows flushes only what is open for writing
        os.fsync(file.fileno())


def _replace(temporary: Path, path: Path) -> None:
    for pause in _PATIENCE_S:
        try:
            temporary.replace(path)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    temporary.replace(path)


def _flush_folder(folder: Path) -> None:
    # Makes the new name itself durable; Windows cannot open folders, and some network folders refuse.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
