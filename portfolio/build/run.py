"""The run, one call a line: survey, plan, compose; then every stale artefact is made, audited and placed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from portfolio.build.compose import compose_all
from portfolio.build.forget import forget_contents_of_ended, forget_pictures
from portfolio.build.place import require_writable
from portfolio.build.plan import plan
from portfolio.build.survey import Survey, take_survey
from portfolio.build.whereabouts import still_showing
from portfolio.build.workshop import open_workshop
from portfolio.model.artefact import Artefact
from portfolio.model.events import Progress, Report, Stage
from portfolio.model.problem import Problem
from portfolio.model.project import Project
from portfolio.themes import load_theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a build did: the survey it stood on, what became of each artefact, what was removed, all Problems.

    `remarks` are those of them that composing had to say.
    """

    survey: Survey
    artefacts: tuple[Artefact, ...]
    removed: tuple[str, ...]
    remarks: tuple[Problem, ...]
    problems: tuple[Problem, ...]


def build(project: Project, *, draft: bool, today: date, report: Report) -> Run:
    """Make what is stale of a project's artefacts; raises OutputError before any work when nothing could be written."""
    require_writable(project.output)
    survey = take_survey(project, today=today, report=report)
    theme = load_theme(project.theme, project.root)
    specs = plan(project, draft=draft)
    report(Progress(stage=Stage.COMPOSE, done=0, total=len(specs)))
    documents, remarks = compose_all(survey, theme, specs)
    artefacts: list[Artefact] = []
    with open_workshop(survey, theme) as workshop:
        for spec in specs:
            report(Progress(stage=Stage.RENDER, done=len(artefacts), total=len(specs), name=spec.path))
            artefacts.append(workshop.bring_up_to_date(spec, documents[spec]))
        removed, kept = workshop.prune(artefacts, draft=draft)
        left = still_showing(survey, workshop.state.everything())
        forget_pictures(survey, documents.values(), workshop.state)
    forget_contents_of_ended(survey)
    report(Progress(stage=Stage.RENDER, done=len(artefacts), total=len(specs)))
    made = (problem for artefact in artefacts for problem in artefact.problems)
    problems = tuple(dict.fromkeys((*survey.problems, *remarks, *made, *kept, *left)))
    return Run(survey=survey, artefacts=tuple(artefacts), removed=removed, remarks=remarks, problems=problems)
