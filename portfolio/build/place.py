"""Putting a finished file into the output folder without ever destroying what a person edited there."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from portfolio.build.fingerprint import Fingerprint
from portfolio.build.state import Pieces, State, Written, open_state
from portfolio.errors import OutputError
from portfolio.files.atomic import remove_leftovers, replacing, try_writing
from portfolio.files.digest import sha256_of
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


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """A finished file, where it is wanted below the output folder (POSIX), its marks, and what it shows."""

    file: Path
    path: str
    marks: Fingerprint = field(default_factory=dict)
    pieces: Pieces | None = None


def place(new: New, output: Path, state: State, artefact: str) -> Written:
    """Move a finished file of an artefact to its place, or beside an edited one, and remember it with what it shows.

    Raises OutputError when the folder cannot be made or written.
    """
    ours = {written.path: written for written in state.of_artefact(artefact)}
    name = next(name for name in candidates(new.path) if _is_free(name, output, ours, new.file))
    return _place([replace(new, path=name)], output, state, artefact)[0]


def place_folder(news: Sequence[New], folder: str, output: Path, state: State, artefact: str) -> list[Written]:
    """Move all files of an artefact into its folder, or, where a person edited one of them, into one beside it.

    The first is moved last: where it stands with its marks, all the others do. Raises OutputError.
    """
    ours = {written.path: written for written in state.of_artefact(artefact)}

    def moved(to: str) -> list[New]:
        return [replace(new, path=f"{to}{new.path.removeprefix(folder)}") for new in news]

    def is_free(to: str) -> bool:
        kept = (written for path, written in ours.items() if path.startswith(f"{to}/") and (output / path).exists())
        untouched = all(written.is_whole(output / written.path) for written in kept)
        return untouched and all(_is_free(new.path, output, ours, new.file) for new in moved(to))

    return _place(moved(next(name for name in candidates(folder) if is_free(name))), output, state, artefact)


def _is_free(name: str, output: Path, ours: Mapping[str, Written], new: Path) -> bool:
    """Whether a file may have a name: nothing is there, or what we wrote, or already the very same bytes."""
    file = output / name
    if not file.exists():
        return True
    if name in ours and ours[name].is_whole(file):
        return True
    return file.is_file() and file.stat().st_size == new.stat().st_size and sha256_of(file) == sha256_of(new)


def _place(news: Sequence[New], output: Path, state: State, artefact: str) -> list[Written]:
    """Write files to where they may be, the first one last; announced before and remembered after, all at once."""
    written = [
        Written(
            path=new.path,
            artefact=artefact,
            fingerprint=new.marks,
            sha256=sha256_of(new.file),
            size=new.file.stat().st_size,
            mtime_ns=0,
            pieces=new.pieces,
        )
        for new in news
    ]
    state.announce(*written)
    for new in reversed(news):
        target = output / new.path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with replacing(target) as temporary:
                shutil.copyfile(new.file, temporary)
        except OSError as fault:
            raise OutputError(
                error("output.unwritable", Place(file=str(target)), why=fault.strerror or fault)
            ) from fault
    written = [replace(each, mtime_ns=(output / each.path).stat().st_mtime_ns) for each in written]
    state.remember(*written)
    return written


def put_down(path: str, project: Project, write: Callable[[Path], None]) -> tuple[Path, tuple[Problem, ...]]:
    """Write a list for the school that is no artefact: beside an edited one, with a Problem that names both.

    Raises OutputError, and OSError as `write` does.
    """
    with open_state(project.cache) as state, tempfile.TemporaryDirectory(dir=project.cache, prefix="making-") as folder:
        state.settle(project.output)
        new = Path(folder) / PurePosixPath(path).name
        write(new)
        known = is_known(path, state, path)
        written = place(New(file=new, path=path), project.output, state, path)
    problems = (beside(path, written.path, known=known),) if written.path != path else ()
    return project.output / written.path, problems


def is_known(path: str, state: State, artefact: str) -> bool:
    """Whether it is remembered what was written under a name of an artefact."""
    return any(written.path == path for written in state.of_artefact(artefact))


def beside(path: str, new: str, *, known: bool, code: str = "artefact.beside") -> Problem:
    """That a new version stands beside one that somebody edited, or of which that is not `known`.

    `code` is that of what has its own way on. Codes: that, `artefact.beside-unknown`.
    """
    return warning(code if known else "artefact.beside-unknown", Place(file=path), new=new, file=path)


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
        sets = (folder for audience in audiences for folder in audience.rglob("*/") if not folder.is_symlink())
        for folder in (output, *audiences, *sets):
            remove_leftovers(folder)
    except OSError as fault:
        raise OutputError(error("output.unwritable", Place(file=str(output)), why=fault.strerror or fault)) from fault
