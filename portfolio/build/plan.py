"""What is wanted of a build: the artefacts of a project, each once."""

from __future__ import annotations

from portfolio.model.artefact import ArtefactSpec, Format
from portfolio.model.clearance import Audience
from portfolio.model.project import Project

# Name of an artefact in portfolio.yaml -> what it is, whom it is for, and its formats.
KINDS: dict[str, tuple[str, Audience, tuple[Format, ...]]] = {
    "dossier": ("dossier", Audience.EVALUATOR, (Format.PDF, Format.DOCX)),
    "dossier-print": ("dossier", Audience.PRINT, (Format.PDF, Format.DOCX)),
    "dossier-web": ("dossier", Audience.WEB, (Format.PDF, Format.DOCX)),
    "application": ("application", Audience.EVALUATOR, (Format.DOCX, Format.TEXT)),
    "poster-mission": ("poster-mission", Audience.PRINT, (Format.PDF,)),
    "plaque": ("plaque", Audience.PRINT, (Format.PDF, Format.TEXT)),
}


def plan(project: Project, *, draft: bool = False) -> tuple[ArtefactSpec, ...]:
    """Every artefact in every language of the project; a draft is for the school alone, whatever it is a draft of."""
    return tuple(
        dict.fromkeys(
            ArtefactSpec(
                name=name,
                language=language,
                format=form,
                audience=Audience.PRIVATE if draft else audience,
            )
            for name, audience, forms in (KINDS[wanted] for wanted in project.artefacts)
            for language in project.languages
            for form in forms
        )
    )
