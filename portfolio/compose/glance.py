"""The school at a glance: its figures, what is known of it, and where its evidence lies."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.compose.edition import Edition
from portfolio.compose.selection import Selection
from portfolio.compose.wording import country_name, short_title
from portfolio.model.blocks import (
    Block,
    CoverageChart,
    FactTable,
    Figure,
    Figures,
    Paragraph,
    ParagraphStyle,
    Run,
)
from portfolio.model.document import Section, SectionRole
from portfolio.model.evidence import Kind


def set_glance(edition: Edition, selection: Selection, label: str) -> Section:
    """What is seen at once; `label` is the line about the label."""
    figures = tuple(_figures(edition, selection))
    return Section(
        anchor="glance",
        title=edition.locale.word("school.glance"),
        role=SectionRole.PLAIN,
        blocks=(
            *((Figures(figures=figures),) if figures else ()),
            FactTable(title="", rows=tuple(_facts(edition, label))),
            *_coverage(edition, selection),
        ),
    )


def _facts(edition: Edition, label: str) -> Iterator[tuple[str, tuple[Run, ...]]]:
    """What is known of the school; what is not has no row."""
    school = edition.project.school
    for key, value, link in (
        ("city", school.city, ""),
        ("country", country_name(school.country, edition), ""),
        ("founded", str(school.founded) if school.founded else "", ""),
        ("pupils", edition.locale.number(school.pupils) if school.pupils else "", ""),
        ("teachers", edition.locale.number(school.teachers) if school.teachers else "", ""),
        ("principal", school.principal, ""),
        ("coordinator", school.coordinator, ""),
        ("website", school.website.partition("://")[2].rstrip("/") or school.website, _address(school.website)),
        ("email", school.email, f"mailto:{school.email}"),
        ("label", label, ""),
    ):
        if value:
            yield edition.locale.word(f"school.{key}"), (Run(text=value, link=link),)


def _address(website: str) -> str:
    return website if website.startswith(("https://", "http://")) else f"https://{website}"


def _figures(edition: Edition, selection: Selection) -> Iterator[Figure]:
    """Three at most: what the school can show, and how far it reaches."""
    placed = [item for item in selection.items if selection.serves[item.id]]
    countries = {
        country.upper()
        for item in placed
        if item.project and item.project.partners
        for _, country in item.project.partners.value
        if country and country.upper() != edition.project.school.country.upper()
    }
    for key, count in (
        ("pieces", len(placed)),
        ("projects", sum(1 for item in placed if item.kind is Kind.PROJECT)),
        ("countries", len(countries)),
    ):
        if count:
            label = edition.locale.count(f"school.figures.{key}", count)
            yield Figure(number=edition.locale.number(count), label=label)


def _coverage(edition: Edition, selection: Selection) -> Iterator[Block]:
    """Pieces by pillar and kind, each counted wherever it serves; rows and columns without any only in a draft."""
    placed = [item for item in selection.items if selection.serves[item.id]]
    present = {item.kind for item in placed}
    kinds = [kind for kind in Kind if kind in present or (edition.draft and kind.is_expected)]
    rows = []
    for pillar in edition.framework.all_pillars:
        serving = [item for item in placed if pillar.key in selection.serves[item.id]]
        if serving or edition.draft:
            counts = tuple(sum(1 for item in serving if item.kind is kind) for kind in kinds)
            rows.append((pillar.key, short_title(pillar, edition), counts))
    if not placed:
        return
    yield CoverageChart(
        title=edition.locale.count("school.coverage", len(placed)),
        columns=tuple(edition.locale.word(f"kinds.{kind}.column") for kind in kinds),
        rows=tuple(rows),
    )
    if any(len(selection.serves[item.id]) > 1 for item in placed):
        text = edition.locale.word("school.counted_twice")
        yield Paragraph(runs=(Run(text=text),), style=ParagraphStyle.NOTE)
