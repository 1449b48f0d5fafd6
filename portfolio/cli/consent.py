"""`portfolio consent --papers`: the papers with which a school asks for consent."""

from __future__ import annotations

from pathlib import Path

import click

from portfolio.cli.options import open_project, project_options
from portfolio.cli.papers import print_papers
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words
from portfolio.errors import ExitCode


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def consent(folder: Path | None, on: str | None, strict: bool, as_json: bool, papers: bool) -> ExitCode:
        if not papers:
            raise click.UsageError(words.say("usage.papers"))
        with open_project(words, folder=folder, on=on, strict=strict, as_json=as_json) as here:
            return print_papers(here)

    option = click.Option(["--papers"], is_flag=True, help=words.say("options.papers"))
    return WordedCommand("consent", words, consent, [*project_options(words), option])
