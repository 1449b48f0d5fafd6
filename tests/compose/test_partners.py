"""Partners by country: projects are counted, the school's own country is known, and nothing is lost that is no code."""

from dataclasses import replace

from compose.editions import FRAMEWORK, edition_of, photo, piece, said

from portfolio.compose.partners import partner_countries, set_partners
from portfolio.compose.selection import select
from portfolio.framework import read_framework
from portfolio.model.blocks import FactTable
from portfolio.model.charts import CountryTile, PartnerMap
from portfolio.model.evidence import Kind, ProjectRecord

MAPPED = replace(FRAMEWORK, tiles={"SE": (1, 0), "TR": (2, 1), "IT": (0, 1)})


def linking(name: str, *countries: str):
    partners = said(tuple(("", country) for country in countries)) if countries else None
    return piece(name, "model", kind=Kind.PROJECT, project=ProjectRecord(title=said(name), partners=partners))


def partners(*pieces, framework=MAPPED, language="en", **options):
    edition = edition_of(*pieces, framework=framework, language=language, **options)
    return tuple(set_partners(edition, select(edition).placed))


def test_a_country_counts_once_a_project():
    (chart,) = partners(linking("a", "SE", "SE", "IT"), linking("b", "se "), linking("c"), photo("d", "model"))
    assert chart == PartnerMap(
        title="Partners in 2 countries (2 projects)",
        tiles=(
            CountryTile(code="SE", column=1, row=0, projects=2),
            CountryTile(code="TR", column=2, row=1, own=True),
            CountryTile(code="IT", column=0, row=1, projects=1),
        ),
        told=(("Italy", "1 project"), ("Sweden", "2 projects")),
        own="we",
    )


def test_partners_at_home_are_told_and_are_no_country_of_partners():
    (chart,) = partners(linking("a", "SE", "TR"), linking("b", "TR"))
    assert chart.title == "Partners in one country (1 project)"
    assert chart.told == (("Sweden", "1 project"), ("Türkiye", "2 projects"))
    assert [tile.projects for tile in chart.tiles if tile.own] == [2]


def test_what_lies_elsewhere_stands_below_and_what_is_no_country_only_in_the_list():
    (chart,) = partners(linking("a", "JP", "CA", "Narnia"))
    assert [(tile.code, tile.column, tile.row) for tile in chart.tiles[3:]] == [("CA", 0, 3), ("JP", 1, 3)]
    assert [name for name, _ in chart.told] == ["CA", "JP", "Narnia"]


def test_without_partners_abroad_there_is_nothing():
    assert partners(linking("a", "TR"), linking("b"), photo("c", "model")) == ()


def test_a_framework_without_a_map_has_the_list():
    (table,) = partners(linking("a", "SE"), framework=FRAMEWORK)
    assert isinstance(table, FactTable)
    assert [(name, runs[0].text) for name, runs in table.rows] == [("Sweden", "1 project")]


def test_only_what_the_audience_may_see_is_counted():
    edition = edition_of(linking("a", "SE"), withheld=(linking("b", "IT"),))
    assert partner_countries(edition, select(edition).placed) == {"SE": 1}


def test_names_stand_in_the_order_of_the_language():
    (chart,) = partners(
        linking("a", "SE", "IT", "CZ"), framework=read_framework("etwinning-school", None), language="tr"
    )
    assert [name for name, _ in chart.told] == ["Çekya", "İsveç", "İtalya"]
