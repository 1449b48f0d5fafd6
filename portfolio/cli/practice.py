"""`portfolio practice`: a copy of the demo school, to try everything on."""

from __future__ import annotations

from pathlib import Path

import click

from portfolio.cli.console import Console
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words
from portfolio.errors import ExitCode, OutputError
from portfolio.model.problem import Place, error


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def practice(folder: Path, as_json: bool) -> ExitCode:
        from portfolio.practice import NotEmpty, copy_practice

        console = Console(words, as_json=as_json)
        try:
            copied = copy_practice(folder)
        except NotEmpty as full:
            raise OutputError(error("practice.not-empty", Place(file=str(folder)))) from full
        except OSError as fault:
            raise OutputError(
                error("output.unwritable", Place(file=str(folder)), why=fault.strerror or fault)
            ) from fault
        console.say("practice.made", n=len(copied), folder=folder)
        console.line()
        console.say("practice.next")
        console.quote(f'    cd "{folder}"')
        for command in ("portfolio build", "portfolio review", "portfolio check"):
            console.quote(f"    {command}")
        console.json("practice", {"project": str(folder), "files": list(copied)}, ())
        return ExitCode.DONE

    place = click.Argument(
        ["folder"],
        metavar=f"[{words.say('options.folder')}]",
        type=click.Path(path_type=Path),
        default=Path("practice"),
    )
    json = click.Option(["--json", "as_json"], is_flag=True, help=words.say("options.json"))
    return WordedCommand("practice", words, practice, [place, json])
