"""How dates are written in the languages schools use: every style as a pattern, with what reads it."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import cache

from portfolio.intake.vocabulary import vocabulary
from portfolio.model.dating import Dating, Precision

# Digital cameras and eTwinning are younger; an earlier year is a clock that was never set, or a number.
FIRST_YEAR, LAST_YEAR = 1990, 2099
# CLDR 46: territories of short dates with the month first; everywhere else the day comes first.
_MONTH_FIRST = frozenset({"US", "PH", "FM", "MH", "PW", "GU", "AS", "MP", "VI", "UM", "BZ"})

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_CLOCK = r"(?:[01]\d|2[0-3])[0-5]\d[0-5]\d"
_TIME = rf"(?:{_CLOCK}|[t_ -]{_CLOCK}(?:\d{{3}})?)?"
# Between the first and the last of several days; between months a short word or another sign too.
_DASH = r" ?[-–—] ?"
_TO = rf"(?:{_DASH}|[/_]| [^\W\d_]{{1,4}} )"

Read = Callable[[re.Match[str], str], Dating | None]

# "2024-2025", "2024/25", "2024./2025."
_SCHOOL_YEAR = rf"(?<!\d){_YEAR}\.?[-/–_ ](?P<next>(?:20)?\d\d)\.?(?!\d|[-./_]\d)"
SCHOOL_YEAR = re.compile(_SCHOOL_YEAR)


@cache
def patterns() -> tuple[tuple[re.Pattern[str], Read], ...]:
    """Every style with what reads it, the most exact first. Texts are folded before."""
    named = rf"(?P<name>{month_names()})"
    other = rf"(?P<other>{month_names()})"
    return (
        *day_patterns(),
        # milliseconds since 1970, as Facebook and WeChat name pictures: 2001 to 2033
        (re.compile(r"(?<!\d)(?P<epoch>1\d{12})(?!\d)"), _as_epoch),
        (re.compile(rf"{_SCHOOL_YEAR}[-._ ]*{named}(?:\b|_)"), _as_month_of_school_year),
        (re.compile(rf"(?:\b|_){named}[-._ ]*{_SCHOOL_YEAR}"), _as_month_of_school_year),
        (re.compile(rf"(?:\b|_){other}{_TO}{named}[-._ ]*{_YEAR}(?!\d)"), _as_run),
        (re.compile(rf"(?<!\d){_YEAR}[-._ ]*{other}{_TO}{named}(?:\b|_)"), _as_run),
        (re.compile(rf"(?:\b|_){named}[-._ ]*{_YEAR}(?!\d)"), _as_month),
        (re.compile(rf"(?<!\d){_YEAR}[-._ ]*{named}(?:\b|_)"), _as_month),
        (re.compile(rf"(?<!\d){_YEAR}[-._/](?P<month>0[1-9]|1[0-2])(?![\d]|[-./_]\d)"), _as_month),
        (re.compile(rf"(?<!\d)(?P<month>0?[1-9]|1[0-2])[./]{_YEAR}(?!\d)"), _as_month),
        (SCHOOL_YEAR, as_school_year),
        (re.compile(rf"(?<![\d.x]){_YEAR}(?![\dx]|[.]\d)"), _as_year),  # with an x it is a picture's size
    )


@cache
def day_patterns() -> tuple[tuple[re.Pattern[str], Read], ...]:
    """The styles of days and of several days in a row."""
    named = rf"(?P<name>{month_names()})"
    ordinal = r"(?:st|nd|rd|th|er|:[ae])?"  # 3rd October, 1er mars, 3:e oktober
    separator = r"(?P<separator>[-._/ ])"
    day, begin = rf"(?P<day>\d\d?){ordinal}", rf"(?<![\d.])(?P<begin>\d\d?){ordinal}\.?"
    of_month = rf"[-._ ]*(?:of |de )?{named}[-._ ,]*(?:de )?{_YEAR}(?!\d)"
    of_other = rf"[-._ ]*(?P<other>{month_names()})"
    return (
        # 5-9 May 2025, 28 April - 2 May 2025, May 5-9, 2025, 5.-9.5.2025, 28.4.-2.5.2025
        (re.compile(rf"{begin}(?:{of_other})?{_DASH}{day}\.?{of_month}"), _as_run),
        (re.compile(rf"\b{named} (?P<begin>\d\d?){_DASH}{day},? {_YEAR}(?!\d)"), _as_run),
        (re.compile(rf"{begin}{_DASH}{day}(?P<dot>[./])(?P<month>\d\d?)(?P=dot){_YEAR}(?!\d)"), _as_run),
        (
            re.compile(
                r"(?<![\d.])(?P<begin>\d\d?)(?P<dot>[./])(?P<other_month>\d\d?)(?P=dot)?"
                rf"{_DASH}{day}(?P=dot)(?P<month>\d\d?)(?P=dot){_YEAR}(?!\d)"
            ),
            _as_run,
        ),
        # 20250520, 20250520_184543, IMG-20250523-WA0012; not the beginning of a longer number
        (re.compile(rf"(?<!\d){_YEAR}(?P<month>\d\d)(?P<day>\d\d){_TIME}(?!\d)"), _as_day),
        # 2025-05-20, also in front of "T18:45" and " 18.45"
        (re.compile(rf"(?<!\d){_YEAR}{separator}(?P<month>\d\d?)(?P=separator)(?P<day>\d\d?)(?!\d)"), _as_day),
        (re.compile(rf"(?<!\d)(?P<one>\d\d?){separator}(?P<two>\d\d?)(?P=separator){_YEAR}(?!\d)"), _as_either),
        (
            re.compile(r"(?<![\d./])(?P<one>\d\d?)(?P<sign>[./])(?P<two>\d\d?)(?P=sign)(?P<short>\d\d)(?![\d./])"),
            _as_either,
        ),
        (re.compile(rf"(?<!\d){day}{of_month}"), _as_day),
        (re.compile(rf"\b{named} {day},? {_YEAR}(?!\d)"), _as_day),
        # 23052025
        (re.compile(rf"(?<!\d)(?P<one>\d\d)(?P<two>\d\d){_YEAR}(?!\d)"), _as_either),
    )


@cache
def month_names() -> str:
    """The names of months in all languages, folded, as alternatives of a pattern, the longest first."""
    return either(vocabulary().months)


def either(words: Iterable[str]) -> str:
    """Folded words as alternatives of a pattern, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _as_day(found: re.Match[str], _country: str) -> Dating | None:
    return day_in(int(found["year"]), _month(found), int(found["day"]))


def _as_either(found: re.Match[str], country: str) -> Dating | None:
    """Two numbers before the year: by the country's order; the other way when only that is a date."""
    parts = found.groupdict()
    year = int(parts.get("year") or f"20{parts['short']}")
    day, month = int(found["one"]), int(found["two"])
    if country in _MONTH_FIRST:
        day, month = month, day
    certain = not (day <= 12 and month <= 12 and day != month) and "short" not in parts
    return day_in(year, month, day, certain=certain) or day_in(year, day, month, certain="short" not in parts)


def _as_epoch(found: re.Match[str], _country: str) -> Dating | None:
    moment = datetime.fromtimestamp(int(found["epoch"]) / 1000, UTC)
    return day_in(moment.year, moment.month, moment.day)


def _as_run(found: re.Match[str], country: str) -> Dating | None:
    """From a day or month to another one; a first month behind the last one is the year's before."""
    parts = found.groupdict()
    if parts.get("dot") and country in _MONTH_FIRST:
        return None
    year, month = int(found["year"]), _month(found)
    begun = vocabulary().months[parts["other"]] if parts.get("other") else int(parts.get("other_month") or month)
    if not 1 <= month <= 12:
        return None
    end = int(parts.get("day") or calendar.monthrange(year, month)[1])
    first = day_in(year - (begun > month), begun, int(parts.get("begin") or 1))
    last = day_in(year, month, end)
    return period(first.first, last.last) if first and last and first.first < last.last else None


def _as_month(found: re.Match[str], _country: str) -> Dating | None:
    return month_in(int(found["year"]), _month(found))


def _as_month_of_school_year(found: re.Match[str], _country: str) -> Dating | None:
    """A month of two years that follow: from September on of the first, to June of the second one."""
    lasts, month = as_school_year(found, ""), _month(found)
    if not lasts or lasts.last.month < month < lasts.first.month:
        return None
    return month_in(lasts.first.year if month >= lasts.first.month else lasts.last.year, month)


def month_in(year: int, month: int) -> Dating | None:
    """A month; None when there is none, or outside the years that are believed."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    last = calendar.monthrange(year, month)[1]
    return Dating(first=date(year, month, 1), last=date(year, month, last), precision=Precision.MONTH)


def period(first: date, last: date, *, certain: bool = True) -> Dating:
    """From one day to another."""
    return Dating(first=first, last=last, precision=Precision.PERIOD, certain=certain)


def as_school_year(found: re.Match[str], _country: str) -> Dating | None:
    """A match of SCHOOL_YEAR as the time from 1 September to 30 June; None for two years that do not follow."""
    year, following = int(found["year"]), int(found["next"])
    if following not in (year + 1, (year + 1) % 100):
        return None
    return period(date(year, 9, 1), date(year + 1, 6, 30))


def _as_year(found: re.Match[str], _country: str) -> Dating | None:
    year = int(found["year"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return Dating(first=date(year, 1, 1), last=date(year, 12, 31), precision=Precision.YEAR)


def _month(found: re.Match[str]) -> int:
    parts = found.groupdict()
    return vocabulary().months[parts["name"]] if parts.get("name") else int(parts["month"])


def day_in(year: int, month: int, day: int, *, certain: bool = True) -> Dating | None:
    """A day; None when there is none, or outside the years that are believed."""
    try:
        exact = date(year, month, day)
    except ValueError:
        return None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return Dating(first=exact, last=exact, precision=Precision.DAY, certain=certain)
