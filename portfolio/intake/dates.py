"""Dates as people, phones, messengers and folders write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache

from portfolio.i18n import fold
from portfolio.intake.datestyles import (
    FIRST_YEAR,
    SCHOOL_YEAR,
    as_school_year,
    day_in,
    day_patterns,
    month_in,
    month_names,
    patterns,
    period,
)
from portfolio.intake.datetrimmings import untrimmed, with_full_months
from portfolio.intake.vocabulary import vocabulary
from portfolio.model.dating import Dating, Precision

# Camera counters such as IMG_2014 or DSC02011 are no years.
_COUNTER = re.compile(
    r"^(?:img|dsc[nf]?|p|pict?|cimg|cam|sam|dji|gopr|mvi|mov|vid|rec|scan|clip|image|photo|foto|video)"
    r"[ _-]?\d{4,5}(?!\d)"
)
# Of the numbers in names that could be years those from the one on in which eTwinning began.
_FIRST_IN_NAMES = 2005
# The dot of an ordinal behind a year: "5. ožujka 2025.", "2024./2025."
_ORDINAL = re.compile(r"(?<=\d\d)\.$")
# Longer than this nothing lasts of which somebody writes the first and the last day.
_LONGEST_DAYS = 366
# Between two days that are written in full.
_JOINT = re.compile(r" ?[-–—/_] ?")
# Several days of a month one by one: "9, 10 and 11 May 2025".
_LISTED = re.compile(r"^(\d\d?),(?: ?\d\d?,)* ?(?:\d\d? [^\W\d]+ )?(?=\d\d?\b)")
# What services call the archive of a download: its date is that of the download, not of what is inside.
_DOWNLOAD = re.compile(r"^(?:drive-download|takeout|onedrive)[-_]")


def parse_dating(text: str, country: str) -> Dating | None:
    """What a person wrote where a date is asked: "20.05.2025", "Mayıs 2025", "2024-2025", "… – …", "fredag kl. 10 …".

    `country` (ISO 3166) says whether day or month comes first where both are possible. None when it is no date.
    """
    return exact_dating(text, country) or exact_dating(untrimmed(_ORDINAL.sub("", text)), country)


def exact_dating(text: str, country: str) -> Dating | None:
    """A text that is nothing but a date, without a day of the week or a time, as `parse_dating`."""
    folded = _ORDINAL.sub("", fold(text))
    return _single(folded, country) or _span(_LISTED.sub(r"\1-", folded), country)


@lru_cache(maxsize=1000)  # folders hold many files
def find_dating(name: str, country: str) -> Dating | None:
    """The date in the name of a file (without its suffix) or folder, None when there is none.

    The most exact one wins, then the one that stands first. The name of a download dates nothing, nor does a number
    that is no year: glued to letters, older than eTwinning, or what is counted ("2010 kişi").
    """
    folded = with_full_months(fold(name))
    if _DOWNLOAD.match(folded):
        return None
    counted = bool(_COUNTER.match(folded))
    for pattern, read in patterns():
        for found in pattern.finditer(folded):
            dating = read(found, country)
            if dating and (dating.precision is not Precision.YEAR or (not counted and _is_year(found, dating))):
                return _run_from(dating, found, country)[0]
    return None


def find_dating_in_folders(folders: Sequence[str], country: str) -> Dating | None:
    """The date that folders inside one another say, the outermost first: that of the nearest one that names a year.

    Those in it may say more: "2025" / "05 Mayıs", "2024-2025" / "Ekim", "2025" / "05" / "12", "2025" / "23 Nisan".
    """
    if not folders:
        return None
    if own := find_dating(folders[-1], country):
        return own
    above = find_dating_in_folders(folders[:-1], country)
    return above and (_inside(fold(folders[-1]), above) or above)


def school_year(text: str) -> Dating | None:
    """The school year that a text names ("2024-2025", "2024/25"), from 1 September to 30 June."""
    for found in SCHOOL_YEAR.finditer(text):
        if dating := as_school_year(found, ""):
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


def _is_year(found: re.Match[str], dating: Dating) -> bool:
    before, behind = found.string[: found.start()], found.string[found.end() :]
    alone = not before[-1:].isalnum() and not behind[:1].isalnum()
    word = re.match(r"[\W_]*([^\W\d_]*)", behind)
    return alone and dating.first.year >= _FIRST_IN_NAMES and not (word and word[1] in vocabulary().counted)


def _run_from(dating: Dating, found: re.Match[str], country: str) -> tuple[Dating, int]:
    """A date with a second day right behind it as one period, and where it ends: "2025-05-05_2025-05-09"."""
    joint = _JOINT.match(found.string, found.end())
    if joint and dating.precision is Precision.DAY:
        for pattern, read in day_patterns():
            behind = pattern.match(found.string, joint.end())
            last = read(behind, country) if behind else None
            if behind and last and 0 < (last.last - dating.first).days <= _LONGEST_DAYS:
                certain = dating.certain and last.certain
                return period(dating.first, last.last, certain=certain), behind.end()
    return dating, found.end()


def _inside(folder: str, above: Dating) -> Dating | None:
    """What a folded folder name says inside a folder of a year or month; None when nothing, or another time.

    A number alone is a month or a day where it is written with two digits: "4" is a class. "05 Mayıs" and "5 Mayıs" are
    the fifth month, "23 Nisan" is a day.
    """
    of_month = above.precision is Precision.MONTH
    if found := _named_month().fullmatch(folder):
        month = vocabulary().months[found["name"] or found["alone"]]
        day = int(found["day"] or 0)
    elif re.fullmatch(r"\d\d", folder):
        month, day = (above.first.month, int(folder)) if of_month else (int(folder), 0)
    else:
        return None
    is_month = not day or (day == month and not of_month)
    for year in sorted({above.first.year, above.last.year}):
        dating = month_in(year, month) if is_month else day_in(year, month, day)
        if dating and above.first <= dating.last and dating.first <= above.last:
            return dating
    return None


@cache
def _named_month() -> re.Pattern[str]:
    """A month alone, or a number with a month behind it and whatever follows."""
    names = month_names()
    return re.compile(rf"(?P<alone>{names})|(?P<day>\d\d?)[-._ ]*(?P<name>{names})(?:[\W_].*)?")


def _span(folded: str, country: str) -> Dating | None:
    """Two dates with a dash, a slash or a word between them: a period, from the first to the last day."""
    for first, joint, last in _halves(folded):
        if together := _single(f"{first}-{last}", country):  # "5 to 9 May 2025" like "5-9 May 2025"
            return together
        begins, ends = _single(first, country), _single(last, country)
        if begins and ends and begins.first <= ends.last:
            if joint == "-" and (begins.precision is not ends.precision or begins.precision is Precision.YEAR):
                continue  # "2025-2030" may be anything
            return period(begins.first, ends.last, certain=begins.certain and ends.certain)
    return None


def _halves(folded: str) -> Iterator[tuple[str, str, str]]:
    for mark in re.finditer(r" ?[–—] ?| - | ?/ ?| [^\W\d]+ |-", folded):
        yield folded[: mark.start()], mark[0], folded[mark.end() :]


def _single(text: str, country: str) -> Dating | None:
    return next((read(found, country) for pattern, read in patterns() if (found := pattern.fullmatch(text))), None)
