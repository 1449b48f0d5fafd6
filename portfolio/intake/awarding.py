"""What a certificate is given for, and by whom: the project and the issuer that its text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from portfolio.intake.cues import Marks, cues
from portfolio.intake.lines import bare, line_of, lines_of

_LONGEST = 90
_MOST_WORDS = 9  # of a title without quotation marks inside a sentence
# Not the dot of an initial ("Ada B.") or of an ordinal.
_SENTENCE_END = re.compile(r"(?<=\w\w)[.!](?:\s|$)|;")
_TITLE = re.compile(r"[“”„\"«]([^“”„\"»«]{2,90})[”“\"»]")
# A day behind a title, with its small word: "on 14 October 2025", "am 14.10.2025".
_DATED = re.compile(r"\s(?:[^\W\d_]{1,4}\s)?\d{1,2}[. ]\s?\w+[. ]\s?\d{4}.*$")
_UNFILLED = re.compile(r"^\W*[\[{<].*[\]}>]\W*$|__|\.\.\.\.")
_BETWEEN = " \t:–—-/|"


def project_in(text: str) -> str:
    """The project that a text names: a title in quotation marks beside the word for project, or behind a cue.

    "" when there is none, or several titles stand as near.
    """
    return _quoted(text) or named_project(text)


def named_project(text: str) -> str:
    """What stands behind a cue such as "for the project" or "Project:", "" for nothing."""
    return next(filter(None, map(_title, _values(text, cues().projects, cues().project_ends))), "")


def issuer_in(text: str) -> str:
    """Who gives a certificate: what stands behind a cue, else the first body that is known to give some; else ""."""
    flow = line_of(text)
    known = (found and flow.cut(found.start(), found.end()) for found in _searched(flow.folded))
    return next(filter(None, (*map(_body, _values(text, cues().issuers)), *known)), "")


def _searched(folded: str) -> Iterator[re.Match[str] | None]:
    yield from (body.search(folded) for body in cues().known_issuers)


def _quoted(text: str) -> str:
    """The one title in quotation marks that stands beside the word for project; of several the one right beside it."""
    flow, near = line_of(text).written, dict[str, int]()
    before, behind = _beside()
    for found in (each for each in _TITLE.finditer(flow) if not _UNFILLED.search(each[1])):
        words = before.search(bare(flow[: found.start()]) + " ") or behind.match(bare(flow[found.end() :]))
        if words:
            title = found[1].strip(" ,")
            near[title] = min(len(words[0].split()), near.get(title, _LONGEST))
    nearest = [title for title, distance in near.items() if distance == min(near.values())]
    return nearest[0] if len(nearest) == 1 else ""


@cache
def _beside() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a project's title, and behind it: the word for project, a few words between them at most."""
    said = cues()
    between = rf"[\s:,.-]{{0,3}}(?:{said.beside_titles.pattern}[\s:,.-]{{1,3}}){{0,3}}"
    before = re.compile(rf"{said.projects_before_titles.pattern}{between}$")
    return before, re.compile(rf"{between}{said.projects_behind_titles.pattern}")


def _values(text: str, marks: Marks, ends: re.Pattern[str] | None = None) -> Iterator[str]:
    """What stands behind each of some marks in its line, or on the next line when the mark ends its own.

    A value inside a sentence goes up to one of the `ends`.
    """
    for line, following in pairwise((*lines_of(text), line_of(""))):
        if field := marks.field.match(line.folded):
            yield line.cut(field.end()).lstrip(_BETWEEN) or following.written
        for found in marks.phrase.finditer(line.folded):
            end = ends.search(line.folded, found.end()) if ends else None
            value = line.cut(found.end(), end.start() if end else None).strip(_BETWEEN) or following.written
            if value and not value[0].islower() and len(_first_sentence(value).split()) <= _MOST_WORDS:
                yield value


def _first_sentence(value: str) -> str:
    return _SENTENCE_END.split(value.strip(' \t,;:“”"„«»'))[0].strip()


def _title(value: str) -> str:
    """A value as a title, "" when it cannot be one."""
    title = _TITLE.match(value)
    told = title[1].strip() if title else _DATED.sub("", _first_sentence(value)).rstrip(' “”"„«».')
    may_be = len(told) <= _LONGEST and any(letter.isalpha() for letter in told) and not _UNFILLED.search(told)
    return told if may_be else ""


def _body(value: str) -> str:
    """A value as the name of a body: to a comma, a bracket, or the date behind it with its small word."""
    name = re.split(r"[,;(]", _first_sentence(value.removeprefix("the ")))[0]
    undated = re.sub(r"(?:\s+[^\W\d_]{1,4})?\s+\d.*$", "", name).strip(" -–")
    return undated if len(undated) <= _LONGEST and sum(letter.isalpha() for letter in undated) > 1 else ""
