"""What a command says, as values, so that it can be said again: on a terminal, as plain lines or for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from portfolio.cli.console import Console
from portfolio.cli.words import Words
from portfolio.errors import ExitCode
from portfolio.files.packed import pack, unpacking
from portfolio.model.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One thing said: `how` is what the Console calls it, the rest what it was given."""

    how: str
    rows: tuple[tuple[str, ...], ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """All that a command says, and the code that it ends with."""

    sayings: tuple[Saying, ...]
    code: int


class Recorder(Console):
    """A console that says nothing and keeps everything."""

    def __init__(self, words: Words) -> None:
        super().__init__(words, as_json=False)
        self._sayings: list[Saying] = []

    def answer(self, code: ExitCode) -> str:
        """All that was said until now, as text."""
        return pack(Answer(sayings=tuple(self._sayings), code=int(code))).decode(errors="surrogatepass")

    def line(self, text: str = "") -> None:
        """A line of text."""
        self._sayings.append(Saying(how="line", rows=((text,),)))

    def quote(self, text: str) -> None:
        """A line that is never broken."""
        self._sayings.append(Saying(how="quote", rows=((text,),)))

    def table(self, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """A table."""
        self._sayings.append(Saying(how="table", rows=(tuple(headings), *map(tuple, rows))))

    def problems(self, problems: Iterable[Problem]) -> None:
        """Problems in words."""
        self._sayings.append(Saying(how="problems", problems=tuple(problems)))

    def json(self, command: str, content: Mapping[str, Any], problems: Iterable[Problem]) -> None:
        """The one JSON document."""
        told = json.dumps(content, ensure_ascii=False)
        self._sayings.append(Saying(how="json", rows=((command, told),), problems=tuple(problems)))


def say_again(answer: str, console: Console) -> ExitCode:
    """Say what a Recorder kept. Raises ValueError or TypeError when it is damaged."""
    told = unpacking(Answer)(answer.encode(errors="surrogatepass"))
    for saying in told.sayings:
        match saying.how:
            case "line":
                console.line(saying.rows[0][0])
            case "quote":
                console.quote(saying.rows[0][0])
            case "table":
                console.table(saying.rows[0], saying.rows[1:])
            case "problems":
                console.problems(saying.problems)
            case _:
                command, content = saying.rows[0]
                console.json(command, json.loads(content), saying.problems)
    return ExitCode(told.code)
