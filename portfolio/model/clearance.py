"""Who may see what: nothing goes on to an audience without a Clearance that allows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from portfolio.model.evidence import EvidenceItem
from portfolio.model.problem import Reason


class Audience(StrEnum):
    """Whom an artefact is for. PRIVATE is the school itself (drafts, ledger); it is never handed over."""

    EVALUATOR = "evaluator"
    PRINT = "print"
    WEB = "web"
    PRIVATE = "private"


# Those that something is handed to; the school itself needs no consent.
HANDED_OUT = (Audience.EVALUATOR, Audience.PRINT, Audience.WEB)
# What a line of the register may allow beside audiences: that a pupil's name is printed whole for these.
FULL_NAME = "full name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """Whether an audience may see a piece, and why."""

    item: str
    audience: Audience
    allowed: bool
    why: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentEntry:
    """A line of consent.csv: for which audiences somebody (or "file:<place>") may be shown; dates are ISO or "".

    `scopes` are audiences, and FULL_NAME where these may be told the whole name.
    """

    who: str
    role: str
    scopes: tuple[str, ...]
    given_on: str
    by: str
    expires_on: str
    withdrawn_on: str
    note: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearedPiece:
    """A piece together with the clearance under which it is shown: all that `compose` ever sees of the evidence.

    Raises ValueError when the clearance is another piece's or does not allow it (law 14).
    """

    item: EvidenceItem
    clearance: Clearance

    def __post_init__(self) -> None:
        if not self.clearance.allowed or self.clearance.item != self.item.id:
            raise ValueError(f"{self.item.id} is not cleared for {self.clearance.audience}")
