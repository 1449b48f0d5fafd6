"""What is shown: for people on a terminal, as plain lines elsewhere, or as one JSON document.

Results go to standard output, progress to standard error, so that a result can be piped.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from time import monotonic
from typing import TYPE_CHECKING, Any, TextIO

from portfolio import __version__
from portfolio.cli.interruption import stop_when_interrupted
from portfolio.cli.timeleft import told_left
from portfolio.cli.words import Words
from portfolio.model.events import Progress, Stage
from portfolio.model.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_INDENT = "    "
_BETWEEN = "  "  # the columns of a plain table
_WIDEST = 100  # letters of a line in it
# How a line begins: what follows when it is broken stands below the first word.
_BEGINNING = re.compile(r"\s*(?:(?:[→–?✓✕]|\d+[.]) )?")


class Console:
    """The one way out; `as_json` keeps everything for people quiet."""

    def __init__(self, words: Words, *, as_json: bool, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self.words = words
        self.as_json = as_json
        self._out = out or sys.stdout
        self._err = err or sys.stderr
        self._stage: Stage | None = None
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        self._begun = 0.0  # when the stage began

    @property
    def draws(self) -> bool:
        """Whether progress is drawn: on a terminal, for people."""
        return not self.as_json and self._err.isatty()

    # --- results ---

    def say(self, key: str, /, **values: object) -> None:
        """One line for people."""
        self.line(self.words.say(key, **values))

    def line(self, text: str = "") -> None:
        """A line of text for people, on a terminal broken between words."""
        self.quote(self._broken(text))

    def lines(self, texts: Iterable[str]) -> None:
        """Lines for people; a command among them stands by itself, and is never broken."""
        for text in texts:
            if text.lstrip().startswith("portfolio "):
                self.quote(text)
            else:
                self.line(text)

    def quote(self, text: str) -> None:
        """A line for people to copy, as it is: never broken."""
        if not self.as_json:
            print(text, file=self._out)

    def table(self, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """A table for people: drawn on a terminal, else one line a row, its cells two blanks apart.

        Only where that would be too wide to read are cells broken, between words.
        """
        if self.as_json:
            return
        every = [tuple(row) for row in rows]
        if self._out.isatty():
            from rich.box import SIMPLE_HEAD
            from rich.console import Console as RichConsole
            from rich.table import Table

            table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
            for heading, *cells in zip(headings, *every, strict=True):
                longest = max(len(word) for cell in (heading, *cells) for word in cell.split() or [""])
                table.add_column(heading, min_width=longest)  # a narrow terminal breaks no word
            for row in every:
                table.add_row(*row)
            RichConsole(file=self._out, markup=False, highlight=False, emoji=False).print(table)
            return
        table_rows = [tuple(headings), *every]
        widths = _widths(table_rows)
        for row in table_rows:
            cells = [_lines(cell, width) for cell, width in zip(row, widths, strict=True)]
            for line in zip_longest(*cells, fillvalue=""):
                padded = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
                self.quote(_BETWEEN.join(padded).rstrip())

    def problems(self, problems: Iterable[Problem]) -> None:
        """Problems in words, worst first: where, what, and on the next line what to do."""
        ranked = sorted(dict.fromkeys(problems), key=lambda problem: list(_COLOURS).index(problem.severity))
        for problem in ranked:
            self._problem(problem)

    def json(self, command: str, content: Mapping[str, Any], problems: Iterable[Problem]) -> None:
        """The one JSON document of a command (schema: `schema.json` beside this module)."""
        if self.as_json:
            document = {
                "command": command,
                "version": __version__,
                **content,
                "problems": [self._problem_json(problem) for problem in dict.fromkeys(problems)],
            }
            print(json.dumps(document, ensure_ascii=False, indent=2), file=self._out)

    # --- progress ---

    def report(self, progress: Progress) -> None:
        """A stage's progress: a bar on a terminal, one line at the stage's beginning elsewhere.

        Each step of a stage ends here, with all whole: so a Ctrl-C that came to nothing stops the command now.
        """
        stop_when_interrupted()
        if self.as_json:
            return
        label = self.words.say(f"stages.{progress.stage}")
        if self.draws:
            self._draw(progress, label)
        elif progress.stage is not self._stage and progress.total:
            print(f"{label} ({progress.total})", file=self._err)
        self._stage = progress.stage

    def rest(self) -> None:
        """Take the progress bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def _draw(self, progress: Progress, label: str) -> None:
        from rich.console import Console as RichConsole
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
        from rich.progress import Progress as Bar

        if self._bar is None:
            self._bar = Bar(
                TextColumn("{task.description}"),
                BarColumn(bar_width=30),
                MofNCompleteColumn(),
                TextColumn("{task.fields[left]}"),
                TextColumn("{task.fields[name]}", markup=False),
                console=RichConsole(file=self._err, highlight=False, emoji=False),
                transient=True,
            )
            self._bar.start()
        if progress.stage is not self._stage or self._task is None:
            if self._task is not None:
                self._bar.remove_task(self._task)
            self._task = self._bar.add_task(label, total=progress.total, name="", left="")
            self._begun = monotonic()
        left = told_left(monotonic() - self._begun, progress.done, progress.total, self.words)
        self._bar.update(self._task, completed=progress.done, total=progress.total, name=progress.name, left=left)

    # --- problems ---

    def _problem(self, problem: Problem) -> None:
        if self.as_json:
            return
        place = f"{self.place(problem.where)}: " if problem.where else ""
        head = self.words.say(f"severity.{problem.severity}")
        text = self._broken(f"{head}: {place}{self.words.what(problem)}")
        if self._out.isatty() and not os.environ.get("NO_COLOR"):  # https://no-color.org
            import click

            text = click.style(head, fg=_COLOURS[problem.severity]) + text.removeprefix(head)
        self.quote(text)
        self.line(f"{_INDENT}→ {self.words.remedy(problem)}")

    def _broken(self, text: str) -> str:
        if not text or not self._out.isatty():
            return text
        beginning = _BEGINNING.match(text)
        hanging = " " * (len(beginning[0]) if beginning else 0)
        width = max(shutil.get_terminal_size().columns, 40)
        return textwrap.fill(
            text, width, subsequent_indent=hanging or _INDENT, break_long_words=False, break_on_hyphens=False
        )

    @staticmethod
    def place(where: Place) -> str:
        """A place as editors read it: file:line:column."""
        numbers = [str(number) for number in (where.line, where.column) if number is not None]
        return ":".join([where.file, *numbers])

    def _problem_json(self, problem: Problem) -> dict[str, Any]:
        where = problem.where
        return {
            "code": problem.code,
            "severity": str(problem.severity),
            "file": where.file if where else None,
            "line": where.line if where else None,
            "column": where.column if where else None,
            "what": self.words.what(problem),
            "do": self.words.remedy(problem),
        }


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """How wide the columns of a plain table are: as their longest cells, but for the widest ones in a wide table."""
    columns = list(zip(*rows, strict=True))
    widths = [max(map(len, cells)) for cells in columns]
    least = [max(len(word) for cell in cells for word in cell.split() or [""]) for cells in columns]
    for _ in range(sum(widths) + len(_BETWEEN) * (len(widths) - 1) - _WIDEST):
        spare = [number for number in range(len(widths)) if widths[number] > least[number]]
        if not spare:
            break
        widths[max(spare, key=lambda number: widths[number])] -= 1
    return widths


def _lines(cell: str, width: int) -> list[str]:
    return textwrap.wrap(cell, max(width, 1), break_long_words=False, break_on_hyphens=False) or [""]
