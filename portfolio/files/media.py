"""Films and sound: their title, day and length as their headers tell; nothing is ever decoded.

Readers by format: ISO base media in `isomedia`, Matroska in `matroska`, RIFF, MP3, Ogg and FLAC in `sound`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """What a film or recording says of itself: `seconds` None, `title` and `day` (ISO) "" where it does not."""

    seconds: float | None = None
    title: str = ""
    day: str = ""


def line(raw: bytes, encoding: str = "utf-8") -> str:
    """A text out of a header, in one line."""
    return " ".join(raw.decode(encoding, "ignore").partition("\0")[0].split())


def day_after(epoch: datetime, seconds: float) -> str:
    """The day so many seconds after a format's epoch, "" for a clock that was never set (before 1990)."""
    try:
        day = epoch.astimezone(UTC) + timedelta(seconds=seconds)
    except OverflowError:
        return ""
    return day.date().isoformat() if day.year >= 1990 else ""
