"""`portfolio watch`: make again what has changed, whenever somebody put something into the project, until Ctrl-C."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import click

from portfolio.cli.options import Call, find_project, hold_project, open_found, project_options
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words
from portfolio.errors import ExitCode, InUseError, PortfolioError
from portfolio.model.artefact import Outcome
from portfolio.model.events import silent
from portfolio.model.problem import Problem, Severity

if TYPE_CHECKING:
    from portfolio.build.run import Run
    from portfolio.build.watching import Changes

EVERY, STILL = 2.0, 3.0  # seconds between two looks, and in which nothing may move before a build
_NAMED = 3  # so many files are named in a line
_LOCK = "watch.lock"  # of its own: between two builds the project is free for other commands


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def watch(
        folder: Path | None, on: str | None, strict: bool, as_json: bool, every: float, still: float, draft: bool
    ) -> ExitCode:
        call = partial(find_project, words, folder=folder, on=on, as_json=as_json)
        with hold_project(call(), _LOCK), _asked_to_stop() as stopped:
            _Watch(call, draft=draft, strict=strict).run(every, still, stopped)
        return ExitCode.DONE

    seconds = click.FloatRange(min=0.1, max=3600)
    options: list[click.Parameter] = [
        click.Option(
            ["--every"],
            type=seconds,
            default=EVERY,
            metavar=words.say("options.seconds"),
            help=words.say("options.every"),
        ),
        click.Option(
            ["--still"],
            type=seconds,
            default=STILL,
            metavar=words.say("options.seconds"),
            help=words.say("options.still"),
        ),
        click.Option(["--draft"], is_flag=True, help=words.say("options.draft")),
    ]
    return WordedCommand("watch", words, watch, [*options, *project_options(words)])


class _Watch:
    """A project that is built whenever it has changed; `find` finds it anew, for tomorrow is another day."""

    def __init__(self, find: Callable[[], Call], *, draft: bool, strict: bool) -> None:
        self._find = find
        self._draft = draft
        self._strict = strict
        call = find()
        self._console = call.console
        self._root = call.root
        self._evidence = call.root / "evidence"  # until the project has been read
        self._told: set[Problem] = set()
        self._builds: list[dict[str, object]] = []

    def run(self, every: float, still: float, stopped: Event) -> None:
        """Bring up to date, then build after each change, until somebody stops it."""
        from portfolio.build.watching import Watcher, is_busy, see

        console = self._console
        console.say("watch.begins", folder=self._root)
        sight = see(self._root, self._evidence)
        watcher = Watcher(sight, still=still, busy=lambda path: is_busy(self._root, self._evidence, path))
        begun = False
        try:
            while not stopped.is_set():
                changes = watcher.look(time.monotonic(), see(self._root, self._evidence))
                if (changes or not begun) and self._build(changes):
                    watcher.done()
                    begun = True
                time.sleep(every)
        except KeyboardInterrupt:
            console.rest()
        console.say("watch.ended")
        console.json("watch", {"builds": self._builds}, ())

    def _build(self, changes: Changes | None) -> bool:
        """Build once and tell it; whether that was possible: not while another command is at work."""
        from portfolio.cli.app import confess
        from portfolio.cli.made import make_all

        console = self._console
        try:
            with open_found(self._find(), strict=self._strict) as here:
                self._evidence = here.project.evidence
                if changes:
                    self._say(_changed(changes, console.words))
                report = console.report if console.draws else silent
                run, remarks = make_all(
                    here.project, here.console.words, today=here.today, report=report, draft=self._draft
                )
        except InUseError:
            return False
        except PortfolioError as stop:
            self._tell_of(stop.problems)
            return True
        except Exception as bug:  # the next change may be what mends it
            confess(bug, console.words)
            return True
        self._say(_made(run, console.words))
        self._tell_of(problem for problem in (*run.problems, *remarks) if problem.severity is Severity.ERROR)
        self._builds.append(_json(changes, run))
        return True

    def _say(self, text: str) -> None:
        self._console.line(f"{datetime.now().astimezone():%H:%M}  {text}")

    def _tell_of(self, problems: Iterable[Problem]) -> None:
        """What is wrong, once as long as it is."""
        now = set(problems)
        self._console.problems(now - self._told)
        self._told = now


@contextmanager
def _asked_to_stop() -> Iterator[Event]:
    """Set once somebody wants an end: Ctrl-C, or what ends programs (SIGTERM).

    What is at work is interrupted too; where a library swallows that (one called back by C does), the build ends first.
    """
    stopped = Event()

    def stop(number: int, frame: object) -> None:
        stopped.set()
        raise KeyboardInterrupt

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stopped
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _changed(changes: Changes, words: Words) -> str:
    """What came, changed and went, with the first few names."""
    kinds = (("watch.came", changes.came), ("watch.changed", changes.changed), ("watch.went", changes.went))
    counted = ", ".join(words.say(key, n=len(paths)) for key, paths in kinds if paths)
    return f"{counted}: {_names(changes.paths)}"


def _made(run: Run, words: Words) -> str:
    """What was made, what failed, and how many stayed as they were."""
    by_outcome = {
        outcome: [each.path for each in run.artefacts if each.outcome is outcome]
        for outcome in dict.fromkeys(each.outcome for each in run.artefacts)
    }
    fresh = len(by_outcome.pop(Outcome.FRESH, ()))
    told = [f"{words.say(f'outcomes.{outcome}')}: {_names(paths)}" for outcome, paths in by_outcome.items()]
    return "; ".join([*told, *([words.say("watch.fresh", n=fresh)] if fresh else [])])


def _names(paths: Sequence[str]) -> str:
    shown = ", ".join(paths[:_NAMED])
    return f"{shown} … (+{len(paths) - _NAMED})" if len(paths) > _NAMED else shown


def _json(changes: Changes | None, run: Run) -> dict[str, object]:
    return {
        "came": list(changes.came) if changes else [],
        "changed": list(changes.changed) if changes else [],
        "went": list(changes.went) if changes else [],
        "artefacts": {each.path: str(each.outcome) for each in run.artefacts},
    }
