"""What is missing, what carries too much, and what to collect next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from portfolio.i18n import spoken
from portfolio.model.framework import Framework
from portfolio.model.problem import Reason, reason
from portfolio.model.readiness import Evidence, Finding, Freshness, Grade, Overused, Wish
from portfolio.readiness.rules import MOST_CRITERIA, MOST_WISHES

_GRADES = tuple(Grade)


def find_gaps(evidence: Sequence[Evidence]) -> Iterator[Finding]:
    """What each pillar, bucket and criterion lacks most; a plan rests on no evidence. Pillars before criteria.

    Codes: `gap.pillar`, `gap.criterion`, `gap.withheld`, `gap.old`, `gap.undated`, `gap.kind`,
    `gap.criteria` (a strong pillar, most of whose criteria are thin or have nothing).
    """
    judged = [each for each in evidence if not is_plan(each.target)]
    for each in sorted(judged, key=lambda each: "/" in each.target):
        lines = [line for line in judged if line.target.startswith(f"{each.target}/")]
        if why := _gap(each) or _weak_below(each, lines):
            yield Finding(target=each.target, why=why)


def _weak_below(each: Evidence, lines: Sequence[Evidence]) -> Reason | None:
    weak = [line for line in lines if line.grade in (Grade.NONE, Grade.THIN)]
    if each.grade is Grade.STRONG and 2 * len(weak) > len(lines):
        return reason("gap.criteria", n=len(weak), of=len(lines))
    return None


def _gap(each: Evidence) -> Reason | None:
    if not each.pieces:
        return reason("gap.criterion" if "/" in each.target else "gap.pillar")
    if len(each.withheld) == len(each.pieces):
        return reason("gap.withheld")
    if not each.freshness.get(Freshness.CURRENT):
        return reason("gap.undated" if each.freshness.get(Freshness.UNKNOWN) else "gap.old")
    if len(each.kinds) == 1 and len(each.pieces) - len(each.withheld) > 1:
        return reason("gap.kind")
    return None


def find_overused(evidence: Sequence[Evidence]) -> Iterator[Overused]:
    """The pieces that are to prove more than MOST_CRITERIA criteria."""
    proved: dict[str, list[str]] = defaultdict(list)
    for each in evidence:
        if "/" in each.target and not is_plan(each.target):
            for item in each.pieces:
                proved[item].append(each.target)
    for item, targets in proved.items():
        if len(targets) > MOST_CRITERIA:
            yield Overused(item=item, targets=tuple(targets))


def find_wishes(
    framework: Framework,
    evidence: Sequence[Evidence],
    gaps: Sequence[Finding],
    wanted: Mapping[str, Mapping[str, str]],
    language: str,
) -> tuple[Wish, ...]:
    """The pieces most worth collecting: the first gap of the weakest pillar, of the next one, and so on in turn.

    A pillar weighs the more the weaker it is, then the more of its criteria have no piece. Its gaps count before what
    is merely thin. `wanted`: what would prove a target, by target and language. The folder is the one that the school's
    language has.
    """
    of = {each.target: each for each in evidence}
    gap_of = {finding.target: finding.why for finding in gaps}
    rows = []
    for pillar in sorted(framework.all_pillars, key=lambda pillar: _weight(of[pillar.key])):
        lines = [of[f"{pillar.key}/{line.key}"] for line in pillar.criteria] or [of[pillar.key]]
        folder = spoken(pillar.folders, language)[0][0]
        weak = sorted((line for line in lines if _needs(line, gap_of)), key=lambda line: _GRADES.index(line.grade))
        rows.append([(line, gap_of.get(line.target) or reason("gap.thin"), folder) for line in weak])
    in_turn = [each for row in zip_longest(*rows) for each in row if each]
    return tuple(
        Wish(target=line.target, why=why, texts=wanted.get(line.target, {}), folder=folder)
        for line, why, folder in in_turn[:MOST_WISHES]
    )


def _needs(line: Evidence, gap_of: Mapping[str, Reason]) -> bool:
    return line.target in gap_of or line.grade is Grade.THIN


def _weight(pillar: Evidence) -> tuple[int, int]:
    return (_GRADES.index(pillar.grade), -len(pillar.unproved))


def is_plan(target: str) -> bool:
    """Whether a target is a plan: what the school is going to do, not what it has done."""
    return target.startswith("plan/")
