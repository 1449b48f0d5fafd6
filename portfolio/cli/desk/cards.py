"""The pieces as cards on a wall: by pillar, those without a place in an inbox, those left out at the end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from portfolio.build.sheet import is_drawn
from portfolio.cli.desk.desk import Seen
from portfolio.cli.map import title_of
from portfolio.i18n import spoken
from portfolio.model.evidence import EvidenceItem, PortrayalState
from portfolio.model.framework import Pillar
from portfolio.model.readiness import Grade

INBOX, LEFT_OUT = "inbox", "left-out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A piece at a glance; `has_picture` when there is something to see of it.

    `why` is the reason for its place `first`, `runner_up` where else it may belong. `alike`: another looks like it.
    """

    id: str
    name: str
    file: str
    kind: str
    has_picture: bool
    first: str
    why: str
    runner_up: str
    runner_up_target: str
    people_unknown: bool
    alike: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """How strong the evidence for a pillar or criterion is, in words; of how many pieces it consists."""

    target: str
    title: str
    grade: Grade
    said: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A place on the wall with the ids of its pieces; of a pillar its strength and that of its criteria as well."""

    key: str
    title: str
    pieces: tuple[str, ...]
    strength: Strength | None = None
    lines: tuple[Strength, ...] = ()


def wall_of(seen: Seen) -> tuple[Column, ...]:
    """All places of the wall in their order; a piece stands in the first pillar that it proves."""
    pieces: dict[str, list[str]] = defaultdict(list)
    for item in seen.items:
        pieces[_place(item, seen)].append(item)
    words = seen.words
    columns = [Column(key=INBOX, title=words.say("desk.inbox"), pieces=tuple(pieces[INBOX]))]
    columns += [_column(pillar, tuple(pieces[pillar.key]), seen) for pillar in seen.survey.framework.all_pillars]
    columns.append(Column(key=LEFT_OUT, title=words.say("desk.left-out"), pieces=tuple(pieces[LEFT_OUT])))
    return tuple(columns)


def _place(item: str, seen: Seen) -> str:
    if item in seen.survey.mapping.excluded:
        return LEFT_OUT
    links = seen.links.get(item)
    return (links[0].pillar if links else "") or INBOX


def card_of(item: EvidenceItem, seen: Seen) -> Card:
    """The card of a piece."""
    words, framework = seen.words, seen.survey.framework
    links = seen.links.get(item.id, ())
    left_out = seen.survey.mapping.excluded.get(item.id)
    first = links[0] if links else None
    placed = {link.target for link in links}
    runner_up = next((link for link in seen.suggestions.get(item.id, ()) if link.target not in placed), None)
    reason = left_out or (first.rationale if first else None)
    return Card(
        id=item.id,
        name=name_of(item, seen),
        file=item.files[0],
        kind=words.say(f"explain.kinds.{item.kind}"),
        has_picture=is_drawn(item),
        first=title_of(first.target, framework, words.language) if first and not left_out else "",
        why=words.why(reason) if reason else "",
        runner_up=title_of(runner_up.target, framework, words.language) if runner_up else "",
        runner_up_target=runner_up.target if runner_up else "",
        people_unknown=item.portrayal.state is PortrayalState.UNKNOWN,
        alike=item.id in seen.alike,
    )


def name_of(item: EvidenceItem, seen: Seen) -> str:
    """A piece by its title, caption, what was said in it, or its file; in the page's words where there are some."""
    own = seen.survey.project.language
    for said in (item.title, item.caption, item.quotation.text if item.quotation else None):
        if said:
            texts = {code or own: text for code, text in said.value.texts}
            if text := texts.get(seen.words.language) or texts.get(own) or next(iter(texts.values()), ""):
                return text
    return item.files[0].rpartition("/")[2]


def _column(pillar: Pillar, pieces: tuple[str, ...], seen: Seen) -> Column:
    title = title_of(pillar.key, seen.survey.framework, seen.words.language)
    return Column(
        key=pillar.key,
        title=title,
        pieces=pieces,
        strength=_strength(pillar.key, title, seen),
        lines=tuple(_lines(pillar, seen)),
    )


def _lines(pillar: Pillar, seen: Seen) -> Iterator[Strength]:
    for criterion in pillar.criteria:
        title = spoken(criterion.wordings, seen.words.language)[0].print
        yield _strength(f"{pillar.key}/{criterion.key}", title, seen)


def _strength(target: str, title: str, seen: Seen) -> Strength:
    evidence = seen.readiness.of(target)
    said = seen.words.say(f"check.grades.{evidence.grade}")
    return Strength(target=target, title=title, grade=evidence.grade, said=said, count=len(evidence.pieces))


def readiness_of(columns: tuple[Column, ...]) -> Mapping[str, Mapping[str, object]]:
    """How strong each pillar and criterion is, by target, and how many cards a column has: what moves as one works."""
    told: dict[str, Mapping[str, object]] = {column.key: {"count": len(column.pieces)} for column in columns}
    for column in columns:
        for line in (*filter(None, [column.strength]), *column.lines):
            told[line.target] = {**told.get(line.target, {}), "grade": line.grade, "said": line.said}
    return told
