"""The pieces as cards on a wall: by pillar, those without a place in an inbox, those left out at the end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from portfolio.cli.desk.desk import Seen
from portfolio.cli.map import title_of
from portfolio.i18n import spoken
from portfolio.model.evidence import EvidenceItem, PortrayalState
from portfolio.model.framework import Pillar
from portfolio.model.readiness import Grade

INBOX, LEFT_OUT = "inbox", "left-out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A piece at a glance; `has_picture` when there is something to see of it."""

    id: str
    name: str
    file: str
    kind: str
    has_picture: bool
    targets: tuple[str, ...]
    why: str
    runner_up: str  # where else it may belong
    runner_up_target: str
    people_unknown: bool
    audiences: tuple[bool, ...]  # whether evaluator, print and web may see it


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A criterion with how strong its evidence is."""

    target: str
    title: str
    grade: Grade
    said: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A place on the wall with its cards; of a pillar its criteria as well."""

    key: str
    title: str
    cards: tuple[Card, ...]
    grade: Grade | None = None
    said: str = ""
    lines: tuple[Line, ...] = ()


def wall_of(seen: Seen) -> tuple[Column, ...]:
    """All places of the wall in their order; a piece stands in the first pillar that it proves."""
    words, mapping = seen.words, seen.survey.mapping
    cards: dict[str, list[Card]] = defaultdict(list)
    for item in seen.items.values():
        links = mapping.links_of(item.id)
        pillar = links[0].pillar if links else ""
        place = LEFT_OUT if item.id in mapping.excluded else pillar or INBOX
        cards[place].append(card_of(item, seen))
    columns = [Column(key=INBOX, title=words.say("desk.inbox"), cards=tuple(cards[INBOX]))]
    columns += [_column(pillar, tuple(cards[pillar.key]), seen) for pillar in seen.survey.framework.all_pillars]
    columns.append(Column(key=LEFT_OUT, title=words.say("desk.left-out"), cards=tuple(cards[LEFT_OUT])))
    return tuple(columns)


def card_of(item: EvidenceItem, seen: Seen) -> Card:
    """The card of a piece."""
    words, mapping = seen.words, seen.survey.mapping
    links, suggestions = mapping.links_of(item.id), mapping.suggestions_of(item.id)
    left_out = mapping.excluded.get(item.id)
    first = links[0] if links else None
    placed = {link.target for link in links}
    runner_up = next((link for link in suggestions if link.target not in placed), None)
    reason = left_out or (first.rationale if first else None)
    return Card(
        id=item.id,
        name=_name(item, seen),
        file=item.files[0],
        kind=words.say(f"explain.kinds.{item.kind}"),
        has_picture=item.raster is not None or bool(item.pages),
        targets=tuple(title_of(link.target, seen.survey.framework, words.language) for link in links),
        why=words.why(reason) if reason else "",
        runner_up=title_of(runner_up.target, seen.survey.framework, words.language) if runner_up else "",
        runner_up_target=runner_up.target if runner_up else "",
        people_unknown=item.portrayal.state is PortrayalState.UNKNOWN,
        audiences=tuple(entry.allowed for entry in seen.judged.of(item)),
    )


def _name(item: EvidenceItem, seen: Seen) -> str:
    own = seen.survey.project.language
    for said in (item.title, item.caption):
        if said:
            texts = {code or own: text for code, text in said.value.texts}
            if text := texts.get(seen.words.language) or texts.get(own) or next(iter(texts.values()), ""):
                return text
    return item.files[0].rpartition("/")[2]


def _column(pillar: Pillar, cards: tuple[Card, ...], seen: Seen) -> Column:
    evidence = seen.readiness.of(pillar.key)
    return Column(
        key=pillar.key,
        title=title_of(pillar.key, seen.survey.framework, seen.words.language),
        cards=cards,
        grade=evidence.grade,
        said=seen.words.say(f"check.grades.{evidence.grade}"),
        lines=tuple(_lines(pillar, seen)),
    )


def _lines(pillar: Pillar, seen: Seen) -> Iterator[Line]:
    for criterion in pillar.criteria:
        target = f"{pillar.key}/{criterion.key}"
        evidence = seen.readiness.of(target)
        yield Line(
            target=target,
            title=spoken(criterion.wordings, seen.words.language)[0].print,
            grade=evidence.grade,
            said=seen.words.say(f"check.grades.{evidence.grade}"),
            count=len(evidence.pieces),
        )


def readiness_of(columns: tuple[Column, ...]) -> Mapping[str, Mapping[str, object]]:
    """How strong each pillar and criterion is, by target, and how many cards a column has: what moves as one works."""
    told: dict[str, Mapping[str, object]] = {}
    for column in columns:
        told[column.key] = {"grade": column.grade, "said": column.said, "count": len(column.cards)}
        told |= {line.target: {"grade": line.grade, "said": line.said, "count": line.count} for line in column.lines}
    return told
