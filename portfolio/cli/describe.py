"""`portfolio describe`: what can be seen in a picture, for who cannot see it; drafts and what is decided about them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from subprocess import list2cmdline  # quotes as both Windows and the shells of others understand
from typing import TYPE_CHECKING

import click

from portfolio.cli.options import Invocation, open_project, project_options
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words
from portfolio.errors import ExitCode, ProjectError
from portfolio.model.problem import Place, error

if TYPE_CHECKING:
    from portfolio.build.describing import Draft
    from portfolio.build.survey import Survey
    from portfolio.model.decision import Decision


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def describe(
        folder: Path | None,
        on: str | None,
        strict: bool,
        as_json: bool,
        pieces: tuple[str, ...],
        alternative: str | None,
        confirm: bool,
        language: str | None,
        by: str | None,
    ) -> ExitCode:
        told = alternative is not None and alternative.strip() != ""
        if (bool(pieces) != (told or confirm)) or (told and (confirm or len(pieces) > 1)):
            raise click.UsageError(words.say("describe.which"), click.get_current_context())
        with open_project(words, folder=folder, on=on, strict=strict, as_json=as_json) as here:
            return _describe(here, pieces, (alternative or "").strip(), language or "", by)

    text, name = words.say("options.text"), words.say("options.name")
    options: list[click.Parameter] = [
        click.Argument(["pieces"], metavar=words.say("options.pieces"), nargs=-1),
        click.Option(["--alternative"], metavar=text, help=words.say("options.alternative")),
        click.Option(["--confirm"], is_flag=True, help=words.say("options.confirm-draft")),
        click.Option(
            ["--language"], metavar=words.say("options.language-code"), help=words.say("options.described-in")
        ),
        click.Option(["--by"], metavar=name, help=words.say("options.decided-by")),
    ]
    return WordedCommand("describe", words, describe, [*options, *project_options(words)])


def _describe(here: Invocation, pieces: Sequence[str], text: str, language: str, by: str | None) -> ExitCode:
    from portfolio.build.chosen import choose
    from portfolio.build.describing import Describing
    from portfolio.build.explain import numbers_of
    from portfolio.build.forget import forget_contents_of_ended
    from portfolio.build.survey import take_survey
    from portfolio.cli.review import write_decisions
    from portfolio.themes import load_theme

    project, console = here.project, here.console
    who = by or project.school.coordinator
    if pieces and not who:
        raise ProjectError(error("decide.by", Place(file="portfolio.yaml")))
    if language and language not in project.languages:
        known = ", ".join(project.languages)
        raise click.UsageError(console.words.say("describe.language", language=language, known=known))
    survey = take_survey(project, today=here.today, report=console.report)
    forget_contents_of_ended(survey)
    console.rest()
    describing = Describing(survey, load_theme(project.theme, project.root), by=who, on=here.today.isoformat())
    chosen = [choose(piece, survey, numbers_of(survey)) for piece in dict.fromkeys(pieces)]
    if text:
        lines = describing.describe(chosen[0], text, language)
    else:
        lines = describing.confirm([item for each in chosen for item in each.pieces])
    if lines:
        write_decisions(project, lines, survey.framework.column_names)
    drafts = describing.drafts() if not pieces else ()
    _show(drafts, lines, survey, here, by=who, asked=bool(pieces))
    content = {
        "drafts": [_draft_json(draft, survey) for draft in drafts],
        "written": [
            {"id": line.item, "file": line.file, "language": line.language or project.language, "value": line.value}
            for line in lines
        ],
    }
    console.json("describe", content, (*here.problems, *survey.problems))
    return here.exit_code((*here.problems, *survey.problems))


def _show(
    drafts: Sequence[Draft], lines: Sequence[Decision], survey: Survey, here: Invocation, *, by: str, asked: bool
) -> None:
    from portfolio.home import DECISIONS

    console = here.console
    for draft in drafts:
        console.line(f"{draft.item.id}  {draft.item.files[0]}")
        console.line(f"    {console.words.say('describe.draft', text=draft.text.text)}")
    if drafts:
        first = drafts[0].item.id
        console.line()
        console.say("describe.drafts", n=len(drafts))
        console.quote(f'    portfolio describe {first} --alternative "…"')
        console.say("describe.confirm")
        console.quote(f"    portfolio describe {first} --confirm")
        return
    if not asked:
        console.say("describe.none")
    elif not lines:
        console.say("decide.nothing")
    for line in lines:
        console.line(f"{line.item or line.file}: {line.value}")
    if lines:
        console.line()
        console.say("decide.written", n=len(lines), file=survey.project.root / DECISIONS, by=by)
        for command in dict.fromkeys(_undoing(line, survey) for line in lines):
            console.quote(f"    {command}")


def _undoing(line: Decision, survey: Survey) -> str:
    """The command that gives a piece back the text it had, or none: then it gets a draft again."""
    from portfolio.build.describing import NONE

    piece = line.item or line.file
    before = next((item.alternative for item in survey.catalogue.items if item.id == line.item), None)
    language = line.language or survey.project.language
    texts = dict(before.value.texts) if before else {}
    more = ["--language", language] if line.language else []
    return list2cmdline(["portfolio", "describe", piece, "--alternative", texts.get(language, NONE), *more])


def _draft_json(draft: Draft, survey: Survey) -> dict[str, str]:
    language = draft.text.language or survey.project.language
    return {"id": draft.item.id, "file": draft.item.files[0], "language": language, "draft": draft.text.text}
