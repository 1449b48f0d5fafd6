"""When to build again: when something that a build reads has changed, and has stood still for a while since.

Folders are looked at again and again, not listened to: network drives and synchronised folders tell of no events, and
to look through 5000 files takes some 10 ms.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from portfolio.home import NARRATIVE
from portfolio.intake.ignored import ignored_by
from portfolio.intake.listing import look

Sight = Mapping[str, tuple[int, int, int]]  # path below the project → size, time of the last change, inode

# Beside the evidence and the files in the project's own folder, what a build reads (`unchanged.py`).
_FOLDERS = (NARRATIVE, "templates", "frameworks")


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What came, what went, what is different: paths below the project, or below the evidence folder, sorted."""

    came: tuple[str, ...]
    went: tuple[str, ...]
    changed: tuple[str, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.came, *self.changed, *self.went)


class Watcher:
    """Tells of changes once nothing has moved for `still` seconds; one build is asked for at a time.

    `busy` says of a path whether somebody still holds it, so that it cannot be read: a program that copies on Windows
    sets the size first. It is waited for `patience` seconds at most.
    """

    def __init__(self, built: Sight, *, still: float, busy: Callable[[str], bool], patience: float = 60.0) -> None:
        self._built = built
        self._last = built
        self._since = 0.0
        self._still = still
        self._busy = busy
        self._patience = patience

    def look(self, now: float, sight: Sight) -> Changes | None:
        """What has changed since the last build, when it is time for the next: else None. `now` in seconds."""
        if sight != self._last:
            self._last, self._since = sight, now
            return None
        waited = now - self._since
        if sight == self._built or waited < self._still:
            return None
        found = _changes(self._built, sight)
        if waited < self._patience and any(map(self._busy, (*found.came, *found.changed))):
            return None
        return found

    def done(self) -> None:
        """What was last seen has been built."""
        self._built = self._last


def see(root: Path, evidence: Path) -> Sight:
    """What a build reads of a project, but what evidence is never used (a download that goes on, what is hidden).

    A folder that cannot be opened has nothing in it. Paths below the evidence folder begin with its name.
    """
    seen: dict[str, tuple[int, int, int]] = {}
    for path, status in _entries(evidence):
        if not ignored_by(path):
            seen[f"{evidence.name}/{path}"] = _stamp(status)
    for folder in _FOLDERS:
        seen |= {f"{folder}/{path}": _stamp(status) for path, status in _entries(root / folder)}
    try:
        files = [entry for entry in os.scandir(root) if entry.is_file() and not ignored_by(entry.name)]
        seen |= {entry.name: _stamp(entry.stat()) for entry in files}
    except OSError:
        pass  # it went away in this moment: the next look tells
    return seen


def is_busy(root: Path, evidence: Path, path: str) -> bool:
    """Whether a path of a Sight is held by somebody, so that it cannot be opened."""
    inner = path.removeprefix(f"{evidence.name}/")
    file = evidence / inner if inner != path else root / path
    try:
        file.open("rb").close()
    except PermissionError:
        return True
    except OSError:
        return False
    return False


def _entries(folder: Path) -> tuple[tuple[str, os.stat_result], ...]:
    try:
        return look(folder).entries
    except OSError:
        return ()


def _stamp(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_size, status.st_mtime_ns, status.st_ino


def _changes(before: Sight, now: Sight) -> Changes:
    return Changes(
        came=tuple(sorted(now.keys() - before.keys())),
        went=tuple(sorted(before.keys() - now.keys())),
        changed=tuple(sorted(path for path in now.keys() & before.keys() if now[path] != before[path])),
    )
