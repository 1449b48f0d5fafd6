"""`portfolio handed-over`: keep in handed-over.csv who was given what, and which pieces are in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from portfolio.build.state import Written, open_state
from portfolio.cli.options import Invocation, open_project
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words
from portfolio.errors import ExitCode, ProjectError
from portfolio.files.day import read_day
from portfolio.files.digest import sha256_of
from portfolio.files.manifest import NAME as MANIFEST
from portfolio.files.nearest import nearest
from portfolio.handedover import FILE, Copy, add_copies, read_copies
from portfolio.model.clearance import Audience
from portfolio.model.problem import Place, Problem, error, warning


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def hand_over(folder: Path | None, on: str | None, as_json: bool, artefact: str, to: str, note: str) -> ExitCode:
        if not to.strip():
            raise click.BadParameter(words.say("usage.blank"), param_hint="--to")
        with open_project(words, folder=folder, on=None, strict=False, as_json=as_json) as here:
            day = _day(on, here.today, words)
            with open_state(here.project.cache) as state:
                wanted = _artefacts(artefact, here, state.everything())
            copies = [_copy(each, here.project.output, to.strip(), day, note.strip()) for each in wanted]
            problems = tuple(_remarks(wanted, copies))
            _keep(copies, problems, here)
            return ExitCode.DONE

    return WordedCommand(
        "handed-over",
        words,
        hand_over,
        [
            click.Argument(["artefact"], metavar=words.say("options.artefact")),
            click.Option(["--to"], required=True, metavar=words.say("options.name"), help=words.say("options.to")),
            click.Option(["--on", "on"], metavar=words.say("options.date"), help=words.say("options.handed-on")),
            click.Option(["--note"], default="", metavar=words.say("options.text"), help=words.say("options.note")),
            click.Option(
                ["--project", "folder"],
                metavar=words.say("options.folder"),
                type=click.Path(path_type=Path),
                help=words.say("options.project"),
            ),
            click.Option(["--json", "as_json"], is_flag=True, help=words.say("options.json")),
        ],
    )


def _day(on: str | None, today: date, words: Words) -> date:
    """The day something was handed over: today when none is given, never a later one."""
    if on is None:
        return today
    day = read_day(on)
    if day is None:
        raise click.BadParameter(words.say("usage.date", value=on), param_hint="--on")
    if day > today:
        raise click.BadParameter(words.say("usage.future", day=day), param_hint="--on")
    return day


def _artefacts(said: str, here: Invocation, written: Sequence[Written]) -> list[Written]:
    """The file that is meant, or all in the folder that is; raises ProjectError for what we did not make."""
    output = here.project.output
    ours = {each.path: each for each in written if each.fingerprint and (output / each.path).exists()}
    places = [output / said, here.project.root / said, Path.cwd() / said]
    found = next((place.resolve() for place in places if place.exists()), None)
    if found is None:
        if meant := nearest(said.replace("\\", "/").removeprefix(f"{output.name}/"), ours):
            raise ProjectError(error("handed-over.misspelt", Place(file=said), nearest=meant))
        raise ProjectError(error("handed-over.no-file", Place(file=said), folder=output))
    if not found.is_relative_to(output):
        raise ProjectError(error("handed-over.outside", Place(file=said), folder=output))
    files = sorted(path for path in found.rglob("*") if path.is_file()) if found.is_dir() else [found]
    paths = [file.relative_to(output).as_posix() for file in files if not _is_ours_alone(file)]
    strange = [path for path in paths if path not in ours or ours[path].pieces is None]
    if strange or not paths:
        raise ProjectError(*(error("handed-over.unknown", Place(file=path)) for path in strange or [said]))
    return [ours[path] for path in paths]


def _is_ours_alone(file: Path) -> bool:
    """Whether a file shows nobody: a hidden one, or the list of those that lie beside it."""
    return file.name.startswith(".") or file.name == MANIFEST


def _copy(each: Written, output: Path, to: str, day: date, note: str) -> Copy:
    return Copy(
        artefact=each.path,
        to=to,
        on=day.isoformat(),
        sha256=sha256_of(output / each.path),
        pieces=tuple(sorted(each.pieces or ())),
        note=note,
    )


def _remarks(wanted: Sequence[Written], copies: Sequence[Copy]) -> Iterator[Problem]:
    for each, copy in zip(wanted, copies, strict=True):
        if copy.sha256 != each.sha256:
            yield warning("handed-over.edited", Place(file=copy.artefact))
        if copy.artefact.startswith(f"{Audience.PRIVATE}/"):
            yield warning("handed-over.private", Place(file=copy.artefact))


def _keep(copies: Sequence[Copy], problems: Sequence[Problem], here: Invocation) -> None:
    """Add what is not kept yet: the same word for word twice says nothing more."""
    path, language = here.project.root / FILE, here.project.language
    known, remarks = read_copies(path, language)
    new = [copy for copy in copies if copy not in known]
    if new:
        add_copies(path, new, language)
    console = here.console
    for copy in new:
        console.say("handed-over.kept", artefact=copy.artefact, n=len(copy.pieces))
    console.say("handed-over.done" if new else "handed-over.known", n=len(new), file=FILE)
    console.problems((*problems, *remarks))
    console.json(
        "handed-over",
        {
            "list": FILE,
            "copies": [
                {"artefact": copy.artefact, "on": copy.on, "sha256": copy.sha256, "pieces": list(copy.pieces)}
                for copy in new
            ],
        },
        (*problems, *remarks),
    )
