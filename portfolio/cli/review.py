"""`portfolio review`: the pieces on a page of this computer; or in one workbook to fill in, and back as decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio.cli.options import Invocation, find_project, open_project, project_options
from portfolio.cli.reviewfile import write_review
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words, available_languages, read_words
from portfolio.errors import ExitCode, OutputError, ProjectError
from portfolio.model.clearance import Audience
from portfolio.model.problem import Place, error

if TYPE_CHECKING:
    from portfolio.build.sheet_back import Change
    from portfolio.model.decision import Decision
    from portfolio.model.project import Project


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def review(
        folder: Path | None,
        on: str | None,
        strict: bool,
        as_json: bool,
        sheet: Path | None,
        from_sheet: Path | None,
        language: str | None,
        by: str | None,
        port: int,
        no_browser: bool,
    ) -> ExitCode:
        if sheet and from_sheet:
            raise click.UsageError(words.say("review.which"), click.get_current_context())
        if not sheet and not from_sheet:
            from portfolio.cli.desk.serve import serve

            call = find_project(words, folder=folder, on=on, as_json=as_json)
            return serve(call, read_words(language) if language else words, port=port, browser=not no_browser)
        with open_project(words, folder=folder, on=on, strict=strict, as_json=as_json) as here:
            if sheet:
                return _write(here, sheet, read_words(language or here.project.language))
            assert from_sheet is not None
            return _take_back(here, from_sheet, by or here.project.school.coordinator)

    file = click.Path(path_type=Path, dir_okay=False)
    options: list[click.Parameter] = [
        click.Option(["--sheet"], metavar=words.say("options.file"), type=file, help=words.say("options.sheet")),
        click.Option(
            ["--from-sheet"], metavar=words.say("options.file"), type=file, help=words.say("options.from_sheet")
        ),
        click.Option(
            ["--language"], type=click.Choice(available_languages()), help=words.say("options.sheet_language")
        ),
        click.Option(["--by"], metavar=words.say("options.name"), help=words.say("options.by")),
        click.Option(
            ["--port"], metavar=words.say("options.number"), type=int, default=0, help=words.say("options.port")
        ),
        click.Option(["--no-browser"], is_flag=True, help=words.say("options.no_browser")),
    ]
    return WordedCommand("review", words, review, [*options, *project_options(words)])


def _write(here: Invocation, sheet: Path, words: Words) -> ExitCode:
    from portfolio.build.forget import forget_contents_of_ended
    from portfolio.build.place import require_writable
    from portfolio.build.survey import take_survey

    project = here.project
    target = _target(project, sheet, here.console.words)
    require_writable(project.output)
    survey = take_survey(project, today=here.today, report=here.console.report)
    written, rows, remarks = write_review(survey, target, words, here.console.report)
    forget_contents_of_ended(survey)
    here.console.rest()
    problems = (*here.problems, *survey.problems, *remarks)
    withdrawn = sum(row.withdrawn for row in rows)
    here.console.problems(remarks)
    here.console.say("review.written", n=len(rows), file=written)
    if withdrawn:
        here.console.say("review.withdrawn", n=withdrawn)
    here.console.say("review.next", file=written)
    here.console.json("review", {"sheet": str(written), "pieces": len(rows), "withdrawn": withdrawn}, problems)
    return here.exit_code(problems)


def _take_back(here: Invocation, sheet: Path, by: str) -> ExitCode:
    from portfolio.build.forget import forget_contents_of_ended
    from portfolio.build.sheet_back import changes_in, decisions_of
    from portfolio.build.sheetfields import fields_asked
    from portfolio.build.sheetfile import ID, read_sheet
    from portfolio.build.sheetplaces import PLACES
    from portfolio.build.survey import take_survey
    from portfolio.cli.sheet import make_fields, make_places
    from portfolio.home import DECISIONS

    project = here.project
    if not by:
        raise ProjectError(error("sheet.by", Place(file="portfolio.yaml")))
    path = sheet if sheet.exists() or sheet.name != str(sheet) else project.output / Audience.PRIVATE / sheet
    own = read_words(project.language)
    asked = fields_asked(project.languages)
    returned = read_sheet(path, {ID, *PLACES, *(each.key for each in asked)})
    survey = take_survey(project, today=here.today, report=here.console.report)
    forget_contents_of_ended(survey)
    here.console.rest()
    changes, remarks = changes_in(returned, survey, make_fields(survey, own), asked, make_places(survey, own))
    decisions = decisions_of(
        changes,
        by=by,
        on=here.today.isoformat(),
        because=lambda row: own.say("review.because", file=path.name, row=row),
    )
    if decisions:
        write_decisions(project, decisions, survey.framework.column_names)
    problems = (*here.problems, *survey.problems, *remarks)
    here.console.problems(remarks)
    counts = _show(changes, here)
    if changes:
        here.console.say("review.decided", n=len(changes), file=project.root / DECISIONS)
        here.console.say("review.then")
    else:
        here.console.say("review.nothing", file=path.name)
    here.console.json("review", {"from_sheet": str(path), "decided": len(changes), "fields": counts}, problems)
    return here.exit_code(problems)


def _target(project: Project, sheet: Path, words: Words) -> str:
    """Where the sheet goes: a bare name below output/private, anything else where it says; never where others look.

    Raises click.UsageError.
    """
    from portfolio.build.workbooks import SUFFIX

    if sheet.suffix.lower() != SUFFIX:
        raise click.UsageError(words.say("review.suffix", file=sheet), click.get_current_context())
    private = project.output / Audience.PRIVATE
    path = (private / sheet if sheet.name == str(sheet) else sheet).resolve()
    if path.is_relative_to(private.resolve()):
        return path.relative_to(project.output.resolve()).as_posix()
    if any(path.is_relative_to(folder.resolve()) for folder in (project.evidence, project.output)):
        raise click.UsageError(words.say("review.place", file=sheet), click.get_current_context())
    return path.as_posix()


def write_decisions(project: Project, decisions: Sequence[Decision], names: Mapping[str, Sequence[str]]) -> None:
    """Write the lines; raises OutputError when the file is held by another program."""
    from portfolio.decisions import append_decisions
    from portfolio.home import DECISIONS

    try:
        append_decisions(project.root / DECISIONS, decisions, project.language, names)
    except OSError as fault:
        raise OutputError(error("output.unwritable", Place(file=DECISIONS), why=fault.strerror or fault)) from fault


def _show(changes: Sequence[Change], here: Invocation) -> dict[str, int]:
    """How many decisions of which field, by the field's name in decisions.csv."""
    from portfolio.cli.sheet import heading_of

    words = here.console.words
    counts = Counter(change.asked.key for change in changes)
    if counts:
        headings = (words.say("review.field"), words.say("review.cells"))
        here.console.table(headings, [(heading_of(key, words), str(n)) for key, n in counts.items()])
    return dict(counts)
