"""Links inside a dossier: from an exhibit's number to the place where the piece is shown, or else listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from portfolio.compose.exhibits import exhibit_anchor, register_anchor
from portfolio.compose.selection import Selection
from portfolio.model.blocks import Run
from portfolio.model.evidence import EvidenceItem


def link_to(item: str, selection: Selection) -> str:
    """Where the piece of an id stands: its exhibit, else its row in the register, "" when the edition has neither."""
    if item not in selection.serves:
        return ""
    number = selection.numbers[item]
    return f"#{exhibit_anchor(number) if item in selection.shown else register_anchor(number)}"


def number_run(item: EvidenceItem, selection: Selection) -> Run:
    """The number of a piece with its link."""
    return Run(text=selection.numbers[item.id], link=link_to(item.id, selection))


def numbers_of(
    items: Sequence[EvidenceItem], selection: Selection, named: Mapping[str, str] | None = None
) -> tuple[Run, ...]:
    """Exhibit numbers with their links, behind each what it is called if `named` says so (by id)."""
    runs: list[Run] = []
    for item in items:
        text = " ".join(filter(None, (selection.numbers[item.id], (named or {}).get(item.id, ""))))
        runs += [Run(text=", "), Run(text=text, link=link_to(item.id, selection))]
    return tuple(runs[1:])
