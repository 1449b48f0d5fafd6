"""How the signed declaration stands that a pack asks for: whether a scan of it is kept, and of when it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from portfolio.model.evidence import EvidenceItem
from portfolio.model.framework import Round
from portfolio.model.problem import reason
from portfolio.model.readiness import Condition, ConditionState, Freshness
from portfolio.readiness.period import freshness

KEY = "declaration"
_BEST_FIRST = (Freshness.CURRENT, Freshness.UNKNOWN, Freshness.OLD)


def find_declaration(
    scans: Iterable[EvidenceItem], label_round: Round | None, today: date, folder: str
) -> Iterator[Condition]:
    """One condition: the scan that fits the round best, or that there is none yet; `folder` is where to put it.

    It is of the round when it is dated on its opening day or later, for then the form can be filled in. Codes:
    `condition.declaration-met`, `-undated`, `-old`, `-none`.
    """
    opens = label_round.opens_on if label_round else None
    found = sorted(scans, key=lambda item: (_BEST_FIRST.index(_fresh(item, opens)), item.files))
    if not found:
        due = opens is not None and opens <= today
        state = ConditionState.UNMET if due else ConditionState.LATER
        yield Condition(key=KEY, state=state, why=reason("condition.declaration-none", folder=folder))
        return
    best = found[0]
    file, day = best.files[0], best.dated.value.last if best.dated else None
    match _fresh(best, opens):
        case Freshness.CURRENT:
            why = reason("condition.declaration-met", file=file, on=day)
            yield Condition(key=KEY, state=ConditionState.MET, why=why)
        case Freshness.OLD:
            why = reason("condition.declaration-old", file=file, on=day, opens=opens, folder=folder)
            yield Condition(key=KEY, state=ConditionState.UNMET, why=why)
        case _ if day:
            why = reason("condition.declaration-unopened", file=file, on=day)
            yield Condition(key=KEY, state=ConditionState.UNKNOWN, why=why)
        case _:
            yield Condition(
                key=KEY, state=ConditionState.UNKNOWN, why=reason("condition.declaration-undated", file=file)
            )


def _fresh(item: EvidenceItem, opens: date | None) -> Freshness:
    return freshness(item, opens) if opens else Freshness.UNKNOWN
