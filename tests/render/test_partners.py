"""Maps of tiles: a country each, filled where a partner is, the school's own marked."""

import re

from render.sample_words import read_words
from render.samples import sample_partners

from portfolio.framework import read_framework
from portfolio.model.blocks import MEASURE
from portfolio.model.charts import CountryTile, PartnerMap
from portfolio.render.glyphs import read_faces
from portfolio.render.partners import partners_svg
from portfolio.themes import load_theme

THEME = load_theme("base", None)
FACES = read_faces(THEME)
TILE = re.compile(r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="(#\w+)"')


def words(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)<", svg)


def test_a_tile_each_and_only_those_of_partners_are_filled() -> None:
    svg = partners_svg(sample_partners(read_words("tr")), THEME, FACES)
    fills = [fill for *_, fill in TILE.findall(svg)]
    assert fills == [THEME.text, "#FFFFFF", "#FFFFFF"]
    assert words(svg) == ["SE", "3", "IT", "TR", "TR"]  # the last is what the own tile is called


def test_every_country_of_the_framework_fits_on_the_page() -> None:
    places = read_framework("etwinning-school", None).tiles
    tiles = tuple(
        CountryTile(code=code, column=column, row=row, projects=99, own=code == "TR")
        for code, (column, row) in places.items()
    )
    svg = partners_svg(PartnerMap(title="T", tiles=tiles, told=(), own="okulumuz"), THEME, FACES)
    found = [tuple(map(float, place)) for *place, _ in TILE.findall(svg)]
    assert len(found) == len(places)
    assert max(x + width for x, _, width, _ in found) <= MEASURE * 10
    for place, (x, y, width, height) in enumerate(found):
        for other_x, other_y, other_width, other_height in found[place + 1 :]:
            beside = x + width <= other_x or other_x + other_width <= x
            assert beside or y + height <= other_y or other_y + other_height <= y
