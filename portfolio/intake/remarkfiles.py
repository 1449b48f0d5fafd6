"""Remarks in files: texts, documents and mails in lines and sentences, files of keys and tables in their cells."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from portfolio.columns import Columns
from portfolio.intake.contents import ReadFile
from portfolio.intake.formats import FORMATS, Family
from portfolio.intake.reading import Cell, Entry, Reading
from portfolio.intake.remarks import Remark, read_remark
from portfolio.intake.statements import described, says_people
from portfolio.model.decision import Field
from portfolio.model.text import Origin

# So many words may a heading have where a table's cells stand beside each other with nothing but blanks between.
_HEADING = 3


def remark_in(
    each: ReadFile,
    columns: Columns,
    wanted: Collection[Field],
    origin: Origin,
    answers: Mapping[str, Iterable[str]],
) -> Remark:
    """What a file says of others, as in `read_remark`; a table says no sentence."""
    name, reading = each.file.name, each.reading
    cells = [cell for entry in reading.entries for cell in entry.cells]
    match FORMATS[reading.format].family:
        case Family.TEXT | Family.MESSAGE | Family.PDF:
            return read_remark(reading.text, columns, wanted, name, origin, answers)
        case Family.WORD:
            remark = read_remark(_without_tables(reading), columns, wanted, name, origin, answers)
            told = {statement.field for statement in remark.statements}
            cells = [cell for cell in cells if columns.field_of(cell.heading)[0] not in told]
            statements, problems = described(cells, columns, wanted, name, origin)
            problems = (*remark.problems, *problems)
            return Remark(statements=(*remark.statements, *statements), problems=problems, is_report=remark.is_report)
        case Family.TABLE | Family.WORKBOOK:
            cells = _formed(reading.entries, columns) or cells
            if not any(says_people(cell.heading, columns, wanted) for cell in cells):
                cells += _beside(reading.text, columns, wanted)
    statements, problems = described(cells, columns, wanted, name, origin)
    return Remark(statements=statements, problems=problems, is_report=False)


def _formed(entries: Sequence[Entry], columns: Columns) -> list[Cell]:
    """The cells of a table that is a form, "field | value" in each row: its reader takes the first for headings."""
    rows = [entry.cells for entry in entries]
    if not rows or not rows[0] or any(entry.unheaded for entry in entries):
        return []
    headings = list(dict.fromkeys(cell.heading for cells in rows for cell in cells))
    fields = [headings[0], *(cells[0].text for cells in rows)]
    if len(headings) != 2 or not all(columns.field_of(field)[0] for field in fields):
        return []
    first = Cell(heading=headings[0], text=headings[1], line=1)
    return [
        first,
        *(Cell(heading=cells[0].text, text=cells[1].text, line=cells[0].line) for cells in rows if cells[1:]),
    ]


def _without_tables(reading: Reading) -> str:
    """A document's text without the lines that are rows of its tables: names in them are no caption."""
    rows = set[str]()
    for entry in reading.entries:
        rows |= {f"{cell.heading} {cell.text}" for cell in entry.cells}
        rows |= {" ".join(cell.text for cell in entry.cells), " ".join(cell.heading for cell in entry.cells)}
    return "\n".join(line for line in reading.text.split("\n") if line.strip() not in rows)


def _beside(text: str, columns: Columns, wanted: Collection[Field]) -> Iterator[Cell]:
    """Who is there in a table without headings, "people" in one cell and names in the next."""
    for number, line in enumerate(text.split("\n"), start=1):
        words = line.split()
        for count in range(1, min(_HEADING, len(words) - 1) + 1):
            heading = " ".join(words[:count])
            if says_people(heading, columns, wanted):
                yield Cell(heading=heading, text=" ".join(words[count:]), line=number)
                break
