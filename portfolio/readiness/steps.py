"""The few things to do today, most urgent first: what a coordinator reads last and remembers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, zip_longest

from portfolio.i18n import spoken
from portfolio.model.catalogue import Catalogue, FileState, LedgerRow
from portfolio.model.clearance import Clearance
from portfolio.model.framework import Framework
from portfolio.model.problem import Reason, reason
from portfolio.model.project import LabelStatus, Project
from portfolio.model.readiness import Condition, ConditionState, Evidence, Step, Untranslated, Wish
from portfolio.readiness.rules import MOST_STEPS


def days_left(project: Project, today: date) -> int | None:
    """Days until the round closes, negative when it has closed; None when no closing day is known."""
    closes_on = project.round.closes_on if project.round else None
    return (closes_on - today).days if closes_on else None


def next_steps(
    *,
    project: Project,
    framework: Framework,
    catalogue: Catalogue,
    ledger: Sequence[LedgerRow],
    withheld: Sequence[Clearance],
    evidence: Sequence[Evidence],
    conditions: Sequence[Condition],
    untranslated: Sequence[Untranslated],
    wishes: Sequence[Wish],
    wanted: Mapping[str, Mapping[str, str]],
    left: int | None,
) -> tuple[Step, ...]:
    """At most MOST_STEPS things to do, as codes with values; `withheld` from the evaluator.

    `wanted`: what would prove a target, by target and language.

    One of each sort in the order of their weight, then the second ones: dates and conditions, evidence that lacks,
    people nobody has named, texts, files.
    """
    rows = (
        [*_window(project, left), *_conditions(conditions)],
        [*_gaps(framework, project.language, evidence, wishes)],
        [*_people(catalogue, withheld, evidence)],
        [*_texts(framework, project), *_translations(untranslated)],
        [*_files(ledger)],
    )
    in_turn = chain.from_iterable(zip_longest(*rows))
    steps = [step for step in in_turn if step][:MOST_STEPS]
    return tuple(Step(what=step, bring=_wanted(dict(step.values).get("target", ""), wanted)) for step in steps)


def _wanted(target: str, wanted: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
    """What would prove a target: of a pillar of which nothing is said, what would prove its first criterion."""
    below = (texts for key, texts in wanted.items() if target and key.startswith(f"{target}/"))
    return wanted.get(target) or next(below, {})


def _window(project: Project, left: int | None) -> Iterator[Reason]:
    if left is None and project.label.status in (LabelStatus.APPLYING, LabelStatus.NONE):
        yield reason("step.round")
    if left is not None and left < 0:
        yield reason("step.next-round")


def _conditions(conditions: Sequence[Condition]) -> Iterator[Reason]:
    unmet = [each for each in conditions if each.state is ConditionState.UNMET]
    if unmet:
        yield reason("step.condition", n=len(unmet))


def _gaps(
    framework: Framework, language: str, evidence: Sequence[Evidence], wishes: Sequence[Wish]
) -> Iterator[Reason]:
    pieces = {each.target: each for each in evidence}
    for pillar in framework.all_pillars:
        if not pieces[pillar.key].pieces:
            yield reason("step.gap", target=pillar.key, folder=spoken(pillar.folders, language)[0][0])
    begun = [pieces[pillar.key] for pillar in framework.all_pillars if pieces[pillar.key].pieces]
    if unproved := [key for pillar in begun for key in pillar.unproved]:
        yield reason("step.criteria", n=len(unproved), target=unproved[0])
    elif wish := next((wish for wish in wishes if pieces[wish.target].pieces), None):
        yield reason("step.strengthen", target=wish.target, folder=wish.folder)


def _people(catalogue: Catalogue, withheld: Sequence[Clearance], evidence: Sequence[Evidence]) -> Iterator[Reason]:
    """`waiting` is how many pillars and criteria would be stronger with what is not shown, these among it."""
    unknown = [entry.item for entry in withheld if entry.why.code == "clearance.unknown"]
    files = {item.id: item.files[0] for item in catalogue.items}
    waiting = [each for each in evidence if each.reasons("could") and not set(unknown).isdisjoint(each.withheld)]
    if unknown:
        yield reason("step.people", n=len(unknown), first=files[unknown[0]], waiting=len(waiting))


def _texts(framework: Framework, project: Project) -> Iterator[Reason]:
    texts = project.narratives.texts
    missing = [
        f"{pillar.key}.{language}.md"
        for pillar in framework.pillars
        for language in project.languages
        if language not in texts.get(pillar.key, {})
    ]
    if missing:
        yield reason("step.texts", n=len(missing), first=missing[0])


def _translations(untranslated: Sequence[Untranslated]) -> Iterator[Reason]:
    parts = [each for each in untranslated if "/" in each.key]
    if parts:
        file, _, part = parts[0].key.partition("/")
        yield reason("step.translation", n=len(parts), part=part, first=f"{file}.{parts[0].languages[0]}.md")


def _files(ledger: Sequence[LedgerRow]) -> Iterator[Reason]:
    unplaced = [row for row in ledger if row.state is FileState.UNPLACED]
    broken = [row for row in ledger if row.state is FileState.QUARANTINED]
    if unplaced:
        yield reason("step.unplaced", n=len(unplaced), first=unplaced[0].file)
    if broken:
        yield reason("step.broken", n=len(broken), first=broken[0].file)
