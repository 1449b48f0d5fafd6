"""The demo school as a project of one's own, to practise on: everybody and everything in it is invented."""

from __future__ import annotations

import shutil
from pathlib import Path

from portfolio.resources import practice_folder

# What makes up its project: no output, nothing of the program.
PARTS = ("portfolio.yaml", "consent.csv", "pupils.csv", "decisions.csv", "evidence", "narrative")


class NotEmpty(Exception):  # noqa: N818 - a state met, which the caller turns into its own error
    """The folder has something in it already."""


def copy_practice(folder: Path) -> tuple[str, ...]:
    """Copy the demo school into a new or empty folder; the files, POSIX below it. Raises NotEmpty, OSError.

    Everything copied can be written, also where the program itself is installed read-only.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotEmpty
    folder.mkdir(parents=True, exist_ok=True)
    sources = (file for part in PARTS for file in _files(practice_folder() / part))
    return tuple(_copy(file, folder) for file in sorted(sources))


def _files(path: Path) -> list[Path]:
    return [file for file in path.rglob("*") if file.is_file()] if path.is_dir() else [path]


def _copy(file: Path, folder: Path) -> str:
    name = file.relative_to(practice_folder())
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, target)
    shutil.copystat(file, target)  # what has no day of its own is dated by its file
    target.chmod(0o644)
    return name.as_posix()
