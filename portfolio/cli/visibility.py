"""`portfolio check --visibility`: what the rules of EU visibility say of written files, each with rule and source."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.errors import ExitCode
from portfolio.model.problem import Problem, Severity

if TYPE_CHECKING:
    from portfolio.cli.console import Console
    from portfolio.cli.options import Invocation

_INDENT = "    "
_WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def check_visibility(here: Invocation, files: tuple[Path, ...]) -> ExitCode:
    """Judge these PDFs of anybody's, else what lies in the output folder; tell what is found."""
    from portfolio.build.forget import forget_contents_of_ended
    from portfolio.build.survey import take_survey
    from portfolio.build.visibility_check import lint_foreign, lint_output
    from portfolio.themes import load_theme

    theme = load_theme(here.project.theme, here.project.root)
    if files:
        checked, found = tuple(map(str, files)), lint_foreign(files, here.project, theme, here.today)
    else:
        survey = take_survey(here.project, today=here.today, report=here.console.report)
        checked, found = lint_output(survey, theme)
        forget_contents_of_ended(survey)
    here.console.rest()
    _tell(checked, found, here.console)
    wrong = any(problem.severity is Severity.ERROR for problem in found)
    return here.exit_code(found, *([ExitCode.GAPS] if wrong else []))


def _tell(checked: tuple[str, ...], found: tuple[Problem, ...], console: Console) -> None:
    from portfolio.visibility.rules import read_rules

    words, rules = console.words, read_rules()
    ranked = sorted(found, key=lambda each: (_WORST_FIRST.index(each.severity), each.code))
    for code, problems in groupby(ranked, key=lambda each: each.code):
        console.problems(problems)
        if source := rules.get(code):
            certainty = words.say(f"visibility.certainty.{source.certainty}")
            console.line(_INDENT + words.say("visibility.rule", rule=words.say(f"visibility.rules.{source.rule}")))
            console.line(_INDENT + words.say("visibility.source", source=source.source, certainty=certainty))
        console.line()
    if not checked:
        console.say("visibility.none")
    elif found:
        console.say("visibility.found", n=len(found), files=len(checked))
    else:
        console.say("visibility.nothing", n=len(checked))
    broken = {problem.code: rules[problem.code] for problem in found if problem.code in rules}
    console.json(
        "check",
        {
            "checked": list(checked),
            "rules": [
                {
                    "code": code,
                    "rule": words.say(f"visibility.rules.{source.rule}"),
                    "source": source.source,
                    "certainty": source.certainty,
                }
                for code, source in broken.items()
            ],
        },
        found,
    )
