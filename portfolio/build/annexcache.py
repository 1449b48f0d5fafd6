"""Cleaned copies of the documents that are annexed, kept by content in the project's cache."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from urllib.parse import unquote

from portfolio.files import atomic
from portfolio.files.digest import sha256_of
from portfolio.files.fault import FileFault
from portfolio.files.pdfpages import every_text
from portfolio.model.problem import Place, Problem, Severity
from portfolio.render.clean import Cleaned, Handling, Job, clean_all
from portfolio.render.unseen import Corner, Unseen

FOLDER = "annexes"
RECIPE = 4  # to be raised when `render.clean` takes out or tells more, so that no older copy is used
# Whether one of these ends a document depends on the machine: the next run tries again.
_PASSING = frozenset({"file.late", "file.memory", "file.crashed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A document to clean: its content's sha256, where it is, its file as people are shown it."""

    sha256: str
    path: Path
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What became of a document: how it was handled, its cleaned copy (None without), every text in it and address.

    `text` is also what a page's box cuts off, of a signed document that of the original, and `unseen` what that tells
    beside its pages. Problems are about its file.
    """

    handling: Handling
    pages: int
    path: Path | None
    sha256: str
    text: str
    unseen: tuple[Unseen, ...]
    problems: tuple[Problem, ...]


def copies_of(documents: Iterable[Wanted], cache: Path) -> dict[str, Copy]:
    """The copies of some documents by their sha256; what is not kept yet is made, in limited worker processes.

    Raises OSError when the cache cannot be written.
    """
    folder = cache / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    wanted = {document.sha256: document for document in documents}
    found = {sha: copy for sha in wanted if (copy := _kept(wanted[sha], folder))}
    missing = [document for sha, document in wanted.items() if sha not in found]
    with tempfile.TemporaryDirectory(dir=folder, prefix="cleaning-") as working:
        jobs = {
            Job(
                source=document.path, target=Path(working) / f"{mark_of(document.sha256)}.pdf", shown=document.shown
            ): document
            for document in missing
        }
        for job, cleaned in clean_all(jobs):
            found[jobs[job].sha256] = _keep(jobs[job], cleaned, job.target, folder)
    return found


def mark_of(sha256: str) -> str:
    """What the copy of a content is known by: 32 hex digits, others when copies are made in another way."""
    return hashlib.sha256(f"{sha256} {RECIPE} {version('pikepdf')}".encode()).hexdigest()[:32]


def copy_path(sha256: str, cache: Path) -> Path:
    """Where the cleaned copy of a content lies when there is one."""
    return cache / FOLDER / f"{mark_of(sha256)}.pdf"


def remove_all_but(contents: Collection[str], cache: Path) -> None:
    """Removes the copies of all contents but these, and what a killed run left. Raises OSError."""
    keep = {mark_of(sha) for sha in contents}
    folder = cache / FOLDER
    for path in folder.glob("*") if folder.is_dir() else ():
        if path.is_file() and path.stem not in keep:
            path.unlink(missing_ok=True)


def remove(contents: Iterable[str], cache: Path) -> None:
    """Removes the copies of these contents, and what was read in them. Raises OSError."""
    for sha in contents:
        for suffix in (".pdf", ".json"):
            (cache / FOLDER / f"{mark_of(sha)}{suffix}").unlink(missing_ok=True)


def _kept(document: Wanted, folder: Path) -> Copy | None:
    """The copy that an earlier run made; None when there is none, or it is not whole."""
    mark = mark_of(document.sha256)
    path = folder / f"{mark}.pdf"
    try:
        told = json.loads((folder / f"{mark}.json").read_text(encoding="utf-8"))
        handling = Handling(told["handling"])
        if handling is Handling.CLEAN and sha256_of(path) != told["sha256"]:
            return None
        where = Place(file=document.shown)
        return Copy(
            handling=handling,
            pages=told["pages"],
            path=path if handling is Handling.CLEAN else None,
            sha256=told["sha256"],
            text=told["text"],
            unseen=tuple(Unseen(corner=Corner(corner), page=page, text=text) for corner, page, text in told["unseen"]),
            problems=tuple(
                Problem(code=code, severity=Severity(severity), where=where, values=tuple(map(tuple, values)))
                for code, severity, values in told["problems"]
            ),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _keep(document: Wanted, cleaned: Cleaned, made: Path, folder: Path) -> Copy:
    """Puts what was made into the cache: the document first, then what is said of it."""
    clean = cleaned.handling is Handling.CLEAN
    mark = mark_of(document.sha256)
    path = folder / f"{mark}.pdf"
    try:
        text = every_text(made if clean else document.path) if cleaned.handling is not Handling.REFUSED else ""
    except FileFault as fault:  # one library reads what another one does not: nobody knows what it tells
        refusal = replace(fault.problem(document.shown), code="pdf.uncleanable")
        return _refused(Cleaned(handling=Handling.REFUSED, problems=(refusal,)))
    if cleaned.handling is Handling.REFUSED and any(each.code in _PASSING for each in cleaned.problems):
        return _refused(cleaned)
    text = "\n".join((text, *map(unquote, cleaned.addresses)))
    if clean:
        made.replace(path)
    sha = sha256_of(path) if clean else ""
    copy = Copy(
        handling=cleaned.handling,
        pages=cleaned.pages,
        path=path if clean else None,
        sha256=sha,
        text=text,
        unseen=cleaned.unseen,
        problems=cleaned.problems,
    )
    told = {
        "handling": copy.handling,
        "pages": copy.pages,
        "sha256": sha,
        "text": text,
        "unseen": [(each.corner, each.page, each.text) for each in copy.unseen],
        "problems": [(each.code, each.severity, each.values) for each in copy.problems],
    }
    atomic.write_text(folder / f"{mark}.json", json.dumps(told, ensure_ascii=True))
    return copy


def _refused(cleaned: Cleaned) -> Copy:
    return Copy(handling=Handling.REFUSED, pages=0, path=None, sha256="", text="", unseen=(), problems=cleaned.problems)
