"""The making of one artefact as a value: all that a process of its own needs, and what it hands back."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from portfolio.audit.search import search
from portfolio.build.bundle import make_bundle
from portfolio.build.guard import Cleared, guard_of
from portfolio.build.make import failed, inspect, render
from portfolio.build.upload import make_upload
from portfolio.errors import PortfolioError
from portfolio.model.artefact import Format
from portfolio.model.bundle import Bundle
from portfolio.model.composed import Document, items_in, pictures_in
from portfolio.model.problem import Problem
from portfolio.model.upload import Upload
from portfolio.render.derivatives import find_derivatives
from portfolio.themes import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """An artefact to make at `target`, in the working folder; everything here can be pickled.

    `derivatives` is the folder where those of its pictures lie, `faults` say by mark which could not be drawn. `files`
    are those of the artefacts that it is made of, by their specs' paths; `documents` those of the annexes that are
    bound or handed over beside it, by their pieces.
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
    problems: tuple[Problem, ...] = ()
    try:
        pictures = tuple(pictures_in(job.document))
        derivatives, problems = find_derivatives(pictures, job.derivatives, job.faults)
        if isinstance(job.document, Bundle):
            guard = guard_of(job.cleared, pictures, derivatives, job.logos)
            files, said = make_bundle(job.document, job.theme, job.files, job.documents, derivatives, guard, job.target)
            return Made(problems=(*problems, *said), files=files)
        if isinstance(job.document, Upload):
            guard = guard_of(job.cleared, pictures, derivatives, job.logos)
            files, said = make_upload(job.document, job.theme, job.documents, derivatives, job.logos, guard, job.target)
            return Made(problems=(*problems, *said), files=files)
        problems += render(job.document, job.format, job.theme, derivatives, job.logos, job.target)
        if not failed(problems):
            problems += inspect(job.document, job.format, job.target)
            problems += search(job.target, job.format, guard_of(job.cleared, pictures, derivatives, job.logos))
    except PortfolioError as stop:
        return Made(problems=(*problems, *stop.problems))
    except MemoryError:
        raise
    except Exception as bug:  # law 7: one artefact that fails, for whatever cause, does not stop the rest
        return Made(problems=problems, bug=type(bug).__name__, details="".join(traceback.format_exception(bug)))
    return Made(problems=problems)
