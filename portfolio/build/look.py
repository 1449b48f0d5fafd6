"""What a theme says of a school's own documents: its logo before all others, what is on the cover, what sets them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from portfolio.build.meant import find_meant
from portfolio.build.survey import Survey
from portfolio.files.logo import size_of_logo
from portfolio.files.yamlfile import plain, read_yaml
from portfolio.home import led_to
from portfolio.model.composed import Document
from portfolio.model.lockup import Artwork
from portfolio.model.problem import Place, Problem, warning
from portfolio.model.project import Project
from portfolio.model.sheet import Sheet
from portfolio.themes import NO_COVER, Theme

ARTWORK_PX = 130  # the least height of artwork with the statement beside the flag: 150 dpi where it is largest, 21.6 mm


def logos_of(project: Project, theme: Theme) -> dict[str, Path]:
    """The files of the school's logos by the names that documents give them, in their order."""
    own = {f"{theme.name}/{theme.logo}": theme.find(theme.logo)} if theme.logo else {}
    return {**own, **{name: project.root / name for name in project.school.logos}}


def files_of(project: Project, theme: Theme) -> dict[str, Path]:
    """All files of the school that documents may show as they are: its logos, and the EU's official artwork."""
    return {**logos_of(project, theme), **{name: project.root / name for name in project.funding.artworks}}


def profile_of(document: Document, root: Path) -> Path | None:
    """The file of a print shop's profile that a sheet names; None where it names none, or one outside."""
    if not isinstance(document, Sheet) or not document.profile:
        return None
    path = led_to(root, document.profile)
    return path if path and path.is_relative_to(root) else None


def artworks_of(project: Project) -> tuple[dict[str, Artwork], tuple[Problem, ...]]:
    """The EU's official files by the names that the school gives them. `funding.artwork-small` for few pixels."""
    found: dict[str, Artwork] = {}
    problems = []
    for name in project.funding.artworks:
        width, height = size_of_logo(project.root / name)
        made = found[name] = Artwork(name=name, shape=width / height)
        least = ARTWORK_PX * (2 if made.upright else 1)
        if height < least and not name.lower().endswith(".svg"):
            problems.append(warning("funding.artwork-small", Place(file=name), height=int(height), least=least))
    return found, tuple(problems)


def with_logos(project: Project, theme: Theme) -> Project:
    """The project with the theme's logo among its own."""
    return replace(project, school=replace(project.school, logos=tuple(logos_of(project, theme))))


def find_cover(survey: Survey, theme: Theme, numbers: Mapping[str, str]) -> tuple[str, tuple[Problem, ...]]:
    """The id of the piece that the theme wants on the cover, NO_COVER, or "" where it leaves the choice.

    A cover's picture is a piece like any other, so that nobody is on it who may not be shown.
    Problems: `theme.cover-unknown` when no one piece is meant.
    """
    if theme.cover in ("", NO_COVER):
        return theme.cover, ()
    meant = find_meant(theme.cover, survey, numbers)
    if len(meant.pieces) == 1:
        return meant.pieces[0].id, ()
    near = ", ".join(meant.several) or meant.nearest or "–"
    return "", (warning("theme.cover-unknown", theme.cover_at, cover=theme.cover, near=near),)


def fonts_of(theme: Theme) -> tuple[str, ...]:
    """The families that set a theme's documents, in their order, behind a shipped one its licence in brackets.

    A family that is called after another one, as that of a script, stands under its name.
    """
    licences = plain(read_yaml(theme.folders[-1] / "fonts" / "families.yaml"))
    assert isinstance(licences, dict)
    shipped = {face.family: face.shipped for face in theme.faces}  # of those without a file nothing is set
    said: dict[str, str] = {}
    for family, ours in shipped.items():
        name = next((name for name in said if family.startswith(f"{name} ") and shipped[name] is ours), family)
        said.setdefault(name, f"{name} ({licences[name]})" if ours and name in licences else name)
    return tuple(said.values())
