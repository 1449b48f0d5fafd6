"""What is wrong, where, and why something was done: codes and values, never words.

The words stand in `messages/<language>.yaml` under the code and are formed only at the edge (`cli`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

Values = tuple[tuple[str, str], ...]

_IN = "@"  # between a value's name and the language it is said in
_FALLBACK = "en"


class Severity(StrEnum):
    """How much a Problem matters: a note informs, a warning asks for a look, an error left something out."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A spot in a file as people are shown it; line and column count from 1."""

    file: str
    line: int | None = None
    column: int | None = None


def spot(place: Place) -> str:
    """A place in one text: the file as shown, with ":line" where known."""
    return f"{place.file}:{place.line}" if place.line else place.file


def place_in(said: str) -> Place:
    """The place that `spot` made a text of."""
    file, _, line = said.rpartition(":")
    return Place(file=file, line=int(line)) if file and line.isdecimal() else Place(file=said)


def values_of(values: dict[str, object]) -> Values:
    """Values in a fixed order, as text; of one that is said in several languages (language → text) each."""
    return tuple(sorted(pair for key, value in values.items() for pair in _spoken(key, value)))


def _spoken(key: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        yield from ((f"{key}{_IN}{language}", str(text)) for language, text in value.items())
    else:
        yield key, str(value)


def values_in(values: Values, language: str) -> dict[str, str]:
    """Values by name, each in a language, else in English, else in the first one that it is said in."""
    said: dict[str, dict[str, str]] = {}
    for key, text in values:
        name, _, spoken = key.partition(_IN)
        said.setdefault(name, {})[spoken] = text
    return {
        name: next(texts[each] for each in (language, _FALLBACK, *texts) if each in texts)
        for name, texts in said.items()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why something is as it is (a link, a clearance, a state, a rebuild): a code and what fills its sentence."""

    code: str
    values: Values = ()


def reason(code: str, **values: object) -> Reason:
    """A Reason from keywords."""
    return Reason(code=code, values=values_of(values))


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing a person should know: its words come from `messages/` by `code`."""

    code: str
    severity: Severity
    where: Place | None = None
    values: Values = ()


def note(code: str, where: Place | None = None, **values: object) -> Problem:
    """A Problem that only informs."""
    return Problem(code=code, severity=Severity.NOTE, where=where, values=values_of(values))


def warning(code: str, where: Place | None = None, **values: object) -> Problem:
    """A Problem that a person should look at; nothing was left out."""
    return Problem(code=code, severity=Severity.WARNING, where=where, values=values_of(values))


def error(code: str, where: Place | None = None, **values: object) -> Problem:
    """A Problem because of which something was left out or could not be made."""
    return Problem(code=code, severity=Severity.ERROR, where=where, values=values_of(values))
