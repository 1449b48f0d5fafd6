"""How each condition of the round stands by the school's own figures: only the platform decides.

Keys are those of portfolio.yaml: `eligibility.registered_on`, `eligibility.active_teachers`, `round.conditions.*`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from portfolio.files.day import read_day
from portfolio.model.evidence import EvidenceItem
from portfolio.model.framework import Conditions, Round
from portfolio.model.problem import Reason, reason
from portfolio.model.project import Label, LabelStatus, Project
from portfolio.model.readiness import Condition, ConditionState

_YEARS = re.compile(r"(?P<first>\d{4})\s*[-–/]\s*(?P<last>\d{4}|\d{2})", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)

_Verdict = tuple[ConditionState, Reason]


def find_conditions(
    project: Project, rounds: Iterable[Round], items: Iterable[EvidenceItem], kinds: Collection[str]
) -> tuple[Condition, ...]:
    """The conditions of the project's round. `kinds`: the kinds of certificates that it counts as a quality label.

    What the round's sources do not say is `unknown`, with what the last round asked of which it is known. Codes:
    `condition.registered*`, `.teachers*`, `.label*`, `.free*`, and `condition.asked-before`, `.unasked`.
    """
    asked = project.round.conditions if project.round else Conditions()
    known = tuple(rounds)
    verdicts = {
        "registered": _registered(asked, project) or _unasked("registered_by", known),
        "teachers": _teachers(asked, project) or _unasked("teachers", known),
        "label": _labelled(asked, tuple(items), kinds) or _unasked("label_from", known),
        "free": _free(project.label, project.round),
    }
    return tuple(Condition(key=key, state=state, why=why) for key, (state, why) in verdicts.items())


def _registered(asked: Conditions, project: Project) -> _Verdict | None:
    if asked.registered_by is None:
        return None
    since = project.figures.registered_on
    if since is None:
        return ConditionState.UNKNOWN, reason("condition.registered-unknown", by=asked.registered_by)
    met = since <= asked.registered_by
    code = "condition.registered-met" if met else "condition.registered-unmet"
    return _state(met), reason(code, since=since, by=asked.registered_by)


def _teachers(asked: Conditions, project: Project) -> _Verdict | None:
    if asked.teachers is None:
        return None
    active = project.figures.active_teachers
    if active is None:
        return ConditionState.UNKNOWN, reason("condition.teachers-unknown", least=asked.teachers)
    met = active >= asked.teachers
    return _state(met), reason(
        "condition.teachers-met" if met else "condition.teachers-unmet", active=active, least=asked.teachers
    )


def _labelled(asked: Conditions, items: tuple[EvidenceItem, ...], kinds: Collection[str]) -> _Verdict | None:
    if asked.label_from is None:
        return None
    first, last = asked.label_from, asked.label_until or date.max
    found = [each for item in items for each in _labels(item, kinds)]
    for began, ended, file in found:
        if began and ended and first <= began and ended <= last:
            return ConditionState.MET, reason("condition.label-met", file=file, on=began)
    for began, ended, file in found:
        if began is None or ended is None or (began <= last and ended >= first):
            return ConditionState.UNKNOWN, reason("condition.label-undated", file=file, since=first)
    if found:
        return ConditionState.UNMET, reason("condition.label-old", n=len(found), since=first)
    return ConditionState.UNKNOWN, reason("condition.label-none", since=first)


def _labels(item: EvidenceItem, kinds: Collection[str]) -> Iterator[tuple[date | None, date | None, str]]:
    """Every label that a piece tells of: the first and last day on which it may have been given, and the file."""
    file = item.files[0] if item.files else item.id
    if item.certificate and item.certificate.kind in kinds:
        dated = item.dated.value if item.dated else None
        yield (dated.first, dated.last, file) if dated else (None, None, file)
    if item.project and item.project.national_label:
        said = item.project.national_label.value.strip()
        day = read_day(said)
        if day:
            yield day, day, file
        elif _YEAR.fullmatch(said) and said > "0":
            yield date(int(said), 1, 1), date(int(said), 12, 31), file
        else:
            yield None, None, file


def _free(label: Label, label_round: Round | None) -> _Verdict:
    """Whether the school holds no label in the years of the round: who does may not apply (single source: Indire)."""
    if label.status is not LabelStatus.HELD:
        return ConditionState.MET, reason("condition.free-met")
    years = round_years(label_round.name) if label_round else None
    if years is None:
        return ConditionState.UNKNOWN, reason("condition.free-unknown", years=label.years)
    held = round_years(label.years)
    met = held is None or held[1] < years[0] or years[1] < held[0]
    assert label_round is not None
    code = "condition.free-ends" if met else "condition.free-unmet"
    return _state(met), reason(code, years=label.years, round=label_round.name)


def round_years(name: str) -> tuple[int, int] | None:
    """The calendar years of a label or of the round that awards it: of "2027-28" 2027 and 2028; None if unsaid."""
    found = _YEARS.search(name)
    if not found:
        return None
    first = int(found["first"])
    last = int(found["last"]) if len(found["last"]) == 4 else first - first % 100 + int(found["last"])
    return first, last if last >= first else last + 100


def _unasked(key: str, rounds: tuple[Round, ...]) -> _Verdict:
    """Of what the round's sources do not say, what the last round asked of which it is known."""
    field = f"round.conditions.{key}"
    for each in reversed(rounds):
        value = getattr(each.conditions, key)
        if value is not None:
            return ConditionState.UNKNOWN, reason("condition.asked-before", key=field, round=each.name, value=value)
    return ConditionState.UNKNOWN, reason("condition.unasked", key=field)


def _state(met: bool) -> ConditionState:
    return ConditionState.MET if met else ConditionState.UNMET
