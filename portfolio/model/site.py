"""A dossier as a web site: what is on it, and the few words that only a screen needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portfolio.model.blocks import PhotoRow, PlacedPicture
from portfolio.model.document import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A pillar that a reader may ask for alone; `told` says what is then shown."""

    key: str
    number: str
    title: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A dossier as a folder that opens in a browser.

    `skip` leads past cover and contents, `top` back to them. `choices` are the pillars of the filter whose legend is
    `legend`; `everything` is the choice of all, `all_told` what is then shown. Without choices there is no filter.
    """

    dossier: Dossier
    skip: str
    top: str
    legend: str = ""
    everything: str = ""
    all_told: str = ""
    choices: tuple[Choice, ...] = ()

    @property
    def language(self) -> str:
        """The language it is written in."""
        return self.dossier.language

    @property
    def title(self) -> str:
        """The dossier's own title."""
        return self.dossier.title


def heroes_in(site: Site) -> Iterator[PlacedPicture]:
    """The pictures that fill a page's width: the cover's, and photos that have a row for themselves."""
    dossier = site.dossier
    if dossier.cover and dossier.cover.picture:
        yield dossier.cover.picture
    yield from _photos(dossier, hero=True)


def photos_in(site: Site) -> Iterator[PlacedPicture]:
    """The photos that stand side by side.

    Pages of papers are neither these nor heroes: a site tells that there is a paper, it does not hand it out.
    """
    return _photos(site.dossier, hero=False)


def _photos(dossier: Dossier, *, hero: bool) -> Iterator[PlacedPicture]:
    for section in dossier.sections:
        for block in section.blocks:
            if isinstance(block, PhotoRow) and block.hero is hero:
                yield from (exhibit.picture for exhibit in block.exhibits if exhibit.picture)
