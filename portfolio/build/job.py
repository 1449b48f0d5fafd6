"""The making of one artefact as a value: all that a process of its own needs, and what it hands back."""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from portfolio.audit.search import search
from portfolio.build.budget import Budget, Drawn, guess_rest, write_within
from portfolio.build.bundle import make_bundle
from portfolio.build.guard import Cleared, guard_of
from portfolio.build.make import failed, inspect, render
from portfolio.build.site import make_site
from portfolio.build.upload import make_upload
from portfolio.errors import PortfolioError
from portfolio.files.garbage import without_collector
from portfolio.model.artefact import Format
from portfolio.model.blocks import PlacedPicture
from portfolio.model.bundle import Bundle
from portfolio.model.composed import Document, annexes_in, items_in, pictures_in
from portfolio.model.problem import Problem
from portfolio.model.site import Site
from portfolio.model.upload import Upload
from portfolio.render.derivatives import derive, find_derivatives
from portfolio.render.quality import FULL, Step
from portfolio.themes import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """An artefact to make at `target`, in the working folder; everything here can be pickled.

    `derivatives` is the folder where those of its pictures lie, `faults` say by mark which could not be drawn. `files`
    are those of the artefacts that it is made of, by their specs' paths; `documents` those of the annexes that are
    attached to it, bound, or handed over beside it, by their pieces. `budget` is None where no size is
    set, or no picture.
    """

    document: Document
    format: Format
    theme: Theme
    logos: Mapping[str, Path]
    derivatives: Path
    faults: Mapping[str, Problem]
    cleared: Cleared
    files: Mapping[str, Path]
    target: Path
    documents: Mapping[str, Path] = field(default_factory=dict)
    budget: Budget | None = None

    @property
    def size(self) -> int:
        """How much is to be set: the mentions of pieces; nothing where only text is written."""
        return 0 if self.format is Format.TEXT else 1 + sum(1 for _ in items_in(self.document))


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What became of a job: the file may be placed when no Problem is an error and nothing tripped the program.

    `files` are those that were written, the first one first; none for the target alone.
    `bug` is the kind of exception that did, "" for none, and `details` its traceback.
    """

    problems: tuple[Problem, ...] = ()
    files: tuple[Path, ...] = ()
    bug: str = ""
    details: str = ""

    @property
    def usable(self) -> bool:
        """Whether the file may leave the working folder."""
        return not self.bug and not failed(self.problems)


def carry_out(job: Job) -> Made:
    """Render an artefact and hold it against its document and its guard; raises nothing but MemoryError."""
    with without_collector():  # a set document is large: looking through it while it is audited finds nothing to free
        return _made(job)


def _made(job: Job) -> Made:
    problems: tuple[Problem, ...] = ()
    try:
        pictures = tuple(pictures_in(job.document))
        if isinstance(job.document, Bundle):
            derivatives, problems = find_derivatives(pictures, job.derivatives, job.faults)
            guard = guard_of(job.cleared, pictures, derivatives, job.logos)
            files, said = make_bundle(job.document, job.theme, job.files, job.documents, derivatives, guard, job.target)
            return Made(problems=(*problems, *said), files=files)
        if isinstance(job.document, Upload):
            derivatives, problems = find_derivatives(pictures, job.derivatives, job.faults)
            guard = guard_of(job.cleared, pictures, derivatives, job.logos)
            files, said = make_upload(job.document, job.theme, job.documents, derivatives, job.logos, guard, job.target)
            return Made(problems=(*problems, *said), files=files)
        if isinstance(job.document, Site):
            files, problems = make_site(
                job.document, job.theme, job.derivatives, job.faults, job.cleared, job.logos, job.target
            )
            return Made(problems=problems, files=files)
        drawn, problems = _written(job, pictures)
        if not failed(problems):
            problems += inspect(job.document, job.format, job.target)
            guard = guard_of(job.cleared, pictures, drawn.derivatives, job.logos, annexes_in(job.document))
            problems += search(job.target, job.format, guard)
    except PortfolioError as stop:
        return Made(problems=(*problems, *stop.problems))
    except MemoryError:
        raise
    except Exception as bug:  # law 7: one artefact that fails, for whatever cause, does not stop the rest
        return Made(problems=problems, bug=type(bug).__name__, details="".join(traceback.format_exception(bug)))
    return Made(problems=problems)


def _written(job: Job, pictures: Sequence[PlacedPicture]) -> tuple[Drawn, tuple[Problem, ...]]:
    """Writes the file, within its budget if it has one; what it shows, and all that is to be said of that."""

    def draw(step: Step) -> Drawn:
        if job.budget:
            made = derive(pictures, job.budget.originals, job.derivatives, step, job.faults)
        else:
            made = find_derivatives(pictures, job.derivatives, job.faults, step)
        return Drawn(step=step, derivatives=made[0], problems=made[1])

    def write(drawn: Drawn) -> tuple[Problem, ...]:
        said = render(job.document, job.format, job.theme, drawn.derivatives, job.logos, job.target, job.documents)
        return (*drawn.problems, *said)

    if not job.budget:
        drawn = draw(FULL)
        return drawn, write(drawn)
    attached = sum(path.stat().st_size for path in job.documents.values())
    rest = guess_rest(job.document, job.format, job.theme) + attached
    return write_within(job.budget.limit, rest, draw, write, job.target)
