"""One project in several files: its records are found to be the same, and merged field by field with their origins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import lru_cache
from itertools import product
from typing import Any

from portfolio.i18n import fold
from portfolio.intake.contradictions import address_key, contradictions
from portfolio.intake.lasting import OpenTime, time_of
from portfolio.intake.people import strictest
from portfolio.intake.statements import stronger
from portfolio.model.evidence import EvidenceItem, ProjectRecord
from portfolio.model.problem import Problem, note, place_in
from portfolio.model.text import LocalText, Sourced


def merge_projects(
    items: Iterable[EvidenceItem], answers: Mapping[str, Iterable[str]] | None = None
) -> tuple[tuple[EvidenceItem, ...], tuple[Problem, ...]]:
    """The pieces, with those that are one project merged into the first by file; it answers to all their ids.

    Records are one project when an address or number is equal; where they have none in common, when the titles are
    equal and the years overlap. Other equal titles are noted as possible twins, unless a project was held again in
    another year, and facts that differ are warned of; both name both places. `answers` are the framework's words for
    the states of a project and the parts in it.
    """
    ordered = sorted(items, key=_order)
    groups = _groups([item for item in ordered if item.project])
    problems = [
        problem for group in groups for problem in contradictions([_record(each) for each in group], answers or {})
    ]
    problems += _possible_twins(groups)
    others = (item for item in ordered if not item.project)
    return (*others, *map(_merged, groups)), tuple(problems)


def _order(item: EvidenceItem) -> tuple[str, int]:
    return item.files[0], _number(item.id)


def _number(item_id: str) -> int:
    """The n of a part's id "E-….n", 0 for a whole file."""
    tail = item_id.rpartition(".")[2]
    return int(tail) if tail.isdecimal() else 0


def _groups(projects: Iterable[EvidenceItem]) -> list[list[EvidenceItem]]:
    groups: list[list[EvidenceItem]] = []
    for item in projects:
        same = [group for group in groups if any(_same(_record(item), _record(other)) for other in group)]
        joined = [other for group in same for other in group]
        groups = [*(group for group in groups if group not in same), sorted([*joined, item], key=_order)]
    return groups


def _same(first: ProjectRecord, second: ProjectRecord) -> bool:
    pairs = ((first.url, second.url), (first.number, second.number))
    known = [(one.value, other.value) for one, other in pairs if one and other]
    if known:
        return any(address_key(one) == address_key(other) for one, other in known)
    return _same_title(first, second) and _overlap(first.years, second.years)


def _same_title(first: ProjectRecord, second: ProjectRecord) -> bool:
    return _folded(first.title.value) == _folded(second.title.value)


_folded = lru_cache(maxsize=5_000)(fold)  # each title is compared with every other


def _overlap(first: Sourced[str] | None, second: Sourced[str] | None) -> bool:
    if not first or not second:
        return False
    one, other = time_of(first.value), time_of(second.value)
    if not one or not other:
        return fold(first.value) == fold(second.value)
    if isinstance(one, OpenTime):
        return one.meets(other)
    if isinstance(other, OpenTime):
        return other.meets(one)
    return one.first <= other.last and other.first <= one.last


def _merged(group: Sequence[EvidenceItem]) -> EvidenceItem:
    """The first piece of a group, with what the others add."""
    first, *rest = group
    if not rest:
        return first
    described: dict[str, Any] = {name: _strongest(getattr(item, name) for item in group) for name in _DESCRIBED}
    pillars = {target.value: target for item in reversed(group) for target in reversed(item.pillars)}
    return replace(
        first,
        also=tuple(dict.fromkeys(item_id for item in group for item_id in item.ids if item_id != first.id)),
        files=tuple(sorted({file for item in group for file in item.files})),
        pillars=tuple(reversed(pillars.values())),
        portrayal=strictest(item.portrayal for item in group),
        partners=tuple(dict.fromkeys(each for item in group for each in item.partners)),
        barred=next((item.barred for item in group if item.barred), None),
        text="\n".join(dict.fromkeys(item.text for item in group)),
        project=_merged_record([_record(item) for item in group]),
        **described,
    )


_DESCRIBED = ("title", "caption", "alternative", "dated", "place", "credit")


def _strongest(values: Iterable[Sourced[Any] | None]) -> Sourced[Any] | None:
    best: Sourced[Any] | None = None
    for value in values:
        if value and (best is None or stronger(value.origin, best.origin)):
            best = value
    return best


def _merged_record(records: Sequence[ProjectRecord]) -> ProjectRecord:
    said = {field.name: [getattr(record, field.name) for record in records] for field in fields(ProjectRecord)}
    merged: dict[str, Any] = {name: _united(list(filter(None, values))) for name, values in said.items()}
    return ProjectRecord(**merged)


def _united(values: Sequence[Sourced[Any]]) -> Sourced[Any] | None:
    """The first value, unless a later one says the same and more: further languages, further names."""
    if not values:
        return None
    first = values[0]
    if isinstance(first.value, LocalText):
        texts = {language: text for value in reversed(values) for language, text in value.value.texts}
        return replace(first, value=LocalText(texts=tuple(reversed(texts.items()))))
    if isinstance(first.value, tuple):
        wider = (value for value in values if _says_all(value.value, first.value))
        return max(wider, key=lambda value: (len(value.value), sum(1 for each in value.value if each[0])))
    return first


def _says_all(wider: tuple[Any, ...], narrower: tuple[Any, ...]) -> bool:
    """Whether a list has all that another has; a partner of whom only the country is known may be any school there."""
    known = {*wider, *(("", each[1]) for each in wider if isinstance(each, tuple))}
    return known >= set(narrower)


def _possible_twins(groups: Sequence[Sequence[EvidenceItem]]) -> Iterator[Problem]:
    """A note on each project that has a title of an earlier one: only a person knows whether they are the same."""
    projects = [[_record(item) for item in group] for group in groups]
    merged = [_merged_record(project) for project in projects]
    for position, project in enumerate(projects):
        earlier = (place for place in range(position) if not _repeated(merged[position], merged[place]))
        pairs = (pair for place in earlier for pair in product(project, projects[place]) if _same_title(*pair))
        if pair := next(pairs, None):
            title, twin = (record.title for record in pair)
            yield note("record.twin", place_in(title.where), title=title.value, other=twin.where)


def _repeated(first: ProjectRecord, second: ProjectRecord) -> bool:
    """Whether a project was held again: a number or address of its own each, and years that do not meet.

    Schools give a good project its old name in another year; nobody need be asked about that. In the same year a
    second number is as likely to be mistyped, or the platform's after it moved, as to be another project's.
    """
    own = (first.number and second.number) or (first.url and second.url)
    return bool(own and first.years and second.years) and not _overlap(first.years, second.years)


def _record(item: EvidenceItem) -> ProjectRecord:
    assert item.project is not None  # only projects are compared
    return item.project
