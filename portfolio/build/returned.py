"""A Word document that comes back from somebody who may have edited it: whether it can be read now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from portfolio.errors import ProjectError
from portfolio.files.wordstory import Story, read_story
from portfolio.files.zipguard import UnsafeArchive
from portfolio.model.problem import Place, error


def read_returned(path: Path) -> Story:
    """A document that somebody may have edited.

    Raises ProjectError: `edited.missing`, `edited.open` (in another program), `edited.unreadable`, `archive.*`,
    `edited.tracked`.
    """
    where = Place(file=path.name)
    for lock in _locks(path):
        if lock.exists():
            raise ProjectError(error("edited.open", where, lock=lock.name))
    try:
        story = read_story(path)
    except FileNotFoundError:
        raise ProjectError(error("edited.missing", Place(file=str(path)))) from None
    except UnsafeArchive as fault:
        if fault.code == "archive.missing":
            raise ProjectError(error("edited.no-marks", where)) from None
        raise ProjectError(fault.problem(path.name)) from None
    except OSError as fault:
        raise ProjectError(error("edited.unreadable", where, why=fault.strerror or fault)) from None
    if story.tracked:
        raise ProjectError(error("edited.tracked", where))
    return story


def _locks(path: Path) -> Iterator[Path]:
    """What Word (its name without up to two letters) and LibreOffice leave beside a document while it is open."""
    yield path.with_name(f".~lock.{path.name}#")
    yield from (path.with_name(f"~${path.name[cut:]}") for cut in range(3))
