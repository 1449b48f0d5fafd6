"""What people write beside a date that is asked for: the day of the week, a time, small words; and months in short."""

from __future__ import annotations

import re
from functools import cache

from portfolio.i18n import fold
from portfolio.intake.datestyles import either
from portfolio.intake.vocabulary import vocabulary


def untrimmed(text: str) -> str:
    """A written date, folded, without the time and what else stands beside it, its month in full."""
    day = _times().sub("", fold(text))
    day = with_full_months(day)
    day = " ".join(_beside().sub(" ", day).split())
    return re.sub(r" ?[,(] ?(?=[-–—)]|$)", "", day).strip(" ,()")


def with_full_months(folded: str) -> str:
    """A folded text with the months between a day and a year in full: "5 haz 2025", "5_haz_2025"."""
    return _short_months().sub(lambda found: _named(vocabulary().short_months[found[1]]), folded)


def _named(month: int) -> str:
    """A name of a month."""
    return next(name for name, number in vocabulary().months.items() if number == month)


@cache
def _times() -> re.Pattern[str]:
    """A time, and one until which something lasts: "T10:30:00+03:00", " 10:30", ", kl. 10", " saat 10.30-12.00"."""
    word = rf"(?:{either(vocabulary().before_times)})\.?"
    clock = r"\d\d?:\d\d(?::\d\d(?:\.\d+)?)?(?:z| ?[+]\d\d:?\d\d)?"
    return re.compile(
        rf"(?:(?:(?<=\d)t|[ ,]+)(?:{word} ?)?{clock}|[ ,]+{word} ?\d\d?(?:[.:]\d\d)?)"
        r"(?: ?[-–—] ?\d\d?[.:]\d\d)?(?: ?uhr)?(?![\d.:])"
    )


@cache
def _short_months() -> re.Pattern[str]:
    return re.compile(rf"(?<=\d[ ._-])({either(vocabulary().short_months)})\.?(?=[ ._-]*\d{{4}}(?!\d))")


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(vocabulary().beside_dates)})(?!\w)")
