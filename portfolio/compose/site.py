"""The site of one edition: its dossier, word for word, with a filter by pillar."""

from __future__ import annotations

from dataclasses import replace

from portfolio.compose.dossier import compose_dossier
from portfolio.compose.edition import Edition
from portfolio.i18n import Locale
from portfolio.model.document import Section, SectionRole
from portfolio.model.problem import Problem
from portfolio.model.site import Choice, Site


def compose_site(edition: Edition) -> tuple[Site, tuple[Problem, ...]]:
    """The very dossier that the same readers get as a file; where there is but one pillar, nothing to choose."""
    dossier, problems = compose_dossier(edition)
    word = edition.locale.word
    pillars = [section for section in dossier.sections if section.role is SectionRole.PILLAR]
    site = Site(dossier=dossier, skip=word("site.skip"), top=word("site.top"))
    if len(pillars) > 1:
        site = replace(
            site,
            legend=word("site.legend"),
            everything=word("site.everything"),
            all_told=word("site.all_told"),
            choices=tuple(_choice(pillar, edition.locale) for pillar in pillars),
        )
    return site, problems


def _choice(pillar: Section, locale: Locale) -> Choice:
    title = pillar.short_title or pillar.title
    counted = ", ".join(f"{figure.number} {figure.label}" for figure in pillar.figures)
    told = locale.word("site.told" if counted else "site.told_bare", pillar=title, counted=counted)
    return Choice(key=pillar.pillar, number=pillar.number, title=title, told=told)
