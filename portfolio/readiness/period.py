"""Where a piece lies against the label period."""

from __future__ import annotations

from datetime import date

from portfolio.model.evidence import EvidenceItem
from portfolio.model.readiness import Freshness


def freshness(item: EvidenceItem, first: date) -> Freshness:
    """CURRENT when any part of what a piece's date may mean lies in the period that begins on `first`."""
    if item.dated is None:
        return Freshness.UNKNOWN
    return Freshness.CURRENT if item.dated.value.last >= first else Freshness.OLD
