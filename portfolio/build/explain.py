"""Everything known about a piece, brought together: what was decided, what it proves, who may see it, where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from portfolio.build.copies import SpareCopy, spare_copies
from portfolio.build.state import Written
from portfolio.build.survey import Survey
from portfolio.build.told import Told, told_of
from portfolio.build.whereabouts import Given, Holding, given, holdings
from portfolio.compose.numbering import find_heroes, number
from portfolio.handedover import Copy
from portfolio.home import DECISIONS
from portfolio.mapping.voices import Voices
from portfolio.model.catalogue import LedgerRow
from portfolio.model.clearance import Clearance
from portfolio.model.evidence import EvidenceItem
from portfolio.model.mapping import Link
from portfolio.model.period import period_from
from portfolio.model.problem import Place, Reason
from portfolio.model.readiness import Freshness
from portfolio.readiness.period import freshness
from portfolio.references import marks_in, normal


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A piece with all that is known of it.

    `number` is its exhibit's, "" where it has none. `freshness` is where it lies against the label period. `files` are
    its rows in the ledger. `links` hold; `others` are what weaker voices say besides, among them the words'
    suggestions. `clearances` let nobody see what was left out. `texts` are the places in the school's texts that name
    it. `spare` are its copies but the first. `alike` are the pieces that look like it, `siblings` those that stand in
    the same file.
    """

    item: EvidenceItem
    number: str
    freshness: Freshness
    files: tuple[LedgerRow, ...]
    descriptions: tuple[str, ...]
    decisions: tuple[Told, ...]
    excluded: Reason | None
    links: tuple[Link, ...]
    others: tuple[Link, ...]
    clearances: tuple[Clearance, ...]
    shown: tuple[Holding, ...]
    copies: tuple[Given, ...]
    texts: tuple[Place, ...]
    spare: tuple[SpareCopy, ...]
    alike: tuple[EvidenceItem, ...]
    siblings: tuple[EvidenceItem, ...]

    @property
    def is_placed(self) -> bool:
        """Whether it proves something."""
        return bool(self.links) and self.excluded is None


def numbers_of(survey: Survey) -> dict[str, str]:
    """The exhibit numbers that every edition has, by piece."""
    answers_no = survey.framework.answers.get("no", ())
    heroes = find_heroes(survey.catalogue.items, survey.project.decisions, answers_no)
    return number(survey.catalogue, survey.mapping, survey.framework, heroes)


def explain(
    item: EvidenceItem,
    survey: Survey,
    *,
    numbers: Mapping[str, str],
    written: Sequence[Written],
    copies: Sequence[Copy],
) -> Explanation:
    """Everything about a piece. `written` is what lies in the output folder, `copies` what was handed over."""
    project, mapping, catalogue = survey.project, survey.mapping, survey.catalogue
    links = mapping.links_of(item.id)
    said = Voices(survey.framework, project.decisions, survey.mapping, project.language).of(item)
    told = dict.fromkeys((*said, *(link for link in mapping.suggestions if link.item == item.id)))
    known = {name for link in links for name in (link.target, link.pillar)}
    others = {link.target: link for link in reversed([*told]) if link.target not in known}
    ids = frozenset(item.ids)
    items = {each.id: each for each in catalogue.items}
    return Explanation(
        item=item,
        number=numbers.get(item.id, ""),
        freshness=freshness(item, period_from(project.round, survey.today)),
        files=tuple(row for row in survey.ledger if row.file in item.files),
        descriptions=tuple(dict.fromkeys(_descriptions(item))),
        decisions=told_of(item, project.decisions, survey.framework.answers),
        excluded=mapping.excluded.get(item.id),
        links=links,
        others=tuple(others.values())[::-1],
        clearances=tuple(_clearances(item, survey)),
        shown=tuple(each for each in holdings(ids, survey, written) if each.pieces),
        copies=tuple(given(ids, survey, copies)),
        texts=tuple(dict.fromkeys(_naming(item, survey))),
        spare=tuple(spare_copies(item, _descriptions(item), survey)),
        alike=tuple(items[each] for group in catalogue.groups if item.id in group for each in group if each != item.id),
        siblings=tuple(each for each in catalogue.items if each.sha256 == item.sha256 and each.id != item.id),
    )


def _clearances(item: EvidenceItem, survey: Survey) -> Iterator[Clearance]:
    why = survey.mapping.excluded.get(item.id)
    for each in survey.clearances:
        if each.item == item.id:
            yield replace(each, allowed=False, why=why) if why else each


def _naming(item: EvidenceItem, survey: Survey) -> Iterator[Place]:
    """Where the school's texts refer to a piece."""
    for key, texts in survey.project.narratives.texts.items():
        for language, text in texts.items():
            for written, line in marks_in(text):
                if survey.citations.get(normal(written)) == item.id:
                    yield survey.project.narratives.place(key, language, line)


def _descriptions(item: EvidenceItem) -> Iterator[str]:
    """The files, beside its own, that say something of a piece."""
    record = [getattr(item.project, field.name) for field in fields(item.project)] if item.project else []
    said = [
        *(item.title, item.caption, item.alternative, item.dated, item.place, item.credit, item.address),
        *item.pillars,
        *item.portrayal.said,
        *item.partners,
        *record,
    ]
    for each in filter(None, said):
        file = re.sub(r":\d+$", "", each.where)
        if file not in item.files and file != DECISIONS:
            yield file
