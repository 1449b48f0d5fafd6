"""Which cells of a workbook's sheets are merged downwards: openpyxl does not say so while it reads row by row."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Mapping

from portfolio.files.zipguard import UnsafeArchive, read_member, read_xml

# ECMA-376 part 1, 18.3.1.55: <mergeCell ref="A2:A5"/>
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7})"')

Spans = Mapping[tuple[int, int], int]
"""(first row, column), both from 1 → last row: the text of the first cell is meant for all of them."""


def read_spans(archive: zipfile.ZipFile) -> dict[str, Spans]:
    """The downward merges of each sheet by its title; of a sheet merged over several columns only the first counts.

    A workbook built in another way than usual has none. Raises UnsafeArchive for damaged parts.
    """
    try:
        sheets = read_xml(archive, "xl/workbook.xml").findall(".//{*}sheet")
        relations = read_xml(archive, "xl/_rels/workbook.xml.rels").findall("{*}Relationship")
    except UnsafeArchive as fault:
        if fault.code == "archive.missing":
            return {}
        raise
    parts = {relation.get("Id"): posixpath.join("/xl", relation.get("Target", ""))[1:] for relation in relations}
    present = set(archive.namelist())
    spans = {}
    for sheet in sheets:
        part = parts.get(next((value for name, value in sheet.items() if name.endswith("}id")), ""))
        if part in present:
            spans[sheet.get("name", "")] = _spans(read_member(archive, part))
    return spans


def _spans(sheet: bytes) -> Spans:
    return {
        (int(first), _number(column)): int(last)
        for column, first, last in _MERGE.findall(sheet)
        if int(first) < int(last)
    }


def _number(letters: bytes) -> int:
    """A column's number: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
