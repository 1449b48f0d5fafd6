"""Presentations of PowerPoint (PPTX, ECMA-376): the texts of the slides with what is said to them, and properties."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from portfolio.files.xmlparts import attribute, name_of, properties_in
from portfolio.files.zipguard import UnsafeArchive, open_archive, read_xml
from portfolio.intake.dates import machine_date
from portfolio.intake.formats import Format
from portfolio.intake.readers.blocks import Block, Grid, Paragraph, reading_of, text_of
from portfolio.intake.readers.word import PROPERTIES
from portfolio.intake.reading import Reading

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PRESENTATION = "ppt/presentation.xml"
# What stands on every page, and the small picture of the slide on its page of notes (19.7.10, ST_PlaceholderType).
_FURNITURE = frozenset({"sldNum", "dt", "ftr", "hdr", "sldImg"})
_TITLES = frozenset({"title", "ctrTitle"})


def read(path: Path, found: Format) -> Reading:
    """The text of the slides and notes in their order, title and date. Raises FileFault."""
    with open_archive(path, text_only=True) as archive:
        slides = _slides(archive)
        blocks = tuple(block for slide in slides for block in _slide(archive, slide))
        properties = properties_in(archive, PROPERTIES)
    day = machine_date(properties.get("created", ""))
    return reading_of(found, blocks, title=properties.get("title", ""), day=day)


def _slides(archive: zipfile.ZipFile) -> list[str]:
    """The members that are slides, in the order in which they are shown; hidden ones too."""
    related = _related(archive, _PRESENTATION)
    ids = (_relation(each) for each in read_xml(archive, _PRESENTATION).iter() if name_of(each) == "sldId")
    return [related[each] for each in ids if each in related]


def _slide(archive: zipfile.ZipFile, slide: str) -> Iterator[Block]:
    yield from _blocks(read_xml(archive, slide))
    for member in _related(archive, slide).values():
        if member.startswith("ppt/notesSlides/"):
            yield from _blocks(read_xml(archive, member))


def _blocks(element: Element, heading: bool = False) -> Iterator[Block]:
    """The paragraphs and tables of a slide; its title is a heading."""
    for child in element:
        match name_of(child):
            case "sp":
                kinds = {attribute(each, "type") for each in child.iter() if name_of(each) == "ph"}
                if not kinds & _FURNITURE:
                    yield from _blocks(child, bool(kinds & _TITLES))
            case "p":
                yield Paragraph(text=_text(child).strip(), heading=heading)
            case "tbl":
                yield Grid(rows=tuple(_rows(child)))
            case "Fallback":  # the same again, for older programs
                pass
            case _:
                yield from _blocks(child, heading)


def _rows(table: Element) -> Iterator[tuple[str, ...]]:
    for row in table:
        if name_of(row) == "tr":
            yield tuple(text_of(_blocks(cell)) for cell in row if name_of(cell) == "tc")


def _text(paragraph: Element) -> str:
    runs = ((name_of(each), each.text or "") for each in paragraph.iter())
    return "".join(text if name == "t" else "\n" for name, text in runs if name in ("t", "br"))


def _related(archive: zipfile.ZipFile, member: str) -> dict[str, str]:
    """The members that a part refers to, by their ids (ECMA-376 part 2, 9.3)."""
    part = PurePosixPath(member)
    try:
        root = read_xml(archive, f"{part.parent}/_rels/{part.name}.rels")
    except UnsafeArchive as fault:
        if fault.code == "archive.missing":  # it refers to nothing
            return {}
        raise
    inside = (each for each in root if attribute(each, "TargetMode") != "External")
    return {attribute(each, "Id"): _member(part.parent, attribute(each, "Target")) for each in inside}


def _member(folder: PurePosixPath, target: str) -> str:
    """The name of a member that is meant from a folder of the archive, "../" resolved."""
    path = target if target.startswith("/") else f"{folder}/{target}"
    while (shorter := re.sub(r"[^/]+/\.\./", "", path, count=1)) != path:
        path = shorter
    return path.lstrip("/")


def _relation(slide: Element) -> str:
    """The id of the relation (not the slide's own one, which has no namespace)."""
    return next((value for key, value in slide.attrib.items() if key.endswith("}id")), "")
