"""What people decided, as statements about the pieces it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from portfolio.files.nearest import nearest, nearest_path
from portfolio.intake.people import SHOWN, portrayal
from portfolio.intake.statements import Statement
from portfolio.model.decision import BY_FOLDER, BY_PATTERN, GUARDING, Decision, Field
from portfolio.model.evidence import EvidenceItem
from portfolio.model.problem import Problem, error, note, warning
from portfolio.model.text import Origin


def decided(decisions: Sequence[Decision], ids: Sequence[str], files: Sequence[str]) -> tuple[Statement, ...]:
    """The decisions about what has these ids or lies in these places, the most closely aimed first.

    Of equals the one written last.
    """
    aimed = [(decision.aim(ids, files), decision) for decision in reversed(decisions)]
    found = sorted((pair for pair in aimed if pair[0] != (0, 0)), key=lambda pair: pair[0], reverse=True)
    return tuple(_statement(decision, aim) for aim, decision in found)


def unmet_decisions(
    decisions: Sequence[Decision],
    items: Sequence[EvidenceItem],
    answers: Mapping[str, Iterable[str]],
    moved: Mapping[str, str] | None = None,
) -> tuple[Problem, ...]:
    """A Problem for each decision that is aimed at no piece, with the nearest id or place, and for each stale one.

    `moved` are places where nothing lies any more, with the ids of what lay there: where that is a piece still, its
    place of today and its id are told. It does not follow by itself, for without the cache nobody would know.
    A stale one is told with the id to write; not when a line about the piece itself says the same field already. One
    about many files is told where somebody says of a file itself that others are in it, for that goes before;
    `answers` are the framework's words for nobody.
    """
    return (
        *_unknown_decisions(decisions, items, moved or {}),
        *_stale_decisions(decisions, items),
        *_overruled_decisions(decisions, items, answers),
    )


def _unknown_decisions(
    decisions: Iterable[Decision], items: Sequence[EvidenceItem], moved: Mapping[str, str]
) -> Iterator[Problem]:
    ids = tuple(item_id for item in items for item_id in item.ids)
    files = {file for item in items for file in item.files}
    now = {item_id.partition(".")[0]: item.files[0] for item in items for item_id in item.ids}
    for decision in decisions:
        if decision.aim(ids, files) != (0, 0):
            continue
        item_id = "" if decision.item or decision.stale else moved.get(decision.file, "")
        if item_id in now:
            told = {"said": decision.file, "now": now[item_id], "id": item_id}
            yield warning("decision.moved", decision.where, **told)
        else:
            by_id = decision.item or decision.stale
            known = ids if by_id else _folders(files) if decision.file.endswith("/") else files
            yield _unknown(decision, by_id or decision.file, () if decision.is_pattern else known)


def _stale_decisions(decisions: Sequence[Decision], items: Sequence[EvidenceItem]) -> Iterator[Problem]:
    for decision in decisions:
        there = [item for item in items if decision.stale and decision.file in item.files]
        confirmed = any(
            (other.field, other.language) == (decision.field, decision.language)
            and other.item
            and other.aim(item.ids, ()) != (0, 0)
            for item in there
            for other in decisions
        )
        if not there or confirmed:
            continue
        new = there[0].id if len(there) == 1 else there[0].id.partition(".")[0]
        said = {"file": decision.file, "old": decision.stale, "new": new, "field": decision.field}
        if decision.field in GUARDING:
            yield error("decision.unconfirmed", decision.where, **said)
        else:
            yield warning("decision.stale", decision.where, **said)


def _overruled_decisions(
    decisions: Iterable[Decision], items: Sequence[EvidenceItem], answers: Mapping[str, Iterable[str]]
) -> Iterator[Problem]:
    for decision in decisions:
        if decision.field is not Field.PEOPLE:
            continue
        met = [item for item in items if decision.aim(item.ids, item.files)[0] in (BY_FOLDER, BY_PATTERN)]
        meant = portrayal(decision.value, answers, decision.by).state
        lost = [
            item
            for item in met
            if item.portrayal.said
            and item.portrayal.state is not meant
            and not {item.portrayal.state, meant} <= SHOWN
            and all(said.origin is not Origin.DECISION for said in item.portrayal.said)
        ]
        if lost:
            other = lost[0].portrayal.said[0].where
            yield note("decision.overruled", decision.where, n=len(lost), file=lost[0].files[0], other=other)


def _folders(files: Iterable[str]) -> set[str]:
    return {f"{file[:end]}/" for file in files for end, letter in enumerate(file) if letter == "/"}


def _statement(decision: Decision, aim: tuple[int, int]) -> Statement:
    return Statement(
        field=decision.field,
        text=decision.value,
        language=decision.language,
        origin=Origin.DECISION,
        where=decision.where,
        by=decision.by,
        aim=aim,
        stale=bool(decision.stale),
    )


def _unknown(decision: Decision, said: str, known: Iterable[str]) -> Problem:
    if near := nearest(said, known) if said == decision.item else nearest_path(said, known):
        return warning("decision.unknown-near", decision.where, said=said, nearest=near)
    return warning("decision.unknown", decision.where, said=said)
