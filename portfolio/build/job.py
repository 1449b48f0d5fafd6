"""The making of one artefact as a value: all that a process of its own needs, and what it hands back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from portfolio.build.budget import Budget
from portfolio.build.guard import Cleared
from portfolio.build.make import failed
from portfolio.model.artefact import Format
from portfolio.model.composed import Document, items_in
from portfolio.model.problem import Problem
from portfolio.model.sheet import Sheet
from portfolio.render.charts import WORDS_ALONE
from portfolio.themes import Theme
from portfolio.visibility.wanted import Standing

_SHEET = 8  # a poster takes as long as so many mentions of pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """An artefact to make at `target`, in the working folder; everything here can be pickled.

    `derivatives` is the folder where those of its pictures lie, `faults` say by mark which could not be drawn. `files`
    are those of the artefacts that it is made of, by their specs' paths; `documents` those of the annexes that are
    attached to it, bound, or handed over beside it, by their pieces. `budget` is None where no size is
    set, or no picture; `profile` a print shop's, None where the school gives none. `standing` is what the file may show
    of the EU and the label, None where nobody asks.
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
    profile: Path | None = None
    standing: Standing | None = None

    @property
    def size(self) -> int:
        """How much is to be set: the mentions of pieces; nothing where only text is written."""
        if self.format is Format.TEXT:
            return 0
        return (_SHEET if isinstance(self.document, Sheet) else 1) + sum(1 for _ in items_in(self.document))


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

    @property
    def whole(self) -> bool:
        """Whether nothing was left out that another system would have made."""
        return all(problem.code != WORDS_ALONE for problem in self.problems)
