"""Annexes: documents of the evidence whose own pages follow a dossier."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from portfolio.model.blocks import PlacedPicture
from portfolio.model.text import Phrase


class AnnexState(StrEnum):
    """What becomes of an annexed document."""

    BOUND = "bound"  # its pages stand in the bundle
    SEPARATE = "separate"  # it is signed, so it is handed over untouched, as a file of its own
    REFUSED = "refused"  # it is named with the reason, and not there


class Refusal(StrEnum):
    """Why a document is not bound. SIGNED is the only one with which it is handed over all the same."""

    SIGNED = "signed"
    PASSWORD = "password"
    DAMAGED = "damaged"
    LARGE = "large"
    UNCLEANABLE = "uncleanable"  # what stands hidden in it cannot be taken out
    COVERED = "covered"  # parts of it are to be covered, and it has more pages than the one they are said of
    TELLING = "telling"  # its pages tell what the audience may not read
    SHARED = "shared"  # other pieces stand in the same file, and not all of them are cleared
    LIMIT = "limit"  # the file that it would be bound into would be larger than its limit
    OTHER_FORMAT = "other-format"  # a Word file, a table: it has no pages of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexCopy:
    """What was made of a piece's document before anything is composed: the cleaned copy, or why there is none.

    `sha256` is that of the copy, of a signed document its own; "" without one. `pages` are those of the copy.
    """

    item: str
    state: AnnexState
    pages: int = 0
    sha256: str = ""
    why: Refusal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """An annexed document; its number is that of its exhibit.

    `anchor` is where links to it lead: its row in the dossier, in a bundle its first page. `claim` is the anchor of
    what it proves, the exhibit or its row in the register. `label` is "Annex 3.2"; `stamp` stands on each of its
    pages, with "{page}" for the running page. `copy` is the cleaned copy's sha256. `picture` is there instead for a
    scan: the one page that is made of it. `name` is that of a signed document's own file.
    """

    number: str
    anchor: str
    claim: str
    label: str
    stamp: str
    title: Phrase
    item: str
    source: str
    file: str
    sha256: str
    state: AnnexState
    pages: int = 0
    copy: str = ""
    why: Refusal | None = None
    picture: PlacedPicture | None = None
    name: str = ""

    @property
    def listed(self) -> str:
        """The anchor of its line in the list of a volume."""
        return f"l-{self.number}"

    @property
    def has_copy(self) -> bool:
        """Whether there is a cleaned copy of it: of a scan there is none, and a signed document is no copy."""
        return self.state is AnnexState.BOUND and bool(self.copy)
