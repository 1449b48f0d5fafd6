"""`portfolio export --bag DIR`: one audience's folder as a bag that says of itself whether it is whole."""

from __future__ import annotations

from pathlib import Path

import click

from portfolio import __version__
from portfolio.cli.options import open_project, project_options
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words
from portfolio.errors import ExitCode
from portfolio.model.clearance import HANDED_OUT, Audience


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def export(folder: Path | None, on: str | None, strict: bool, as_json: bool, bag: Path, audience: str) -> ExitCode:
        from portfolio.build.export import export as put
        from portfolio.build.forget import forget_contents_of_ended
        from portfolio.build.survey import take_survey
        from portfolio.themes import load_theme

        with open_project(words, folder=folder, on=on, strict=strict, as_json=as_json) as here:
            theme = load_theme(here.project.theme, here.project.root)
            survey = take_survey(here.project, today=here.today, report=here.console.report)
            software = f"portfolio {__version__}"
            try:
                done = put(survey, theme, Audience(audience), bag, here.console.report, software=software)
            finally:
                forget_contents_of_ended(survey)
            here.console.rest()
            here.console.problems(done.verdict.problems)
            here.console.say("export.done", n=len(done.files), folder=bag)
            here.console.json(
                "export",
                {"bag": str(bag), "audience": audience, "files": list(done.files)},
                done.verdict.problems,
            )
            differs = [ExitCode.DIFFERENCES] if done.verdict.differs else []
            return here.exit_code(done.verdict.problems, *differs)

    options: list[click.Parameter] = [
        click.Option(
            ["--bag"],
            required=True,
            metavar=words.say("options.folder"),
            type=click.Path(path_type=Path),
            help=words.say("options.bag"),
        ),
        audience_option(words, default=Audience.EVALUATOR),
    ]
    return WordedCommand("export", words, export, [*options, *project_options(words)])


def audience_option(words: Words, default: Audience | None = None) -> click.Option:
    """`--audience`, one of those that something is handed to."""
    return click.Option(
        ["--audience"],
        type=click.Choice([str(each) for each in HANDED_OUT]),
        default=str(default) if default else None,
        help=words.say("options.audience" if default else "options.whose"),
    )
