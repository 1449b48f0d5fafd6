"""`portfolio build` where something may have changed: make what is stale, say what was made and kept back."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from portfolio.cli.clearances import write_clearances
from portfolio.cli.ledger import write_ledger
from portfolio.cli.retold import Recorder
from portfolio.cli.reviewfile import rewrite_reviews
from portfolio.cli.withheld import show_withheld, withheld_json
from portfolio.cli.words import Words, read_words
from portfolio.errors import ExitCode
from portfolio.files.filesize import told_size
from portfolio.model.artefact import Artefact, Outcome, folder_in
from portfolio.model.catalogue import FileState
from portfolio.model.clearance import HANDED_OUT, Audience
from portfolio.model.problem import Problem, Severity

if TYPE_CHECKING:
    from datetime import date

    from portfolio.build.plan import Choice
    from portfolio.build.run import Run
    from portfolio.build.unchanged import Question
    from portfolio.cli.console import Console
    from portfolio.cli.options import Invocation
    from portfolio.model.events import Report
    from portfolio.model.project import Project

# Beside errors: what became of the artefacts, the EU emblem, and who is still shown after a withdrawal.
_LOUD = ("artefact.", "funding.", "sheet.withdrawn", "sheet.words-unchecked", "consent.look-alike")
_ON_PAPER = ("poster.", "plaque.")  # what is printed is paid for: warnings about it as well


def make_artefacts(here: Invocation, question: Question, choice: Choice, *, draft: bool) -> ExitCode:
    """Make what is stale and say so; remember what would be said to the same question."""
    from portfolio.build.unchanged import inputs_of, remember

    inputs = inputs_of(question, here.project)
    run, remarks = make_all(
        here.project, here.console.words, today=here.today, report=here.console.report, choice=choice, draft=draft
    )
    here.console.rest()
    code = _tell(run, remarks, here, here.console, draft)
    if again := run.again:
        recorder = Recorder(here.console.words)
        remember(inputs, recorder.answer(_tell(again, remarks, here, recorder, draft)))
    return code


def make_all(
    project: Project, words: Words, *, today: date, report: Report, choice: Choice | None = None, draft: bool
) -> tuple[Run, tuple[Problem, ...]]:
    """Make the artefacts and write the school's lists; what was done, and what is to be said of the lists."""
    from portfolio.build.letters import make_letters
    from portfolio.build.readiness import find_readiness, write_readiness
    from portfolio.build.run import build
    from portfolio.build.unchanged import forget
    from portfolio.compose.letters import EMBLEM

    forget(project.cache)
    run = build(project, draft=draft, today=today, report=report, choice=choice)
    _, remarks = write_ledger(run.survey, words)
    _, more = write_clearances(run.survey, words)
    more += rewrite_reviews(run.survey, words, report)
    if run.survey.project.funding.unconfirmed:  # the letter that asks lies beside what is made without an emblem
        _, asking = make_letters(run.survey, (), (EMBLEM,))
        more += asking
    if not choice:  # of a part of the artefacts not all is known that the page has to tell
        _, beside = write_readiness(
            run.survey, find_readiness(run.survey), run.theme, remarks=run.remarks, words=read_words
        )
        more += beside
    return run, (*remarks, *more)


def _tell(run: Run, remarks: tuple[Problem, ...], here: Invocation, console: Console, draft: bool) -> ExitCode:
    """Say what was made and what is to be known; the code to end with."""
    words = console.words
    problems = (*here.problems, *run.problems, *remarks)
    show_artefacts(run, console)
    audiences = tuple(each for each in HANDED_OUT if any(made.spec.audience is each for made in run.artefacts))
    if audiences:  # what else print and web may not see is told where nothing is for the evaluator
        show_withheld(run.survey, console, audiences[:1] if Audience.EVALUATOR in audiences else audiences)
    show_problems(problems, run, console)
    console.line()
    if failed := [each.path for each in run.artefacts if each.outcome is Outcome.FAILED]:
        console.say("build.failed", n=len(failed), files=", ".join(failed))
    else:
        console.say("build.where", folder=here.project.output)
        if draft:
            console.say("build.next_draft")
        elif audiences:
            console.say("build.next", folders=", ".join(audiences))
    console.json(
        "build",
        {
            "draft": draft,
            "artefacts": artefacts_json(run, words),
            "removed": list(run.removed),
            "withheld": withheld_json(run.survey, words),
            "output": str(here.project.output),
        },
        problems,
    )
    return here.exit_code(problems, *codes(run))


def foretell(here: Invocation, choice: Choice, *, draft: bool) -> ExitCode:
    """Say what would be made and why; make nothing."""
    from portfolio.build.run import foresee

    console, words = here.console, here.console.words
    found = foresee(here.project, draft=draft, today=here.today, report=console.report, choice=choice)
    console.rest()
    told = [(spec.path, "; ".join(map(words.why, reasons))) for spec, reasons in found.artefacts]
    console.table(
        (words.say("build.artefact"), words.say("build.outcome"), words.say("build.why")),
        [(path, words.say("build.would_make" if why else "build.would_keep"), why) for path, why in told],
    )
    console.line()
    console.say("build.would", n=sum(1 for _, why in told if why))
    problems = (*here.problems, *found.problems)
    console.json(
        "build",
        {
            "draft": draft,
            "would": [
                {"path": spec.path, "make": bool(reasons), "reasons": [words.why(each) for each in reasons]}
                for spec, reasons in found.artefacts
            ],
            "output": str(here.project.output),
        },
        problems,
    )
    return here.exit_code(problems)


def codes(run: Run) -> list[ExitCode]:
    """What a run ends with beside its Problems."""
    if all(artefact.outcome is not Outcome.FAILED for artefact in run.artefacts):
        return []
    missing = any(problem.code.startswith("system.") for problem in run.problems)
    return [ExitCode.DEPENDENCY if missing else ExitCode.ARTEFACT]


def artefacts_json(run: Run, words: Words) -> list[dict[str, object]]:
    """What became of each artefact."""
    return [
        {
            "path": artefact.path,
            "parts": list(artefact.parts),
            "outcome": str(artefact.outcome),
            "bytes": artefact.size,
            "reasons": [words.why(reason) for reason in artefact.reasons],
        }
        for artefact in run.artefacts
    ]


def show_artefacts(run: Run, console: Console) -> None:
    """What became of each artefact, and what was removed."""
    words = console.words
    console.table(
        (words.say("build.artefact"), words.say("build.outcome"), words.say("build.size")),
        [
            (path, words.say(f"outcomes.{artefact.outcome}"), "" if number else _size(artefact.size))
            for artefact in run.artefacts
            for number, path in enumerate(names_of(artefact))
        ],
    )
    kept = {artefact.spec.folder for artefact in run.artefacts} - {""}
    for path in run.removed:
        if folder_in(path) not in kept:  # there, what is no longer used was only exchanged
            console.say("build.removed", file=path)


def is_loud(problem: Problem, run: Run) -> bool:
    """Whether a build says a Problem in full: it stands in the way, is of the artefacts themselves, or of paper."""
    return (
        problem.severity is Severity.ERROR
        or any(problem in artefact.problems for artefact in run.artefacts)
        or problem.code.startswith(_LOUD)
        or (problem.severity is Severity.WARNING and problem.code.startswith(_ON_PAPER))
    )


def names_of(artefact: Artefact) -> tuple[str, ...]:
    """The paths by which an artefact is known: of a folder of files that of the one to open."""
    return (artefact.path,) if artefact.spec.folder else (artefact.path, *artefact.parts)


def show_problems(problems: tuple[Problem, ...], run: Run, console: Console, about: Collection[Problem] = ()) -> None:
    """What stands in the way of artefacts, or is `about` what was asked for, in full; the rest counted."""
    unusable = {row.file for row in run.survey.ledger if row.state is FileState.QUARANTINED}
    every = dict.fromkeys(problems)
    evidence = [problem for problem in every if problem.where and problem.where.file in unusable]
    loud = [each for each in every if each not in evidence and (each in about or is_loud(each, run))]
    console.line()
    console.problems(loud)
    if unusable:
        console.say("build.unusable", n=len(unusable))
    if quiet := len(every) - len(evidence) - len(loud):
        console.say("build.more", n=quiet)


def _size(size: int) -> str:
    """A number and its unit, which a narrow table does not part."""
    return told_size(size).replace(" ", "\N{NO-BREAK SPACE}") if size else "–"
