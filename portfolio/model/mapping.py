"""Which piece proves what, and why; and how well each pillar is covered."""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import dataclass
from enum import StrEnum

from portfolio.model.evidence import Kind
from portfolio.model.problem import Reason

# The reason of a suggestion by words that is probably right, not only perhaps.
SURE = "placed.words-sure"


class Strength(StrEnum):
    """What carries a link, strongest first: the order of the members is the precedence."""

    DECIDED = "decided"  # a person's decision
    DESCRIBED = "described"  # sidecar, caption sheet, folder note
    PLACED = "placed"  # the folder it lies in
    RECOGNISED = "recognised"  # a certificate or record of a known kind
    SIMILAR = "similar"  # what people decided about pieces like it: only a suggestion, as words are
    SUGGESTED = "suggested"  # words alone: never a link, only a suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The claim that a piece proves a target ("model", "model/open-days", "e-safety", "plan/model"), and why."""

    item: str
    target: str
    strength: Strength
    rationale: Reason
    origin: str  # where it was said: a file as shown to people, with ":line" where known

    @property
    def pillar(self) -> str:
        """The pillar or bucket behind the target; "" for a plan."""
        head, _, _ = self.target.partition("/")
        return "" if head == "plan" else head


DECLARATION = "excluded.declaration"
"""The code of the reason why the paper is left out that is signed for an application."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Links and suggestions of all pieces, sorted by item, and the pieces that are left out.

    A person excluded those, or they are the signed declaration (DECLARATION).

    The order of a piece's links matters: the first pillar is where it is shown, the others cite it.
    """

    links: tuple[Link, ...]
    suggestions: tuple[Link, ...]
    excluded: Table[str, Reason]

    def links_of(self, item_id: str) -> tuple[Link, ...]:
        """The links of one piece, strongest first."""
        return tuple(link for link in self.links if link.item == item_id)

    def suggestions_of(self, item_id: str) -> tuple[Link, ...]:
        """The suggestions for one piece, the best first."""
        return tuple(link for link in self.suggestions if link.item == item_id)

    def pillars_of(self, item_id: str) -> tuple[str, ...]:
        """The pillars and buckets a piece is linked to, each once, in the order of its links."""
        return tuple(dict.fromkeys(link.pillar for link in self.links_of(item_id) if link.pillar))


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How many placed pieces of each kind a pillar or bucket has; computed, never stored."""

    counts: Table[str, Table[Kind, int]]
    unplaced: int

    def total(self, key: str) -> int:
        """Pieces of a pillar, of all kinds."""
        return sum(self.counts[key].values())

    @property
    def gaps(self) -> tuple[str, ...]:
        """Pillars and buckets without any piece."""
        return tuple(key for key in self.counts if not self.total(key))
