"""A written Word document, opened again as a zip of XML and held against what was composed."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.audit.docx_access import DRAWING, access_faults
from portfolio.audit.pictures import metadata_in
from portfolio.files.fault import FileFault
from portfolio.files.words import squeezed
from portfolio.files.zipguard import open_archive, read_xml
from portfolio.i18n import primary
from portfolio.model.blocks import ADDRESSES
from portfolio.model.document import Dossier, exhibits_in
from portfolio.model.form import ApplicationForm
from portfolio.model.info import InfoSheet, words_of
from portfolio.model.problem import Place, Problem, error

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
MEDIA = "word/media/"
STORY = "word/document.xml"
STYLES = "word/styles.xml"
_NUMBER = re.compile(r"[0-9A-Z]+\.\d+")  # an exhibit's
BOOKMARK_LENGTH = 40  # Word cuts off what is longer


def inspect_docx(path: Path, document: Dossier | InfoSheet | ApplicationForm) -> tuple[Problem, ...]:
    """What is wrong with a written document; nothing, when all is as composed.

    Codes: `audit.unreadable`, `audit.title`, `audit.language`, `audit.link` (leads nowhere, or a bookmark that Word
    would not keep), `audit.address` (outside, and neither http, https nor mailto), `audit.part` (one that the package
    names and lacks), `audit.metadata` (in a picture), `audit.number` (a drawing's or bookmark's number given twice),
    `audit.missing` (an exhibit's number or title), `audit.wrong-place` (an exhibit's link does not lead to its row in
    the register, or a number not to the place where it stands), `audit.field` (a text to paste), `audit.text` (one of
    an information sheet, in its place), and those of `docx_access`.
    """
    where = Place(file=path.name)
    try:
        with open_archive(path) as archive:
            story = read_xml(archive, STORY)
            faults = (
                *_package_faults(archive),
                *_frame_faults(archive, document),
                *_story_faults(story),
                *_content_faults(story, document),
                *access_faults(story, read_xml(archive, STYLES)),
            )
    except (FileFault, OSError) as fault:
        return (error("audit.unreadable", where, fault=type(fault).__name__),)
    return tuple(dict.fromkeys(replace(fault, where=where) for fault in faults))


def _content_faults(story: Element, document: Dossier | InfoSheet | ApplicationForm) -> Iterator[Problem]:
    match document:
        case Dossier():
            return _exhibit_faults(story, document)
        case InfoSheet():
            return _word_faults(story, document)
        case ApplicationForm():
            return _field_faults(story, document)


def _package_faults(archive: zipfile.ZipFile) -> Iterator[Problem]:
    """Relationships that lead out or to nothing; pictures that tell too much."""
    names = set(archive.namelist())
    for name in sorted(names):
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for relationship in read_xml(archive, name).iter(RELATIONSHIPS):
                yield from _relationship_faults(relationship, folder, names)
        elif name.startswith(MEDIA):
            found = metadata_in(archive.read(name))
            if found:
                yield error("audit.metadata", kinds=", ".join(found))


def _relationship_faults(relationship: Element, folder: str, names: set[str]) -> Iterator[Problem]:
    target, kind = relationship.get("Target", ""), relationship.get("Type", "")
    if relationship.get("TargetMode") == "External":
        if not kind.endswith("/hyperlink") or not target.lower().startswith(ADDRESSES):
            yield error("audit.address", address=target)
    elif posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") not in names:
        yield error("audit.part", part=target)


def _frame_faults(archive: zipfile.ZipFile, document: Dossier | InfoSheet | ApplicationForm) -> Iterator[Problem]:
    title = read_xml(archive, "docProps/core.xml").findtext(TITLE) or ""
    if title != document.title:
        yield error("audit.title", found=title)
    languages = read_xml(archive, STYLES).findall(f"{W}docDefaults//{W}lang")
    found = languages[0].get(f"{W}val", "") if languages else ""
    if primary(found) != primary(document.language):
        yield error("audit.language", found=found)


def _story_faults(story: Element) -> Iterator[Problem]:
    """Links inside the document, and the names and numbers that they rest on."""
    marks = [mark.get(f"{W}name", "") for mark in story.iter(f"{W}bookmarkStart")]
    known = set(marks)
    for name in sorted(_targets(story) - known):
        yield error("audit.link", target=name)
    for name, count in Counter(name.casefold() for name in marks).items():
        if count > 1 or len(name) > BOOKMARK_LENGTH:
            yield error("audit.link", target=name)
    numbers = [mark.get(f"{W}id", "") for mark in story.iter(f"{W}bookmarkStart")]
    for given in (numbers, [drawing.get("id", "") for drawing in story.iter(DRAWING)]):
        for number, count in Counter(given).items():
            if count > 1:
                yield error("audit.number", number=number)


def _targets(story: Element) -> set[str]:
    """The bookmarks that links and page references name."""
    links = {link.get(f"{W}anchor", "") for link in story.iter(f"{W}hyperlink")} - {""}
    fields = (field.text or "" for field in story.iter(f"{W}instrText"))
    return links | {words[1] for field in fields if (words := field.split())[:1] == ["PAGEREF"]}


def _exhibit_faults(story: Element, dossier: Dossier) -> Iterator[Problem]:
    """Every exhibit is there, and its number leads to the register's row that bears number and title."""
    everything = squeezed(_text(story))
    led: dict[str, set[str]] = {}
    for link in story.iter(f"{W}hyperlink"):
        led.setdefault(_text(link), set()).add(link.get(f"{W}anchor", ""))
    rows = dict(_listed(story))
    marked = dict(_marked(story))
    for number in filter(_NUMBER.fullmatch, led):
        if not all(marked.get(name, "").startswith(number) for name in led[number] if name):
            yield error("audit.wrong-place", number=number, title="")
    for exhibit in exhibits_in(dossier):
        title = squeezed(exhibit.title.text)
        targets = led.get(exhibit.number, set())
        if not targets or title not in everything:
            yield error("audit.missing", number=exhibit.number, title=exhibit.title.text)
        elif not any(rows.get(name, "").startswith(squeezed(exhibit.number) + title) for name in targets):
            yield error("audit.wrong-place", number=exhibit.number, title=exhibit.title.text)


def _field_faults(story: Element, form: ApplicationForm) -> Iterator[Problem]:
    """Every text to paste is there in one piece."""
    everything = squeezed(_text(story))
    for part in form.parts:
        for field in part.fields:
            if squeezed("".join(field.text)) not in everything:
                yield error("audit.field", title=field.title.text)


def _word_faults(story: Element, sheet: InfoSheet) -> Iterator[Problem]:
    """Every text is there, in the order of the sheet; a draft's word stands in the header."""
    everything, at = squeezed(_text(story)), 0
    for text in words_of(replace(sheet, watermark="")):
        found = everything.find(squeezed(text), at)
        if found < 0:
            yield error("audit.text", text=text)
        else:
            at = found + len(squeezed(text))


def _marked(story: Element) -> Iterator[tuple[str, str]]:
    """What a link leads to: bookmark, and the text of its paragraph."""
    for paragraph in story.iter(f"{W}p"):
        for mark in paragraph.iter(f"{W}bookmarkStart"):
            yield mark.get(f"{W}name", ""), squeezed(_text(paragraph))


def _listed(story: Element) -> Iterator[tuple[str, str]]:
    """The rows of tables with a heading row that something links to: bookmark and text."""
    for table in story.iter(f"{W}tbl"):
        if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None:
            for row in table.iter(f"{W}tr"):
                for mark in row.iter(f"{W}bookmarkStart"):
                    yield mark.get(f"{W}name", ""), squeezed(_text(row))


def _text(element: Element) -> str:
    return "".join(part.text or "" for part in element.iter(f"{W}t"))
