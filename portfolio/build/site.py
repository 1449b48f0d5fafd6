"""The making of a site: its files in a folder, read back and searched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from portfolio.audit.site import inspect_site
from portfolio.build.guard import Cleared, guard_of
from portfolio.model.blocks import PlacedPicture
from portfolio.model.composed import pictures_in
from portfolio.model.problem import Problem
from portfolio.model.site import Site, heroes_in, photos_in
from portfolio.render.derivatives import find_derivatives
from portfolio.render.quality import LARGE, MEDIUM, SMALL, Step
from portfolio.render.site import write_site
from portfolio.themes import Theme


def by_steps(sites: Iterable[Site]) -> dict[tuple[Step, ...], list[PlacedPicture]]:
    """The pictures of sites by how fine they are needed: in two sizes where they are looked at, else small."""
    needed: dict[tuple[Step, ...], list[PlacedPicture]] = {(LARGE, SMALL): [], (MEDIUM, SMALL): [], (SMALL,): []}
    for site in sites:
        needed[LARGE, SMALL] += heroes_in(site)
        needed[MEDIUM, SMALL] += photos_in(site)
        needed[SMALL,] += pictures_in(site)
    return needed


def make_site(
    site: Site,
    theme: Theme,
    derivatives: Path,
    faults: Mapping[str, Problem],
    cleared: Cleared,
    logos: Mapping[str, Path],
    target: Path,
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Writes the page to `target` and all its other files beside it; the files, the page first.

    `derivatives` is the folder where those of its pictures lie, `faults` say by mark which could not be drawn.
    Raises ProjectError as `write_site` does.
    """
    pictures = tuple(pictures_in(site))
    small, problems = find_derivatives(pictures, derivatives, faults, SMALL)
    heroes, of_heroes = find_derivatives(heroes_in(site), derivatives, faults, LARGE)
    photos, of_photos = find_derivatives(photos_in(site), derivatives, faults, MEDIUM)
    problems = tuple(dict.fromkeys((*problems, *of_heroes, *of_photos)))
    large = {**heroes, **photos}
    files = write_site(site, theme, (large, small), logos, target)
    guard = guard_of(cleared, pictures, large, logos, smaller=small)
    return files, (*problems, *inspect_site(target, site, guard))
