"""How much may stand on a poster of a project or an event: within these limits all fits, beyond them it says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from portfolio.model.problem import Place, Problem, error

# Letters, by the key of portfolio.yaml.
LONGEST: Mapping[str, int] = {"school.name": 120, "title": 90, "text": 400, "time": 40, "place": 80, "address": 200}
MOST_LINES = 6  # of an event's text
_WHERE = Place(file="portfolio.yaml")


def find_too_long(texts: Mapping[str, str]) -> Iterator[Problem]:
    """Says of each text, by its key, how many letters are to be cut (`poster.too-long`)."""
    for key, text in texts.items():
        if (letters := len(text)) > LONGEST[key]:
            longest = LONGEST[key]
            yield error("poster.too-long", _WHERE, field=key, letters=letters, longest=longest, cut=letters - longest)
