"""Putting a finished file into the output folder without ever destroying what a person edited there."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from portfolio.build.fingerprint import Fingerprint
from portfolio.build.state import Pieces, State, Written, open_state, sha256_of
from portfolio.errors import OutputError
from portfolio.files.atomic import remove_leftovers, replacing, try_writing
from portfolio.model.clearance import Audience
from portfolio.model.problem import Place, Problem, error, warning
from portfolio.model.project import Project


def candidates(path: str) -> Iterator[str]:
    """The names a file may get: `dossier.tr.docx`, then `dossier.tr.new.docx`, `dossier.tr.new2.docx` and so on."""
    pure = PurePosixPath(path)
    yield path
    for count in itertools.count(1):
        mark = "new" if count == 1 else f"new{count}"
        yield str(pure.with_name(f"{pure.stem}.{mark}{pure.suffix}"))


def free_name(path: str, output: Path, state: State, new: Path, artefact: str) -> str:
    """The first candidate that is free: not there, still as we wrote it, or already holding the very same bytes."""
    ours = {written.path: written for written in state.of_artefact(artefact)}
    for name in candidates(path):
        file = output / name
        if not file.exists():
            return name
        if name in ours and ours[name].is_whole(file):
            return name
        if file.is_file() and file.stat().st_size == new.stat().st_size and sha256_of(file) == sha256_of(new):
            return name
    raise AssertionError("unreachable: the candidates never end")


def place(
    new: Path,
    path: str,
    output: Path,
    state: State,
    marks: Fingerprint,
    pieces: Pieces | None = None,
    artefact: str = "",
) -> Written:
    """Move a finished file to its place, or beside an edited one, and remember it with what it shows.

    `artefact` is the one that it is a part of, "" for an artefact of one file.

    Raises OutputError when the folder cannot be made or written.
    """
    name = free_name(path, output, state, new, artefact or path)
    target = output / name
    written = Written(
        path=name,
        artefact=artefact or path,
        fingerprint=marks,
        sha256=sha256_of(new),
        size=new.stat().st_size,
        mtime_ns=0,
        pieces=pieces,
    )
    state.announce(written)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with replacing(target) as temporary:
            temporary.write_bytes(new.read_bytes())
    except OSError as fault:
        raise OutputError(error("output.unwritable", Place(file=str(target)), why=fault.strerror or fault)) from fault
    written = replace(written, mtime_ns=target.stat().st_mtime_ns)
    state.remember(written)
    return written


def put_down(path: str, project: Project, write: Callable[[Path], None]) -> tuple[Path, tuple[Problem, ...]]:
    """Write a list for the school that is no artefact: beside an edited one, with a Problem that names both.

    Raises OutputError, and OSError as `write` does.
    """
    with open_state(project.cache) as state, tempfile.TemporaryDirectory(dir=project.cache, prefix="making-") as folder:
        state.settle(project.output)
        new = Path(folder) / PurePosixPath(path).name
        write(new)
        known = is_known(path, state)
        written = place(new, path, project.output, state, {})
    problems = (beside(path, written, known=known),) if written.path != path else ()
    return project.output / written.path, problems


def is_known(path: str, state: State) -> bool:
    """Whether it is remembered what was written under an artefact's own name."""
    return any(written.path == path for written in state.of_artefact(path))


def beside(path: str, written: Written, *, known: bool) -> Problem:
    """That a new version stands beside one that somebody edited, or of which that is not `known`.

    Codes: `artefact.beside`, `artefact.beside-unknown`.
    """
    return warning("artefact.beside" if known else "artefact.beside-unknown", Place(file=path), new=written.path)


def clear_away(project: Project, begun: str, kept: Collection[str]) -> None:
    """Remove the lists that we once wrote below a beginning of names and that are wanted no more; edited ones stay.

    Raises OSError.
    """
    with open_state(project.cache) as state:
        state.settle(project.output)
        for written in state.everything():
            file = project.output / written.path
            unwanted = written.artefact.startswith(begun) and written.artefact not in kept
            if written.fingerprint or not unwanted or (file.exists() and not written.is_whole(file)):
                continue
            file.unlink(missing_ok=True)
            state.forget(written.path)


def require_writable(output: Path) -> None:
    """Find out before the long work whether the output folder can be written, and clear away what a killed run left.

    Raises OutputError.
    """
    try:
        output.mkdir(parents=True, exist_ok=True)
        try_writing(output)
        audiences = [output / audience for audience in Audience]
        sets = (folder for audience in audiences for folder in audience.glob("*/") if not folder.is_symlink())
        for folder in (output, *audiences, *sets):
            remove_leftovers(folder)
    except OSError as fault:
        raise OutputError(error("output.unwritable", Place(file=str(output)), why=fault.strerror or fault)) from fault
