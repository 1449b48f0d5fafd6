"""`portfolio consent`: who has agreed, without names; `--import` takes a class list over into pupils.csv."""

from __future__ import annotations

from pathlib import Path

import click

from portfolio.cli.options import open_project, project_options
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words
from portfolio.errors import ExitCode


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def consent(
        folder: Path | None,
        on: str | None,
        strict: bool,
        as_json: bool,
        source: Path | None,
        form: str,
        preview: bool,
    ) -> ExitCode:
        from portfolio.cli.enrolment import take_over

        if source is None:
            for option in (name for name, given in (("--class", form), ("--preview", preview)) if given):
                raise click.UsageError(words.say("usage.only-import", option=option))
        with open_project(words, folder=folder, on=on, strict=strict, as_json=as_json) as here:
            if source is not None:
                return take_over(here, source, form.strip(), preview=preview)
            return ExitCode.DONE

    params = [
        click.Option(
            ["--import", "source"],
            metavar=words.say("options.file"),
            type=click.Path(path_type=Path),
            help=words.say("options.import"),
        ),
        click.Option(
            ["--class", "form"], default="", metavar=words.say("options.name"), help=words.say("options.class")
        ),
        click.Option(["--preview"], is_flag=True, help=words.say("options.preview")),
        *project_options(words),
    ]
    return WordedCommand("consent", words, consent, params)
