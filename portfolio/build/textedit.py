"""One of the school's own texts set anew in its file, between its headings; every other line stays as it is."""

from __future__ import annotations

import re

from portfolio.errors import ProjectError
from portfolio.model.problem import Place, error
from portfolio.narratives import Headings, bodies_in, lines_of, texts_in

_BREAK = re.compile(r"\r\n|\r|\n")


def body_of(source: str, key: str, headings: Headings) -> str:
    """A text as it stands in its file, with comments, without the blank lines round it; "" where there is none."""
    begin, end = bodies_in(source, _name(key), headings).get(key, (0, 0))
    return "\n".join(line.rstrip("\r\n") for line in lines_of(source)[begin:end]).strip("\n")


def with_body(source: str, key: str, body: str, headings: Headings, *, file: str, newline: str) -> str:
    """The source of a file with another text of a key; a part that is not there yet begins at its end.

    Raises ProjectError: `narrative.begins-other` where a line would begin another text, `narrative.swallows` where what
    follows would be taken for a part of this one.
    """
    written = _BREAK.split(body.strip("\r\n"))
    if not any(map(str.strip, written)):
        written = []
    name = _name(key)
    alone = "\n".join(written)
    if others := bodies_in(alone, name, headings).keys() - {name}:
        raise ProjectError(error("narrative.begins-other", Place(file=file), other=min(others).rpartition("/")[2]))
    lines = lines_of(source)
    bodies = bodies_in(source, name, headings)
    if key in bodies:
        begin, end = bodies[key]
        before, after = _blank_lines(lines[begin:end])
        last = end == len(lines)
        if written and begin and not before:
            before = [newline]
        if written and not last and not after:
            after = [newline]
        new = [f"{line}{newline}" for line in written]
        if new and last and lines[begin:end] and not lines[-1].endswith(("\n", "\r")):
            new[-1] = new[-1].removesuffix(newline)
        lines[begin:end] = [*before, *new, *after]
    elif written:
        if lines and not lines[-1].endswith(("\n", "\r")):
            lines[-1] += newline
        gap = [newline] if lines and lines[-1].strip() else []
        heading = f"## {key.rpartition('/')[2]}{newline}"
        lines += [*gap, heading, newline, *(f"{line}{newline}" for line in written)]
    new_source = "".join(lines)
    wanted = texts_in(source, name, headings) | {key: texts_in(alone, name, headings).get(name, "")}
    found = texts_in(new_source, name, headings)
    if {each: text for each, text in wanted.items() if text} != found:
        raise ProjectError(error("narrative.swallows", Place(file=file)))
    return new_source


def _name(key: str) -> str:
    return key.partition("/")[0]


def _blank_lines(lines: list[str]) -> tuple[list[str], list[str]]:
    """The blank lines at the beginning and at the end of some; of nothing but blank lines all are at the end."""
    told = [place for place, line in enumerate(lines) if line.strip()]
    return (lines[: told[0]], lines[told[-1] + 1 :]) if told else ([], lines)
