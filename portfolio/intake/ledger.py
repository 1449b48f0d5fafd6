"""The ledger: every file of the evidence folder in exactly one final state, with its reason (law 2)."""

from __future__ import annotations

from collections.abc import Mapping as Table
from collections.abc import Sequence

from portfolio.model.catalogue import Catalogue, CataloguedFile, FileState, LedgerRow
from portfolio.model.clearance import HANDED_OUT, Audience, Clearance
from portfolio.model.evidence import EvidenceItem
from portfolio.model.mapping import Mapping
from portfolio.model.problem import Reason, reason


def balance(catalogue: Catalogue, mapping: Mapping, clearances: Sequence[Clearance]) -> tuple[LedgerRow, ...]:
    """A row for each file of the catalogue, in its order; as many rows as files.

    `withheld` of a row names the audiences that may not see at least one of the file's pieces that are placed.
    """
    pieces = {item_id: item for item in catalogue.items for item_id in item.ids}
    forbidden = {(entry.item, entry.audience) for entry in clearances if not entry.allowed}
    rows = tuple(_row(file, pieces, mapping, forbidden) for file in catalogue.files)
    assert len(rows) == len({row.file for row in rows}) == len(catalogue.files)  # law 2
    return rows


def _row(
    file: CataloguedFile,
    pieces: Table[str, EvidenceItem],
    mapping: Mapping,
    forbidden: set[tuple[str, Audience]],
) -> LedgerRow:
    items = tuple(dict.fromkeys(pieces[item_id].id for item_id in file.items))
    shown = tuple(item_id for item_id in items if item_id not in mapping.excluded)
    targets = tuple(dict.fromkeys(link.target for item_id in shown for link in mapping.links_of(item_id)))
    state, why = _final(file, items, targets, mapping)
    withheld = tuple(
        str(audience)
        for audience in HANDED_OUT
        if any((item_id, audience) in forbidden and mapping.links_of(item_id) for item_id in shown)
    )
    return LedgerRow(
        file=file.name, size=file.size, state=state, reason=why, items=items, targets=targets, withheld=withheld
    )


def _final(
    file: CataloguedFile, items: Sequence[str], targets: Sequence[str], mapping: Mapping
) -> tuple[FileState, Reason]:
    """What mapping adds to the state of a file that is used: excluded, or not placed."""
    if file.state is not FileState.USED or not items:  # an opened archive has no pieces itself
        return file.state, file.reason
    if all(item_id in mapping.excluded for item_id in items):
        return FileState.EXCLUDED, mapping.excluded[items[0]]
    if not targets:
        return FileState.UNPLACED, reason("file.unplaced")
    return file.state, file.reason
