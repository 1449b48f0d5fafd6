"""`portfolio build`: say again what is known, or make what is stale (`made.py`)."""

from __future__ import annotations

from pathlib import Path

import click

from portfolio.cli.options import find_project, open_found, project_options
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words
from portfolio.errors import ExitCode


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def build_artefacts(
        folder: Path | None,
        on: str | None,
        strict: bool,
        as_json: bool,
        draft: bool,
        only: tuple[str, ...],
        lang: tuple[str, ...],
        explain: bool,
    ) -> ExitCode:
        from portfolio.build.unchanged import ask, recall
        from portfolio.cli.retold import say_again

        call = find_project(words, folder=folder, on=on, as_json=as_json)
        question = ask(call.root, call.cache, call.today, words.language, draft, only, lang, strict)
        if not explain and (answer := recall(question)):  # nothing is written for it, so nobody's lock is in the way
            return say_again(answer, call.console)

        from portfolio.build.plan import Choice
        from portfolio.cli.made import foretell, make_artefacts

        choice = Choice(names=only, languages=lang)
        with open_found(call, strict=strict) as here:
            if faults := choice.faults(here.project):
                return here.refuse("build", faults[0])
            if explain:
                return foretell(here, choice, draft=draft)
            return make_artefacts(here, question, choice, draft=draft)

    options = [
        click.Option(["--draft"], is_flag=True, help=words.say("options.draft")),
        click.Option(
            ["--only"], multiple=True, metavar=words.say("options.artefact_name"), help=words.say("options.only")
        ),
        click.Option(["--lang"], multiple=True, metavar=words.say("options.language"), help=words.say("options.lang")),
        click.Option(["--explain"], is_flag=True, help=words.say("options.build_explain")),
    ]
    return WordedCommand("build", words, build_artefacts, [*options, *project_options(words)])
