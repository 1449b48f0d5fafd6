"""Everything known about a piece, brought together: what was decided, what it proves, who may see it, where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from portfolio.build.state import Written
from portfolio.build.survey import Survey
from portfolio.build.whereabouts import Given, Holding, given, holdings
from portfolio.compose.numbering import find_heroes, number
from portfolio.consent.mentions import Mention, Way
from portfolio.handedover import Copy
from portfolio.mapping.voices import Voices
from portfolio.model.catalogue import LedgerRow
from portfolio.model.clearance import Clearance
from portfolio.model.decision import Decision, Field, closest
from portfolio.model.evidence import EvidenceItem
from portfolio.model.mapping import Link
from portfolio.model.problem import Reason
from portfolio.project import DECISIONS
from portfolio.references import marks_in, normal

# Each of these can be decided several times, and all hold; of all others the last one written does.
_TOGETHER = (Field.PILLAR, Field.COVER, Field.PIXELATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A decision about a piece, and whether it holds: one that is aimed closer, or written later, goes before."""

    decision: Decision
    holds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A piece with all that is known of it.

    `number` is its exhibit's, "" where it has none. `files` are its rows in the ledger. `links` hold; `others` are what
    weaker voices say besides, among them the words' suggestions. `texts` are the texts that name it ("model.tr").
    `alike` are the pieces that look like it, `siblings` those that stand in the same file.
    """

    item: EvidenceItem
    number: str
    files: tuple[LedgerRow, ...]
    descriptions: tuple[str, ...]
    decisions: tuple[Told, ...]
    excluded: Reason | None
    links: tuple[Link, ...]
    others: tuple[Link, ...]
    clearances: tuple[Clearance, ...]
    shown: tuple[Holding, ...]
    copies: tuple[Given, ...]
    texts: tuple[str, ...]
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
    mention = [Mention(item=item, way=Way.FILE)]
    items = {each.id: each for each in catalogue.items}
    return Explanation(
        item=item,
        number=numbers.get(item.id, ""),
        files=tuple(row for row in survey.ledger if row.file in item.files),
        descriptions=tuple(dict.fromkeys(_descriptions(item))),
        decisions=tuple(_decisions(item, project.decisions)),
        excluded=mapping.excluded.get(item.id),
        links=links,
        others=tuple(others.values())[::-1],
        clearances=tuple(each for each in survey.clearances if each.item == item.id),
        shown=tuple(each for each in holdings(mention, survey, written) if each.pieces),
        copies=tuple(given(mention, survey, copies)),
        texts=tuple(_naming(item, survey)),
        alike=tuple(items[each] for group in catalogue.groups if item.id in group for each in group if each != item.id),
        siblings=tuple(each for each in catalogue.items if each.sha256 == item.sha256 and each.id != item.id),
    )


def _naming(item: EvidenceItem, survey: Survey) -> Iterator[str]:
    """The school's texts ("model/plan.tr") that refer to a piece."""
    for key, texts in survey.project.narratives.texts.items():
        for language, text in texts.items():
            if any(survey.citations.get(normal(written)) == item.id for written, _ in marks_in(text)):
                yield f"{key}.{language}"


def _decisions(item: EvidenceItem, decisions: Sequence[Decision]) -> Iterator[Told]:
    """The decisions that are aimed at a piece, in their order, and which hold."""
    for decision in decisions:
        if decision.aim(item.ids, item.files) == (0, 0):
            continue
        rivals = [each for each in decisions if (each.field, each.language) == (decision.field, decision.language)]
        best = closest(rivals, item.ids, item.files)
        yield Told(decision=decision, holds=decision in best if decision.field in _TOGETHER else decision == best[-1])


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
