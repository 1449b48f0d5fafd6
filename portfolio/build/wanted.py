"""What is most worth collecting next: the targets with the least evidence, spread over the pillars."""

from __future__ import annotations

from collections import Counter

from portfolio.build.survey import Survey
from portfolio.model.clearance import Audience

MOST = 5


def most_wanted(survey: Survey, most: int = MOST) -> tuple[str, ...]:
    """At most so many criteria, those first for which the fewest pieces count that the evaluator may see.

    Of equal ones first those of pillars of which none is wanted yet, then of pillars with the least evidence. A pillar
    without criteria stands for itself.
    """
    seen = {piece.item.id for piece in survey.pieces(Audience.EVALUATOR)}
    targets = {
        target: pillar.key
        for pillar in survey.framework.all_pillars
        for target in ([f"{pillar.key}/{line.key}" for line in pillar.criteria] or [pillar.key])
    }
    counted = {name: _count(name, seen, survey) for name in {*targets, *targets.values()}}
    order = list(targets)
    chosen: list[str] = []
    for _ in range(min(most, len(targets))):
        taken = Counter(targets[target] for target in chosen)
        chosen.append(
            min(
                (target for target in targets if target not in chosen),
                key=lambda target: (
                    counted[target],
                    taken[targets[target]],
                    counted[targets[target]],
                    order.index(target),
                ),
            )
        )
    return tuple(sorted(chosen, key=order.index))


def _count(target: str, seen: set[str], survey: Survey) -> int:
    return sum(1 for item in survey.proofs.get(target, ()) if item.id in seen)
