"""The label period: the time that a round looks back on."""

from __future__ import annotations

from datetime import date

from portfolio.model.framework import Round

PERIOD_YEARS = 2  # the label period: so many years before the round opens


def period_from(label_round: Round | None, today: date) -> date:
    """The first day of the label period: two years before the round opens.

    A round looks back about two years (the dates of every round since 2018 that sources tell: registered, active,
    labelled "in the last two years"). Where the opening day is not known the closing day stands for it, then today.
    """
    return years_before(period_until(label_round) or today, PERIOD_YEARS)


def period_until(label_round: Round | None) -> date | None:
    """The day on which the label period ends; None when the round has no days."""
    return (label_round and (label_round.opens_on or label_round.closes_on)) or None


def years_before(day: date, years: int) -> date:
    """The same day so many years before; 28 February for the 29th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
