"""What is said of a photo holds for a copy of it in another size too; that looks may deceive, a person decides."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from portfolio.consent.clearance import ENDED
from portfolio.consent.mentions import Mention, Way
from portfolio.model.catalogue import Catalogue
from portfolio.model.clearance import Audience, Clearance
from portfolio.model.evidence import EvidenceItem
from portfolio.model.problem import Place, Problem, warning

Seen = set[tuple[str, Audience]]


def uncovered_lookalikes(
    catalogue: Catalogue, clearances: Iterable[Clearance], excluded: Collection[str]
) -> tuple[Problem, ...]:
    """A warning for each piece that is shown though what it looks like is not, or is covered as it is not itself.

    `excluded` are the ids of pieces that nobody is shown. Of several that it looks like the nearest is named. Codes:
    `consent.look-alike` (a consent was withdrawn, refused or has expired), `consent.look-alike-covered`.
    """
    shown: Seen = set()
    ended: Seen = set()
    for each in clearances:
        if each.allowed and each.item not in excluded:
            shown.add((each.item, each.audience))
        elif each.why.code in ENDED:
            ended.add((each.item, each.audience))
    return tuple(problem for group in _groups(catalogue) for problem in _warnings(group, shown, ended))


def with_lookalikes(found: Sequence[Mention], catalogue: Catalogue) -> tuple[Mention, ...]:
    """The pieces that a search found and those that look like one of them, in the order of the catalogue."""
    named = {mention.item.id: mention for mention in found}
    alike = {
        item.id: Mention(item=item, way=Way.ALIKE)
        for group in _groups(catalogue)
        if any(item.id in named for item in group)
        for item in group
    }
    both = alike | named
    return tuple(both[item.id] for item in catalogue.items if item.id in both)


def _groups(catalogue: Catalogue) -> Iterator[tuple[EvidenceItem, ...]]:
    items = {item.id: item for item in catalogue.items}
    for group in catalogue.groups:
        yield tuple(items[each] for each in group)


def _warnings(group: Sequence[EvidenceItem], shown: Seen, ended: Seen) -> Iterator[Problem]:
    covered = [other for other in group if other.redaction]
    if not covered and not any((item.id, audience) in ended for item in group for audience in Audience):
        return
    for item in group:
        audiences = [audience for audience in Audience if (item.id, audience) in shown]
        where = Place(file=item.files[0])
        gone = [other for other in group if any((other.id, audience) in ended for audience in audiences)]
        if gone:
            yield warning("consent.look-alike", where, other=_nearest(item, gone).files[0])
        if audiences and covered and not item.redaction:
            yield warning("consent.look-alike-covered", where, other=_nearest(item, covered).files[0])


def _nearest(item: EvidenceItem, others: Iterable[EvidenceItem]) -> EvidenceItem:
    return min(others, key=lambda other: (_look(item) ^ _look(other)).bit_count())


def _look(item: EvidenceItem) -> int:
    return int(item.raster.dhash, 16) if item.raster else 0
