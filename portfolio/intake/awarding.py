"""What a certificate is given for, and by whom: the project and the issuer that its text names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from portfolio.intake.cues import Marks, cues
from portfolio.intake.lines import Line, bare, line_of, lines_of

_LONGEST = 90
_FULL = 40  # letters of a line that may go on in the next one
_MOST_WORDS_BELOW = 5  # of a title in the next line
_CLOSING = '”“"»'
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

    A value inside a sentence goes up to one of the `ends`; one with ends may go on in the line below.
    """
    lines = lines_of(text)
    for place, line in enumerate(lines):
        if field := marks.field.match(line.folded):
            yield _from(lines, place, line.cut(field.end()).lstrip(_BETWEEN), ends)
        for found in marks.phrase.finditer(line.folded):
            end = ends.search(line.folded, found.end()) if ends else None
            value = line.cut(found.end(), end.start() if end else None).strip(_BETWEEN)
            value = _untold(value) if end and value else _from(lines, place, value, ends)
            if value and not value[0].islower() and len(_first_sentence(value).split()) <= _MOST_WORDS:
                yield value


def _untold(value: str) -> str:
    """A value without what begins to tell of it: "Rivers, which"."""
    title, comma, behind = value.rpartition(",")
    return title if comma and " " not in behind.strip() and behind.strip().islower() else value


def _from(lines: Sequence[Line], place: int, value: str, ends: re.Pattern[str] | None) -> str:
    """A value at the end of a line, else the line below; with `ends` together with what belongs to it further below."""
    below = [*lines[place + 1 :], line_of(""), line_of("")]
    line, following = (lines[place], below[0]) if value else (below[0], below[1])
    value = value or line.written
    if not ends or not following.written or value.endswith((*".!?;", *_CLOSING)):
        return value
    end = ends.search(following.folded)
    more = following.cut(0, end.start() if end else None)
    fits = 0 < len(more.split()) <= _MOST_WORDS_BELOW
    if cues().unfinished.fullmatch(bare(value.split()[-1])):
        return f"{value} {more}" if fits else ""
    if not _is_full(line, following, lines) or (end and not more) or _of_its_own(following):
        return value
    return f"{value} {more}" if end and fits else ""


def _is_full(line: Line, following: Line, lines: Sequence[Line]) -> bool:
    """Whether a line is so long that the next word had no place in it: a title may go on below."""
    width = max(len(each.written) for each in lines)
    return len(line.written) >= _FULL and len(line.written) + 1 + len(following.written.split()[0]) > width


def _of_its_own(line: Line) -> bool:
    """Whether a line begins something else: a day, a field of a form, who gives the paper."""
    return any(letter.isdigit() or letter == ":" for letter in line.written) or any(_searched(line.folded))


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
