"""The school's own page on how ready it is, worded in one language: all that its template knows."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio.model.readiness import ConditionState, Freshness, Grade
from portfolio.model.text import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePiece:
    """A piece in one small line; `cited` is whether a text uses it."""

    item: str
    title: Phrase
    file: str
    kind: str
    date: str
    freshness: Freshness
    cited: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTarget:
    """A pillar or criterion: its grade with the word for it, what that rests on (`has`), and what it lacks.

    `could` says how strong it would be with the `withheld` of its `total` pieces, "" where that makes no difference.

    `pieces` of a pillar are only those that are under none of its criteria.
    """

    key: str
    title: Phrase
    grade: Grade
    word: str
    could: str
    total: int
    withheld: int
    current: int
    has: str
    lacks: tuple[str, ...]
    pieces: tuple[PagePiece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePillar:
    """A pillar or bucket with its criteria; `number` is "" for a bucket. `plan` says whether its plan is written.

    No field that holds texts is called as one that `compose/naming` leaves alone: `pillar`, `pillars`.
    """

    number: str
    folder: str
    own: PageTarget
    criteria: tuple[PageTarget, ...]
    plan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCondition:
    """A condition of the round: how it stands, in a word, and by which figures."""

    state: ConditionState
    word: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A line of a section: the pillar whose colour it has, what it is about, what is said of it, and where.

    `language` is that of the text, "" for the page's own.
    """

    key: str
    head: Phrase
    text: str
    where: str
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Remarks of one sort under their heading; `more` says what is left out, "" for nothing."""

    title: str
    intro: str
    remarks: tuple[Remark, ...]
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessPage:
    """The page; `days` is the number of days left, "" when there is none to count."""

    language: str
    title: str
    school: str
    note: str
    days: str
    days_text: str
    period: str
    steps: tuple[str, ...]
    conditions: tuple[PageCondition, ...]
    parts: tuple[PagePillar, ...]
    sections: tuple[Section, ...]
    rules: tuple[tuple[str, str], ...]
