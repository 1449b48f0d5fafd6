"""`portfolio explain PIECE`: all that is known of a piece, or of a file that is none, with the place of each fact."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio.cli.described import described_in, described_lines
from portfolio.cli.explained import piece_lines, piece_title
from portfolio.cli.explained_json import piece_json
from portfolio.cli.options import Invocation, open_project, project_options
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words
from portfolio.errors import ExitCode
from portfolio.model.catalogue import FileState
from portfolio.model.problem import Place, Problem, error, note

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from portfolio.build.explain import Explanation
    from portfolio.build.meant import Meant
    from portfolio.build.state import Written
    from portfolio.build.survey import Survey
    from portfolio.handedover import Copy
    from portfolio.references import Was

_MOST = 12  # things among which to choose
# A line that is aimed at nothing and may be meant for a piece, or a reference to what it was before.
_PERHAPS = ("decision.moved", "decision.unknown-near", "description.moved", "reference.changed", "reference.edited")
_WHOLE = 4  # pieces of one file that are told of wholly


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def explain(folder: Path | None, on: str | None, strict: bool, as_json: bool, piece: str) -> ExitCode:
        with open_project(words, folder=folder, on=on, strict=strict, as_json=as_json) as here:
            return _explain(piece, here)

    argument = click.Argument(["piece"], metavar=words.say("options.piece"))
    return WordedCommand("explain", words, explain, [argument, *project_options(words)])


def _explain(said: str, here: Invocation) -> ExitCode:
    from portfolio.build.explain import explain, numbers_of
    from portfolio.build.forget import forget_contents_of_ended
    from portfolio.build.meant import find_gone, find_meant
    from portfolio.build.state import open_state
    from portfolio.build.survey import take_survey
    from portfolio.build.target_meant import find_target
    from portfolio.handedover import FILE, read_copies

    project, console = here.project, here.console
    survey = take_survey(project, today=here.today, report=console.report)
    forget_contents_of_ended(survey)
    console.rest()
    numbers = numbers_of(survey)
    meant = find_meant(_below_evidence(said, here), survey, numbers)
    copies, _ = read_copies(project.root / FILE, project.language)
    with open_state(project.cache) as state:
        written = state.everything()
    if meant.is_nothing:
        if was := find_gone(said, survey):
            about = (*_naming({was.id, was.file}, survey), *_still_showing(was, survey, written, copies))
            return here.refuse("explain", _gone(said, was, survey), *about)
        target = find_target(said, survey.framework, project.language).target
        if target and not meant.several:
            return here.refuse("explain", error("explain.target", said=said, target=target))
        return here.refuse("explain", _not_found(said, meant))
    told = [explain(item, survey, numbers=numbers, written=written, copies=copies) for item in meant.pieces]
    problems = _about(told, meant, survey)
    _show(meant, told, survey, here)
    if problems:
        console.line()
        console.problems(problems)
    console.json(
        "explain",
        {
            "file": {
                "file": meant.file.file,
                "state": str(meant.file.state),
                "why": console.words.why(meant.file.reason),
                "pieces": list(meant.file.items),
                "describes": [each.item.files[0] for each in described_in(meant.file.file, survey)],
            }
            if meant.file
            else None,
            "pieces": [piece_json(each, console.words) for each in told],
        },
        problems,
    )
    return here.exit_code(problems)


def _below_evidence(said: str, here: Invocation) -> str:
    """A path that leads from the folder we stand in to a file of the evidence, as it stands there."""
    path, evidence = Path.cwd() / said, here.project.evidence
    return path.relative_to(evidence).as_posix() if path.is_relative_to(evidence) and path.exists() else said


def _not_found(said: str, meant: Meant) -> Problem:
    if meant.several:
        more = ["…"] if len(meant.several) > _MOST else []
        names = "; ".join([*meant.several[:_MOST], *more])
        return error("explain.several", said=said, n=len(meant.several), names=names)
    if meant.nearest:
        return error("explain.nearest", said=said, nearest=meant.nearest)
    return error("explain.nothing", said=said)


def _gone(said: str, was: Was, survey: Survey) -> Problem:
    """What became of a piece that was there once."""
    if not was.now:
        return error("explain.gone", said=said, old=was.id, file=was.file)
    item = survey.catalogue.item(was.now[0])
    new = was.now[0] if len(was.now) == 1 else was.now[0].partition(".")[0]
    if item is None or was.file in item.files:
        return error("explain.changed", said=said, old=was.id, file=was.file, new=new)
    return error("explain.moved", said=said, now=item.files[0], new=new)


def _still_showing(was: Was, survey: Survey, written: Sequence[Written], copies: Sequence[Copy]) -> Iterator[Problem]:
    """Where that is seen all the same which is not in the evidence any more."""
    from portfolio.build.whereabouts import Fate, formerly, given, holdings

    if survey.catalogue.item(was.id):
        return
    ids = formerly(was.id, [*(each.pieces or () for each in written), *(copy.pieces for copy in copies)])
    for each in holdings(ids | {was.id}, survey, written):
        if each.pieces:
            where = Place(file=each.path)
            yield note("explain.still-shown" if each.fate is Fate.GONE else "explain.still-kept", where, old=was.id)
    for one in given(ids, survey, copies):
        yield note("explain.still-handed", Place(file=one.copy.artefact), old=was.id, to=one.copy.to, on=one.copy.on)


def _naming(names: Set[str], survey: Survey) -> tuple[Problem, ...]:
    """What is wrong elsewhere with a piece that is known by these names, its ids or files."""
    return tuple(each for each in survey.problems if not names.isdisjoint(value for _, value in each.values))


def _show(meant: Meant, told: Sequence[Explanation], survey: Survey, here: Invocation) -> None:
    console, words = here.console, here.console.words
    row = meant.file
    if row and (len(told) != 1 or row.state is not FileState.USED):
        console.line(f"{row.file}: {words.say(f'states.{row.state}')} ({words.why(row.reason)})")
        if not told:
            console.say(f"explain.files.{row.state}", file=row.file)
            console.lines(described_lines(described_in(row.file, survey), words))
    if len(told) > 1:
        console.say("explain.several-pieces", n=len(told))
    if len(told) > _WHOLE:
        for each in told:
            console.line(f"  {piece_title(each, survey, words)}")
        console.say("explain.ask-for-one")
        return
    for each in told:
        console.line()
        console.lines(piece_lines(each, survey, words))


def _about(told: Sequence[Explanation], meant: Meant, survey: Survey) -> tuple[Problem, ...]:
    """What is wrong with the files that are meant, in the lines that speak of the pieces, and in those that may."""
    files = {file for each in told for file in each.item.files} | ({meant.file.file} if meant.file else set())
    names = {*files, *(name for each in told for name in each.item.ids)}
    lines = {(each.decision.where.file, each.decision.where.line) for one in told for each in one.decisions}
    return tuple(
        problem
        for problem in dict.fromkeys(survey.problems)
        if (
            (problem.where and (problem.where.file in files or (problem.where.file, problem.where.line) in lines))
            or (problem.code in _PERHAPS and not names.isdisjoint(value for _, value in problem.values))
        )
    )
