"""`portfolio poster`: one poster or plaque as it is asked for, or all that the rows of a list want."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio.cli.options import Invocation, open_project, project_options
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words, read_words
from portfolio.errors import ExitCode, OutputError
from portfolio.model.artefact import Outcome
from portfolio.model.clearance import Audience
from portfolio.model.problem import Place, Problem, Severity, error

if TYPE_CHECKING:
    from portfolio.sheetlist import ListedSheet

_TEXTS = ("size", "title", "text", "project", "partner", "on", "time", "place", "address", "ink", "profile", "name")
_SWITCHES = ("landscape", "marks", "outdoors")
_SEVERAL = ("for", "photos")
OPTIONS = (*_TEXTS, *_SEVERAL, *_SWITCHES)
_FLAGS = {"on": "date", "project": "about", "photos": "photo"}  # options that others have, or that are said singly


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def poster(
        folder: Path | None,
        on: str | None,
        strict: bool,
        as_json: bool,
        kind: str | None,
        listed: Path | None,
        new_list: Path | None,
        **said: str | bool | tuple[str, ...] | None,
    ) -> ExitCode:
        if sum(map(bool, (kind, listed, new_list))) != 1:
            raise click.UsageError(words.say("poster.which"), click.get_current_context())
        with open_project(words, folder=folder, on=on, strict=strict, as_json=as_json) as here:
            if new_list:
                return _write_list(here, new_list, read_words(str(said["language"] or here.project.language)))
            if listed:
                return _make(here, *_read_list(here, listed))
            return _make(here, *_read_options(here, {"kind": kind, **said}))

    file = click.Path(path_type=Path, dir_okay=False)
    options: list[click.Parameter] = [
        click.Argument(["kind"], required=False, metavar=words.say("options.kind")),
        click.Option(
            ["--from", "listed"], metavar=words.say("options.file"), type=file, help=words.say("options.poster.from")
        ),
        click.Option(
            ["--new-list"], metavar=words.say("options.file"), type=file, help=words.say("options.poster.new_list")
        ),
        click.Option(
            ["--lang", "language"], metavar=words.say("options.language"), help=words.say("options.poster.language")
        ),
        *(_option(name, words) for name in OPTIONS),
    ]
    return WordedCommand("poster", words, poster, [*options, *project_options(words)])


def _option(name: str, words: Words) -> click.Option:
    """The option by which a sheet is told what a column of a list tells."""
    flags = [f"--{_FLAGS.get(name, name)}", f"said_{name}"]
    said = words.say(f"options.poster.{name}")
    if name in _SWITCHES:
        return click.Option(flags, is_flag=True, help=said)
    metavar = words.say("options.file" if name == "profile" else "options.text")
    return click.Option(flags, multiple=name in _SEVERAL, metavar=metavar, help=said)


def _read_options(here: Invocation, said: dict[str, object]) -> tuple[tuple[ListedSheet, ...], tuple[Problem, ...]]:
    """The sheet that the options ask for."""
    from portfolio.project import sheet_languages
    from portfolio.sheetlist import read_said

    cells: dict[str, str] = {}
    for option, value in said.items():
        name = option.removeprefix("said_")
        if value:
            cells[name] = "; ".join(value) if isinstance(value, tuple) else "yes" if value is True else str(value)
    project = here.project
    languages = sheet_languages(project.root, project.theme)
    return read_said(cells, project.language, languages, "portfolio poster")


def _read_list(here: Invocation, path: Path) -> tuple[tuple[ListedSheet, ...], tuple[Problem, ...]]:
    from portfolio.project import sheet_languages
    from portfolio.sheetlist import read_sheetlist

    project = here.project
    return read_sheetlist(path, project.language, sheet_languages(project.root, project.theme))


def _make(here: Invocation, sheets: tuple[ListedSheet, ...], wrong: tuple[Problem, ...]) -> ExitCode:
    """Make what can be made, and say by row what cannot."""
    from portfolio.build.plan import LISTED
    from portfolio.build.run import build_sheets
    from portfolio.cli.made import artefacts_json, codes, names_of, show_artefacts, show_problems

    console, project = here.console, here.project
    console.problems(wrong)
    left_out = {problem.where for problem in wrong if problem.severity is Severity.ERROR}
    more = [ExitCode.ARTEFACT] if left_out else []
    if not sheets:
        console.say("poster.none")
        console.json("poster", {"artefacts": [], "left_out": len(left_out)}, wrong)
        return here.exit_code(wrong, *more)
    run = build_sheets(project, sheets, today=here.today, report=console.report)
    console.rest()
    problems = (*here.problems, *wrong, *run.problems)
    show_artefacts(run, console)
    show_problems(run.problems, run, console, about=run.remarks)
    failed = [artefact.spec.order for artefact in run.artefacts if artefact.outcome is Outcome.FAILED]
    left_out |= {order.where for order in failed if order and order.where and order.where.line}
    made = [names_of(artefact) for artefact in run.artefacts if artefact.outcome is not Outcome.FAILED]
    console.line()
    console.say("poster.made", n=sum(map(len, made)), folder=project.output / Audience.PRINT / LISTED)
    if left_out:
        console.say("poster.left-out", n=len(left_out))
    told = {"artefacts": artefacts_json(run, console.words), "left_out": len(left_out), "output": str(project.output)}
    console.json("poster", told, problems)
    return here.exit_code(problems, *codes(run), *more)


def _write_list(here: Invocation, path: Path, words: Words) -> ExitCode:
    """Write a list to fill in: as a workbook with what may be chosen, or as CSV."""
    from portfolio.cli.posterlist import write_posterlist

    if path.exists():
        raise OutputError(error("poster.list-there", Place(file=str(path))))
    try:
        write_posterlist(path, words)
    except OSError as fault:
        raise OutputError(error("output.unwritable", Place(file=str(path)), why=fault.strerror or fault)) from fault
    here.console.say("poster.written", file=path)
    here.console.json("poster", {"list": str(path)}, here.problems)
    return ExitCode.DONE
