"""The school at a glance: figures and charts of what it can show, before any text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from portfolio.compose.edition import Edition
from portfolio.compose.numbering import prefix
from portfolio.compose.partners import partner_countries, set_partners
from portfolio.compose.selection import Selection
from portfolio.compose.timeline import set_timeline
from portfolio.compose.wording import short_title
from portfolio.model.blocks import Block, Figure, Figures, Paragraph, ParagraphStyle, Run
from portfolio.model.charts import CoverageChart, CoverageRow, Tally
from portfolio.model.document import Section, SectionRole
from portfolio.model.evidence import EvidenceItem, Kind


def set_glance(edition: Edition, selection: Selection) -> Section | None:
    """Figures, coverage, the label's years, partners; None when there is nothing to show yet."""
    placed = selection.placed
    if not placed:
        return None
    return Section(
        anchor="glance",
        title=edition.locale.word("school.glance"),
        role=SectionRole.PLAIN,
        blocks=(
            Figures(figures=tuple(_figures(edition, placed))),
            *_coverage(edition, selection),
            *set_timeline(edition, selection),
            *set_partners(edition, placed),
        ),
    )


def _figures(edition: Edition, placed: Sequence[EvidenceItem]) -> Iterator[Figure]:
    """Three at most: what the school can show, and how far it reaches."""
    for key, count in (
        ("pieces", len(placed)),
        ("projects", sum(1 for item in placed if item.kind is Kind.PROJECT)),
        ("countries", len(partner_countries(edition, placed))),
    ):
        if count:
            label = edition.locale.count(f"school.figures.{key}", count)
            yield Figure(number=edition.locale.number(count), label=label)


def _coverage(edition: Edition, selection: Selection) -> Iterator[Block]:
    """Pieces by pillar and kind, each counted wherever it serves; rows and columns without any only in a draft."""
    placed = selection.placed
    present = {item.kind for item in placed}
    kinds = [kind for kind in Kind if kind in present or (edition.draft and kind.is_expected)]
    rows = []
    for pillar in edition.framework.all_pillars:
        serving = [item for item in placed if pillar.key in selection.serves[item.id]]
        if serving or edition.draft:
            counts = (sum(1 for item in serving if item.kind is kind) for kind in kinds)
            tallies = tuple(
                Tally(count=count, label=edition.locale.count(f"kinds.{kind}.figure", count))
                for kind, count in zip(kinds, counts, strict=True)
            )
            title = short_title(pillar, edition)
            rows.append(CoverageRow(pillar=pillar.key, number=prefix(pillar), title=title, tallies=tallies))
    yield CoverageChart(
        title=_message(edition, selection),
        columns=tuple(edition.locale.word(f"kinds.{kind}.column") for kind in kinds),
        rows=tuple(rows),
        gaps=edition.draft,
    )
    if any(len(selection.serves[item.id]) > 1 for item in placed):
        text = edition.locale.word("school.counted_twice")
        yield Paragraph(runs=(Run(text=text),), style=ParagraphStyle.NOTE)


def _message(edition: Edition, selection: Selection) -> str:
    """What the coverage says: that every pillar has a piece, or how many do; buckets are not counted."""
    served = {key for item in selection.placed for key in selection.serves[item.id]}
    proved = sum(1 for pillar in edition.framework.pillars if pillar.key in served)
    pieces, whole = edition.locale.count("charts.pieces", len(selection.placed)), len(edition.framework.pillars)
    if not proved:
        return edition.locale.capitalise(pieces)
    return edition.locale.count(f"charts.coverage.{'all' if proved == whole else 'some'}", proved, pieces=pieces)
