"""`portfolio narrative --from`: what somebody edited in a dossier as Word document, back into its sources."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from portfolio.cli.options import Invocation, open_project, project_options
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words, read_words
from portfolio.errors import ExitCode, ProjectError
from portfolio.model.clearance import Audience
from portfolio.model.problem import Place, error

if TYPE_CHECKING:
    from portfolio.build.takeback import Change, Taken
    from portfolio.model.project import Project


_LONG, _ROUND = 160, 60  # letters of a line that is shown whole, and of those round a place in a longer one


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def narrative(
        folder: Path | None,
        on: str | None,
        strict: bool,
        as_json: bool,
        document: Path | None,
        yes: bool,
        preview: bool,
        by: str | None,
    ) -> ExitCode:
        if document is None:
            raise click.UsageError(words.say("narrative.from"), click.get_current_context())
        if yes and preview:
            raise click.UsageError(words.say("narrative.both"), click.get_current_context())
        with open_project(words, folder=folder, on=on, strict=strict, as_json=as_json) as here:
            return _take_back(here, document, by or here.project.school.coordinator, yes=yes, preview=preview)

    file = click.Path(path_type=Path, dir_okay=False)
    options: list[click.Parameter] = [
        click.Option(
            ["--from", "document"],
            metavar=words.say("options.file"),
            type=file,
            help=words.say("options.from_document"),
        ),
        click.Option(["--preview"], is_flag=True, help=words.say("options.preview")),
        click.Option(["--yes"], is_flag=True, help=words.say("options.yes")),
        click.Option(["--by"], metavar=words.say("options.name"), help=words.say("options.edited-by")),
    ]
    return WordedCommand("narrative", words, narrative, [*options, *project_options(words)])


def _take_back(here: Invocation, document: Path, by: str, *, yes: bool, preview: bool) -> ExitCode:
    from portfolio.build.edited import find_edits
    from portfolio.build.forget import forget_contents_of_ended
    from portfolio.build.returned import read_returned
    from portfolio.build.survey import take_survey
    from portfolio.build.takeback import take_back, write_files
    from portfolio.cli.review import write_decisions
    from portfolio.themes import load_theme

    project, console = here.project, here.console
    path = _find(project, document)
    story = read_returned(path)
    survey = take_survey(project, today=here.today, report=console.report)
    theme = load_theme(project.theme, project.root)
    edited = find_edits(story, survey, theme, path.name)
    because = read_words(project.language).say("narrative.because", file=path.name)
    taken = take_back(edited, survey, theme, by=by, on=here.today.isoformat(), because=because, file=path.name)
    forget_contents_of_ended(survey)
    console.rest()
    asking = not (yes or preview or console.as_json) and sys.stdin.isatty()
    if taken.decisions and not by and (yes or asking):
        raise ProjectError(error("decide.by", Place(file="portfolio.yaml")))
    remarks = (*edited.problems, *taken.problems)
    console.problems(remarks)
    _show(taken.changes, here)
    written = bool(taken.changes) and (yes or (asking and _agreed(here)))
    if written:
        write_files(taken)
        if taken.decisions:
            write_decisions(project, taken.decisions, survey.framework.column_names)
    _conclude(taken, here, path.name, written=written, preview=preview)
    content = {
        "from": str(path),
        "language": edited.spec.language,
        "audience": str(edited.spec.audience),
        "changes": [_change_json(change) for change in taken.changes],
        "written": written,
    }
    problems = (*here.problems, *survey.problems, *remarks)
    console.json("narrative", content, problems)
    return here.exit_code(problems)


def _find(project: Project, document: Path) -> Path:
    """The document where it is said to be, also below the output; a bare name in the folders there as well."""
    folders = (project.output / audience for audience in Audience)
    inside = (folder / document for folder in folders) if document.name == str(document) else iter(())
    return next((path for path in (document, project.output / document, *inside) if path.exists()), document)


def _show(changes: Sequence[Change], here: Invocation) -> None:
    """Each change as it would be written: where, what goes and what comes."""
    console = here.console
    for change in changes:
        place = console.place(change.where)
        console.line()
        console.quote(place if change.where.line else console.words.say("narrative.caption", file=place))
        old, new = _short(change.old, change.new)
        for sign, lines in (("-", old), ("+", new)):
            for line in filter(None, lines):
                console.quote(f"  {sign} {line}")


def _short(old: Sequence[str], new: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The lines of a change; of one long line only what is round the place where it was changed."""
    if len(old) != 1 or len(new) != 1 or max(len(old[0]), len(new[0])) <= _LONG:
        return old, new
    same = _alike(old[0], new[0])
    behind = _alike(old[0][same:][::-1], new[0][same:][::-1])
    return [_excerpt(old[0], same, behind)], [_excerpt(new[0], same, behind)]


def _alike(one: str, other: str) -> int:
    """How many letters at the beginning of two texts are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (mine, yours) in pairs if mine != yours), min(len(one), len(other)))


def _excerpt(line: str, before: int, behind: int) -> str:
    """A line without most of what stands before and behind a place, cut between words."""
    start = line.rfind(" ", 0, max(before - _ROUND, 0)) + 1
    end = line.find(" ", len(line) - max(behind - _ROUND, 0))
    return f"{'… ' if start else ''}{line[start : end if end > 0 else None]}{' …' if end > 0 else ''}"


def _agreed(here: Invocation) -> bool:
    """Whether a person says yes."""
    here.console.line()
    return click.confirm(here.console.words.say("narrative.ask"), default=False)


def _conclude(taken: Taken, here: Invocation, file: str, *, written: bool, preview: bool) -> None:
    from portfolio.home import DECISIONS

    console, n = here.console, len(taken.changes)
    console.line()
    if not n:
        console.say("narrative.nothing", file=file)
    elif preview:
        console.say("narrative.preview", n=n)
    elif not written:
        console.say("narrative.left", n=n)
    else:
        names = [path.relative_to(here.project.root).as_posix() for path, _ in taken.files]
        names += [DECISIONS] if taken.decisions else []
        console.say("narrative.written", n=n, files=", ".join(names))
        console.say("narrative.next")


def _change_json(change: Change) -> dict[str, Any]:
    return {
        "file": change.where.file,
        "line": change.where.line,
        "old": list(change.old),
        "new": list(change.new),
    }
