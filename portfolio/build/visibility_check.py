"""What `portfolio check --visibility` looks at: the artefacts in the output folder, or files of anybody's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from portfolio.build.compose import compose_all
from portfolio.build.look import files_of
from portfolio.build.plan import LISTED, plan
from portfolio.build.survey import Survey
from portfolio.build.visibility import PRINTED, judged, lint, standing_of, substitutes
from portfolio.build.visibility_wanted import find_wanted
from portfolio.model.artefact import ArtefactSpec
from portfolio.model.clearance import Audience
from portfolio.model.problem import Place, Problem
from portfolio.model.project import Project
from portfolio.themes import Theme
from portfolio.visibility.lockup import find_lockup
from portfolio.visibility.rules import read_rules
from portfolio.visibility.wanted import wanted_elsewhere

LOOKED_AT = 10  # pages of somebody else's file
_BY_THE_DAY = ("visibility.basis-", "visibility.claim", "visibility.years")


def lint_output(survey: Survey, theme: Theme) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """What the rules say of the artefacts that lie in the output folder, as they are today; and which those are.

    What composing has to say under a rule is among it. A sheet's files for printers are judged with it. Those that a
    list wanted were judged by their rows when they were made: here it is asked what the day has made wrong of them.
    """
    project = survey.project
    documents, remarks = compose_all(survey, theme, plan(project))
    standing, logos = standing_of(project, theme, survey.today), files_of(project, theme)
    found = [remark for remark in remarks if remark.code in read_rules()]
    checked: list[str] = []
    for spec, document in documents.items():
        for file in _files_of(spec, project.output):
            if find_wanted(document, standing, file.name):
                checked.append(file.relative_to(project.output).as_posix())
                said = lint(file, document, standing, theme, logos)
                found += [replace(problem, where=Place(file=checked[-1])) for problem in said]
    for file in sorted((project.output / Audience.PRINT / LISTED).glob("*.pdf")):
        checked.append(file.relative_to(project.output).as_posix())
        said = lint_foreign([file], project, theme, survey.today)
        by_day = (problem for problem in said if problem.code.startswith(_BY_THE_DAY))
        found += [replace(problem, where=Place(file=checked[-1])) for problem in by_day]
    return tuple(checked), tuple(dict.fromkeys(found))


def _files_of(spec: ArtefactSpec, output: Path) -> Iterator[Path]:
    """The files of an artefact that are there, as far as they show it whole."""
    first = output / spec.path
    if spec.main:
        yield from sorted(file for file in first.parent.glob("*") if file.is_file())
        return
    beside = (first.with_name(f"{first.stem}.{what}{first.suffix}") for what in PRINTED) if spec.order else ()
    yield from (file for file in (first, *beside) if file.is_file())


def lint_foreign(paths: Iterable[Path], project: Project, theme: Theme, today: date) -> tuple[Problem, ...]:
    """What the rules say of files that somebody made with another program for the school of a project."""
    given = (find_lockup(project.funding, project.label, code, today=today)[0] for code in project.languages)
    lockups = tuple(filter(None, given))
    wanted = wanted_elsewhere(lockups, standing_of(project, theme, today))
    wanted = replace(wanted, substitutes=substitutes(lockups, theme))
    return tuple(problem for path in paths for problem in judged(path, wanted, LOOKED_AT))
