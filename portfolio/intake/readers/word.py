"""Word documents (DOCX, ECMA-376): paragraphs, tables and properties, read from the parts without a Word library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.files.xmlparts import attribute, name_of, properties_in, word_text
from portfolio.files.zipguard import open_archive, read_xml
from portfolio.intake.dates import machine_date
from portfolio.intake.formats import Format
from portfolio.intake.readers.blocks import Block, Grid, Paragraph, reading_of, text_of
from portfolio.intake.reading import Reading

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DOCUMENT = "word/document.xml"
PROPERTIES = "docProps/core.xml"
# Style ids of titles: Word's own, and as Turkish, German and Swedish editions name them.
_TITLE_STYLES = frozenset({"title", "heading1", "konubal", "balk1", "titel", "berschrift1", "rubrik", "rubrik1"})
# What python-docx's own template carries: the day of the template, not of the document.
_TEMPLATE_DAY = "2013-12-23"


def read(path: Path, found: Format) -> Reading:
    """The text, title, date and forms of a Word document. Raises FileFault."""
    with open_archive(path, text_only=True) as archive:
        blocks = tuple(_blocks(read_xml(archive, _DOCUMENT)))
        properties = properties_in(archive, PROPERTIES)
    day = machine_date(properties.get("created", ""))
    return reading_of(found, blocks, title=properties.get("title", ""), day="" if day == _TEMPLATE_DAY else day)


def _blocks(element: Element) -> Iterator[Block]:
    """Paragraphs and tables in their order, also inside content controls and sections."""
    for child in element:
        match name_of(child):
            case "p":
                heading = _style(child).lower() in _TITLE_STYLES
                yield Paragraph(text=word_text(child).strip(), heading=heading)
            case "tbl":
                yield Grid(rows=tuple(_rows(child)))
            case _:
                yield from _blocks(child)


def _rows(table: Element) -> Iterator[tuple[str, ...]]:
    for row in table.iter():
        if name_of(row) == "tr":
            cells = [cell for cell in row.iter() if name_of(cell) == "tc"]
            yield tuple(text_of(_blocks(cell)) for cell in cells)


def _style(paragraph: Element) -> str:
    styles = (attribute(child, "val") for child in paragraph.iter() if name_of(child) == "pStyle")
    return next(filter(None, styles), "")
