"""The school at a glance: what is there is shown, what is not is shown to the school alone."""

import pytest
from compose.editions import certificate, edition_of, photo, project_record

from portfolio.compose.glance import set_glance
from portfolio.compose.selection import select
from portfolio.model.blocks import Figures, ParagraphStyle
from portfolio.model.charts import CoverageChart
from portfolio.model.clearance import Audience


def glance(*pieces, **options):
    edition = edition_of(*pieces, **{"language": "en", **options})
    return set_glance(edition, select(edition))


def coverage(*pieces, **options) -> CoverageChart:
    (chart,) = (block for block in glance(*pieces, **options).blocks if isinstance(block, CoverageChart))
    return chart


def table(chart: CoverageChart) -> list[tuple]:
    return [(row.number, row.pillar, *((tally.count, tally.label) for tally in row.tallies)) for row in chart.rows]


def test_nothing_to_show_is_no_section():
    assert glance() is None
    assert glance(photo("a"), audience=Audience.PRIVATE) is None


def test_figures_tell_pieces_projects_and_countries():
    section = glance(photo("a", "model"), project_record("b", "model"))
    assert isinstance(section.blocks[0], Figures)
    assert [(figure.number, figure.label) for figure in section.blocks[0].figures] == [
        ("2", "pieces of evidence"),
        ("1", "project"),
        ("2", "partner countries"),
    ]


def test_an_evaluator_is_shown_what_is_there():
    chart = coverage(photo("a", "model"), certificate("b", "e-safety"))
    assert not chart.gaps
    assert table(chart) == [
        ("2", "model", (1, "photo"), (0, "certificates")),
        ("E", "e-safety", (0, "photos"), (1, "certificate")),
    ]


def test_the_school_is_shown_every_gap():
    chart = coverage(photo("a", "model"), audience=Audience.PRIVATE)
    assert chart.gaps
    assert [row.pillar for row in chart.rows] == ["students", "model", "e-safety"]
    assert chart.columns == ("Photos", "Certificates", "Projects", "Documents")


@pytest.mark.parametrize(
    ("pieces", "message"),
    [
        ((photo("a", "model"),), "One pillar is covered, with one piece of evidence"),
        ((photo("a", "model"), photo("b", "students")), "All 2 pillars are covered, with 2 pieces of evidence"),
        ((photo("a", "e-safety"),), "One piece of evidence"),
    ],
)
def test_its_title_says_how_far_the_evidence_reaches(pieces, message):
    assert coverage(*pieces).title == message


def test_what_serves_several_pillars_is_counted_in_each_and_that_is_said():
    twice, once = photo("a", "model", "students"), photo("b", "model")
    assert [row.tallies[0].count for row in coverage(twice, once).rows] == [1, 2]
    notes = [
        [block for block in glance(*pieces).blocks if getattr(block, "style", None) is ParagraphStyle.NOTE]
        for pieces in ((twice,), (once,))
    ]
    assert [len(found) for found in notes] == [1, 0]
