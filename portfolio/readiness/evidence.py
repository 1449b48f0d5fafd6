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

    `labels`: kinds of certificates that are quality labels; `withheld`: ids of the pieces the evaluator is not shown.
    """
    behind = {item.id: frozenset(map(fold, _people(item))) for items in proofs.values() for item in items}

    def evidence(target: str) -> Evidence:
        items = proofs.get(target, ())
        pillar = framework.pillar(target)
        criteria = [f"{target}/{line.key}" for line in pillar.criteria] if pillar else []
        unproved = tuple(key for key in criteria if not proofs.get(key))
        hidden = tuple(item.id for item in items if item.id in withheld)
        figures = _Figures(items, behind, labels, since, withheld=len(hidden), proved=len(criteria) - len(unproved))
        rule = next(rule for rule in RULES if not figures.lacking(rule, len(criteria)))
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
            grade=rule.grade,
            why=(*figures.said(), *figures.next_step(rule, len(criteria))),
            texts=tuple(narratives.texts.get(text_key(target), {})),
        )

    return tuple(evidence(target) for target in framework.targets)


class _Figures:
    """What can be counted about the pieces of a target."""

    def __init__(
        self,
        items: Sequence[EvidenceItem],
        behind: Mapping[str, frozenset[str]],
        labels: Collection[str],
        since: date,
        *,
        withheld: int,
        proved: int,
    ) -> None:
        self.pieces = len(items)
        self.withheld = withheld
        self.kinds: Mapping[Kind, int] = Counter(item.kind for item in items)
        self.freshness: Mapping[Freshness, int] = Counter(freshness(item, since) for item in items)
        self.people = len(frozenset().union(*(behind[item.id] for item in items)) - {""})
        self.classes = len({fold(name) for item in items for name in _classes(item)} - {""})
        self.labels = sum(1 for item in items if is_labelled(item, labels))
        self.proved = proved

    def lacking(self, rule: Rule, criteria: int) -> tuple[Reason, ...]:
        """What a rule asks for and is not there."""
        return tuple(self._lacking(rule, criteria))

    def _lacking(self, rule: Rule, criteria: int) -> Iterator[Reason]:
        if self.pieces < rule.pieces:
            yield reason("lacks.pieces", n=rule.pieces - self.pieces)
        if len(self.kinds) < rule.kinds:
            yield reason("lacks.kinds")
        if self.freshness.get(Freshness.CURRENT, 0) < rule.current:
            yield reason("lacks.current", n=rule.current - self.freshness.get(Freshness.CURRENT, 0))
        if max(self.people, self.classes) < rule.breadth and not self.labels:
            yield reason("lacks.breadth")
        if criteria and 100 * self.proved < rule.criteria * criteria:
            yield reason("lacks.criteria", n=criteria - self.proved, of=criteria)

    def said(self) -> Iterator[Reason]:
        """What a grade rests on."""
        if not self.pieces:
            return
        yield reason("has.pieces", n=self.pieces)
        if self.withheld:
            yield reason("has.withheld", n=self.withheld)
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

    def next_step(self, rule: Rule, criteria: int) -> tuple[Reason, ...]:
        """What lacks for the next grade; of a target without any piece there is nothing more to say."""
        place = RULES.index(rule)
        return () if rule.grade is Grade.NONE or not place else self.lacking(RULES[place - 1], criteria)


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
