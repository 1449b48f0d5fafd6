"""What the commands on a project have in common: its folder, the day, strictness, JSON; and how they begin and end."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio.cli.console import Console
from portfolio.cli.words import Words
from portfolio.errors import ExitCode, InUseError, ProjectError
from portfolio.files.day import read_day
from portfolio.files.lock import NAME as LOCK
from portfolio.files.lock import Held, hold
from portfolio.home import default_cache, find_root, make_cache
from portfolio.model.problem import Place, Problem, Severity, error

if TYPE_CHECKING:
    from portfolio.model.project import Project


def project_options(words: Words) -> list[click.Parameter]:
    """`--project`, `--on`, `--strict`, `--json`."""
    project, json = folder_options(words)
    return [
        project,
        click.Option(["--on", "on"], metavar=words.say("options.date"), help=words.say("options.on")),
        click.Option(["--strict"], is_flag=True, help=words.say("options.strict")),
        json,
    ]


def folder_options(words: Words) -> list[click.Parameter]:
    """`--project`, `--json`."""
    return [
        click.Option(
            ["--project", "folder"],
            metavar=words.say("options.folder"),
            type=click.Path(path_type=Path),
            help=words.say("options.project"),
        ),
        click.Option(["--json", "as_json"], is_flag=True, help=words.say("options.json")),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A command called on a project that nobody has read yet: its folder and its cache, the day it is, the way out."""

    root: Path
    cache: Path
    today: date
    console: Console


@dataclass(frozen=True, slots=True, kw_only=True)
class Invocation:
    """A command at work on a project: the project, the Problems of its files, the day it is, and the way out."""

    project: Project
    problems: tuple[Problem, ...]
    today: date
    strict: bool
    console: Console

    def exit_code(self, problems: Iterable[Problem], *more: ExitCode) -> ExitCode:
        """The code for these Problems: under `--strict` any about evidence that is more than a note counts."""
        from portfolio.cli.exits import first_of

        strict = self.strict and any(problem.severity is not Severity.NOTE for problem in problems)
        return first_of([*more, *([ExitCode.EVIDENCE] if strict else [])])

    def refuse(self, command: str, problem: Problem, *more: Problem) -> ExitCode:
        """Say that what was asked for is not there, or not one thing, and what else is wrong; the code to end with."""
        self.console.json(command, {"exit_code": int(ExitCode.USAGE)}, [problem, *more])
        self.console.problems([problem])
        self.console.problems(more)
        return ExitCode.USAGE


def find_project(words: Words, *, folder: Path | None, on: str | None, as_json: bool) -> Call:
    """Where the project of a folder is (or the one we stand in).

    Raises click.BadParameter for a wrong day, ProjectError without a project.
    """
    today = _today(words, on)
    start = folder or Path.cwd()
    root = find_root(start)
    if root is None:
        raise ProjectError(error("project.not-found", Place(file=str(start))))
    caches = os.environ.get("PORTFOLIO_CACHE")
    cache = default_cache(root, Path(caches) if caches else None)
    return Call(root=root, cache=cache, today=today, console=Console(words, as_json=as_json))


@contextmanager
def open_project(
    words: Words, *, folder: Path | None, on: str | None, strict: bool, as_json: bool
) -> Iterator[Invocation]:
    """The project of a folder (or of the one we stand in), locked for the time of the command.

    Raises what `find_project` and `open_found` raise.
    """
    with open_found(find_project(words, folder=folder, on=on, as_json=as_json), strict=strict) as here:
        yield here


@contextmanager
def open_found(call: Call, *, strict: bool) -> Iterator[Invocation]:
    """The project that was found, read, and locked for the time of the command.

    Raises ProjectError when it cannot be used, InUseError when another run works.
    """
    from portfolio.project import read_project

    project, problems = read_project(call.root, call.cache)
    with hold_project(call):
        try:
            yield Invocation(project=project, problems=problems, today=call.today, strict=strict, console=call.console)
        finally:
            call.console.rest()


@contextmanager
def hold_project(call: Call, name: str = LOCK) -> Iterator[None]:
    """The project locked for the time of the block, or another `name` in its cache. Raises InUseError, OutputError."""
    make_cache(call.cache)
    try:
        with hold(call.cache / name):
            yield
    except Held:
        raise InUseError(error("project.in-use", Place(file=str(call.root)))) from None


def _today(words: Words, on: str | None) -> date:
    """The one value of today: `--on`, else SOURCE_DATE_EPOCH, else the clock."""
    if on is not None:
        if day := read_day(on):
            return day
        raise click.BadParameter(words.say("usage.date", value=on), param_hint="--on")
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now().astimezone().date()
