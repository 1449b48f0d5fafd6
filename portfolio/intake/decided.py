"""What people decided, as statements about the pieces it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from portfolio.files.nearest import nearest, nearest_path
from portfolio.intake.statements import Statement
from portfolio.model.decision import Decision
from portfolio.model.evidence import EvidenceItem
from portfolio.model.problem import Problem, warning
from portfolio.model.text import Origin


def decided(decisions: Sequence[Decision], ids: Sequence[str], files: Sequence[str]) -> tuple[Statement, ...]:
    """The decisions about what has these ids or lies in these places, the most closely aimed first.

    Of equals the one written last.
    """
    aimed = [(decision.aim(ids, files), decision) for decision in reversed(decisions)]
    found = sorted((pair for pair in aimed if pair[0] != (0, 0)), key=lambda pair: pair[0], reverse=True)
    return tuple(_statement(decision) for _, decision in found)


def unknown_decisions(decisions: Iterable[Decision], items: Sequence[EvidenceItem]) -> tuple[Problem, ...]:
    """A Problem for each decision that is aimed at no piece, with the nearest id or place."""
    ids = tuple(item_id for item in items for item_id in item.ids)
    files = {file for item in items for file in item.files}
    return tuple(
        _unknown(decision, ids if decision.item else _folders(files) if decision.file.endswith("/") else files)
        for decision in decisions
        if decision.aim(ids, files) == (0, 0)
    )


def _folders(files: Iterable[str]) -> set[str]:
    return {f"{file[:end]}/" for file in files for end, letter in enumerate(file) if letter == "/"}


def _statement(decision: Decision) -> Statement:
    return Statement(
        field=decision.field,
        text=decision.value,
        language=decision.language,
        origin=Origin.DECISION,
        where=decision.where,
        by=decision.by,
    )


def _unknown(decision: Decision, known: Iterable[str]) -> Problem:
    said = decision.item or decision.file
    if near := nearest(said, known) if decision.item else nearest_path(said, known):
        return warning("decision.unknown-near", decision.where, said=said, nearest=near)
    return warning("decision.unknown", decision.where, said=said)
