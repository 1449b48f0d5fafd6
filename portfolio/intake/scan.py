"""What lies in the evidence folder: every file by its names, what is ignored, and what must not be opened."""

from __future__ import annotations

import os
import stat
from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

from portfolio.intake.ignored import ignored_by
from portfolio.intake.listing import Listing, is_link, look
from portfolio.intake.names import shown_uniquely
from portfolio.intake.synchronised import CONFLICT, conflict_copies, placeholder, real_name
from portfolio.model.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file below the evidence folder: `path` POSIX as on disk (surrogate-escaped), `name` as shown to people.

    `size`, `mtime_ns`, `ctime_ns` and `inode` tell whether it is the same as before: a program can set the time of the
    last change back, but not `ctime_ns` (0 where none is kept). `rule` is the rule by which it is ignored, ""
    else. `odd` is a Problem's code for what must not be opened: a link, a pipe, a socket, a file that is only online;
    "" else.
    """

    path: str
    name: str
    size: int
    mtime_ns: int
    inode: int
    ctime_ns: int = 0
    rule: str = ""
    odd: str = ""

    @property
    def folder(self) -> str:
        """The shown folder it lies in, "" for the evidence folder itself."""
        return self.name.rpartition("/")[0]

    @property
    def base(self) -> str:
        """Its shown name without the folder."""
        return self.name.rpartition("/")[2]


def found_in(listing: Listing) -> tuple[FoundFile, ...]:
    """The files of a listing in the order of their names."""
    names = shown_uniquely(path for path, _ in listing.entries)
    disputed = frozenset(conflict_copies(names.values()))
    files = (_found(path, names[path], status, disputed) for path, status in listing.entries)
    return tuple(sorted(files, key=lambda file: file.name))


def scan(evidence: Path) -> tuple[tuple[FoundFile, ...], tuple[Problem, ...]]:
    """All files below a folder in the order of their names, and the folders that cannot be opened.

    Raises OSError when the evidence folder itself cannot be opened.
    """
    listing = look(evidence)
    return found_in(listing), listing.problems


def _found(path: str, name: str, status: os.stat_result, disputed: Container[str]) -> FoundFile:
    odd = _oddity(name, status)
    return FoundFile(
        path=path,
        name=name,
        size=0 if odd else status.st_size,
        mtime_ns=status.st_mtime_ns,
        inode=status.st_ino,
        ctime_ns=status.st_ctime_ns,
        rule=ignored_by(real_name(name)) or (CONFLICT if name in disputed else ""),
        odd=odd,
    )


def _oddity(name: str, status: os.stat_result) -> str:
    if stat.S_ISREG(status.st_mode):
        return placeholder(name, status)
    return "file.link" if is_link(status) else "file.special"
