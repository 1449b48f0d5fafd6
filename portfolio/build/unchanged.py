"""What a build said when it was last run: when nothing at all has changed since, it is said again and nothing is done.

What it stands under covers all that a build reads and all that it wrote, and is told before the project is read: what
paths portfolio.yaml names is remembered with it. Whatever is not sure stands under nothing.
"""

from __future__ import annotations

import hashlib
import json
import stat
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.build.engines import engines_digest
from portfolio.build.state import NAME as STATE
from portfolio.files.atomic import write_bytes
from portfolio.files.digest import sha256_of
from portfolio.files.tesseract import find_tesseract
from portfolio.files.tree import tree_digest
from portfolio.home import NARRATIVE, led_to
from portfolio.intake.listing import look
from portfolio.intake.recall import is_remembered
from portfolio.resources import templates_folder

if TYPE_CHECKING:
    from portfolio.model.project import Project

_NAME = "answer.json"
# The folders of a project that a build reads; of its own folder only the files are read.
_FOLDERS = (NARRATIVE, "templates", "frameworks")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of a build, and all that it reads under fixed names, as a digest; "" when it cannot be told."""

    root: Path
    cache: Path
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a build reads and writes under names of portfolio.yaml: the paths as they are written there.

    Official artwork and the profiles of print shops are among the `logos`.
    """

    evidence: str
    output: str
    logos: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """All that a build of a project reads, as a digest; "" when it cannot be told."""

    question: Question
    named: Named
    digest: str


def ask(root: Path, cache: Path, today: date, *asked: object) -> Question:
    """What a build would read now, to be taken before any of it is read; `asked` is what is asked, in which language.

    Files are told by their size, times and inode, as those of the evidence are, what came with the program by content.
    """
    try:
        stamps = [*_files_in(root), *(each for name in _FOLDERS for each in _stamps(root / name))]
        shipped = tree_digest((templates_folder(),))
    except (OSError, _UnsureError):
        return Question(root=root, cache=cache, digest="")
    places = root, led_to(cache, ".")
    seen = (sys.version, engines_digest(), shipped, find_tesseract(), places, today, asked, stamps)
    return Question(root=root, cache=cache, digest=_digest(seen))


def inputs_of(question: Question, project: Project) -> Inputs:
    """All that a build would read now of the project that was read for a question."""
    written = project.written
    profiles = (order.profile for order in project.sheets.values() if order.profile)
    logos = (*project.school.logos, *project.funding.artworks, *profiles)
    named = Named(evidence=written.evidence, output=written.output, logos=logos)
    return _inputs(question, named)


def recall(question: Question) -> str | None:
    """What was remembered of a build for this question, if all that it read and wrote is still there as it was."""
    try:
        kept = json.loads((question.cache / _NAME).read_text(encoding="utf-8"))
        inputs = _inputs(question, Named(**kept["named"]))
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
    cache = inputs.question.cache
    forget(cache)
    written = _written(inputs)
    if inputs.digest and written:
        kept = {"named": asdict(inputs.named), "inputs": inputs.digest, "written": written, "answer": answer}
        write_bytes(cache / _NAME, json.dumps(kept).encode())


def forget(cache: Path) -> None:
    """Say nothing again."""
    (cache / _NAME).unlink(missing_ok=True)


def _inputs(question: Question, named: Named) -> Inputs:
    """What a question stands under together with what it leads to: where links lead is told by where they end."""
    try:
        led = [_led_to(question, name) for name in (named.evidence, named.output, *named.logos)]
        listing = look(led[0])
        logos = [sha256_of(path) for path in led[2:]]
    except (OSError, _UnsureError):
        return Inputs(question=question, named=named, digest="")
    seen = (question.digest, led, tuple(listing.stamps), listing.problems, logos)
    return Inputs(question=question, named=named, digest=_digest(seen) if question.digest else "")


def _written(inputs: Inputs) -> str:
    """What lies in the output folder, and what is known of it; "" when that cannot be relied upon."""
    cache = inputs.question.cache
    try:
        if not is_remembered(cache):
            return ""
        state = (cache / STATE).stat()
        output = _led_to(inputs.question, inputs.named.output)
        seen = [(state.st_ino, state.st_size, state.st_mtime_ns), *_stamps(output)]
    except (OSError, _UnsureError):
        return ""
    return _digest(seen)


def _digest(seen: object) -> str:
    return hashlib.sha256(repr(seen).encode(errors="surrogatepass")).hexdigest()


def _led_to(question: Question, name: str) -> Path:
    """Where a path of portfolio.yaml leads. Raises _UnsureError."""
    path = led_to(question.root, name)
    if path is None:
        raise _UnsureError
    return path


class _UnsureError(Exception):
    """A link, what it leads to may change unseen; or a path that leads nowhere."""


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
