"""`portfolio collect`: what is in the evidence folder, and what became of each file."""

from __future__ import annotations

from pathlib import Path

import click

from portfolio.cli.ledger import count_states, ledger_json, write_ledger
from portfolio.cli.options import open_project, project_options
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words
from portfolio.errors import ExitCode


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def collect(folder: Path | None, on: str | None, strict: bool, as_json: bool) -> ExitCode:
        from portfolio.build.place import require_writable
        from portfolio.build.survey import take_survey

        with open_project(words, folder=folder, on=on, strict=strict, as_json=as_json) as here:
            require_writable(here.project.output)
            survey = take_survey(here.project, today=here.today, report=here.console.report)
            here.console.rest()
            ledger = write_ledger(survey, words)
            counts = count_states(survey.ledger)
            here.console.table(
                (words.say("ledger.state"), words.say("ledger.files")),
                [(words.say(f"states.{state}"), str(n)) for state, n in counts.items()],
            )
            problems = (*here.problems, *survey.problems)
            here.console.problems(problems)
            here.console.line()
            here.console.say("collect.done", n=len(survey.ledger), pieces=len(survey.catalogue.items))
            here.console.say("collect.ledger", file=ledger)
            here.console.say("collect.next")
            here.console.json(
                "collect",
                {
                    "files": ledger_json(survey.ledger, words),
                    "counts": {str(state): n for state, n in counts.items()},
                    "pieces": len(survey.catalogue.items),
                    "ledger": str(ledger),
                },
                problems,
            )
            return here.exit_code(problems)

    return WordedCommand("collect", words, collect, project_options(words))
