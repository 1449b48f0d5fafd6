"""Who a written Word document names as its makers: the school, and nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.files.fault import FileFault
from portfolio.files.zipguard import open_archive, read_xml
from portfolio.model.problem import Place, Problem, error

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

CORE = "docProps/core.xml"
# Core properties that are no person's (ISO/IEC 29500-2, 11.1).
_IMPERSONAL = frozenset({"title", "subject", "language"})
# Parts in which Word keeps people, comments and whatever other programs leave behind.
_PERSONAL = re.compile(r"docProps/(?!core\.xml$).*|customXml/.*|word/(comments|people|commentsE|commentsI|glossary).*")
# Attributes that name who wrote or changed something, or in which session.
_MARK = re.compile(r"(author|initials|userId|rsid\w*)", re.IGNORECASE)


def inspect_makers(path: Path, author: str) -> tuple[Problem, ...]:
    """What a document tells of people beside its `author`, the school: `audit.maker`, or `audit.unreadable`."""
    where = Place(file=path.name)
    try:
        with open_archive(path) as archive:
            names = archive.namelist()
            found = [name for name in names if _PERSONAL.fullmatch(name)]
            found += _core(read_xml(archive, CORE), author) if CORE in names else []
            found += [
                f"{name}: {mark}"
                for name in names
                if name.endswith(".xml") and name != "[Content_Types].xml"
                for mark in sorted(set(_marks(read_xml(archive, name))))
            ]
    except (FileFault, OSError) as fault:
        return (error("audit.unreadable", where, fault=type(fault).__name__),)
    return tuple(error("audit.maker", where, part=part) for part in found)


def _core(properties: Element, author: str) -> Iterator[str]:
    """Properties that name a person, or a time."""
    for field in properties:
        name = field.tag.rpartition("}")[2]
        if name not in _IMPERSONAL and not (name == "creator" and field.text == author):
            yield f"{CORE}: {name}"


def _marks(root: Element) -> Iterator[str]:
    for element in root.iter():
        for attribute in element.attrib:
            name = attribute.rpartition("}")[2]
            if _MARK.fullmatch(name):
                yield name
