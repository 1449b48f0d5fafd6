"""Which pieces a dossier shows in which section, which it only lists, and which it cites from elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from portfolio.compose.edition import Edition
from portfolio.compose.numbering import UNPLACED, find_heroes, home, reading_order
from portfolio.compose.pictures import is_photo, pixels_across, shape
from portfolio.model.evidence import EvidenceItem, Kind

NOWHERE = ""  # the key of the pieces that no pillar has yet
COVER_PIXELS = 1200


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The pieces of an edition by the pillar that numbers them (NOWHERE: none yet), each in the order of its numbers.

    `numbers` by item id, with those of unplaced pieces in a draft; `shown` have an exhibit, the others only a row in
    the register. `serves`: the pillars and buckets a piece is linked to. `heroes` are to be shown large,
    `cover` stands on the first page.
    """

    members: Mapping[str, tuple[EvidenceItem, ...]]
    numbers: Mapping[str, str]
    shown: frozenset[str]
    serves: Mapping[str, tuple[str, ...]]
    heroes: frozenset[str]
    cover: EvidenceItem | None

    @property
    def items(self) -> tuple[EvidenceItem, ...]:
        """All pieces in the order of the register."""
        return tuple(item for members in self.members.values() for item in members)

    @property
    def placed(self) -> tuple[EvidenceItem, ...]:
        """The pieces that serve a pillar or bucket."""
        return tuple(item for item in self.items if self.serves[item.id])

    def home_of(self, item: str) -> str:
        """The key of the section that numbers the piece of an id."""
        return next(key for key, members in self.members.items() if any(each.id == item for each in members))

    def shown_of(self, key: str) -> tuple[EvidenceItem, ...]:
        """The pieces a section shows."""
        return tuple(item for item in self.members[key] if item.id in self.shown)

    def cited_in(self, key: str) -> tuple[EvidenceItem, ...]:
        """The pieces that serve a pillar and are numbered in another."""
        here = {item.id for item in self.members[key]}
        return tuple(item for item in self.items if key in self.serves[item.id] and item.id not in here)


def select(edition: Edition) -> Selection:
    """Sorts the edition's pieces into sections; at most `max_exhibits` of each are shown, of every kind its best."""
    items = [piece.item for piece in edition.pieces]
    heroes = find_heroes(items, edition.project.decisions, edition.framework.answers.get("no", ()))
    homes = {item.id: home(item.id, edition.mapping, edition.framework) for item in items}
    members = {
        pillar.key: tuple(
            sorted(
                (item for item in items if homes[item.id] == pillar), key=lambda item: _place(edition.numbers[item.id])
            )
        )
        for pillar in edition.framework.all_pillars
    }
    homeless = (item for item in items if edition.draft and homes[item.id] is None)
    members[NOWHERE] = tuple(sorted(homeless, key=lambda item: reading_order(item, heroes)))
    unplaced = {item.id: f"{UNPLACED}.{place}" for place, item in enumerate(members[NOWHERE], start=1)}
    best = {
        key: _best(group, edition.project.max_exhibits, heroes, edition.proofs.get(key, ()))
        for key, group in members.items()
    }
    return Selection(
        members=members,
        numbers={**edition.numbers, **unplaced},
        shown=frozenset(item.id for group in best.values() for item in group),
        serves={item.id: edition.mapping.pillars_of(item.id) for item in items},
        heroes=heroes,
        cover=_wanted_cover(edition.cover, items)
        if edition.cover
        else _cover([item for key, group in best.items() if key != NOWHERE for item in group], heroes),
    )


def _wanted_cover(wanted: str, items: Sequence[EvidenceItem]) -> EvidenceItem | None:
    """The photo that the school wants, if these readers may see it; else none: no other may stand in its place."""
    return next((item for item in items if item.id == wanted and is_photo(item)), None)


def _cover(shown: Sequence[EvidenceItem], heroes: Collection[str]) -> EvidenceItem | None:
    """A hero, else the first photo that is wide and sharp enough, of the pillars in their order."""
    photos = [item for item in shown if is_photo(item)]
    wide = [item for item in photos if pixels_across(item) >= COVER_PIXELS and 1.2 <= shape(item) <= 2.2]
    return next((item for item in wide if item.id in heroes), wide[0] if wide else None)


def _place(number: str) -> int:
    """The n of "<pillar>.<n>"."""
    return int(number.rpartition(".")[2])


def _best(
    items: Sequence[EvidenceItem], most: int, heroes: Collection[str], strongest: Sequence[str]
) -> list[EvidenceItem]:
    """The pieces to show, as they stand: the best of each kind, then the second best of each, and so on.

    The best are the heroes, then what proves most (`strongest`: ids, such as `Edition.proofs` has them). Photos only if
    they opened.
    """
    places = {item: place for place, item in enumerate(strongest)}
    usable = [item for item in items if item.kind is not Kind.PHOTO or is_photo(item)]
    ranks: Counter[Kind] = Counter()
    ranked: list[tuple[int, str]] = []
    for item in sorted(usable, key=lambda each: (each.id not in heroes, places.get(each.id, len(places)))):
        ranked.append((ranks[item.kind], item.id))
        ranks[item.kind] += 1
    chosen = {item for _, item in sorted(ranked, key=lambda entry: entry[0])[:most]}
    return [item for item in usable if item.id in chosen]
