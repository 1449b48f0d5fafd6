"""A date as people know it: to the day, the month, the year, or a school year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    PERIOD = "period"  # a school year such as 2025-2026, or "from … to …"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """From `first` to `last`, both included; equal when known to the day.

    `certain` is False for a day and month that could be read either way, resolved by the school's country.
    """

    first: date
    last: date
    precision: Precision
    certain: bool = True
