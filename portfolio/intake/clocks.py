"""What cameras and computers write as the time of a file, and whether it can be true."""

from __future__ import annotations

import re
from datetime import date, timedelta

from portfolio.intake.datestyles import FIRST_YEAR

# EXIF "2025:05:20 18:45:43", XMP and OOXML "2025-05-20T18:45:43+03:00", PDF "D:20250520184543+03'00'".
_WRITTEN = re.compile(
    r"(?:D:)?(\d{4})(?:[:-]?(\d\d)(?:[:-]?(\d\d)(?:[T ]?([01]\d|2[0-3]):?([0-5]\d)(?::?([0-5]\d))?)?)?)?"
)
# A clock in another time zone may be a day ahead.
_AHEAD = timedelta(days=1)
# Clocks that lost their power begin again on the first day of some year: of up to this one whatever the hour, for
# nothing here is so old; of a later one in the first hour.
_BEGINNING = 2000


def moment(text: str) -> str:
    """A time as ISO text, as exactly as it is written ("2025-05-20T18:45:43", "2025-05"); "" when there is none."""
    found = _WRITTEN.match(text)
    if not found:
        return ""
    day, clock = [part for part in found.groups()[:3] if part], [part for part in found.groups()[3:] if part]
    try:
        date(*(int(part) for part in (*day, "01", "01")[:3]))
    except ValueError:
        return ""
    return "-".join(day) + ("T" + ":".join(clock) if clock else "")


def day_of(moment: str) -> str:
    """The day of a moment, or its month or year where that is all that is known."""
    return moment.partition("T")[0]


def is_future(moment: str, today: date) -> bool:
    """Whether a moment had not come yet on a day, wherever its clock stood."""
    year, month, day = (int(part) for part in (*day_of(moment).split("-"), "01", "01")[:3])
    return date(year, month, day) - today > _AHEAD


def is_unset(moment: str) -> bool:
    """Whether a moment is what a clock tells that nobody has set."""
    day, _, clock = moment.partition("T")
    year = int(day[:4])
    return year < FIRST_YEAR or (day[4:] == "-01-01" and (year <= _BEGINNING or clock[:2] == "00"))
