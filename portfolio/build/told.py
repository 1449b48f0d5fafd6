"""Which of the decisions about a piece hold, and which line goes before each of those that do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from portfolio.i18n import fold
from portfolio.intake.decided import decided
from portfolio.mapping.decided import NO_PILLAR
from portfolio.model.decision import REDACTING, UNDECIDED, Decision, Field, closest, in_force
from portfolio.model.evidence import EvidenceItem
from portfolio.model.problem import Place

_PEOPLE = (Field.PEOPLE, Field.PARTNER)


class Meaning(StrEnum):
    """What a value says that is a sign, or takes back what stands above; its words are `explain.signs.<value>`."""

    NO_PILLAR = "no-pillar"
    CLEARED = "cleared"  # other pillars stand below it
    UNDECIDED = "undecided"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A decision about a piece. `before` is the line that goes before it, None where it holds itself.

    `taken_back`: that line takes back what stands above, it is not only written later or aimed more closely.
    """

    decision: Decision
    before: Place | None = None
    taken_back: bool = False
    meaning: Meaning | None = None

    @property
    def holds(self) -> bool:
        """Whether it does anything."""
        return self.before is None


def told_of(
    item: EvidenceItem, decisions: Sequence[Decision], answers: Mapping[str, Iterable[str]]
) -> tuple[Told, ...]:
    """The decisions that are aimed at a piece, in their order; `answers` are the framework's."""
    aimed = [each for each in decisions if each.aim(item.ids, item.files) != (0, 0)]
    rivals: dict[tuple[str, str], list[Decision]] = {}
    for decision in aimed:
        rivals.setdefault((decision.field, decision.language), []).append(decision)
    judges = {name: _Rivals(item, each, answers) for name, each in rivals.items()}
    return tuple(judges[decision.field, decision.language].judge(decision) for decision in aimed)


class _Rivals:
    """The decisions about one thing that is to be known of a piece."""

    def __init__(self, item: EvidenceItem, decisions: Sequence[Decision], answers: Mapping[str, Iterable[str]]) -> None:
        self._ids, self._files, self._all = item.ids, item.files, decisions
        self._none = {NO_PILLAR, *map(fold, answers.get("none", ()))}
        self._undecided = {UNDECIDED, *map(fold, answers.get("unknown", ()))}

    def judge(self, decision: Decision) -> Told:
        if decision.field is Field.PILLAR:
            return self._pillar(decision)
        ranked = self._ranked()
        if decision.field in REDACTING:  # all add up
            holding: Sequence[Decision] = ranked
        elif decision.field is Field.PARTNER:  # those of one aim do
            holding = closest(self._all, self._ids, self._files)
        else:
            holding = ranked[-1:]
        back = () if len(holding) == 1 else [each for each in holding if fold(each.value) in self._none]
        return self._told(decision, holding, _after(decision, holding, back), _nothing(decision))

    def _pillar(self, decision: Decision) -> Told:
        aim = decision.aim(self._ids, self._files)
        back = [
            each
            for each in self._all
            if fold(each.value) in self._none | self._undecided and each.aim(self._ids, self._files) >= aim
        ]
        standing, _ = in_force(self._all, self._ids, self._files, lambda value: fold(value) in self._undecided)
        by = _after(decision, self._all, back)
        value = fold(decision.value)
        if value in self._undecided:
            return self._told(decision, (decision,), by, Meaning.UNDECIDED)
        follows = decision in standing[:-1]
        meaning = (Meaning.CLEARED if follows else Meaning.NO_PILLAR) if value in self._none else None
        return self._told(decision, standing, by, meaning)

    def _told(
        self, decision: Decision, holding: Sequence[Decision], by: Decision | None, meaning: Meaning | None
    ) -> Told:
        if by:
            return Told(decision=decision, before=by.where, taken_back=True, meaning=meaning)
        if any(each is decision for each in holding):
            return Told(decision=decision, meaning=meaning)
        return Told(decision=decision, before=holding[-1].where, meaning=meaning)

    def _ranked(self) -> Sequence[Decision]:
        """The weakest first."""
        found = {each.where: each for each in self._all}
        return [found[each.where] for each in reversed(decided(self._all, self._ids, self._files))]


def _after(decision: Decision, order: Sequence[Decision], back: Iterable[Decision]) -> Decision | None:
    """The first of some lines that comes behind a decision."""
    places = {each.where: number for number, each in enumerate(order)}
    here = places.get(decision.where, len(order))
    return next((each for each in back if places[each.where] > here), None)


def _nothing(decision: Decision) -> Meaning | None:
    """Of who is in it a sign says what it says anywhere."""
    return Meaning.NOTHING if decision.value == NO_PILLAR and decision.field not in _PEOPLE else None
