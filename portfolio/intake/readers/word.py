"""Word documents (DOCX, ECMA-376): paragraphs, tables and properties, read from the parts without a Word library.

Names of elements are compared without their namespace: the strict form of the standard has other ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.files.table import make_table
from portfolio.files.zipguard import UnsafeArchive, open_archive, read_xml
from portfolio.intake.dates import machine_date
from portfolio.intake.identify import Format
from portfolio.intake.readers.forms import cells_of_lines, entries_of_cells
from portfolio.intake.readers.tables import entries_of
from portfolio.intake.reading import MAX_TEXT, Cell, Entry, Inscription, Reading
from portfolio.model.decision import Field

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DOCUMENT = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
# Style ids of titles: Word's own, and as Turkish, German and Swedish editions name them.
_TITLE_STYLES = frozenset({"title", "heading1", "konubal", "balk1", "titel", "berschrift1", "rubrik", "rubrik1"})
# What python-docx's own template carries: the day of the template, not of the document.
_TEMPLATE_DAY = "2013-12-23"
# Lines of a Word document have no numbers that a person could look up.
_NO_LINE = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraph:
    style: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grid:
    rows: tuple[tuple[str, ...], ...]


def read(path: Path, found: Format) -> Reading:
    """The text, title, date and forms of a Word document. Raises FileFault."""
    with open_archive(path) as archive:
        blocks = tuple(_blocks(read_xml(archive, _DOCUMENT)))
        try:
            properties = read_xml(archive, _PROPERTIES)
        except UnsafeArchive:  # some programs leave them out, and nothing depends on them
            properties = None
    paragraphs = [block for block in blocks if isinstance(block, _Paragraph)]
    headings = (paragraph.text for paragraph in paragraphs if paragraph.style.lower() in _TITLE_STYLES)
    day = machine_date(_property(properties, "created"))
    said = (
        (Field.TITLE, _property(properties, "title") or next(filter(None, headings), "")),
        (Field.DATE, "" if day == _TEMPLATE_DAY else day),
    )
    lines = (line for paragraph in paragraphs for line in paragraph.text.split("\n"))
    forms = entries_of_cells(cells_of_lines((_NO_LINE, line) for line in lines))
    grids = (entry for block in blocks if isinstance(block, _Grid) for entry in _entries(block))
    return Reading(
        format=found.key,
        text="\n".join(map(_text_of, blocks)).strip()[:MAX_TEXT],
        inscriptions=tuple(Inscription(field=field, text=text) for field, text in said if text),
        entries=(*grids, *forms),
    )


def _blocks(element: Element) -> Iterator[_Paragraph | _Grid]:
    """Paragraphs and tables in their order, also inside content controls and sections."""
    for child in element:
        match _name(child):
            case "p":
                yield _Paragraph(style=_style(child), text=_run_text(child).strip())
            case "tbl":
                yield _Grid(rows=tuple(_rows(child)))
            case _:
                yield from _blocks(child)


def _rows(table: Element) -> Iterator[tuple[str, ...]]:
    for row in table.iter():
        if _name(row) == "tr":
            cells = [cell for cell in row.iter() if _name(cell) == "tc"]
            yield tuple("\n".join(map(_text_of, _blocks(cell))).strip() for cell in cells)


def _entries(grid: _Grid) -> tuple[Entry, ...]:
    """A table of two columns is a form, "field | value" in each row; a wider one has its fields in the first row."""
    rows = [row for row in grid.rows if any(row)]
    if all(len(row) == 2 for row in rows):
        cells = (
            Cell(heading=field.rstrip(" :"), text=value, line=_NO_LINE) for field, value in rows if field and value
        )
        return entries_of_cells(cells)
    return entries_of(make_table("", ((_NO_LINE, row) for row in rows)))


def _run_text(element: Element) -> str:
    """The text inside an element; what only older programs are to show instead of a drawing is left out."""
    match _name(element):
        case "t":
            return element.text or ""
        case "tab":
            return "\t"
        case "br" | "cr":
            return "\n"
        case "Fallback" | "pPr":
            return ""
        case _:
            return "".join(map(_run_text, element))


def _text_of(block: _Paragraph | _Grid) -> str:
    if isinstance(block, _Paragraph):
        return block.text
    return "\n".join(" ".join(filter(None, row)) for row in block.rows)


def _style(paragraph: Element) -> str:
    styles = (child for child in paragraph.iter() if _name(child) == "pStyle")
    return next((value for child in styles for key, value in child.attrib.items() if key.endswith("}val")), "")


def _property(properties: Element | None, name: str) -> str:
    if properties is None:
        return ""
    texts = (child.text for child in properties.iter() if _name(child) == name)
    return " ".join((next(filter(None, texts), "")).split())


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
