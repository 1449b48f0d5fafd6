"""The run, one call a line: survey, plan, compose; then every stale artefact is made, audited and placed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from portfolio.build.compose import compose_all
from portfolio.build.forget import forget_contents_of_ended, forget_pictures
from portfolio.build.manifest import write_manifests
from portfolio.build.place import require_writable
from portfolio.build.plan import Choice, listed, plan
from portfolio.build.prune import prune
from portfolio.build.survey import Survey, take_survey
from portfolio.build.whereabouts import still_showing
from portfolio.build.workshop import open_workshop
from portfolio.model.artefact import Artefact, ArtefactSpec, Outcome
from portfolio.model.events import Progress, Report, Stage
from portfolio.model.problem import Problem, Reason
from portfolio.model.project import Project
from portfolio.sheetlist import ListedSheet
from portfolio.themes import Theme, load_theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a build did: survey and theme it stood on, what became of each artefact, what was removed, all Problems.

    `remarks` are those of them that composing had to say.
    """

    survey: Survey
    theme: Theme
    artefacts: tuple[Artefact, ...]
    removed: tuple[str, ...]
    remarks: tuple[Problem, ...]
    problems: tuple[Problem, ...]

    @property
    def again(self) -> Run | None:
        """What the next run would do if nothing changed until then; None when it would try something again."""
        if any(artefact.outcome not in (Outcome.FRESH, Outcome.MADE) for artefact in self.artefacts):
            return None
        artefacts = tuple(
            artefact
            if artefact.outcome is Outcome.FRESH
            else replace(artefact, outcome=Outcome.FRESH, reasons=(), problems=())
            for artefact in self.artefacts
        )
        once = {problem for artefact in self.artefacts for problem in artefact.problems}
        still = {problem for artefact in artefacts for problem in artefact.problems}
        problems = tuple(problem for problem in self.problems if problem not in once - still)
        return replace(self, artefacts=artefacts, removed=(), problems=problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """What a build would do: each artefact with the reasons why it would be made, none for one that is fresh."""

    survey: Survey
    artefacts: tuple[tuple[ArtefactSpec, tuple[Reason, ...]], ...]
    problems: tuple[Problem, ...]


def build(project: Project, *, draft: bool, today: date, report: Report, choice: Choice | None = None) -> Run:
    """Make what is stale of a project's artefacts; raises OutputError before any work when nothing could be written.

    Of a `choice` those alone, and all others are left as they are.
    """
    return _make(project, plan(project, draft=draft, choice=choice), draft, today, report, chosen=bool(choice))


def build_sheets(project: Project, sheets: Iterable[ListedSheet], *, today: date, report: Report) -> Run:
    """Make those of some single sheets that are stale, and leave all else as it is; raises OutputError as `build`."""
    return _make(project, tuple(listed(sheets)), False, today, report, chosen=True)


def _make(
    project: Project, specs: Sequence[ArtefactSpec], draft: bool, today: date, report: Report, *, chosen: bool
) -> Run:
    require_writable(project.output)
    theme = load_theme(project.theme, project.root)  # what is wrong with it is said before any work
    survey = take_survey(project, today=today, report=report)
    report(Progress(stage=Stage.COMPOSE, done=0, total=len(specs)))
    documents, remarks = compose_all(survey, theme, specs)
    report(Progress(stage=Stage.RENDER, done=0, total=len(documents)))
    with open_workshop(survey, theme) as workshop:
        artefacts = (*workshop.bring_up_to_date(documents, report), *_uncomposed(specs, documents))
        only = specs if chosen else None
        removed, kept = prune(project.output, workshop.state, artefacts, draft=draft, chosen=only)
        left = still_showing(survey, workshop.state.everything(), only)
        write_manifests(survey, workshop.state.everything())
        forget_pictures(survey, documents.values(), workshop.state)
    forget_contents_of_ended(survey)
    report(Progress(stage=Stage.RENDER, done=len(artefacts), total=len(artefacts)))
    made = (problem for artefact in artefacts for problem in artefact.problems)
    problems = tuple(dict.fromkeys((*survey.problems, *remarks, *made, *kept, *left)))
    return Run(survey=survey, theme=theme, artefacts=artefacts, removed=removed, remarks=remarks, problems=problems)


def _uncomposed(specs: Iterable[ArtefactSpec], documents: Collection[ArtefactSpec]) -> Iterator[Artefact]:
    """The single sheets that cannot be made of what is said of them, for which there is an error among the remarks."""
    for spec in specs:
        if spec.order and spec not in documents:
            yield Artefact(spec=spec, outcome=Outcome.FAILED, path=spec.path, size=0)


def foresee(project: Project, *, draft: bool, today: date, report: Report, choice: Choice | None = None) -> Prospect:
    """What `build` would do, without doing it."""
    specs = plan(project, draft=draft, choice=choice)
    survey = take_survey(project, today=today, report=report)
    theme = load_theme(project.theme, project.root)
    report(Progress(stage=Stage.COMPOSE, done=0, total=len(specs)))
    documents, remarks = compose_all(survey, theme, specs)
    with open_workshop(survey, theme) as workshop:
        stale = workshop.orders.stale(documents)
    forget_contents_of_ended(survey)
    return Prospect(survey=survey, artefacts=stale, problems=(*survey.problems, *remarks))
