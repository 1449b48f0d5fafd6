"""An edition for each audience and language, and the documents composed from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from portfolio.build.survey import Survey
from portfolio.compose.dossier import compose_dossier
from portfolio.compose.edition import Edition
from portfolio.compose.form import compose_form, with_counts
from portfolio.compose.naming import with_short_names
from portfolio.compose.numbering import find_heroes, number
from portfolio.compose.plaque import compose_plaque
from portfolio.compose.poster import compose_poster
from portfolio.compose.sheet import Sheet
from portfolio.errors import ProjectError
from portfolio.framework import message_folders
from portfolio.i18n import read_locale
from portfolio.model.artefact import ArtefactSpec
from portfolio.model.clearance import Audience
from portfolio.model.composed import Document
from portfolio.model.form import ApplicationForm
from portfolio.model.problem import Problem
from portfolio.render.glyphs import read_faces
from portfolio.themes import PAGE_HEIGHT, Theme
from portfolio.visibility.lockup import find_lockup

Composer = Callable[[Edition], tuple[Document, tuple[Problem, ...]]]

COMPOSERS: dict[str, Composer] = {
    "dossier": compose_dossier,
    "poster-mission": compose_poster,
    "plaque": compose_plaque,
    "application": compose_form,
}


def prepare_edition(
    survey: Survey, theme: Theme, language: str, audience: Audience, sheet: Sheet | None = None
) -> tuple[Edition, tuple[Problem, ...]]:
    """What an audience may see of a project, in one language; the numbers are the same for every audience.

    `sheet` is what a dossier's pages are composed on.
    """
    project = survey.project
    lockup, problems = find_lockup(project.funding, project.label, language, today=survey.today)
    heroes = find_heroes(survey.catalogue.items, project.decisions, survey.framework.answers.get("no", ()))
    edition = Edition(
        project=project,
        framework=survey.framework,
        locale=read_locale(language, _word_folders(survey, theme)),
        audience=audience,
        pieces=survey.pieces(audience),
        numbers=number(survey.catalogue, survey.mapping, survey.framework, heroes),
        mapping=survey.mapping,
        coverage=survey.coverage,
        today=survey.today,
        lockup=lockup,
        citations=survey.citations,
        proofs={target: tuple(item.id for item in items) for target, items in survey.proofs.items()},
        sheet=sheet or Sheet(),
    )
    return edition, problems


def _sheet(theme: Theme) -> Sheet:
    """The theme's A4 page and fonts; average letters where they are not there, which is said when it is set."""
    try:
        faces = read_faces(theme)
    except ProjectError:
        return Sheet(depth=PAGE_HEIGHT - theme.page.top - theme.page.foot)
    return Sheet(depth=PAGE_HEIGHT - theme.page.top - theme.page.foot, regular=faces.regular, bold=faces.bold)


def _word_folders(survey: Survey, theme: Theme) -> list[Path]:
    """Where a document's words are: a school's own theme speaks first, then the framework pack, then the base theme."""
    *own, base = theme.message_folders
    return [*own, *message_folders(survey.project.framework, survey.project.root), base]


def compose_all(
    survey: Survey, theme: Theme, specs: Iterable[ArtefactSpec]
) -> tuple[dict[ArtefactSpec, Document], tuple[Problem, ...]]:
    """The document of every artefact; all formats of one name and language share the same one."""
    documents: dict[ArtefactSpec, Document] = {}
    composed: dict[tuple[str, str, Audience], Document] = {}
    problems: list[Problem] = []
    sheet = _sheet(theme)
    for spec in specs:
        key = (spec.name, spec.language, spec.audience)
        if key not in composed:
            edition, found = prepare_edition(survey, theme, spec.language, spec.audience, sheet)
            document, remarks = COMPOSERS[spec.name](edition)
            document = with_short_names(document, survey.names[spec.audience])
            if isinstance(document, ApplicationForm):
                document, counted = with_counts(document, edition)
                remarks = (*remarks, *counted)
            composed[key] = document
            problems += [*found, *remarks]
        documents[spec] = composed[key]
    return documents, tuple(dict.fromkeys(problems))
