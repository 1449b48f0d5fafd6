"""The XML parts of office documents: elements by their names without namespaces, and a document's properties.

Namespaces differ between editions of one standard: the strict form of ECMA-376 has other ones than the usual form.
"""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from portfolio.files.zipguard import UnsafeArchive, open_archive, read_member, read_xml

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

# What stands inside a paragraph but not in its sentence: paragraphs of text boxes and notes, what is said of pictures.
_APART = frozenset({"p", "h", "title", "desc"})
_MAX_BLANKS = 100  # a file may claim any number
# Where OpenDocument (ISO/IEC 26300-3) keeps the list of its parts; it names those that are encrypted.
_MANIFEST = "META-INF/manifest.xml"


def name_of(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """The value of an attribute by its name without namespace, "" when there is none."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def properties_in(archive: zipfile.ZipFile, member: str) -> dict[str, str]:
    """The texts of the part that holds a document's properties, by name; none when it is missing or damaged."""
    try:
        root = read_xml(archive, member)
    except UnsafeArchive:  # some programs leave it out, and nothing depends on it
        return {}
    said = {name_of(child): " ".join((child.text or "").split()) for child in reversed(list(root.iter()))}
    return {name: text for name, text in said.items() if text}


def open_opendocument(path: Path) -> zipfile.ZipFile:
    """An OpenDocument file, opened. Raises UnsafeArchive, `archive.protected` when its parts are encrypted."""
    archive = open_archive(path, text_only=True)
    try:
        if b":encryption-data" in read_member(archive, _MANIFEST):
            raise UnsafeArchive("archive.protected")
    except UnsafeArchive as fault:
        if fault.code != "archive.missing":  # without a list of parts nothing can be encrypted
            archive.close()
            raise
    return archive


def text_in(element: Element) -> str:
    """The text of an OpenDocument paragraph (ISO/IEC 26300-1, 6.1); notes of reviewers and deleted text left out."""
    match name_of(element):
        case "s":
            count = attribute(element, "c")
            return " " * (min(int(count), _MAX_BLANKS) if count.isdecimal() else 1)
        case "tab":
            return "\t"
        case "line-break":
            return "\n"
        case "annotation" | "tracked-changes" | "ruby-text":
            return ""
    parts = [element.text or ""]
    for child in element:
        text = text_in(child)
        apart = text and name_of(child) in _APART
        parts += (f"\n{text}\n" if apart else text, child.tail or "")
    return "".join(parts)


def word_text(element: Element) -> str:
    """The text inside an element of a Word document; what only older programs are to show of a drawing is left out."""
    match name_of(element):
        case "t":
            return element.text or ""
        case "tab":
            return "\t"
        case "br" | "cr":
            return "\n"
        case "Fallback" | "pPr":
            return ""
        case _:
            return "".join(map(word_text, element))
