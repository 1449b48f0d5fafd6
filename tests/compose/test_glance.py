from compose.editions import edition_of, photo, project_record

from portfolio.compose.glance import set_glance
from portfolio.compose.selection import select
from portfolio.model.blocks import Block, CoverageChart, FactTable, Figures


def blocks(*pieces) -> tuple[Block, ...]:
    edition = edition_of(*pieces, language="en")
    return set_glance(edition, select(edition), "eTwinning School 2025-2026").blocks


def test_figures_facts_and_where_the_evidence_lies():
    figures, facts, coverage, _ = blocks(photo("a", "model", "students"), project_record("b", "model"))
    assert isinstance(figures, Figures)
    assert isinstance(facts, FactTable)
    assert isinstance(coverage, CoverageChart)
    assert [(figure.number, figure.label) for figure in figures.figures] == [
        ("2", "pieces of evidence"),
        ("1", "project"),
        ("2", "partner countries"),
    ]
    assert facts.rows[-1][1][0].text == "eTwinning School 2025-2026"
    assert [(key, counts) for key, _, counts in coverage.rows] == [("students", (1, 0)), ("model", (1, 1))]


def test_a_school_without_evidence_has_its_facts():
    assert [type(block) for block in blocks()] == [FactTable]
