"""How much may stand on a poster of a project or an event: within these limits all fits, beyond them it says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from portfolio.model.limits import overlong
from portfolio.model.problem import Problem

# Letters, by the key of portfolio.yaml.
LONGEST: Mapping[str, int] = {"school.name": 120, "title": 90, "text": 400, "time": 40, "place": 80, "address": 200}
MOST_LINES = 6  # of an event's text


def find_too_long(texts: Mapping[str, str]) -> Iterator[Problem]:
    """Says of each text, by its key, how many letters are to be cut (`poster.long-text`)."""
    for key, text in texts.items():
        if len(text) > LONGEST[key]:
            yield overlong(key, text, LONGEST[key])
