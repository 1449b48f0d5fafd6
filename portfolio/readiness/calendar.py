"""The round's dates as a calendar file: RFC 5545, all-day events with a reminder a week and a day before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_OCTETS = 75  # of a line, without its end (RFC 5545, 3.1)
_PRODUCT = "-//portfolio//readiness//EN"
_REMINDERS = ("-P7D", "-P1D")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A day to remember: `key` tells it from the others of the same calendar and never changes with its date."""

    key: str
    day: date
    title: str
    text: str


def calendar(events: Iterable[Event], *, name: str, stamp: date) -> str:
    """A calendar file. `name` and each event's key make its UID, so that a day that moves moves in the calendar too.

    `stamp` is when the file is said to be made: a day of the project's, no clock, so that the same project gives the
    same bytes.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
        *(line for event in events for line in _event(event, name, stamp)),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(event: Event, name: str, stamp: date) -> Iterator[str]:
    uid = hashlib.sha256(f"{name}\n{event.key}".encode()).hexdigest()[:32]
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}@portfolio.invalid"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(event.title)}"
    if event.text:
        yield f"DESCRIPTION:{_text(event.text)}"
    yield "TRANSP:TRANSPARENT"
    for trigger in _REMINDERS:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:{trigger}", f"DESCRIPTION:{_text(event.title)}")
        yield "END:VALARM"
    yield "END:VEVENT"


def _text(text: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11)."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return "\\n".join(text.splitlines())


def _folded(line: str) -> Iterator[str]:
    """A line in parts of at most 75 octets, the later ones behind a blank; no letter is cut."""
    part = ""
    for letter in line:
        if len((part + letter).encode()) > _OCTETS:
            yield part
            part = " "
        part += letter
    yield part
