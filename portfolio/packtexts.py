"""How texts, keys and names are written in every file of a framework pack."""

from __future__ import annotations

import re
from typing import Annotated, TypeVar

from pydantic import AfterValidator, StringConstraints

from portfolio.files.shape import Shape, invalid
from portfolio.model.country import is_country
from portfolio.model.framework import PLAN

V = TypeVar("V")


def _with_english(texts: dict[str, V]) -> dict[str, V]:
    """English is what every other language falls back to."""
    if "en" not in texts:
        raise invalid("framework.no-english")
    return texts


_KEY = r"[a-z0-9]+(-[a-z0-9]+)*"


def _key(text: str) -> str:
    """What a file of a text can be called, and a heading in it; "plan" is the heading of every pillar's plan."""
    if text == PLAN or not re.fullmatch(_KEY, text, re.ASCII):
        raise invalid("framework.key")
    return text


def _lettered(stem: str) -> str:
    if not any(map(str.isalpha, stem)):
        raise ValueError("no letter")
    return stem


def _country(code: str) -> str:
    if not is_country(code):
        raise invalid("framework.country")
    return code


Text = Annotated[str, StringConstraints(min_length=1)]
Names = tuple[Text, ...]
Country = Annotated[str, AfterValidator(_country)]
Key = Annotated[str, AfterValidator(_key)]
Stems = tuple[Annotated[Text, AfterValidator(_lettered)], ...]
Texts = Annotated[dict[str, Text], AfterValidator(_with_english)]


class WordingShape(Shape):
    """A text, whether a source has these very words, and which: the key of one of the file's `sources`, or its name."""

    print: Text
    official: bool
    source: Text
    match: Names = ()


Wordings = Annotated[dict[str, WordingShape], AfterValidator(_with_english)]
