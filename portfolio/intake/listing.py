"""A folder as the disk tells it: every file with its status, nothing opened, no link followed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from portfolio.intake.names import shown
from portfolio.model.problem import Place, Problem, error

# [MS-FSCC] 2.1.2.1: a junction, the link between folders that needs no rights on Windows.
_JUNCTION = 0xA0000003


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A folder as the disk tells it: path and status of every file in the order of the paths; unreadable folders."""

    entries: tuple[tuple[str, os.stat_result], ...]
    problems: tuple[Problem, ...]

    @property
    def stamps(self) -> Iterator[tuple[object, ...]]:
        """All by which a file is found and told from another: two listings with the same stamps find the same."""
        for path, seen in self.entries:
            flags = getattr(seen, "st_file_attributes", 0), getattr(seen, "st_flags", 0)
            yield path, seen.st_mode, seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, *flags


def look(evidence: Path) -> Listing:
    """What lies below a folder. Raises OSError when the evidence folder itself cannot be opened."""
    problems: list[Problem] = []
    with os.scandir(evidence):
        pass
    entries = sorted(_walk(str(evidence), "", problems), key=lambda found: os.fsencode(found[0]))
    return Listing(entries=tuple(entries), problems=tuple(problems))


def is_link(status: os.stat_result) -> bool:
    """Whether something leads elsewhere: a symbolic link, or a junction of Windows."""
    return stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) == _JUNCTION


def _walk(folder: str, path: str, problems: list[Problem]) -> Iterator[tuple[str, os.stat_result]]:
    """Path and status of everything in a folder that is no folder itself."""
    try:
        with os.scandir(folder) as listing:
            entries = list(listing)
    except OSError:
        problems.append(error("folder.unreadable", Place(file=f"{shown(path)}/")))
        return
    for entry in entries:
        inner = f"{path}/{entry.name}" if path else entry.name
        try:
            status = entry.stat(follow_symlinks=False)
        except OSError:  # it went away in this moment
            continue
        if stat.S_ISDIR(status.st_mode) and not is_link(status):
            yield from _walk(entry.path, inner, problems)
        else:
            yield inner, status
