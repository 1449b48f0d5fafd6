"""Texts and presentations of LibreOffice and its relatives (ODT, ODP; ISO/IEC 26300), read from their parts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.files.xmlparts import attribute, name_of, open_opendocument, properties_in, text_in
from portfolio.files.zipguard import read_xml
from portfolio.intake.dates import machine_date
from portfolio.intake.formats import Format
from portfolio.intake.readers.blocks import Block, Grid, Paragraph, reading_of, text_of
from portfolio.intake.reading import Reading

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CONTENT, _PROPERTIES = "content.xml", "meta.xml"
# What is no text of the document: settings, what was deleted, and notes of reviewers.
_SILENT = frozenset({"tracked-changes", "annotation", "automatic-styles", "font-face-decls", "scripts", "forms"})
_TITLE_STYLE = "Title"
# A cell that repeats further is there for its looks.
_MAX_COLUMNS = 256


def read(path: Path, found: Format) -> Reading:
    """The text, title, date and forms of an OpenDocument text or presentation. Raises FileFault."""
    with open_opendocument(path) as archive:
        blocks = tuple(_blocks(read_xml(archive, _CONTENT)))
        properties = properties_in(archive, _PROPERTIES)
    day = machine_date(properties.get("creation-date", "") or properties.get("date", ""))
    return reading_of(found, blocks, title=properties.get("title", ""), day=day)


def _blocks(element: Element) -> Iterator[Block]:
    """Paragraphs and tables in their order, also inside sections, lists, frames and slides."""
    for child in element:
        match name_of(child):
            case "h":
                yield Paragraph(text=text_in(child).strip(), heading=attribute(child, "outline-level") in ("", "1"))
            case "p":
                yield Paragraph(text=text_in(child).strip(), heading=attribute(child, "style-name") == _TITLE_STYLE)
            case "table":
                yield Grid(rows=tuple(_rows(child)))
            case name if name not in _SILENT:
                yield from _blocks(child)


def _rows(table: Element) -> Iterator[tuple[str, ...]]:
    for row in table.iter():
        if name_of(row) == "table-row":
            yield tuple(_cells(row))


def _cells(row: Element) -> Iterator[str]:
    for cell in row:
        if name_of(cell) in ("table-cell", "covered-table-cell"):
            repeated = attribute(cell, "number-columns-repeated")
            text = text_of(_blocks(cell))
            for _ in range(min(int(repeated), _MAX_COLUMNS) if repeated.isdecimal() else 1):
                yield text
