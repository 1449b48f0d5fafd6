"""A composed site to write, made of a sample dossier: `site, files = written(folder)`."""

from __future__ import annotations

from pathlib import Path

from render.samples import draw_derivatives, sample_dossier

from portfolio.model.document import Dossier, SectionRole
from portfolio.model.site import Choice, Site
from portfolio.render.site import write_site
from portfolio.themes import load_theme

THEME = load_theme("base", None)


def site_of(dossier: Dossier) -> Site:
    """A site with a choice for each pillar."""
    pillars = [section for section in dossier.sections if section.role is SectionRole.PILLAR]
    choices = tuple(
        Choice(key=each.pillar, number=each.number, title=each.title, told=f"{each.title}!") for each in pillars
    )
    return Site(
        dossier=dossier,
        skip="Past it",
        top="Up",
        legend="Show",
        everything="All",
        all_told="Everything",
        choices=choices,
    )


def write(folder: Path, site: Site | None = None, drawings: Path | None = None) -> tuple[Path, ...]:
    """Write a site into a folder, that of a sample dossier in English if none is given; its files, the page first."""
    site = site or site_of(sample_dossier("en", pieces=8))
    drawings = drawings or folder.with_name(f"{folder.name}-drawings")
    drawings.mkdir(parents=True, exist_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    return write_site(site, THEME, (draw_derivatives(site.dossier, drawings),), {}, folder / "index.html")
