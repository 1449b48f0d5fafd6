"""Remarks: short texts that people write beside things; fields ("People: 4-A"), and the sentence among them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from portfolio.columns import Columns
from portfolio.i18n import fold
from portfolio.intake.markup import Line, plain_lines
from portfolio.intake.people import is_group, portrayal
from portfolio.intake.reading import Cell
from portfolio.intake.statements import FILE, Statement, described, is_field, says_people
from portfolio.model.decision import REDACTING, Field
from portfolio.model.evidence import PortrayalState
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
_SENTENCE_ENDS = re.compile(r"\w\w[.!?…]$")  # behind an initial no sentence ends


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
    answers: Mapping[str, Iterable[str]]

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

    def goes_on(self, field: Cell, line: str) -> bool:
        """Whether a line below a field with names has more of them: in doubt it has, for nobody's name is a caption."""
        if not self.says_people(field.heading):
            return False
        if portrayal(field.text, self.answers, by="").state is not PortrayalState.RECOGNISABLE:
            return False
        if self._is_cut(field.text):
            return True
        words = line.split()
        named = all(not word[0].isalpha() or word[0].isupper() or self._joins(word) for word in words)
        return named and not _SENTENCE_ENDS.search(line) and (len(words) > 1 or not is_group(field.text))

    def longer(self, field: Cell, line: str) -> Cell:
        """A field with one more line; names one below the other are a list, like those with commas between."""
        if not field.text or self._is_cut(field.text) or not self.says_people(field.heading):
            between = " "
        else:
            between = ", " if "," in field.text and not re.search(r"[;\n]", field.text) else "\n"
        return replace(field, text=f"{field.text}{between}{line}".strip())

    def _is_cut(self, text: str) -> bool:
        """Whether a list breaks off, for the line was full."""
        return text.endswith((",", ";")) or self._joins(text.split()[-1])

    def _joins(self, word: str) -> bool:
        return fold(word) in map(fold, self.answers.get("and", ()))


def read_remark(
    text: str,
    columns: Columns,
    wanted: Collection[Field],
    file: str,
    origin: Origin,
    answers: Mapping[str, Iterable[str]],
) -> Remark:
    """The wanted fields and the sentence of a text in a file (as shown); the sentence is a caption.

    `answers` are the framework's words for nobody, and between names. What stands under a heading that `columns` know
    for another field, or that nearly is a wanted one, is no sentence: it may be names. Codes as in `described`.
    """
    parts = tuple(_parts(text, _Fields(columns=columns, wanted=wanted, answers=answers)))
    cells = [
        part
        for part in parts
        if isinstance(part, Cell) and (part.text or columns.field_of(part.heading)[0] in REDACTING)
    ]
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
    """Fields as cells and all else as lines. A field takes the lines below it along when they must be its own."""
    opened: Cell | None = None
    patient = False  # whether a field with nothing behind it waits for what stands below an empty line
    for line in plain_lines(text):
        before, cells = _split(line, fields)
        if opened and not line.words and (opened.text or not patient):
            yield _closed(opened)
            opened = None
        elif opened and before and (not opened.text or fields.goes_on(opened, before)):
            opened = fields.longer(opened, before)
        elif before:
            yield from [_closed(opened)] if opened else []
            opened = None
            yield replace(line, words=before)
        if cells:
            yield from [_closed(opened)] if opened else []
            yield from map(_closed, cells[:-1])
            opened = cells[-1]
            # Names may stand apart from their heading; another field that was left empty stays empty.
            patient = line.heading or fields.says_people(opened.heading)
    if opened:
        yield _closed(opened)


def _closed(field: Cell) -> Cell:
    return replace(field, text=field.text.strip(_BETWEEN))


def _split(line: Line, fields: _Fields) -> tuple[str, tuple[Cell, ...]]:
    """What stands in a line before its first field, and its fields."""
    if line.heading and fields.has(line.words, ":"):
        return "", (Cell(heading=line.words, text="", line=line.number),)
    found = [each for each in _FIELD.finditer(line.words) if fields.has(each["heading"], each["mark"])]
    if not found:
        return line.words, ()
    ends = (*(each.start() for each in found[1:]), len(line.words))
    cells = (
        Cell(heading=each["heading"], text=line.words[each.end() : end].strip(), line=line.number)
        for each, end in zip(found, ends, strict=True)
    )
    return line.words[: found[0].start()].rstrip(_BETWEEN), tuple(cells)
