"""Why a target is proven, or is not: what counts for it, what does not and why, which texts it has, what would help."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from portfolio.build.survey import Survey
from portfolio.i18n import spoken
from portfolio.mapping.voices import Voices
from portfolio.model.catalogue import FileState, LedgerRow
from portfolio.model.clearance import Audience, Clearance
from portfolio.model.decision import Decision, Field
from portfolio.model.evidence import EvidenceItem
from portfolio.model.framework import Pillar
from portfolio.model.mapping import Link, Strength
from portfolio.model.problem import Reason
from portfolio.model.readiness import Evidence, Grade, Readiness
from portfolio.readiness.expected import read_expected
from portfolio.targets import Targets

_SPEAKS = 0.5  # of 1: such a thing is this target's as often as not


class Written(StrEnum):
    """How a target's text stands in a language."""

    OWN = "own"
    ORIGINAL = "original"  # it is there in another language only
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """A piece that counts, by the strongest link, and whether the evaluator may see it."""

    item: EvidenceItem
    link: Link
    evaluator: Clearance


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a target stands. `pillar` is the one it belongs to; `criteria` are those of a pillar.

    `evidence` and `gap` are what readiness says of it, and of each criterion: the same numbers and strength as
    everywhere else.
    `counting` are the strongest first. What does not count: `suggested` (something speaks for it, and nobody has placed
    it so precisely), `elsewhere` (something speaks for it, but a stronger voice placed it in another pillar),
    `pillar_only` (in the pillar, and nothing says that it is this criterion), `left_out` by a person, `files` in the
    pillar's folders that cannot be used, `stale` decisions. `unplaced` pieces have no place at all, and no suggestion.
    `texts` are by language; `helps` are kinds of evidence that speak for it, or for its pillar where nothing is known
    of it alone (`helps_pillar`), in the reader's language. Of a plan, which is a text, only what names it is there.
    """

    target: str
    pillar: Pillar
    evidence: Evidence
    gap: Reason | None
    criteria: tuple[tuple[Evidence, Reason | None], ...]
    counting: tuple[Counting, ...]
    suggested: tuple[Link, ...]
    elsewhere: tuple[Link, ...]
    pillar_only: tuple[Link, ...]
    left_out: tuple[tuple[EvidenceItem, Reason], ...]
    files: tuple[LedgerRow, ...]
    stale: tuple[Decision, ...]
    unplaced: tuple[EvidenceItem, ...]
    texts: tuple[tuple[str, Written], ...]
    helps: tuple[str, ...]
    helps_pillar: bool

    @property
    def is_plan(self) -> bool:
        """Whether it is a plan: first of all a text."""
        return self.target.startswith("plan/")

    @property
    def text_key(self) -> str:
        """The name of its text ("model", "model/open-days", "model/plan")."""
        return f"{self.pillar.key}/plan" if self.is_plan else self.target

    @property
    def proposed(self) -> Link | None:
        """What could be placed here: only what something says to be just this, not what stands near it."""
        near = (*self.suggested, *(() if self.seen else self.elsewhere))
        return next((link for link in near if link.target == self.target), None)

    @property
    def seen(self) -> tuple[Counting, ...]:
        """What counts and may be seen by the evaluator."""
        return tuple(each for each in self.counting if each.evaluator.allowed)

    @property
    def withheld(self) -> tuple[Counting, ...]:
        """What counts, but the evaluator may not see it."""
        return tuple(each for each in self.counting if not each.evaluator.allowed)


def why_not(target: str, survey: Survey, readiness: Readiness, language: str) -> Standing:
    """How a target stands; `readiness` is that of the survey, `language` the reader's."""
    pillar = _pillar_of(target, survey)
    is_plan = target.startswith("plan/")
    mapping, placed = survey.mapping, {link.item for link in survey.mapping.links}
    voices = Voices(survey.framework, survey.project.decisions, survey.mapping, survey.project.language)
    said = {item.id: voices.of(item) for item in survey.catalogue.items}
    proving = {item.id for item in survey.proofs.get(target, ())}
    free = [item for item in survey.catalogue.items if item.id not in mapping.excluded and item.id not in placed]
    near = {target} if is_plan else {target, pillar.key}
    shown_as = [link for link in mapping.links if link.pillar == pillar.key]
    lines = [f"{target}/{line.key}" for line in pillar.criteria] if target == pillar.key else []
    helps = helps_for(target, survey, language)
    precise = {link.item for link in shown_as if link.target != pillar.key}
    loose = [link for link in shown_as if link.item not in precise and target.startswith(f"{pillar.key}/")]
    wide = {link.item for link in loose}
    suggested = [
        *(link for link in mapping.suggestions if link.target in near and link.item not in placed),
        *(link for link in mapping.suggestions if link.target == target and link.item in wide),
        *(link for each in loose for link in said[each.item] if link.target == target),
    ]
    suggested = [*{link.item: link for link in reversed(suggested)}.values()][::-1]
    named = {link.item for link in suggested}
    return Standing(
        target=target,
        pillar=pillar,
        evidence=readiness.of(target) if target in survey.framework.targets else _only_text(target),
        gap=readiness.gap_of(target),
        criteria=tuple((readiness.of(line), readiness.gap_of(line)) for line in lines),
        counting=tuple(_counting(item, target, survey) for item in survey.proofs.get(target, ())),
        suggested=tuple(sorted(suggested, key=lambda link: link.target != target)),
        elsewhere=tuple(_elsewhere(said.values(), target, pillar, placed - proving - mapping.excluded.keys(), survey)),
        pillar_only=tuple(link for link in loose if link.item not in named),
        left_out=tuple(_left_out(said, near, survey)),
        files=() if is_plan else tuple(_unusable(pillar, survey)),
        stale=tuple(_stale(near, survey)),
        unplaced=()
        if is_plan
        else tuple(item for item in free if item.id not in {link.item for link in mapping.suggestions}),
        texts=tuple(_texts(target, pillar, survey)),
        helps=helps or (() if is_plan else helps_for(pillar.key, survey, language)),
        helps_pillar=not helps and target != pillar.key,
    )


def _pillar_of(target: str, survey: Survey) -> Pillar:
    head, _, rest = target.partition("/")
    pillar = survey.framework.pillar(rest if head == "plan" else head)
    assert pillar is not None, f"{target} is no target of the framework"
    return pillar


def _only_text(target: str) -> Evidence:
    """The plan of a bucket beside the pillars: the form has its text, and no piece is placed under it."""
    return Evidence(
        target=target,
        pieces=(),
        withheld=(),
        kinds={},
        freshness={},
        people=0,
        classes=0,
        labels=0,
        unproved=(),
        grade=Grade.NONE,
        why=(),
        texts=(),
    )


def _counting(item: EvidenceItem, target: str, survey: Survey) -> Counting:
    links = survey.mapping.links_of(item.id)
    link = next((each for each in links if each.target == target), None)
    seen = next(each for each in survey.clearances if (each.item, each.audience) == (item.id, Audience.EVALUATOR))
    return Counting(item=item, link=link or next(each for each in links if each.pillar == target), evaluator=seen)


def _elsewhere(
    said: Iterable[tuple[Link, ...]], target: str, pillar: Pillar, placed: Iterable[str], survey: Survey
) -> Iterator[Link]:
    """What speaks for the target of pieces that a stronger voice has placed in another pillar.

    What speaks for its pillar says nothing of a criterion, or of a plan.
    """
    others = {item for item in placed if pillar.key not in survey.mapping.pillars_of(item)}
    for links in said:
        yield from [link for link in links if link.item in others and link.target == target][:1]


def _left_out(
    said: dict[str, tuple[Link, ...]], targets: set[str], survey: Survey
) -> Iterator[tuple[EvidenceItem, Reason]]:
    for item in survey.catalogue.items:
        why = survey.mapping.excluded.get(item.id)
        if why and any(link.target in targets and link.strength is not Strength.SUGGESTED for link in said[item.id]):
            yield item, why


def _unusable(pillar: Pillar, survey: Survey) -> Iterator[LedgerRow]:
    """Files in the folders of a pillar that could not be used."""
    targets = Targets(survey.framework, survey.project.language)
    for row in survey.ledger:
        folders = targets.in_folders([row.file])
        if row.state is FileState.QUARANTINED and any(found == pillar.key for _, found, _ in folders):
            yield row


def _stale(near: Collection[str], survey: Survey) -> Iterator[Decision]:
    """Decisions that would place something here (`near`), but are aimed at nothing any more."""
    targets = Targets(survey.framework, survey.project.language)
    for decision in survey.project.decisions:
        if decision.field is not Field.PILLAR:
            continue
        named = {found for _, found in targets.find_all(decision.value)}.intersection(near)
        aimed = any(decision.aim(item.ids, item.files) != (0, 0) for item in survey.catalogue.items)
        if named and not aimed:
            yield decision


def _texts(target: str, pillar: Pillar, survey: Survey) -> Iterator[tuple[str, Written]]:
    key = f"{pillar.key}/plan" if target.startswith("plan/") else target
    written = survey.project.narratives.texts.get(key, {})
    for language in survey.project.languages:
        yield language, Written.OWN if language in written else Written.ORIGINAL if written else Written.MISSING


def helps_for(target: str, survey: Survey, language: str) -> tuple[str, ...]:
    """What would prove a target, as its pack says; else things that texts speak of and certificates, by their names."""
    collect = read_expected(survey.project.framework, survey.project.root).collect
    if said := collect.get(target):
        return (spoken(said, language)[0],)
    concepts = sorted(
        (each for each in survey.framework.concepts if each.titles and each.weights.get(target, 0) >= _SPEAKS),
        key=lambda each: (-each.weights[target], each.key),
    )
    papers = (each.titles for each in survey.framework.certificate_kinds if target in each.targets)
    titles = (*(each.titles for each in concepts), *papers)
    return tuple(dict.fromkeys(spoken(each, language)[0] for each in titles))
