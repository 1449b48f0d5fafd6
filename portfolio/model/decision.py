"""What a person decided about a piece, one line of decisions.csv each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from portfolio.model.problem import Place


class Field(StrEnum):
    """What can be decided of a piece; texts may carry a language (`caption.tr`)."""

    PILLAR = "pillar"
    EXCLUDE = "exclude"
    HERO = "hero"
    TITLE = "title"
    CAPTION = "caption"
    ALTERNATIVE = "alternative"
    DATE = "date"
    PEOPLE = "people"
    CREDIT = "credit"
    PLACE = "place"
    KIND = "kind"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decided value: found by `item` (an id), else by `file`. `language` is "" unless the field names one."""

    item: str
    file: str
    field: Field
    value: str
    where: Place
    language: str = ""
    by: str = ""
    on: str = ""
    because: str = ""
