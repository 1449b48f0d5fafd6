"""`portfolio doctor`: whether this computer and the project's folders have what the program needs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio.cli.console import Console
from portfolio.cli.exits import first_of
from portfolio.cli.options import Call, find_project, folder_options
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words
from portfolio.errors import ExitCode, PortfolioError, ProjectError
from portfolio.model.problem import Problem, Severity

if TYPE_CHECKING:
    from portfolio.build.doctor.finding import Finding

_HEIC = (".heic", ".heif")


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def doctor(folder: Path | None, as_json: bool) -> ExitCode:
        console = Console(words, as_json=as_json)
        try:
            call = find_project(words, folder=folder, on=None, as_json=as_json)
        except ProjectError:
            if folder:
                raise
            call = None
        findings, problems = _examine(call)
        for finding in findings:
            _show(finding, console)
        console.problems(problems)
        console.line()
        wrong = sum(1 for finding in findings if finding.problem)
        console.say("doctor.all_well" if not wrong else "doctor.some", n=wrong)
        if call is None:
            console.say("doctor.no_project")
        console.json(
            "doctor",
            {
                "project": str(call.root) if call else None,
                "checks": [_json(finding, words) for finding in findings],
            },
            (*problems, *(finding.problem for finding in findings if finding.problem)),
        )
        missing = any(finding.problem and finding.problem.severity is Severity.ERROR for finding in findings)
        return first_of([*([ExitCode.PROJECT] if problems else []), *([ExitCode.DEPENDENCY] if missing else [])])

    return WordedCommand("doctor", words, doctor, folder_options(words))


def _examine(call: Call | None) -> tuple[tuple[Finding, ...], tuple[Problem, ...]]:
    """What every check finds, and why the project's own folders cannot be looked at."""
    from portfolio.build.doctor.machine import check_machine

    if call is None:
        return (*check_machine((), "", 0), *_without_project()), ()
    try:
        return tuple(_of_project(call)), ()
    except PortfolioError as fault:
        return tuple(check_machine((), "", 0)), fault.problems


def _of_project(call: Call) -> Iterator[Finding]:
    from portfolio.build.doctor.folders import check_folders
    from portfolio.build.doctor.machine import check_machine
    from portfolio.intake.listing import look
    from portfolio.project import read_project
    from portfolio.themes import load_theme

    project, _ = read_project(call.root, call.cache)
    theme = load_theme(project.theme, project.root)
    listing = look(project.evidence)
    heic = sum(path.lower().endswith(_HEIC) for path, _ in listing.entries)
    yield from check_machine(project.languages, project.school.country, heic)
    yield from check_folders(project, listing, theme)


def _without_project() -> Iterator[Finding]:
    """The shipped theme's letters in all its languages, and room where a project would be."""
    from portfolio.build.doctor.folders import check_disk, check_letters
    from portfolio.i18n import languages_in
    from portfolio.themes import BASE, load_theme

    theme = load_theme(BASE, None)
    yield check_letters(theme, languages_in(theme.message_folders), "")
    yield check_disk((Path.cwd(),))


def _show(finding: Finding, console: Console) -> None:
    """One line, and where something is wrong one more: what to do."""
    if finding.problem:
        console.problems([finding.problem])
    else:
        console.line(f"✓ {_well(finding, console.words)}")


def _well(finding: Finding, words: Words) -> str:
    return words.say(f"doctor.well.{finding.check}", **dict(finding.values))


def _json(finding: Finding, words: Words) -> dict[str, object]:
    problem = finding.problem
    return {
        "check": finding.check,
        "state": str(problem.severity) if problem else "well",
        "says": words.what(problem) if problem else _well(finding, words),
        "do": words.remedy(problem) if problem else None,
    }
