"""`portfolio letters`: letters to sign; a page for all teachers; the checklist for the kit."""

from __future__ import annotations

from pathlib import Path

import click

from portfolio.cli.options import open_project, project_options
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words
from portfolio.errors import ExitCode
from portfolio.model.problem import Severity


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def letters(folder: Path | None, on: str | None, strict: bool, as_json: bool) -> ExitCode:
        from portfolio.build.checklist import make_checklists
        from portfolio.build.forget import forget_contents_of_ended
        from portfolio.build.letters import FOLDER, make_letters
        from portfolio.build.readiness import find_readiness
        from portfolio.build.survey import take_survey
        from portfolio.build.teachers import make_teachers_pages

        with open_project(words, folder=folder, on=on, strict=strict, as_json=as_json) as here:
            survey = take_survey(here.project, today=here.today, report=here.console.report)
            forget_contents_of_ended(survey)
            here.console.rest()
            wishes = find_readiness(survey).wishes
            files, problems = make_letters(survey, wishes)
            for make in (make_checklists, make_teachers_pages):
                more, said = make(here.project)
                files, problems = (*files, *more), tuple(dict.fromkeys((*problems, *said)))
            for file in files:
                here.console.quote(str(file.relative_to(here.project.output)))
            here.console.line()
            here.console.problems(problems)
            here.console.say("letters.next", folder=here.project.output / FOLDER)
            content = {"letters": [str(file) for file in files], "wanted": [wish.target for wish in wishes]}
            here.console.json("letters", content, problems)
            broken = any(problem.severity is Severity.ERROR for problem in problems)
            return here.exit_code(problems, *([ExitCode.ARTEFACT] if broken else []))

    return WordedCommand("letters", words, letters, project_options(words))
