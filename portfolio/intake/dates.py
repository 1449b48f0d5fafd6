"""Dates as people, phones, messengers and folders write them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import cache, lru_cache

from portfolio.i18n import fold
from portfolio.intake.vocabulary import vocabulary
from portfolio.model.dating import Dating, Precision

# Digital cameras and eTwinning are younger; an earlier year is a clock that was never set, or a number.
FIRST_YEAR, LAST_YEAR = 1990, 2099
# CLDR 46: territories of short dates with the month first; everywhere else the day comes first.
_MONTH_FIRST = frozenset({"US", "PH", "FM", "MH", "PW", "GU", "AS", "MP", "VI", "UM", "BZ"})

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_CLOCK = r"(?:[01]\d|2[0-3])[0-5]\d[0-5]\d"
_TIME = rf"(?:{_CLOCK}|[t_ -]{_CLOCK}(?:\d{{3}})?)?"
# Camera counters such as IMG_2014 or DSC02011 are no years.
_COUNTER = re.compile(r"^(?:img|dsc[nf]?|p|pict|sam|dji|gopr|image|photo|foto)[ _-]?\d{4,5}(?!\d)")
# What services call the archive of a download: its date is that of the download, not of what is inside.
_DOWNLOAD = re.compile(r"^(?:drive-download|takeout|onedrive)[-_]")


def parse_dating(text: str, country: str) -> Dating | None:
    """What a person wrote where a date is asked: "20.05.2025", "2025-05", "Mayıs 2025", "2025", "2024-2025", "… – …".

    `country` (ISO 3166) says whether day or month comes first where both are possible. None when it is no date.
    """
    folded = fold(text)
    for pattern, read in _patterns():
        if found := pattern.fullmatch(folded):
            return read(found, country)
    return _span(folded, country)


@lru_cache(maxsize=1000)  # folders hold many files
def find_dating(name: str, country: str) -> Dating | None:
    """The date in the name of a file (without its suffix) or folder, None when there is none.

    The most exact one wins, then the one that stands first. The name of a download dates nothing.
    """
    folded = fold(name)
    if _DOWNLOAD.match(folded):
        return None
    counted = bool(_COUNTER.match(folded))
    for pattern, read in _patterns():
        for found in pattern.finditer(folded):
            dating = read(found, country)
            if dating and not (counted and dating.precision is Precision.YEAR):
                return dating
    return None


def find_day(text: str, country: str) -> Dating | None:
    """The one day that a text names; None when it names none or several."""
    folded = fold(text)
    days = {
        dating
        for pattern, read in _patterns()
        for found in pattern.finditer(folded)
        if (dating := read(found, country)) and dating.precision is Precision.DAY
    }
    return days.pop() if len(days) == 1 else None


def school_year(text: str) -> Dating | None:
    """The school year that a text names ("2024-2025", "2024/25"), from 1 September to 30 June."""
    for found in _SCHOOL_YEAR.finditer(text):
        if dating := _as_school_year(found, ""):
            return dating
    return None


def machine_date(text: str) -> str:
    """A date of EXIF ("2025:05:20 18:45:43"), XMP, PDF ("D:20250520…") or OOXML as ISO text; "" when there is none."""
    found = re.match(r"(?:D:)?(\d{4})(?:[:-]?(\d\d)(?:[:-]?(\d\d))?)?", text)
    if not found:
        return ""
    parts = [part for part in found.groups() if part]
    try:
        date(*(int(part) for part in (*parts, "01", "01")[:3]))
    except ValueError:
        return ""
    return "-".join(parts) if int(parts[0]) >= FIRST_YEAR else ""


_Read = Callable[[re.Match[str], str], Dating | None]

_SCHOOL_YEAR = re.compile(rf"(?<!\d){_YEAR}[-/–_ ](?P<next>(?:20)?\d\d)(?!\d|[-./_]\d)")


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], _Read], ...]:
    """Every style with what reads it, the most exact first. Texts are folded before."""
    month = "|".join(sorted(map(re.escape, vocabulary().months), key=len, reverse=True))
    named = rf"(?P<name>{month})"
    separator = r"(?P<separator>[-._/ ])"
    day = r"(?P<day>\d\d?)(?:st|nd|rd|th|er|:[ae])?"  # 3rd October, 1er mars, 3:e oktober
    return (
        # 20250520, 20250520_184543, IMG-20250523-WA0012; not the beginning of a longer number
        (re.compile(rf"(?<!\d){_YEAR}(?P<month>\d\d)(?P<day>\d\d){_TIME}(?!\d)"), _as_day),
        # 2025-05-20, also in front of "T18:45" and " 18.45"
        (re.compile(rf"(?<!\d){_YEAR}{separator}(?P<month>\d\d?)(?P=separator)(?P<day>\d\d?)(?!\d)"), _as_day),
        (re.compile(rf"(?<!\d)(?P<one>\d\d?){separator}(?P<two>\d\d?)(?P=separator){_YEAR}(?!\d)"), _as_either),
        (re.compile(r"(?<![\d.])(?P<one>\d\d?)\.(?P<two>\d\d?)\.(?P<short>\d\d)(?![\d.])"), _as_either),
        (re.compile(rf"(?<!\d){day}[-._ ]*(?:of |de )?{named}[-._ ,]*(?:de )?{_YEAR}(?!\d)"), _as_day),
        (re.compile(rf"\b{named} {day},? {_YEAR}(?!\d)"), _as_day),
        # milliseconds since 1970, as Facebook and WeChat name pictures: 2001 to 2033
        (re.compile(r"(?<!\d)(?P<epoch>1\d{12})(?!\d)"), _as_epoch),
        (re.compile(rf"(?:\b|_){named}[-._ ]*{_YEAR}(?!\d)"), _as_month),
        (re.compile(rf"(?<!\d){_YEAR}[-._ ]*{named}(?:\b|_)"), _as_month),
        (re.compile(rf"(?<!\d){_YEAR}[-._/](?P<month>0[1-9]|1[0-2])(?![\d]|[-./_]\d)"), _as_month),
        (re.compile(rf"(?<!\d)(?P<month>0?[1-9]|1[0-2])[./]{_YEAR}(?!\d)"), _as_month),
        (_SCHOOL_YEAR, _as_school_year),
        (re.compile(rf"(?<![\d.x]){_YEAR}(?![\dx]|[.]\d)"), _as_year),  # with an x it is a picture's size
    )


def _as_day(found: re.Match[str], _country: str) -> Dating | None:
    return _day(int(found["year"]), _month(found), int(found["day"]))


def _as_either(found: re.Match[str], country: str) -> Dating | None:
    """Two numbers before the year: by the country's order; the other way when only that is a date."""
    parts = found.groupdict()
    year = int(parts.get("year") or f"20{parts['short']}")
    day, month = int(found["one"]), int(found["two"])
    if country in _MONTH_FIRST:
        day, month = month, day
    certain = not (day <= 12 and month <= 12 and day != month) and "short" not in parts
    return _day(year, month, day, certain=certain) or _day(year, day, month, certain="short" not in parts)


def _as_epoch(found: re.Match[str], _country: str) -> Dating | None:
    moment = datetime.fromtimestamp(int(found["epoch"]) / 1000, UTC)
    return _day(moment.year, moment.month, moment.day)


def _as_month(found: re.Match[str], _country: str) -> Dating | None:
    year, month = int(found["year"]), _month(found)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    last = calendar.monthrange(year, month)[1]
    return Dating(first=date(year, month, 1), last=date(year, month, last), precision=Precision.MONTH)


def _as_school_year(found: re.Match[str], _country: str) -> Dating | None:
    year, following = int(found["year"]), int(found["next"])
    if following not in (year + 1, (year + 1) % 100):
        return None
    return Dating(first=date(year, 9, 1), last=date(year + 1, 6, 30), precision=Precision.PERIOD)


def _as_year(found: re.Match[str], _country: str) -> Dating | None:
    year = int(found["year"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return Dating(first=date(year, 1, 1), last=date(year, 12, 31), precision=Precision.YEAR)


def _month(found: re.Match[str]) -> int:
    parts = found.groupdict()
    return vocabulary().months[parts["name"]] if parts.get("name") else int(parts["month"])


def _day(year: int, month: int, day: int, *, certain: bool = True) -> Dating | None:
    try:
        exact = date(year, month, day)
    except ValueError:
        return None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return Dating(first=exact, last=exact, precision=Precision.DAY, certain=certain)


def _span(folded: str, country: str) -> Dating | None:
    """Two dates with a dash, a slash or a word between them: a period, from the first to the last day."""
    for first, last in _halves(folded):
        begins, ends = _single(first, country), _single(last, country)
        if begins and ends and begins.first <= ends.last:
            certain = begins.certain and ends.certain
            return Dating(first=begins.first, last=ends.last, precision=Precision.PERIOD, certain=certain)
    return None


def _halves(folded: str) -> Iterator[tuple[str, str]]:
    for mark in re.finditer(r" ?[–—] ?| - | ?/ ?| \w+ ", folded):
        yield folded[: mark.start()], folded[mark.end() :]


def _single(text: str, country: str) -> Dating | None:
    return next((read(found, country) for pattern, read in _patterns() if (found := pattern.fullmatch(text))), None)
