"""Quotations: what pupils, parents and teachers said, in the rows of a table or the lines of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from portfolio.columns import Columns
from portfolio.i18n import fold
from portfolio.intake.dates import find_dating
from portfolio.intake.formats import FORMATS, Family
from portfolio.intake.reading import Cell, Entry, Reading
from portfolio.intake.statements import Statement, stated
from portfolio.intake.voices import NOBODY, Speaker, agreement_in, role_in, speaker_in, voices
from portfolio.model.decision import Field
from portfolio.model.framework import Framework
from portfolio.model.text import LocalText, Origin, local

# Fields of a piece that a row may have beside the quotation.
_BESIDE = frozenset({Field.PILLAR, Field.DATE, Field.PLACE})
_WHO = frozenset({"speaker", "role", "consent"})
# A longer paragraph in quotation marks is a text, not what somebody said.
_LONGEST = 900
_LONGEST_NAME = 80
_OPENING, _CLOSING = '“„”"«»', '”“"»«'
_MARKS = f" {_OPENING}{_CLOSING}"
_QUOTED = re.compile(
    rf"(?:[-*•>]\s*)*[{_OPENING}](?P<text>[^{_OPENING}{_CLOSING}]{{3,{_LONGEST}}})[{_CLOSING}]\s*[.,]?\s*"
    rf"(?:[-–—(~:]+\s*(?P<by>[^{_OPENING}{_CLOSING}]{{1,{_LONGEST_NAME}}}?)\)?\s*)?"
)
_BY = re.compile(rf"(?:>\s*)?[-–—~]+\s*(?P<by>.{{1,{_LONGEST_NAME}}})")

_Row = Mapping[str, Sequence[tuple[Cell, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundQuotation:
    """Something that was said, in one language or several, and by whom.

    `agreed`: "yes", "no", or what is written about it; "" for nothing. `line` is 0 where there are none; `statements`
    are what its row says of it beside, `day` (ISO, "" when not known) is when a form took it down.
    """

    words: LocalText
    speaker: Speaker = NOBODY
    question: str = ""
    agreed: str = ""
    line: int = 0
    statements: tuple[Statement, ...] = ()
    day: str = ""


def quotations_in(
    reading: Reading, name: str, columns: Columns, country: str, framework: Framework
) -> tuple[FoundQuotation, ...]:
    """The quotations of a file (shown as `name`), none when it is not a list of them.

    In a table each stands under a heading of its own, with the speaker, the role or the consent under another. A text
    is a list of them when all of its paragraphs are, but for headings.
    """
    rows = [(entry, _by_field(entry)) for entry in reading.entries]
    told = [(entry, row) for entry, row in rows if "quotation" in row]
    if any(_WHO & row.keys() for _, row in told):
        return tuple(_of_row(entry, row, name, columns, country, framework) for entry, row in told)
    if FORMATS[reading.format].family in (Family.TEXT, Family.WORD):
        return quotations_in_text(reading.text)
    return ()


def quotations_in_text(text: str) -> tuple[FoundQuotation, ...]:
    """The quotations of a text that is nothing but quotations in marks, each with who said it behind or below."""
    found: list[FoundQuotation] = []
    lines = [(number, line.strip()) for number, line in enumerate(text.split("\n"), start=1)]
    for number, line in _without_headings(lines):
        if quoted := _QUOTED.fullmatch(line):
            said = FoundQuotation(words=local(quoted["text"].strip()), line=number)
            found.append(replace(said, speaker=speaker_in(quoted["by"])) if quoted["by"] else said)
        elif found and found[-1].speaker == NOBODY and (by := _BY.fullmatch(line)):
            found[-1] = replace(found[-1], speaker=speaker_in(by["by"]))
        else:
            return ()
    return tuple(found)


def day_answered(cells: Iterable[Cell], country: str) -> str:
    """The day on which a form took down an answer (ISO), by the column of times that only its export has; "" else."""
    for cell in cells:
        if fold(cell.heading) in voices().survey_times and (dating := find_dating(cell.text, country)):
            return dating.first.isoformat()
    return ""


def _of_row(entry: Entry, row: _Row, name: str, columns: Columns, country: str, framework: Framework) -> FoundQuotation:
    texts = {language: cell.text.strip(_MARKS) for cell, language in reversed(row["quotation"])}
    written = {field: cells[0][0].text for field, cells in row.items()}
    speaker = speaker_in(written.get("speaker", ""))
    role = role_in(written["role"]) or written["role"] if "role" in written else speaker.role
    return FoundQuotation(
        words=LocalText(texts=tuple(reversed(texts.items()))),
        speaker=replace(speaker, role=role),
        agreed=agreement_in(written.get("consent", ""), framework.answers),
        line=row["quotation"][0][0].line,
        statements=tuple(stated(entry.cells, columns, _BESIDE, name, Origin.DOCUMENT)),
        day=day_answered(entry.cells, country),
    )


def _by_field(entry: Entry) -> _Row:
    """The cells under headings of quotations, each with the language of its heading."""
    told: dict[str, list[tuple[Cell, str]]] = {}
    for cell in entry.cells:
        field, language = voices().columns.field_of(cell.heading)
        if field:
            told.setdefault(field, []).append((cell, language))
    return told


def _without_headings(lines: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The lines with something in them, without headings of Markdown and without a title that stands alone at first."""
    filled = [(number, line) for number, line in lines if line]
    if filled and not _QUOTED.fullmatch(filled[0][1]):
        number, _ = filled[0]
        filled = filled[1:] if number == len(lines) or not lines[number][1] else filled
    return ((number, line) for number, line in filled if not line.startswith("#"))
