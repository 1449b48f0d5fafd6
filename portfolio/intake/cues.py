"""The words by which certificates are told from other papers and read, from `cues.yaml` beside this module."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from portfolio.files.yamlfile import plain, read_yaml
from portfolio.intake.lines import bare, phrases


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What stands before a value, as patterns for folded lines: inside a sentence, or where a line of a form begins.

    A form's word has a colon behind it or is alone in its line, on one side of a slash where two languages stand.
    """

    phrase: re.Pattern[str]
    field: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The vocabulary: a pattern or Marks for each list of `cues.yaml`, whose comments say what each is for."""

    titles: re.Pattern[str]
    in_names: re.Pattern[str]
    ceremonies: re.Pattern[str]
    title_fillers: re.Pattern[str]
    other_papers: re.Pattern[str]
    matters: re.Pattern[str]
    applications: re.Pattern[str]
    refusals: re.Pattern[str]
    awards: re.Pattern[str]
    gains: re.Pattern[str]
    own_news: re.Pattern[str]
    participations: re.Pattern[str]
    completions: re.Pattern[str]
    thanks: re.Pattern[str]
    holders: Marks
    greetings: Marks
    introductions: Marks
    honorifics: re.Pattern[str]
    before_names: re.Pattern[str]
    after_names: re.Pattern[str]
    name_particles: re.Pattern[str]
    pupils: re.Pattern[str]
    classes: re.Pattern[str]
    teachers: re.Pattern[str]
    together: re.Pattern[str]
    schools: re.Pattern[str]
    schools_before_names: re.Pattern[str]
    school_particles: re.Pattern[str]
    several_schools: re.Pattern[str]
    projects: Marks
    project_ends: re.Pattern[str]
    unfinished: re.Pattern[str]
    work_for_projects: re.Pattern[str]
    projects_before_titles: re.Pattern[str]
    projects_behind_titles: re.Pattern[str]
    beside_titles: re.Pattern[str]
    issuers: Marks
    label_words: tuple[re.Pattern[str], ...]
    known_issuers: tuple[re.Pattern[str], ...]
    issued: Marks
    papers: re.Pattern[str]
    issued_behind: re.Pattern[str]
    begins: Marks
    ends: Marks
    expires: Marks
    expires_behind: re.Pattern[str]
    valid: Marks
    unrelated: Marks


@cache
def cues() -> Cues:
    """The vocabulary that comes with the program."""
    words = plain(read_yaml(Path(__file__).with_name("cues.yaml")))
    assert isinstance(words, dict)
    made = {field.name: _made(str(field.type), words[field.name]) for field in fields(Cues)}
    return Cues(**made)


def _made(kind: str, words: object) -> Any:
    if isinstance(words, list):
        return tuple(phrases([str(word)]) for word in words)
    assert isinstance(words, dict)
    every = [str(word) for names in words.values() for word in names]
    return _marks(every) if kind == Marks.__name__ else phrases(every)


def _marks(words: Iterable[str]) -> Marks:
    every = tuple(words)
    forms = sorted((bare(word.removesuffix(":")) for word in every if word.endswith(":")), key=len, reverse=True)
    half = r"[^:/]{1,40}"
    either = "|".join(map(re.escape, forms)) or "(?!)"
    return Marks(
        phrase=phrases(word for word in every if not word.endswith(":")),
        field=re.compile(rf"^(?:{half}/ ?)?(?:{either})(?: ?/{half})? ?(?::|$)"),
    )
