"""`portfolio consent`: who has agreed, without names; `--import` takes a class list over, `--papers` makes papers."""

from __future__ import annotations

from pathlib import Path

import click

from portfolio.cli.options import Invocation, open_project, project_options
from portfolio.cli.where import make_where
from portfolio.cli.worded import WordedFamily
from portfolio.cli.words import Words
from portfolio.errors import ExitCode
from portfolio.model.clearance import HANDED_OUT

# What is counted of a class beside those who agreed, in the order of the columns.
COUNTS = ("unanswered", "refused", "withdrawn", "expired", "expiring")


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
        papers: bool,
    ) -> ExitCode:
        from portfolio.cli.enrolment import take_over
        from portfolio.cli.papers import print_papers

        if source is None:
            for option in (name for name, given in (("--class", form), ("--preview", preview)) if given):
                raise click.UsageError(words.say("usage.only-import", option=option))
        with open_project(words, folder=folder, on=on, strict=strict, as_json=as_json) as here:
            if source is not None:
                return take_over(here, source, form.strip(), preview=preview)
            if papers:
                return print_papers(here)
            return _show_overview(here)

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
        click.Option(["--papers"], is_flag=True, help=words.say("options.papers")),
        *project_options(words),
    ]
    return WordedFamily("consent", words, consent, params, {"where": make_where})


def _show_overview(here: Invocation) -> ExitCode:
    """How the consents of each class stand today, and the lines that expire soon."""
    from portfolio.build.survey import REGISTER
    from portfolio.consent.overview import expiring, overview
    from portfolio.consent.pupils import read_pupils
    from portfolio.consent.register import read_register

    project, console, say = here.project, here.console, here.console.words.say
    entries, remarks = read_register(project.root / REGISTER, project.language)
    pupils, more = read_pupils(project.root, project.language)
    standings = overview(entries, pupils, here.today)
    problems = (*here.problems, *remarks, *more, *expiring(entries, REGISTER, here.today))
    if standings:
        console.table(
            [
                say("consent.class"),
                say("consent.people"),
                *(say(f"audiences.{audience}") for audience in HANDED_OUT),
                *(say(f"consent.{name}") for name in COUNTS),
            ],
            [
                [
                    each.form or say("consent.others" if pupils else "consent.everybody"),
                    *(str(n) for n in (each.people, *each.valid)),
                    *(str(getattr(each, name) or "–") for name in COUNTS),
                ]
                for each in standings
            ],
        )
        console.line()
    console.problems(problems)
    console.say("consent.next" if pupils else "consent.no-pupils")
    console.json(
        "consent",
        {
            "standings": [
                {
                    "class": each.form,
                    "people": each.people,
                    "valid": {str(audience): n for audience, n in zip(HANDED_OUT, each.valid, strict=True)},
                    **{name: getattr(each, name) for name in COUNTS},
                }
                for each in standings
            ]
        },
        problems,
    )
    return here.exit_code(problems)
