import re

from portfolio.model.charts import CoverageChart, CoverageRow, Tally
from portfolio.render.coverage import LARGEST, SMALLEST, coverage_svg, diameter
from portfolio.render.glyphs import read_faces
from portfolio.themes import load_theme

THEME = load_theme("base", None)


def chart(*counts: int, title: str = "Delat ledarskap") -> CoverageChart:
    tallies = tuple(Tally(count=count, label=f"kind {place}") for place, count in enumerate(counts))
    row = CoverageRow(pillar="leadership", number="1", title=title, tallies=tallies)
    return CoverageChart(title="All is there", columns=(), rows=(row,))


def drawn(given: CoverageChart) -> str:
    return coverage_svg(given, THEME, read_faces(THEME))


def test_the_area_of_a_circle_is_its_count_and_a_single_piece_never_looks_like_many() -> None:
    many = chart(100, 25)
    assert diameter(100, many) == LARGEST
    assert diameter(25, many) == max(SMALLEST, LARGEST / 2)
    assert diameter(1, chart(1)) == SMALLEST


def test_each_kind_that_is_there_has_its_circle_count_and_label() -> None:
    svg = drawn(chart(4, 0, 12))
    assert svg.count("<circle") == 2
    assert re.findall(r">([^<]+)</text>", svg) == [
        "1", "Delat ledarskap", "4", "kind 0", "12", "kind 2",
    ]  # fmt: skip
    assert "<title>All is there. 1 Delat ledarskap: 4 kind 0, 12 kind 2.</title>" in svg


def test_a_long_name_stands_in_two_lines_and_none_that_cannot_be_drawn() -> None:
    names = re.findall(r"font-weight=\"700\" fill=\"[^\"]*\">([^<]+)<", drawn(chart(1, title="word " * 40)))
    assert len(names) == 3
    assert names[1].endswith("…")
    assert "قيادة" not in drawn(chart(1, title="قيادة")).partition("</title>")[2]
