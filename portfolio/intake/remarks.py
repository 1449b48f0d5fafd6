"""Remarks: short texts that people write beside things; fields ("People: 4-A"), and the sentence among them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from portfolio.columns import Columns
from portfolio.intake.markup import Line, plain_lines
from portfolio.intake.reading import Cell
from portfolio.intake.statements import FILE, Statement, described, is_field, says_people
from portfolio.model.decision import Field
from portfolio.model.problem import Place, Problem
from portfolio.model.text import Origin

# A longer sentence is a report of its own.
MAX_CAPTION = 600

# Sentences have colons too: what stands before one must be very much like a field. "Bugün" and "gün" reach 0.75.
_NEAR = 0.8
# Where a field may begin: in front of a line, or behind a sentence or a part of one.
_FIELD = re.compile(
    r"(?:^|(?<=[.:;,|!?…)–—-])\s+)(?P<heading>[^\W\d](?:(?![.:;,|!?…]\s)[^:：=\t]){0,60}?)"
    r"\s*(?P<mark>[:：=\t]|(?<=\s)[-–—](?=\s))"
)
_BETWEEN = " ;,|–—-"
_ENDED = re.compile(r"[.:;,!?…–—-]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a text says of something else; `is_report` when its own sentence is so long that it is evidence itself."""

    statements: tuple[Statement, ...]
    problems: tuple[Problem, ...]
    is_report: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fields:
    """Which headings of a text are fields: all that are known, whatever for, and what nearly is one of `wanted`."""

    columns: Columns
    wanted: Collection[Field]

    def has(self, heading: str, mark: str) -> bool:
        """Whether a heading is a field; sentences have dashes, so behind one only people are looked for."""
        if self.columns.field_of(heading)[0] == FILE:  # "Photo: …" says nothing of whose photo it is
            return False
        if mark in "-–—":
            return self.says_people(heading)
        return is_field(heading, self.columns, self.wanted, _NEAR)

    def says_people(self, heading: str) -> bool:
        """Whether it says who is there, or nearly does."""
        return says_people(heading, self.columns, self.wanted)


def read_remark(text: str, columns: Columns, wanted: Collection[Field], file: str, origin: Origin) -> Remark:
    """The wanted fields and the sentence of a text in a file (as shown); the sentence is a caption.

    What stands under a heading that `columns` know for another field, or that nearly is a wanted one, is no sentence:
    it may be names. Codes as in `described`.
    """
    parts = tuple(_parts(text, _Fields(columns=columns, wanted=wanted)))
    cells = [part for part in parts if isinstance(part, Cell) and part.text]
    statements, problems = described(cells, columns, wanted, file, origin)
    sentence = _sentence(part for part in parts if isinstance(part, Line))
    is_report = len(sentence) > MAX_CAPTION
    if sentence and not is_report:
        caption = Statement(field=Field.CAPTION, text=sentence, origin=origin, where=Place(file=file))
        statements = _with_caption(statements, caption)
    return Remark(statements=statements, problems=problems, is_report=is_report)


def _with_caption(statements: tuple[Statement, ...], caption: Statement) -> tuple[Statement, ...]:
    """Statements with one more; a caption in a field stands before it, for of two only one would be shown."""
    for place, each in enumerate(statements):
        if each.field is Field.CAPTION and not each.language:
            whole = replace(each, text=f"{each.text} {caption.text}")
            return (*statements[:place], whole, *statements[place + 1 :])
    return (*statements, caption)


def _sentence(lines: Iterable[Line]) -> str:
    """Lines as one text, headings with a colon behind."""
    text, after = "", ""
    for line in lines:
        text += f"{after}{' ' if text else ''}{' '.join(line.words.split())}"
        after = ":" if line.heading and not _ENDED.search(text) else ""
    return text


def _parts(text: str, fields: _Fields) -> Iterator[Cell | Line]:
    """Fields as cells and all else as lines. A field with nothing behind it takes the lines below it along."""
    opened: Cell | None = None
    for line in plain_lines(text):
        if not line.words:
            # Names may stand apart from their heading; another field that was left empty stays empty.
            if opened and (opened.text or not fields.says_people(opened.heading)):
                yield opened
                opened = None
            continue
        before, cells = _split(line, fields)
        if before and opened:
            opened = replace(opened, text=f"{opened.text}\n{before}".strip())
        elif before:
            yield replace(line, words=before)
        if cells:
            yield from filter(None, (opened, *cells[:-1]))
            opened = None if cells[-1].text else cells[-1]
            yield from () if opened else cells[-1:]
    if opened:
        yield opened


def _split(line: Line, fields: _Fields) -> tuple[str, tuple[Cell, ...]]:
    """What stands in a line before its first field, and its fields."""
    if line.heading and fields.has(line.words, ":"):
        return "", (Cell(heading=line.words, text="", line=line.number),)
    found = [each for each in _FIELD.finditer(line.words) if fields.has(each["heading"], each["mark"])]
    if not found:
        return line.words, ()
    ends = (*(each.start() for each in found[1:]), len(line.words))
    cells = (
        Cell(heading=each["heading"], text=line.words[each.end() : end].strip(_BETWEEN), line=line.number)
        for each, end in zip(found, ends, strict=True)
    )
    return line.words[: found[0].start()].rstrip(_BETWEEN), tuple(cells)
