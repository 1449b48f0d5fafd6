"""What a project keeps in the user's cache, and how it is taken away: it can be made again, some of it only in part."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from portfolio.build.state import NAME as STATE
from portfolio.files.lock import is_lock
from portfolio.intake.firstseen import NAME as FIRST_SEEN

# By these the program tells its own files from edited ones, and what lay at a place when somebody spoke of it.
_MEMORY = (STATE, FIRST_SEEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleanable:
    """What would be taken away: files and folders of the cache, how many files they are, their size in bytes."""

    paths: tuple[Path, ...]
    files: int
    size: int


def find_cleanable(cache: Path, *, everything: bool) -> Cleanable:
    """What can be taken away of a cache folder: all that is made again, with `everything` also what is remembered."""
    paths = tuple(sorted(_cleanable(cache, everything)))
    sizes = [size for path in paths for size in _sizes(path)]
    return Cleanable(paths=paths, files=len(sizes), size=sum(sizes))


def remove(cleanable: Cleanable) -> None:
    """Take it away; the project must be held. Raises OSError."""
    for path in cleanable.paths:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _cleanable(cache: Path, everything: bool) -> Iterator[Path]:
    if not cache.is_dir():
        return
    for path in cache.iterdir():
        remembered = path.name.startswith(_MEMORY)  # SQLite keeps a journal beside
        if not is_lock(path.name) and (everything or not remembered):
            yield path


def _sizes(path: Path) -> Iterator[int]:
    inner = path.rglob("*") if path.is_dir() and not path.is_symlink() else (path,)
    for each in inner:
        with suppress(OSError):
            if not each.is_dir():
                yield each.lstat().st_size
