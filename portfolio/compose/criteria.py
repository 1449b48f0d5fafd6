"""A pillar's criteria: the table of what proves each, and the school's text for single ones."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.compose.edition import Edition
from portfolio.compose.links import numbers_of
from portfolio.compose.narrative import set_narrative
from portfolio.compose.selection import Selection
from portfolio.compose.wording import phrase
from portfolio.model.blocks import Block, Column, Heading, Row, Run, Table
from portfolio.model.evidence import EvidenceItem
from portfolio.model.framework import Criterion, Pillar
from portfolio.model.problem import Problem

MOST_PROOFS = 12  # numbers that a reader of a table follows; they are the strongest


def set_criteria(
    edition: Edition, selection: Selection, pillar: Pillar
) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The school's text for single criteria, those without one left out.

    What was written for criteria in whose place others have come is shown behind: no text is lost by them.
    """
    blocks: list[Block] = []
    problems: list[Problem] = []
    for criterion in _of(pillar, edition):
        text, remarks = set_narrative(edition, criterion.target, level=3, selection=selection)
        if text:
            name = phrase(criterion.wordings, edition.language)
            blocks += [Heading(text=name.text, level=2, anchor=_anchor(criterion), language=name.language), *text]
            problems += remarks
    return tuple(blocks), tuple(problems)


def set_proofs(edition: Edition, selection: Selection, pillar: Pillar) -> Table | None:
    """Where each criterion is shown; one without evidence has a row in a draft alone. None without any row.

    A criterion that the school wrote about leads to its text.
    """
    rows = tuple(_rows(edition, selection, pillar))
    word = edition.locale.word
    columns = (Column(title=word("pillar.criterion"), share=8), Column(title=word("pillar.shown_in"), share=4))
    return Table(title=word("pillar.criteria"), columns=columns, rows=rows) if rows else None


def proofs_of(target: str, edition: Edition, selection: Selection) -> list[EvidenceItem]:
    """The pieces of the edition that prove a target, the strongest first."""
    known = {item.id: item for item in selection.items}
    return [known[each] for each in edition.proofs.get(target, ()) if each in known]


def _rows(edition: Edition, selection: Selection, pillar: Pillar) -> Iterator[Row]:
    for criterion in _of(pillar, edition):
        name = phrase(criterion.wordings, edition.language)
        written = edition.project.narratives.find(criterion.target)
        runs = (Run(text=name.text, language=name.language, link=f"#{_anchor(criterion)}" if written else ""),)
        proofs = proofs_of(criterion.target, edition, selection)
        if proofs:
            yield Row(cells=(runs, tuple(_shown_in(proofs, edition, selection))))
        elif edition.draft and criterion in pillar.criteria:
            yield Row(cells=(runs, (Run(text=edition.locale.word("pillar.open"), emphasis=True),)))


def _shown_in(proofs: list[EvidenceItem], edition: Edition, selection: Selection) -> Iterator[Run]:
    yield from numbers_of(proofs[:MOST_PROOFS], selection)
    more = len(proofs) - MOST_PROOFS
    if more > 0:
        yield Run(text=f" {edition.locale.count('pillar.more_proofs', more)}")


def _of(pillar: Pillar, edition: Edition) -> tuple[Criterion, ...]:
    return (*pillar.criteria, *(line for line in edition.framework.former if line.pillar == pillar.key))


def _anchor(criterion: Criterion) -> str:
    return f"criterion-{criterion.pillar}-{criterion.key}"
