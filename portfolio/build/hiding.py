"""Which lines keep a piece from others: of the register, of decisions, of what says who is in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from portfolio.build.survey import REGISTER, Survey
from portfolio.build.told import told_of
from portfolio.consent.clearance import lines_against
from portfolio.consent.keys import FILE_PREFIX
from portfolio.consent.pupils import Pupil
from portfolio.intake.people import SHOWN
from portfolio.model.clearance import HANDED_OUT, Audience, ConsentEntry
from portfolio.model.decision import REDACTING, Field
from portfolio.model.evidence import EvidenceItem
from portfolio.model.problem import spot


def hidden_from(item: EvidenceItem, survey: Survey) -> tuple[Audience, ...]:
    """The audiences that may not see a piece."""
    if item.id in survey.mapping.excluded:
        return HANDED_OUT
    return tuple(each.audience for each in survey.clearances if each.item == item.id and not each.allowed)


def hiding_lines(
    item: EvidenceItem, survey: Survey, entries: Sequence[ConsentEntry], pupils: Sequence[Pupil]
) -> tuple[str, ...]:
    """The places ("consent.csv:4") that keep a piece from an audience; () where nothing is said and that is why."""
    return tuple(dict.fromkeys(_places(item, survey, entries, pupils))) if hidden_from(item, survey) else ()


def _places(
    item: EvidenceItem, survey: Survey, entries: Sequence[ConsentEntry], pupils: Sequence[Pupil]
) -> Iterator[str]:
    excluded = item.id in survey.mapping.excluded
    fields = {*((Field.EXCLUDE,) if excluded else ()), *(REDACTING if item.barred else ())}
    for told in told_of(item, survey.project.decisions, survey.framework.answers):
        if told.holds and told.decision.field in fields:
            yield spot(told.decision.where)
    if excluded:
        return
    against = lines_against(item, entries, pupils, today=survey.today)
    for line in sorted(line for lines in against.values() for line in lines):
        yield f"{REGISTER}:{line}"
    only_files = against and all(key.startswith(FILE_PREFIX) for key in against)
    if item.portrayal.state not in SHOWN and not only_files:  # else whoever is in it has agreed
        yield from (each.where for each in item.portrayal.said)
        yield from (each.where for each in item.partners)
