"""`portfolio init`: a new project in a folder, in the school's language."""

from __future__ import annotations

from pathlib import Path

import click

from portfolio.cli.console import Console
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words
from portfolio.errors import ExitCode, OutputError
from portfolio.model.country import is_country
from portfolio.model.framework import DEFAULT_FRAMEWORK
from portfolio.model.problem import Place, error

LANGUAGES = ("tr", "en", "sv")


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def init(folder: Path, school: str, language: str, country: str, as_json: bool) -> ExitCode:
        from portfolio.framework import read_framework
        from portfolio.starter import COUNTRIES, GUIDES, STARTERS, start

        country = _country(country or COUNTRIES.get(language, ""), words)
        console = Console(words, as_json=as_json)
        framework = read_framework(DEFAULT_FRAMEWORK, None)
        try:
            started = start(folder, school=school, language=language, country=country, framework=framework)
        except OSError as fault:
            problem = error("output.unwritable", Place(file=str(folder)), why=fault.strerror or fault)
            raise OutputError(problem) from fault
        for name in started.made:
            console.say("init.made", file=name)
        for name in started.kept:
            console.say("init.kept", file=name)
        console.line()
        console.say("init.next")
        console.say("init.next_evidence", folder=folder / "evidence")
        console.say("init.next_settings", file=folder / "portfolio.yaml", guide=GUIDES[language])
        console.say("init.next_review", starters=" / ".join(STARTERS))
        if folder.resolve() != Path.cwd():
            console.quote(f'         cd "{folder}"')
        console.quote("         portfolio review")
        console.say("init.next_draft")
        console.quote("         portfolio build --draft")
        console.json("init", {"made": list(started.made), "kept": list(started.kept), "project": str(folder)}, ())
        return ExitCode.DONE

    return WordedCommand(
        "init",
        words,
        init,
        [
            click.Argument(["folder"], metavar=words.say("options.folder"), type=click.Path(path_type=Path)),
            click.Option(["--school"], required=True, metavar=words.say("options.name"), help=words.say("init.school")),
            click.Option(
                ["--lang", "language"], type=click.Choice(LANGUAGES), required=True, help=words.say("init.language")
            ),
            click.Option(["--country"], default="", metavar="XX", help=words.say("init.country")),
            click.Option(["--json", "as_json"], is_flag=True, help=words.say("options.json")),
        ],
    )


def _country(code: str, words: Words) -> str:
    """The code of a country in capitals. Raises click.BadParameter for none."""
    if not is_country(code):
        key = "usage.country" if code else "usage.no-country"
        raise click.BadParameter(words.say(key, value=code), param_hint="--country")
    return code.upper()
