"""Exhibit numbers: "<pillar>.<n>" over all placed pieces before clearance, so that every edition agrees."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from portfolio.i18n import fold
from portfolio.model.catalogue import Catalogue
from portfolio.model.decision import Decision, Field, closest
from portfolio.model.evidence import EvidenceItem, Kind
from portfolio.model.framework import Framework, Pillar
from portfolio.model.mapping import Mapping

UNPLACED = "0"  # the number before the point of a piece that no pillar has yet: only a draft shows it

_KINDS = tuple(Kind)


def prefix(pillar: Pillar) -> str:
    """What stands before the point: the pillar's number, for a bucket its initial ("E" for e-safety)."""
    return str(pillar.number) if pillar.number else pillar.key[0].upper()


def number(catalogue: Catalogue, mapping: Mapping, framework: Framework, heroes: Collection[str]) -> dict[str, str]:
    """The exhibit number of every placed piece by its id, dense in each pillar and independent of the scan's order.

    A piece in two pillars is numbered in its first. Within a pillar: heroes, then photos, certificates, projects,
    documents, each by date (undated last) and file name.
    """
    both = framework.all_pillars
    homes = {item.id: home(item.id, mapping, framework) for item in catalogue.items if item.id not in mapping.excluded}
    return {
        item.id: f"{prefix(pillar)}.{place}"
        for pillar in both
        for place, item in enumerate(
            sorted(
                (item for item in catalogue.items if homes.get(item.id) == pillar),
                key=lambda item: reading_order(item, heroes),
            ),
            start=1,
        )
    }


def home(item_id: str, mapping: Mapping, framework: Framework) -> Pillar | None:
    """The pillar or bucket where a piece is shown: the first it is linked to; None when it is not placed."""
    known = (framework.pillar(key) for key in mapping.pillars_of(item_id))
    return next((pillar for pillar in known if pillar), None)


def reading_order(item: EvidenceItem, heroes: Collection[str]) -> tuple[bool, int, bool, str, str, str]:
    """What pieces of one pillar are sorted by."""
    dated = item.dated.value if item.dated else None
    return (
        item.id not in heroes,
        _KINDS.index(item.kind),
        dated is None,
        f"{dated.first.isoformat()} {dated.last.isoformat()}" if dated else "",
        fold(item.files[0]) if item.files else "",
        item.id,
    )


def find_heroes(
    items: Iterable[EvidenceItem], decisions: Sequence[Decision], answers_no: Sequence[str]
) -> frozenset[str]:
    """The ids of the pieces that people decided to show large; the closest decision counts, the last of several.

    `answers_no`: what people write for "no" in any language.
    """
    marks = [decision for decision in decisions if decision.field is Field.HERO]
    refusals = {fold(answer) for answer in answers_no}
    said = {item.id: closest(marks, item.ids, item.files) for item in items}
    return frozenset(item for item, found in said.items() if found and fold(found[-1].value) not in refusals)
