"""What a build said when it was last run: when nothing at all has changed since, it is said again and nothing is done.

What it stands under covers all that a build reads and all that it wrote. Whatever is not sure stands under nothing.
"""

from __future__ import annotations

import hashlib
import json
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from portfolio.build.fingerprint import engines_digest
from portfolio.build.state import NAME as STATE
from portfolio.files.atomic import write_bytes
from portfolio.files.tesseract import find_tesseract
from portfolio.intake.recall import is_remembered
from portfolio.intake.scan import look
from portfolio.model.project import Project
from portfolio.project import NARRATIVE
from portfolio.themes import Theme

_NAME = "answer.json"
# The folders of a project that a build reads; of its own folder only the files are read.
_FOLDERS = (NARRATIVE, "templates", "frameworks")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """All that a build of a project reads, as a digest; "" when it cannot be told."""

    cache: Path
    output: Path
    digest: str


def inputs_of(project: Project, theme: Theme, today: date, *asked: object) -> Inputs:
    """What a build would read now; `asked` is what was asked of it, in which language.

    Files are told by their size, times and inode, as those of the evidence are.
    """
    return Inputs(cache=project.cache, output=project.output, digest=_digest(project, theme, today, asked))


def recall(inputs: Inputs) -> str | None:
    """What was remembered of a build with these inputs, if all that was written then is still there as it was."""
    try:
        kept = json.loads((inputs.cache / _NAME).read_text(encoding="utf-8"))
        if not inputs.digest or kept["inputs"] != inputs.digest or kept["written"] != _written(inputs):
            return None
        answer = kept["answer"]
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return answer if isinstance(answer, str) else None


def remember(inputs: Inputs, answer: str) -> None:
    """Keep what a build says when it is run again; nothing where the evidence must be interpreted anew each time.

    So it is with a project that shows somebody whose consent has ended.
    """
    forget(inputs.cache)
    written = _written(inputs)
    if inputs.digest and written:
        kept = {"inputs": inputs.digest, "written": written, "answer": answer}
        write_bytes(inputs.cache / _NAME, json.dumps(kept).encode())


def forget(cache: Path) -> None:
    """Say nothing again."""
    (cache / _NAME).unlink(missing_ok=True)


def _digest(project: Project, theme: Theme, today: date, asked: Sequence[object]) -> str:
    try:
        listing = look(project.evidence)
        stamps = [*_files_in(project.root), *(each for name in _FOLDERS for each in _stamps(project.root / name))]
        logos = [
            (name, hashlib.sha256((project.root / name).read_bytes()).hexdigest())
            for name in (*project.school.logos, *project.funding.artworks)
        ]
    except (OSError, _UnsureError):
        return ""
    seen = (
        sys.version,
        engines_digest(),
        theme.digest,
        project,
        today,
        asked,
        find_tesseract(),
        tuple(listing.stamps),
        listing.problems,
        stamps,
        logos,
    )
    return hashlib.sha256(repr(seen).encode(errors="surrogatepass")).hexdigest()


def _written(inputs: Inputs) -> str:
    """What lies in the output folder, and what is known of it; "" when that cannot be relied upon."""
    try:
        if not is_remembered(inputs.cache):
            return ""
        state = (inputs.cache / STATE).stat()
        seen = [(state.st_ino, state.st_size, state.st_mtime_ns), *_stamps(inputs.output)]
    except (OSError, _UnsureError):
        return ""
    return hashlib.sha256(repr(seen).encode(errors="surrogatepass")).hexdigest()


class _UnsureError(Exception):
    """A link: what it leads to may change unseen."""


def _stamps(folder: Path) -> Iterator[tuple[object, ...]]:
    """Everything below a folder; nothing when it is not there. Raises OSError, _UnsureError."""
    if folder.is_symlink():
        raise _UnsureError
    if not folder.is_dir():
        return
    listing = look(folder)
    if listing.problems or any(stat.S_ISLNK(status.st_mode) for _, status in listing.entries):
        raise _UnsureError
    yield from listing.stamps


def _files_in(folder: Path) -> Iterator[tuple[object, ...]]:
    """The files that lie in a folder itself. Raises OSError, _UnsureError."""
    for path in sorted(folder.iterdir()):
        seen = path.stat()
        if path.is_symlink() and stat.S_ISREG(seen.st_mode):
            raise _UnsureError
        if stat.S_ISREG(seen.st_mode):
            yield path.name, seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns
