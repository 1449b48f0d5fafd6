"""The label period, and where a piece lies against it."""

from __future__ import annotations

from datetime import date

from portfolio.model.evidence import EvidenceItem
from portfolio.model.framework import Round
from portfolio.model.readiness import Freshness
from portfolio.readiness.rules import PERIOD_YEARS


def period_from(label_round: Round | None, today: date) -> date:
    """The first day of the label period: two years before the round opens.

    A round looks back about two years (the dates of every round since 2018 that sources tell: registered, active,
    labelled "in the last two years"). Where the opening day is not known the closing day stands for it, then today.
    """
    end = (label_round and (label_round.opens_on or label_round.closes_on)) or today
    return years_before(end, PERIOD_YEARS)


def years_before(day: date, years: int) -> date:
    """The same day so many years before; 28 February for the 29th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def freshness(item: EvidenceItem, first: date) -> Freshness:
    """CURRENT when any part of what a piece's date may mean lies in the period that begins on `first`."""
    if item.dated is None:
        return Freshness.UNKNOWN
    return Freshness.CURRENT if item.dated.value.last >= first else Freshness.OLD
