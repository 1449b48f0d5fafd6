"""What the evidence folder holds: every file with its fate, and the pieces made of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from portfolio.model.evidence import EvidenceItem
from portfolio.model.problem import Problem, Reason


class FileState(StrEnum):
    """The one state in which every file ends (law 2)."""

    USED = "used"
    DUPLICATE = "duplicate"
    EXCLUDED = "excluded"
    QUARANTINED = "quarantined"
    UNPLACED = "unplaced"
    DESCRIPTION = "description"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True, kw_only=True)
class CataloguedFile:
    """One file of the evidence folder: `name` as shown to people (unique, NFC, controls escaped), `path` as on disk.

    `state` is USED, DUPLICATE, QUARANTINED, DESCRIPTION or IGNORED here; the ledger adds what mapping knows.
    `items` are the ids of the pieces it carries. `size` in bytes; `sha256` is "" when it could not be read.
    """

    name: str
    path: str
    size: int
    sha256: str
    state: FileState
    reason: Reason
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """A content that an earlier run found in a file, and that is not there now: its id, and the file."""

    id: str
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All files and pieces of an evidence folder, sorted by name and id.

    `groups` are the ids of photos that look alike (copies in other sizes, bursts), each group sorted. `former` is what
    the cache remembers, the last of a file last: it only helps people to find what they meant.
    """

    files: tuple[CataloguedFile, ...]
    items: tuple[EvidenceItem, ...]
    problems: tuple[Problem, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    former: tuple[Former, ...] = field(default=(), compare=False)

    @property
    def contents(self) -> dict[str, tuple[str, ...]]:
        """The ids of all that lies at each place."""
        found: dict[str, tuple[str, ...]] = {}
        for item in self.items:
            for file in item.files:
                found[file] = (*found.get(file, ()), *item.ids)
        return found

    def item(self, item_id: str) -> EvidenceItem | None:
        """The piece that answers to an id, or None."""
        return next((item for item in self.items if item_id in item.ids), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """A file's final state with its reason; `withheld` names the audiences that may not see it."""

    file: str
    size: int
    state: FileState
    reason: Reason
    items: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
