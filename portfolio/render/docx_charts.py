"""Charts as WordprocessingML: the drawing as a picture, and below it what it shows in a table of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf
from typing import TYPE_CHECKING

from portfolio.model.blocks import MEASURE, FactTable, Run
from portfolio.model.charts import Chart, CoverageChart, CoverageRow, Tally, Timeline, read_out
from portfolio.render import docx_tables
from portfolio.render.milestones import beside
from portfolio.render.wordml import NOTHING, Markup, cell, join, row, run, table

if TYPE_CHECKING:
    from portfolio.render.docx_blocks import Blocks

PILLARS = 60.0  # mm of the column that names them
COUNTS = 22.0  # mm of a column of counts
BETWEEN = " · "


def chart(block: Chart, blocks: Blocks) -> Markup:
    """A chart with its message above it, drawn where a drawing was made, and told in words."""
    title = blocks.paragraph("Table Title", run(block.title)) if block.title else NOTHING
    return join(title, _drawn(block, blocks), _told(block, blocks))


def _drawn(block: Chart, blocks: Blocks) -> Markup:
    """The drawing across the measure, with what has no room or no letters in it."""
    file = blocks.charts.get(block)
    if file is None:
        return NOTHING
    picture = blocks.references.picture(file, file.within(MEASURE, inf), read_out(block), block.title)
    drawn = blocks.paragraph("Picture", picture, keep_next=True)
    if not isinstance(block, Timeline):
        return join(drawn, blocks.paragraph("Gap"))
    undrawn = (f"{milestone.dated}{BETWEEN}{milestone.text}" for milestone in beside(block.milestones))
    return join(drawn, *(blocks.paragraph("Note", run(words)) for words in (*undrawn, block.hint) if words))


def _told(block: Chart, blocks: Blocks) -> Markup:
    if isinstance(block, CoverageChart):
        return blocks.closed(_counts(block, blocks) if block.gaps else _tallies(block, blocks))
    rows = tuple((label, (Run(text=what),)) for label, what in block.told)
    told = docx_tables.facts(FactTable(title=block.title, rows=rows), blocks, titled=False)
    note = block.note if isinstance(block, Timeline) else ""
    return join(told, blocks.paragraph("Note", run(note)) if note else NOTHING)


def _tallies(block: CoverageChart, blocks: Blocks) -> Markup:
    """What there is of each pillar, every count with its kind."""
    widths = (PILLARS, MEASURE - PILLARS)
    rows = (
        row(
            cell(widths[0], blocks.paragraph("Table Text", _pillar_name(line, blocks))),
            cell(widths[1], blocks.paragraph("Table Text", *_parted(_tally(tally) for tally in line.present))),
        )
        for line in block.rows
    )
    return table(blocks.styles["Ruled"], widths, *rows, heading_column=True, title=block.title)


def _tally(tally: Tally) -> Markup:
    return join(run(str(tally.count), bold=True), run(f" {tally.label}"))


def _parted(parts: Iterable[Markup]) -> Iterator[Markup]:
    """Parts with a point between them."""
    for place, part in enumerate(parts):
        if place:
            yield run(BETWEEN)
        yield part


def _pillar_name(line: CoverageRow, blocks: Blocks) -> Markup:
    return run(f"{line.number} {line.title}", bold=True, colour=blocks.theme.pillar(line.pillar).ink)


def _counts(block: CoverageChart, blocks: Blocks) -> Markup:
    """A column for each kind, where gaps are to be seen."""
    widths = (MEASURE - COUNTS * len(block.columns), *(COUNTS,) * len(block.columns))
    heading = row(
        cell(widths[0], blocks.paragraph("Table Heading")),
        *(cell(COUNTS, blocks.paragraph("Table Heading", run(title), align="center")) for title in block.columns),
        heading=True,
    )
    rows = (
        row(
            cell(
                widths[0],
                blocks.paragraph("Table Text", _pillar_name(line, blocks), keep_next=line is not block.rows[-1]),
                valign="center",
            ),
            *(_count(tally.count, line.pillar, blocks) for tally in line.tallies),
            height_mm=9.0,
        )
        for line in block.rows
    )
    ruled = blocks.styles["Ruled"]
    return table(ruled, widths, heading, *rows, heading_row=True, heading_column=True, title=block.title)


def _count(count: int, pillar: str, blocks: Blocks) -> Markup:
    """A count on the pillar's tint."""
    colours = blocks.theme.pillar(pillar)
    words = run(str(count), bold=True, colour=colours.ink) if count else blocks.quiet("0")
    content = blocks.paragraph("Table Text", words, align="center")
    return cell(COUNTS, content, tint=colours.tint if count else "", valign="center", right_mm=0)
