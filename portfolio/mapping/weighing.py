"""What the concepts of a text add up to: targets by score, how sure that is, and which are worth a look.

A log-linear model: each concept adds its weight to the score of a target, so that a difference of scores is one of
log-odds (times a constant that `script/estimate_weights.py` knows). A text that proves nothing has a score as well,
ENOUGH and what the concepts of everyday school life add to it (NONE); only what beats it is worth a look.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from portfolio.mapping.lexicon import Mention
from portfolio.model.framework import NONE

ENOUGH = 0.5  # the score below which a text has not said enough
ALSO = 0.4  # of the best one's score, and at least: a second target is worth a look when it is not far behind
SURE = 1.2  # the score from which a suggestion is probable, when it leads and nothing speaks of everyday life
LEAD = 0.6  # by so much before the next one
MOST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A target that a text speaks for: `score` is the sum of its concepts' weights, the weightiest mention first.

    `sure`: probably right, not only perhaps: it says a lot, and leads by far.
    """

    target: str
    score: float
    mentions: tuple[Mention, ...]
    sure: bool = False


def rank(mentions: Sequence[Mention]) -> tuple[Suggestion, ...]:
    """All that mentions speak for (pillars, their criteria, NONE), the weightiest first.

    A concept counts once, whatever the mentions. A target with nothing for it but against is left out.
    """
    lent: dict[str, list[Mention]] = defaultdict(list)
    for mention in {mention.concept.key: mention for mention in reversed(mentions)}.values():
        for target, weight in mention.concept.weights.items():
            if weight:
                lent[target].append(mention)
    suggestions = (_suggestion(target, found) for target, found in lent.items())
    return tuple(
        sorted(
            (each for each in suggestions if each.score > 0 or each.target == NONE),
            key=lambda each: (-each.score, each.target),
        )
    )


def suggest_pillars(mentions: Sequence[Mention]) -> tuple[Suggestion, ...]:
    """At most two pillars or buckets that mentions speak for enough to be worth a look."""
    ranked = rank(mentions)
    return _worth_a_look([each for each in ranked if "/" not in each.target and each.target != NONE], ranked)


def suggest_criteria(mentions: Sequence[Mention], pillar: str) -> tuple[Suggestion, ...]:
    """The criterion of a pillar that mentions speak for, if one leads; none when two do alike."""
    ranked = rank(mentions)
    inside = [each for each in ranked if each.target.startswith(f"{pillar}/")]
    found = _worth_a_look(inside, ranked)[:1]
    tied = len(inside) > 1 and inside[0].score == inside[1].score
    return () if tied else found


def _worth_a_look(candidates: Sequence[Suggestion], ranked: Sequence[Suggestion]) -> tuple[Suggestion, ...]:
    """The first of the candidates that beat what speaks for nothing at all, with how sure they are."""
    nothing = ENOUGH + sum(each.score for each in ranked if each.target == NONE)
    if not candidates or candidates[0].score < nothing:
        return ()
    best, *others = candidates
    lead = best.score - max([0.0, nothing - ENOUGH, *(other.score for other in others[:1])])
    verified = all(mention.verified for mention in best.mentions)
    sure = verified and best.score - nothing >= SURE - ENOUGH and lead >= LEAD
    first = replace(best, sure=sure)
    return (first, *(each for each in others[: MOST - 1] if each.score >= max(ALSO, ALSO * best.score)))


def _suggestion(target: str, mentions: Sequence[Mention]) -> Suggestion:
    weights: Mapping[str, float] = {mention.concept.key: mention.concept.weights[target] for mention in mentions}
    return Suggestion(
        target=target,
        score=round(sum(weights.values()), 6),
        mentions=tuple(sorted(mentions, key=lambda mention: (-weights[mention.concept.key], mention.concept.key))),
    )
