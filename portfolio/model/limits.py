"""How long the texts of posters and plaques may be, and what is said of one that is longer. Letters are signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from portfolio.model.problem import Place, Problem, error
from portfolio.model.text import Phrase

SCHOOL_NAME, LINE, MOTTO = 120, 60, 120
# Of the posters of projects and events, by the key of portfolio.yaml.
LONGEST: Mapping[str, int] = {
    "school.name": SCHOOL_NAME,
    "title": 90,
    "text": 400,
    "time": 40,
    "place": 80,
    "address": 200,
}
MOST_LINES = 6  # of an event's text
_WHERE = Place(file="portfolio.yaml")
_EXCERPT = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Limited:
    """A text of a sheet: the `field` that holds it, the `key` under which the school writes it, how long it may be."""

    field: str
    key: str
    most: int


MISSION_LIMITS = (
    Limited(field="school", key="school.name", most=SCHOOL_NAME),
    Limited(field="line", key="title", most=LINE),
)

SCHOOL_LIMITS = (*MISSION_LIMITS, Limited(field="motto", key="school.motto", most=MOTTO))


def find_overlong(sheet: object, limits: Iterable[Limited]) -> Iterator[Problem]:
    """An ERROR for each text of a sheet that is longer than any sheet of its kind takes, with how much to cut."""
    for limited in limits:
        text = text_of(sheet, limited.field)
        if len(text) > limited.most:
            yield overlong(limited.key, text, limited.most)


def find_too_long(texts: Mapping[str, str]) -> Iterator[Problem]:
    """The same of texts of a project's or an event's poster, by their keys."""
    for key, text in texts.items():
        if len(text) > LONGEST[key]:
            yield overlong(key, text, LONGEST[key])


def text_of(sheet: object, field: str) -> str:
    """The text that a field holds, in whatever language it is."""
    held = getattr(sheet, field)
    return held.text if isinstance(held, Phrase) else str(held or "")


def overlong(key: str, text: str, most: int, size: str = "") -> Problem:
    """What is said of a text of which `most` letters fit, on every sheet or on one of a size ("210 × 297 mm")."""
    said = {"key": key, "text": excerpt(text), "letters": len(text), "most": most, "cut": len(text) - most}
    if size:
        return error("poster.no-room", _WHERE, **said, size=size)
    return error("poster.long-text", _WHERE, **said)


def excerpt(text: str) -> str:
    """The first words of a text, by which it is known."""
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else f"{line[:_EXCERPT].rstrip()} …"
