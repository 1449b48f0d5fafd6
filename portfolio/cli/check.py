"""`portfolio check`: how ready the school is: coverage, criteria, conditions, days left, and what to do next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio.cli.map import title_of
from portfolio.cli.options import open_project, project_options
from portfolio.cli.readiness import first_text, readiness_json, show_beside, show_days, show_readiness, step_text
from portfolio.cli.visibility import check_visibility
from portfolio.cli.withheld import show_withheld, withheld_json
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words, read_words
from portfolio.errors import ExitCode, OutputError
from portfolio.model.evidence import Kind

if TYPE_CHECKING:
    from portfolio.build.survey import Survey
    from portfolio.cli.console import Console


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def check(
        folder: Path | None, on: str | None, strict: bool, as_json: bool, visibility: bool, files: tuple[Path, ...]
    ) -> ExitCode:
        if files and not visibility:
            raise click.UsageError(words.say("check.files"), click.get_current_context())
        from portfolio.build.compose import compose_all
        from portfolio.build.forget import forget_contents_of_ended
        from portfolio.build.plan import plan
        from portfolio.build.readiness import find_readiness, write_readiness
        from portfolio.build.survey import take_survey
        from portfolio.themes import load_theme

        with open_project(words, folder=folder, on=on, strict=strict, as_json=as_json) as here:
            if visibility:
                return check_visibility(here, files)
            survey = take_survey(here.project, today=here.today, report=here.console.report)
            theme = load_theme(here.project.theme, here.project.root)
            _, remarks = compose_all(survey, theme, plan(here.project))
            readiness = find_readiness(survey)
            codes = [ExitCode.GAPS] if survey.coverage.gaps else []
            written: tuple[Path, ...] = ()
            try:
                written, beside = write_readiness(survey, readiness, theme, remarks=remarks, words=read_words)
            except OutputError as fault:  # what was found is told all the same
                beside, codes = fault.problems, [*codes, ExitCode.OUTPUT]
            here.console.rest()
            forget_contents_of_ended(survey)
            problems = (*here.problems, *survey.problems, *survey.expiring, *remarks, *beside)
            here.console.say("check.coverage")
            _show_coverage(survey, here.console)
            show_readiness(survey, readiness, here.console)
            here.console.line()
            show_withheld(survey, here.console)
            here.console.line()
            here.console.problems(problems)
            here.console.line()
            show_beside(readiness, written, survey, here.console)
            show_days(readiness, survey, here.console)
            steps = [step_text(step, survey.framework, words) for step in readiness.steps]
            if steps:
                here.console.say("check.steps")
            for number, step in enumerate(steps, start=1):
                here.console.line(f"  {number}. {step}")
                if number == 1:
                    here.console.line(f"     {first_text(readiness.steps[0], readiness.days_left, words)}")
            if not steps:
                here.console.say("check.ready")
            here.console.json(
                "check",
                {
                    "coverage": [
                        {"target": key, "counts": {str(kind): n for kind, n in counts.items()}}
                        for key, counts in survey.coverage.counts.items()
                    ],
                    "unplaced": survey.coverage.unplaced,
                    "gaps": list(survey.coverage.gaps),
                    "days_left": readiness.days_left,
                    "withheld": withheld_json(survey, words),
                    "readiness": readiness_json(readiness, written, survey, words),
                    "steps": steps,
                },
                problems,
            )
            return here.exit_code(problems, *codes)

    options: list[click.Parameter] = [
        click.Argument(
            ["files"], nargs=-1, metavar=words.say("options.pdfs"), type=click.Path(path_type=Path, dir_okay=False)
        ),
        click.Option(["--visibility"], is_flag=True, help=words.say("options.visibility")),
    ]
    return WordedCommand("check", words, check, [*options, *project_options(words)])


def _show_coverage(survey: Survey, console: Console) -> None:
    words = console.words
    present = {kind for counts in survey.coverage.counts.values() for kind, count in counts.items() if count}
    kinds = [kind for kind in Kind if kind in present or kind.is_expected]
    headings = [words.say("check.pillar"), *(words.say(f"kinds.{kind}") for kind in kinds), words.say("check.all")]
    console.table(
        headings,
        [
            [
                title_of(key, survey.framework, words.language),
                *(str(counts.get(kind, 0) or "–") for kind in kinds),
                str(survey.coverage.total(key)),
            ]
            for key, counts in survey.coverage.counts.items()
        ],
    )
