"""Build and draft from the desk: one thread makes the artefacts, the page tells how far it is and what came of it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.cli.desk.desk import Desk
from portfolio.cli.made import is_loud, make_all
from portfolio.cli.words import Words
from portfolio.errors import InUseError, PortfolioError
from portfolio.files.filesize import told_size
from portfolio.files.lock import Held, hold
from portfolio.home import make_cache
from portfolio.model.artefact import Outcome
from portfolio.model.events import Progress
from portfolio.model.problem import Place, Problem, error
from portfolio.project import read_project

if TYPE_CHECKING:
    from flask import Flask, Response
    from werkzeug.wrappers import Response as AnyResponse

    from portfolio.build.run import Run

_PATIENCE_S = 10.0  # for a page that is just reading the evidence
_PAUSE_S = 0.1
_LOG = "making.log"  # in the cache: what the people who look after the program need


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What became of an artefact: its path below the output folder, an outcome's key, its size in words."""

    path: str
    outcome: str
    size: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a making ended: each artefact, and what people should know, as pairs of what and remedy."""

    draft: bool
    rows: tuple[Row, ...]
    problems: tuple[tuple[str, str], ...]

    @property
    def failed(self) -> bool:
        """Whether an artefact failed, or none was made at all."""
        return not self.rows or any(row.outcome == Outcome.FAILED for row in self.rows)


class Making:
    """The making of a project's artefacts, one at a time."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._mutex = threading.Lock()
        self._thread: threading.Thread | None = None
        self.progress: Progress | None = None
        self.ending: Ending | None = None

    @property
    def running(self) -> bool:
        """Whether artefacts are being made now."""
        return self._thread is not None and self._thread.is_alive()

    def start(self, *, draft: bool) -> bool:
        """Begin; False when it runs already."""
        with self._mutex:
            if self.running:
                return False
            self.progress = self.ending = None
            # A daemon: Ctrl-C ends the desk at once, and what was finished is whole (law 5).
            self._thread = threading.Thread(target=self._run, args=(draft,), daemon=True)
            self._thread.start()
        return True

    def wait(self) -> None:
        """Wait until nothing is being made."""
        if self._thread:
            self._thread.join()

    def _run(self, draft: bool) -> None:
        words = self._desk.words
        try:
            run, problems = self._make(draft)
            self.ending = Ending(draft=draft, rows=_rows(run), problems=_said(_loud(run, problems), words))
        except PortfolioError as stop:
            self.ending = Ending(draft=draft, rows=(), problems=_said(stop.problems, words))
        except Exception as bug:  # a thread's end would be told to nobody
            log = self._desk.cache / _LOG
            told = words.say("run.bug", kind=type(bug).__name__, file=log)
            self.ending = Ending(draft=draft, rows=(), problems=((told, ""),))
            with suppress(OSError):  # it is told all the same, where the disk is full
                log.write_text("".join(traceback.format_exception(bug)), encoding="utf-8", errors="replace")

    def _make(self, draft: bool) -> tuple[Run, tuple[Problem, ...]]:
        """The lock of the project is held, the desk is not: its pages can be looked at meanwhile."""
        make_cache(self._desk.cache)
        until = time.monotonic() + _PATIENCE_S
        while True:
            try:
                with hold(self._desk.cache / "lock"):
                    project, found = read_project(self._desk.root, self._desk.cache)
                    run, remarks = make_all(
                        project, self._desk.words, today=self._desk.today, report=self._report, draft=draft
                    )
                    return run, (*found, *remarks)
            except Held:
                if time.monotonic() > until:
                    raise InUseError(error("project.in-use", Place(file=str(self._desk.root)))) from None
                time.sleep(_PAUSE_S)

    def _report(self, progress: Progress) -> None:
        self.progress = progress


def open_folder(folder: Path) -> bool:
    """Show a folder in the system's file manager; whether there is one that was asked."""
    try:
        if sys.platform == "win32":
            os.startfile(folder)
        else:
            command = "open" if sys.platform == "darwin" else "xdg-open"
            subprocess.Popen(
                [command, str(folder)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
            )
    except OSError:
        return False
    return True


def register(app: Flask, desk: Desk, at: str) -> None:
    """The pages of making, below a path; answers meanwhile what would be written with a page that keeps it."""
    from flask import jsonify, redirect, render_template, request, url_for

    making, say = Making(desk), desk.words.say
    app.extensions["making"] = making

    def told() -> dict[str, object]:
        now = making.progress
        return {
            "running": making.running,
            "said": say(f"stages.{now.stage}") if now else say("desk.making-begins"),
            "name": now.name if now else "",
            "done": now.done if now else 0,
            "total": now.total if now else 0,
        }

    @app.errorhandler(InUseError)
    def busy(stop: InUseError) -> tuple[str | Response, int]:
        said = [(desk.words.what(each), desk.words.remedy(each)) for each in stop.problems]
        if request.headers.get("Accept", "").startswith("application/json"):
            if making.running:
                said = [(say("desk.busy"), say("desk.busy-told"))]
            return jsonify(problems=said), 503
        fields = list(request.form.items(multi=True))
        return render_template("busy.html", problems=said, making=making.running, fields=fields), 503

    @app.get(f"{at}/making")
    def made() -> str | Response:
        if request.headers.get("Accept", "").startswith("application/json"):
            return jsonify(told())
        return render_template(
            "making.html", **told(), ending=making.ending, twice=request.args.get("twice"), unopened=False
        )

    @app.post(f"{at}/make")
    def make() -> AnyResponse:
        begun = making.start(draft=request.form.get("draft") == "yes")
        return redirect(url_for("made") if begun else url_for("made", twice="yes"))

    @app.post(f"{at}/open")
    def opened() -> str | AnyResponse | tuple[str, int]:
        folder = desk.look().survey.project.output
        folder = next((each for each in (folder, *folder.parents) if each.is_dir()), desk.root)  # nothing was made yet
        if open_folder(folder):
            return redirect(url_for("made"))
        return render_template("making.html", **told(), ending=making.ending, twice=None, unopened=folder), 501


def _rows(run: Run) -> tuple[Row, ...]:
    return tuple(
        Row(path=artefact.path, outcome=str(artefact.outcome), size=told_size(artefact.size) if artefact.size else "–")
        for artefact in run.artefacts
    )


def _loud(run: Run, problems: Iterable[Problem]) -> Iterable[Problem]:
    """What stands in the way, and all that is to be said of the artefacts themselves."""
    of_artefacts = [problem for artefact in run.artefacts for problem in artefact.problems]
    every = dict.fromkeys((*of_artefacts, *run.problems, *problems))
    return [each for each in every if is_loud(each, run)]


def _said(problems: Iterable[Problem], words: Words) -> tuple[tuple[str, str], ...]:
    return tuple((_placed(each, words), words.remedy(each)) for each in problems)


def _placed(problem: Problem, words: Words) -> str:
    file = f"{problem.where.file}: " if problem.where and problem.where.file else ""
    return f"{file}{words.what(problem)}"
