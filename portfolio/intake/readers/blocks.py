"""What documents of word processors and slides consist of, whatever their format: paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from portfolio.files.table import make_table
from portfolio.intake.formats import Format
from portfolio.intake.readers.forms import cells_of_lines, entries_of_cells, heading_cell
from portfolio.intake.readers.tables import entries_of
from portfolio.intake.reading import MAX_TEXT, Cell, Entry, Inscription, Reading
from portfolio.model.decision import Field
from portfolio.model.text import Origin

# Lines of such documents have no numbers that a person could look up.
_NO_LINE = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph; `heading` when its style is that of a title."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: the texts of its cells, row by row."""

    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Grid


def reading_of(found: Format, blocks: Iterable[Block], *, title: str = "", day: str = "") -> Reading:
    """A document as a Reading: its text, its forms and tables; `title` and `day` (ISO) are its properties'.

    The first heading is a title too, and goes before theirs, which is often a template's.
    """
    blocks = tuple(blocks)
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    heading = next((paragraph.text for paragraph in paragraphs if paragraph.heading and paragraph.text), "")
    said = (
        (Field.TITLE, title, Origin.PROPERTIES),
        (Field.TITLE, heading, Origin.DOCUMENT),
        (Field.DATE, day, Origin.PROPERTIES),
    )
    lines = (line for paragraph in paragraphs for line in paragraph.text.split("\n"))
    forms = entries_of_cells(cells_of_lines((_NO_LINE, line) for line in lines))
    grids = (entry for block in blocks if isinstance(block, Grid) for entry in _entries(block))
    return Reading(
        format=found.key,
        text=text_of(blocks)[:MAX_TEXT],
        inscriptions=tuple(
            Inscription(field=field, text=" ".join(text.split()), origin=origin) for field, text, origin in said if text
        ),
        heading=heading_cell(" ".join(heading.split()), _NO_LINE),
        entries=(*grids, *forms),
    )


def text_of(blocks: Iterable[Block]) -> str:
    """Blocks as lines of text, the cells of a row with blanks between."""
    return "\n".join(_lines(blocks)).strip()


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (" ".join(filter(None, row)) for row in block.rows)


def _entries(grid: Grid) -> tuple[Entry, ...]:
    """A table of two columns is a form, "field | value" in each row; a wider one has its fields in the first row."""
    rows: Sequence[tuple[str, ...]] = [row for row in grid.rows if any(row)]
    if all(len(row) == 2 for row in rows):
        cells = (
            Cell(heading=field.rstrip(" :"), text=value, line=_NO_LINE) for field, value in rows if field and value
        )
        return entries_of_cells(cells)
    return entries_of(make_table("", ((_NO_LINE, row) for row in rows)))
