"""`portfolio collect`: what is in the evidence folder, and what became of each file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio.cli.ledger import count_states, ledger_json, write_ledger
from portfolio.cli.options import open_project, project_options
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words, read_words
from portfolio.errors import ExitCode
from portfolio.files.atomic import write_text
from portfolio.model.problem import Problem

if TYPE_CHECKING:
    from portfolio.build.survey import Survey


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def collect(folder: Path | None, on: str | None, strict: bool, as_json: bool, notes: bool) -> ExitCode:
        from portfolio.build.forget import forget_contents_of_ended
        from portfolio.build.place import require_writable
        from portfolio.build.survey import take_survey

        with open_project(words, folder=folder, on=on, strict=strict, as_json=as_json) as here:
            require_writable(here.project.output)
            survey = take_survey(here.project, today=here.today, report=here.console.report)
            here.console.rest()
            forget_contents_of_ended(survey)
            ledger, remarks = write_ledger(survey, words)
            texts, kept = _write_notes(survey) if notes else (None, ())
            counts = count_states(survey.ledger)
            here.console.table(
                (words.say("ledger.state"), words.say("ledger.files")),
                [(words.say(f"states.{state}"), str(n)) for state, n in counts.items()],
            )
            problems = (*here.problems, *survey.problems, *remarks, *kept)
            here.console.problems(problems)
            here.console.line()
            here.console.say("collect.done", n=len(survey.ledger), pieces=len(survey.catalogue.items))
            here.console.say("collect.ledger", file=ledger)
            if texts:
                here.console.say("collect.notes", file=texts)
            here.console.say("collect.next")
            here.console.json(
                "collect",
                {
                    "files": ledger_json(survey.ledger, words),
                    "counts": {str(state): n for state, n in counts.items()},
                    "pieces": len(survey.catalogue.items),
                    "ledger": str(ledger),
                    "notes": str(texts) if texts else None,
                },
                problems,
            )
            return here.exit_code(problems)

    option = click.Option(["--notes"], is_flag=True, help=words.say("options.notes"))
    return WordedCommand("collect", words, collect, [*project_options(words), option])


def _write_notes(survey: Survey) -> tuple[Path, tuple[Problem, ...]]:
    """The texts for teachers, in the school's language whatever the coordinator's terminal speaks."""
    from portfolio.build.place import put_down
    from portfolio.build.receipts import receipts_of
    from portfolio.cli.notes import NOTES, set_notes

    text = set_notes(receipts_of(survey), read_words(survey.project.language))
    return put_down(NOTES, survey.project, lambda path: write_text(path, text))
