"""`portfolio verify`: hold artefacts against manifests, audit them again, and hold the evidence against its list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio.cli.options import open_project, project_options
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words
from portfolio.errors import ExitCode

if TYPE_CHECKING:
    from portfolio.build.verify import Verdict
    from portfolio.cli.console import Console


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def verify(folder: Path | None, on: str | None, strict: bool, as_json: bool) -> ExitCode:
        from portfolio.build.forget import forget_contents_of_ended
        from portfolio.build.survey import take_survey
        from portfolio.build.verify import verify as hold
        from portfolio.themes import load_theme

        with open_project(words, folder=folder, on=on, strict=strict, as_json=as_json) as here:
            theme = load_theme(here.project.theme, here.project.root)
            survey = take_survey(here.project, today=here.today, report=here.console.report)
            verdict = hold(survey, theme, here.console.report)
            forget_contents_of_ended(survey)
            here.console.rest()
            _tell(verdict, here.console)
            return here.exit_code(verdict.problems, *([ExitCode.DIFFERENCES] if verdict.differs else []))

    return WordedCommand("verify", words, verify, project_options(words))


def _tell(verdict: Verdict, console: Console) -> None:
    console.problems(verdict.problems)
    if verdict.differs:
        console.say("verify.differs", n=len({each.where.file for each in verdict.problems if each.where}))
    elif not verdict.artefacts:
        console.say("verify.nothing")
    else:
        console.say("verify.whole", artefacts=verdict.artefacts, evidence=verdict.evidence)
    console.json("verify", verdict_json(verdict), verdict.problems)


def verdict_json(verdict: Verdict) -> dict[str, object]:
    """A verdict for programs: how much was read, and the files that differ."""
    return {
        "artefacts": _held("verify.", verdict.artefacts, verdict),
        "evidence": _held("verify.evidence-", verdict.evidence, verdict),
        "whole": not verdict.differs,
    }


def _held(begun: str, read: int, verdict: Verdict) -> dict[str, object]:
    from portfolio.build.verify import Difference

    differing: dict[str, object] = {str(what): list(verdict.named(f"{begun}{what}")) for what in Difference}
    return {"read": read, **differing}
