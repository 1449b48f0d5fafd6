"""What proves each target, and how strong it is by the table of rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from portfolio.i18n import fold
from portfolio.model.evidence import EvidenceItem, Kind
from portfolio.model.framework import Framework
from portfolio.model.problem import Reason, reason
from portfolio.model.project import Narratives
from portfolio.model.readiness import Evidence, Freshness, Grade
from portfolio.readiness.period import freshness
from portfolio.readiness.rules import RULES, Rule
from portfolio.readiness.texts import text_key

Proofs = Mapping[str, tuple[EvidenceItem, ...]]


def find_evidence(
    framework: Framework,
    proofs: Proofs,
    *,
    narratives: Narratives,
    labels: Collection[str],
    withheld: Collection[str],
    since: date,
) -> tuple[Evidence, ...]:
    """What proves every target of the pack, in its order.

    `labels`: kinds of certificates that are quality labels; `withheld`: ids of the pieces the evaluator is not shown,
    without which a target is graded.
    """
    behind = {item.id: frozenset(map(fold, _people(item))) for items in proofs.values() for item in items}

    def evidence(target: str) -> Evidence:
        items = proofs.get(target, ())
        pillar = framework.pillar(target)
        criteria = [f"{target}/{line.key}" for line in pillar.criteria] if pillar else []
        unproved = tuple(key for key in criteria if not proofs.get(key))
        hidden = tuple(item.id for item in items if item.id in withheld)

        def counted(without: Collection[str]) -> _Figures:
            shown = [item for item in items if item.id not in without]
            proved = [key for key in criteria if any(item.id not in without for item in proofs.get(key, ()))]
            return _Figures(shown, behind, labels, since, proved=len(proved), criteria=len(criteria))

        figures = counted(withheld)
        return Evidence(
            target=target,
            pieces=tuple(item.id for item in items),
            withheld=hidden,
            kinds=figures.kinds,
            freshness=figures.freshness,
            people=figures.people,
            classes=figures.classes,
            labels=figures.labels,
            unproved=unproved,
            grade=figures.rule.grade,
            why=(
                *_number(len(items), len(hidden)),
                *figures.said(),
                *figures.next_step(),
                *_could(figures.rule.grade, counted(()).rule.grade, len(hidden)),
            ),
            texts=tuple(narratives.texts.get(text_key(target), {})),
        )

    return tuple(evidence(target) for target in framework.targets)


def _number(pieces: int, hidden: int) -> Iterator[Reason]:
    """How many there are, and that what is said behind it leaves some of them aside."""
    if pieces:
        yield reason("has.pieces", n=pieces)
    if hidden:
        yield reason("has.withheld", n=hidden)
    if 0 < hidden < pieces:
        yield reason("has.rest")


def _could(now: Grade, with_all: Grade, hidden: int) -> Iterator[Reason]:
    """How strong it would be with what is not shown, where that makes a difference."""
    if with_all is not now:
        yield reason(f"could.{with_all}", n=hidden)


class _Figures:
    """What can be counted about pieces of a target: `proved` of its `criteria` have one."""

    def __init__(
        self,
        items: Sequence[EvidenceItem],
        behind: Mapping[str, frozenset[str]],
        labels: Collection[str],
        since: date,
        *,
        proved: int,
        criteria: int,
    ) -> None:
        self.pieces = len(items)
        self.kinds: Mapping[Kind, int] = Counter(item.kind for item in items)
        self.freshness: Mapping[Freshness, int] = Counter(freshness(item, since) for item in items)
        self.people = len(frozenset().union(*(behind[item.id] for item in items)) - {""})
        self.classes = len({fold(name) for item in items for name in _classes(item)} - {""})
        self.labels = sum(1 for item in items if is_labelled(item, labels))
        self.proved = proved
        self.criteria = criteria
        self.rule = next(rule for rule in RULES if not any(self._lacking(rule)))

    def _lacking(self, rule: Rule) -> Iterator[Reason]:
        if self.pieces < rule.pieces:
            yield reason("lacks.pieces", n=rule.pieces - self.pieces)
        if len(self.kinds) < rule.kinds:
            yield reason("lacks.kinds")
        if self.freshness.get(Freshness.CURRENT, 0) < rule.current:
            yield reason("lacks.current", n=rule.current - self.freshness.get(Freshness.CURRENT, 0))
        if max(self.people, self.classes) < rule.breadth and not self.labels:
            yield reason("lacks.breadth")
        if 100 * self.proved < rule.criteria * self.criteria:
            yield reason("lacks.criteria", n=self.criteria - self.proved, of=self.criteria)

    def said(self) -> Iterator[Reason]:
        """What a grade rests on."""
        if current := self.freshness.get(Freshness.CURRENT, 0):
            yield reason("has.current", n=current)
        if old := self.freshness.get(Freshness.OLD, 0):
            yield reason("has.old", n=old)
        if undated := self.freshness.get(Freshness.UNKNOWN, 0):
            yield reason("has.undated", n=undated)
        if self.people > 1:
            yield reason("has.people", n=self.people)
        if self.classes > 1:
            yield reason("has.classes", n=self.classes)
        if self.labels:
            yield reason("has.labels", n=self.labels)

    def next_step(self) -> Iterator[Reason]:
        """What lacks for the next grade; of a target without any piece there is nothing more to say."""
        place = RULES.index(self.rule)
        if place and self.rule.grade is not Grade.NONE:
            yield from self._lacking(RULES[place - 1])


def asked_of(rule: Rule) -> tuple[Reason, ...]:
    """What a rule asks for, for people."""
    asked = (
        reason("asks.pieces", n=rule.pieces) if rule.pieces else None,
        reason("asks.kinds", n=rule.kinds) if rule.kinds > 1 else None,
        reason("asks.current", n=rule.current) if rule.current else None,
        reason("asks.breadth", n=rule.breadth) if rule.breadth else None,
        reason("asks.criteria", share=rule.criteria) if rule.criteria else None,
    )
    return tuple(each for each in asked if each)


def is_labelled(item: EvidenceItem, labels: Collection[str]) -> bool:
    """Whether a piece is the certificate of a quality label, or a project that has one."""
    if item.certificate and item.certificate.kind in labels:
        return True
    return bool(item.project and (item.project.national_label or item.project.european_label))


def _people(item: EvidenceItem) -> Iterator[str]:
    """Those who took part: shown in a piece, or named as holder or teacher; who decides about it adds nothing to it."""
    yield from item.portrayal.persons
    if item.certificate and item.certificate.holder:
        yield item.certificate.holder.value
    if item.project and item.project.teachers:
        yield from item.project.teachers.value


def _classes(item: EvidenceItem) -> Iterator[str]:
    yield from item.portrayal.groups
    if item.project and item.project.classes:
        yield from item.project.classes.value
