"""The review workbooks that we wrote: which there are, and whom they show."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from portfolio.build.sheetfile import ID, read_sheet
from portfolio.build.state import Written
from portfolio.errors import ProjectError

SUFFIX = ".xlsx"


def workbooks_in(written: Iterable[Written]) -> tuple[Written, ...]:
    """The review workbooks among what we wrote: the only lists of that format."""
    return tuple(each for each in written if each.path.lower().endswith(SUFFIX) and not each.fingerprint)


def told_in(file: Path) -> frozenset[str] | None:
    """The ids of the pieces of which a workbook shows more than why they are not shown; None where nobody can tell."""
    try:
        written = read_sheet(file, {ID}).written
    except ProjectError:
        return None
    return frozenset(item for item, row in written.items() if row.get("kind"))
