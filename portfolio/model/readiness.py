"""How ready a school is to apply: for the school alone, as codes and counts, never as one opaque number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portfolio.model.evidence import Kind
from portfolio.model.problem import Reason


class Grade(StrEnum):
    """How strong the evidence for a target is, weakest first."""

    NONE = "none"
    THIN = "thin"
    FAIR = "fair"
    STRONG = "strong"


class Freshness(StrEnum):
    """Where a piece lies against the label period."""

    CURRENT = "current"
    OLD = "old"
    UNKNOWN = "unknown"  # nobody knows its date


class ConditionState(StrEnum):
    """How a condition of the round stands by the school's own figures; only the platform decides."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"
    LATER = "later"  # nothing to be done about it yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What proves a target: `pieces` are ids, the strongest first; `grade` follows from the counts (readiness/rules).

    `pieces` are all there are, also those that the evaluator is not shown (`withheld`). All that is counted of them,
    and the grade, is of those that are shown.

    `people` and `classes` are how many different ones stand behind the pieces, `labels` how many pieces are or carry a
    quality label. `unproved` are the criteria of a pillar without a piece. `why` says what the grade rests on ("has."),
    then what the next grade lacks ("lacks."), then how strong it would be with the withheld ones, if that differs
    ("could."). `texts` are the languages in which the school has written about the target.
    """

    target: str
    pieces: tuple[str, ...]
    withheld: tuple[str, ...]
    kinds: Mapping[Kind, int]
    freshness: Mapping[Freshness, int]
    people: int
    classes: int
    labels: int
    unproved: tuple[str, ...]
    grade: Grade
    why: tuple[Reason, ...]
    texts: tuple[str, ...]

    def reasons(self, area: str) -> tuple[Reason, ...]:
        """Those of one area: "has", "lacks" or "could"."""
        return tuple(why for why in self.why if why.code.startswith(f"{area}."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something about a target that the school should know."""

    target: str
    why: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Overused:
    """A piece that is to prove more criteria than one piece convincingly can."""

    item: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a school that has the piece `item` probably has as well: a question by language, for a target."""

    item: str
    target: str
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A piece worth collecting for a target: why, what would prove it by language ({} if unsaid), the folder for it."""

    target: str
    why: Reason
    texts: Mapping[str, str]
    folder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Untranslated:
    """A text of the school's ("model/plan") that some of the project's languages lack."""

    key: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A condition of the round: `key` is what it is about, `why` says by which figures it stands so."""

    key: str
    state: ConditionState
    why: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something to do, and by language what would be it ({} if unsaid)."""

    what: Reason
    bring: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """All of it. `period_from` is the first day of the label period; `orphans` are placed pieces that no text cites.

    `cites` is whether any text cites anything. `claims` are targets with a text and without a piece.
    """

    period_from: date
    days_left: int | None
    evidence: tuple[Evidence, ...]
    gaps: tuple[Finding, ...]
    claims: tuple[str, ...]
    orphans: tuple[str, ...]
    cites: bool
    overused: tuple[Overused, ...]
    questions: tuple[Question, ...]
    wishes: tuple[Wish, ...]
    untranslated: tuple[Untranslated, ...]
    conditions: tuple[Condition, ...]
    steps: tuple[Step, ...]

    def gap_of(self, target: str) -> Reason | None:
        """What a target lacks most, if anything."""
        return next((each.why for each in self.gaps if each.target == target), None)

    def of(self, target: str) -> Evidence:
        """The evidence for a target. Raises KeyError for one that the pack does not have."""
        for each in self.evidence:
            if each.target == target:
                return each
        raise KeyError(target)
