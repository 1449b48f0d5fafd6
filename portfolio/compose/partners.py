"""The countries of the partners: how many projects with each, and where they stand on a map of tiles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from portfolio.compose.edition import Edition
from portfolio.compose.wording import country_name
from portfolio.model.blocks import FactTable, Run
from portfolio.model.charts import CountryTile, PartnerMap
from portfolio.model.country import is_country
from portfolio.model.evidence import EvidenceItem


def partner_countries(edition: Edition, placed: Iterable[EvidenceItem]) -> dict[str, int]:
    """In how many projects each country takes part, without the school's own; by code, else as written."""
    return _projects(placed, without=edition.project.school.country)


def countries_of(item: EvidenceItem, edition: Edition) -> list[str]:
    """The names of the countries of a project's partners as the language sorts them; its own only when alone."""
    codes = _countries(item)
    names = (country_name(code, edition) for code in codes - {edition.project.school.country.upper()} or codes)
    return sorted(names, key=edition.locale.sort_key)


def set_partners(edition: Edition, placed: tuple[EvidenceItem, ...]) -> Iterator[PartnerMap | FactTable]:
    """The map of the partners' countries; only their list where the framework has no map."""
    abroad = partner_countries(edition, placed)
    if not abroad:
        return
    own = edition.project.school.country.upper()
    everywhere = _projects(placed)
    title = edition.locale.count(
        "charts.partners", len(abroad), projects=edition.locale.count("charts.projects", _linking(placed, abroad))
    )
    names = sorted(
        ((country_name(code, edition), n) for code, n in everywhere.items()),
        key=lambda entry: edition.locale.sort_key(entry[0]),
    )
    told = tuple((name, edition.locale.count("charts.projects", n)) for name, n in names)
    if not edition.framework.tiles:
        yield FactTable(title=title, rows=tuple((name, (Run(text=what),)) for name, what in told))
        return
    yield PartnerMap(
        title=title,
        tiles=tuple(_tiles(edition.framework.tiles, everywhere, own)),
        told=told,
        own=edition.locale.word("charts.own_country"),
    )


def _projects(placed: Iterable[EvidenceItem], without: str = "") -> dict[str, int]:
    return dict(Counter(code for item in placed for code in _countries(item) - {without.upper()}))


def _countries(item: EvidenceItem) -> set[str]:
    """The countries of a project's partners, each once: codes in capitals, what is none as it is written."""
    if not item.project or not item.project.partners:
        return set()
    named = (country.strip() for _, country in item.project.partners.value)
    return {name.upper() if is_country(name) else name for name in named if name}


def _linking(placed: Iterable[EvidenceItem], abroad: Mapping[str, int]) -> int:
    """How many projects have a partner abroad."""
    return sum(1 for item in placed if _countries(item) & abroad.keys())


def _tiles(places: Mapping[str, tuple[int, int]], projects: Mapping[str, int], own: str) -> Iterator[CountryTile]:
    """Every country of the map; those that lie elsewhere stand in rows of their own below it."""
    width = 1 + max(column for column, _ in places.values())
    below = 2 + max(row for _, row in places.values())
    elsewhere = sorted(code for code in {own, *projects} - places.keys() if is_country(code))
    added = {code: (place % width, below + place // width) for place, code in enumerate(elsewhere)}
    for code, (column, row) in {**places, **added}.items():
        yield CountryTile(code=code, column=column, row=row, projects=projects.get(code, 0), own=code == own)
