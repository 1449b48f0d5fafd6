"""Timelines drawn: nothing smaller than it can be read, nothing over the edge, no two texts on each other."""

import re
from dataclasses import replace

import pytest
from render.sample_words import read_words
from render.samples import sample_timeline

from portfolio.model.blocks import MEASURE
from portfolio.model.charts import Milestone, Month, Timeline
from portfolio.model.face import PT
from portfolio.render.drawing import SMALLEST, Drawing
from portfolio.render.glyphs import read_faces
from portfolio.render.timeline import TALLEST, timeline_svg
from portfolio.themes import load_theme

THEME = load_theme("base", None)
FACES = read_faces(THEME)
PILLARS = (("leadership", "1"), ("students", "3"), ("model", "4"), ("inclusion", "5"), ("e-safety", "E"))
TEXT = re.compile(
    r'<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)" text-anchor="(\w+)" font-weight="(\d+)"[^>]*>([^<]*)<'
)
DAY = "12 June 2025"
LONG = "National Quality Label: " + "The Long Tale of Half Tales that the Wind Carried " * 3


def chart(counts: dict[int, tuple[int, ...]], months: int = 24, milestones: tuple[Milestone, ...] = ()) -> Timeline:
    none = (0,) * len(PILLARS)
    return Timeline(
        title="T",
        pillars=PILLARS,
        months=tuple(
            Month(year=2025 + place // 12, month=place % 12 + 1, label="Mmm", counts=counts.get(place, none))
            for place in range(months)
        ),
        milestones=milestones,
        told=(("A", "B"),),
    )


CHARTS = {
    "one piece": chart({7: (0, 0, 1, 0, 0)}),
    "all in one month": chart({3: (80, 70, 60, 50, 40)}),
    "few beside many": chart({3: (1, 1, 1, 1, 1), 4: (90, 0, 0, 0, 1), 5: (1, 90, 1, 1, 1), 23: (1, 1, 1, 1, 1)}),
    "three years": chart(dict.fromkeys(range(36), (1, 2, 30, 1, 1)), months=36),
    "the last month opens a year": chart({24: (1, 0, 0, 0, 0)}, months=25),
    "long names": chart(
        {1: (1, 0, 0, 0, 0)}, milestones=tuple(Milestone(place=place, dated=DAY, text=LONG) for place in range(24))
    ),
    "milestones of one month": chart(
        {1: (1, 0, 0, 0, 0)}, milestones=tuple(Milestone(place=12, dated=DAY, text=f"{n} projects") for n in range(9))
    ),
    "sample": sample_timeline(read_words("tr")),
}


def boxes(svg: str) -> list[tuple[float, float, float, float, str]]:
    """The left, right, top and bottom in mm of every text, and the text."""
    drawing = Drawing(THEME, FACES)
    found = []
    for x, y, size, anchor, weight, words in TEXT.findall(svg):
        points = float(size) / 10 / PT
        wide = drawing.width(words, points, bold=weight == "700")
        left = float(x) / 10 - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        base = float(y) / 10
        found.append((left, left + wide, base - points * PT * 0.69, base, words))
    return found


@pytest.mark.parametrize("name", CHARTS)
def test_texts_are_large_enough_inside_and_apart(name: str) -> None:
    svg = timeline_svg(CHARTS[name], THEME, FACES)
    height = float(re.search(r'height="([\d.]+)mm"', svg)[1])
    texts = boxes(svg)
    assert all(float(size) / 10 / PT >= SMALLEST - 0.01 for _, _, size, *_ in TEXT.findall(svg))
    for left, right, top, bottom, words in texts:
        assert left >= -0.01, words
        assert right <= MEASURE + 0.01, words
        assert top >= 0, words
        assert bottom <= height, words
    for place, (left, right, top, bottom, words) in enumerate(texts):
        for other_left, other_right, other_top, other_bottom, other in texts[place + 1 :]:
            apart = right <= other_left + 0.01 or other_right <= left + 0.01
            assert apart or bottom <= other_top + 0.01 or other_bottom <= top + 0.01, (words, other)


@pytest.mark.parametrize("name", CHARTS)
def test_every_part_of_a_stack_has_its_pillars_number_and_every_stack_its_sum(name: str) -> None:
    given = CHARTS[name]
    found = [words for *_, words in boxes(timeline_svg(given, THEME, FACES))]
    wanted = [
        *(number for month in given.months for (_, number), n in zip(given.pillars, month.counts, strict=True) if n),
        *(str(sum(month.counts)) for month in given.months if any(month.counts)),
    ]
    assert all(found.count(word) >= wanted.count(word) for word in set(wanted))


def test_a_stack_is_as_high_as_its_count() -> None:
    svg = timeline_svg(chart({0: (40, 0, 0, 0, 0), 1: (20, 0, 0, 0, 0)}), THEME, FACES)
    ink = THEME.pillar("leadership").ink
    heights = [float(found) / 10 for found in re.findall(rf'height="([\d.]+)" fill="{ink}"', svg)]
    assert heights == [TALLEST, TALLEST / 2]


def test_the_same_chart_gives_the_same_drawing_and_another_gives_another() -> None:
    given = CHARTS["few beside many"]
    assert timeline_svg(given, THEME, FACES) == timeline_svg(replace(given), THEME, FACES)
    assert timeline_svg(given, THEME, FACES) != timeline_svg(CHARTS["one piece"], THEME, FACES)
