"""What people decided about the place of a piece: the strongest voice, and the only one that can take a piece out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from portfolio.i18n import fold
from portfolio.mapping.named import read_names
from portfolio.model.decision import BY_FILE, UNDECIDED, Aimed, Decision, Field, closest, in_force
from portfolio.model.evidence import EvidenceItem
from portfolio.model.framework import Framework
from portfolio.model.mapping import Link, Strength
from portfolio.model.problem import Problem, Reason, reason, spot, warning
from portfolio.targets import Targets

NO_PILLAR = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was decided about one piece: excluded, or its links, or (settled without links) that it has no pillar.

    `own`: the links were decided for this very piece, by its id or file, not for a folder or a pattern.
    """

    excluded: Reason | None = None
    settled: bool = False
    own: bool = False
    links: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = ()


class Decided:
    """Answers for each piece what people decided about it."""

    def __init__(self, decisions: Sequence[Decision], framework: Framework, targets: Targets) -> None:
        self._pillars = Aimed(decision for decision in decisions if decision.field is Field.PILLAR)
        self._excluding = Aimed(decision for decision in decisions if decision.field is Field.EXCLUDE)
        self._targets = targets
        self._no_pillar = {NO_PILLAR, *map(fold, framework.answers.get("none", ()))}
        self._undecided = {UNDECIDED, *map(fold, framework.answers.get("unknown", ()))}
        self._yes = {fold(word) for word in framework.answers.get("yes", ())}
        self._no = {fold(word) for word in framework.answers.get("no", ())}

    def verdict(self, item: EvidenceItem) -> Verdict:
        """What was decided about a piece. Codes: `mapping.exclude` (neither yes nor no), and those of `read_names`.

        "-" takes back what stands above it and says that there is no pillar; "?" only takes it back.
        """
        excluding = self._excluding.at(item.ids, item.files)
        reasons, doubts = self._exclusion(closest(excluding, item.ids, item.files))
        if reasons:
            return Verdict(excluded=reasons, settled=True, problems=doubts)
        settled = False
        links: list[Link] = []
        problems = list(doubts)
        said = self._pillars.at(item.ids, item.files)
        decisions, aim = in_force(said, item.ids, item.files, lambda value: fold(value) in self._undecided)
        for decision in decisions:
            if fold(decision.value) in self._no_pillar:
                settled = True
                links.clear()
                continue
            pairs, unknown = read_names(decision.value, decision.where, self._targets)
            problems.extend(unknown)
            links.extend(_link(item, target, decision) for _, target in pairs)
        return Verdict(settled=settled or bool(links), own=aim >= BY_FILE, links=tuple(links), problems=tuple(problems))

    def _exclusion(self, decisions: Sequence[Decision]) -> tuple[Reason | None, tuple[Problem, ...]]:
        """Why a piece is left out, None if it is not. The last line holds; what is not a no leaves it out."""
        if not decisions:
            return None, ()
        last = decisions[-1]
        said = fold(last.value)
        if said in self._no:
            return None, ()
        doubts = () if said in self._yes else (warning("mapping.exclude", last.where, value=last.value),)
        why = reason("excluded.because", because=last.because) if last.because else reason("excluded.decided")
        return why, doubts


def _link(item: EvidenceItem, target: str, decision: Decision) -> Link:
    because = decision.because
    why = reason("placed.decided-because", because=because) if because else reason("placed.decided")
    return Link(item=item.id, target=target, strength=Strength.DECIDED, rationale=why, origin=spot(decision.where))
