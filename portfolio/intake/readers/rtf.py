"""Rich text (RTF 1.9.1) as WordPad, Word and LibreOffice write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from portfolio.files.encoding import code_page_of
from portfolio.files.fault import FileFault
from portfolio.intake.dates import machine_date
from portfolio.intake.formats import Format
from portfolio.intake.readers.blocks import Block, Grid, Paragraph, reading_of
from portfolio.intake.reading import Reading

MAX_BYTES = 40 * 2**20  # pictures stand in it as digits: many times their size

_CELL_END = "|"  # what the library writes behind each cell of a table
_INFO_TITLE = re.compile(r"\{\\info\b.{0,4000}?\{\\title\s((?:[^{}]|\{\\u[^{}]*\})*)\}", re.DOTALL)
_CREATED = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_CODE_PAGE = re.compile(r"\\ansicpg\d+")


def read(path: Path, found: Format, language: str) -> Reading:
    """The text, title, date and forms of a rich text; `language` is the writer's. Raises FileFault."""
    if path.stat().st_size > MAX_BYTES:
        raise FileFault("file.too-large", limit=MAX_BYTES // 2**20)
    source = path.read_bytes().decode("latin-1")  # RTF is ASCII; other bytes are kept for the code page
    created = _CREATED.search(source)
    return reading_of(
        found,
        _blocks(_text(source, language)),
        title=_title(source, language),
        day=machine_date("{}-{:0>2}-{:0>2}".format(*created.groups())) if created else "",
    )


def _text(source: str, language: str) -> str:
    from striprtf.striprtf import rtf_to_text

    text: str = rtf_to_text(source, encoding=code_page_of(language), errors="replace")
    # Characters beyond the first 65,536 come as two halves.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\0", "")


def _title(source: str, language: str) -> str:
    found = _INFO_TITLE.search(source)
    if not found:
        return ""
    code_page = _CODE_PAGE.search(source)
    return _text(f"{{\\rtf1\\ansi{code_page[0] if code_page else ''} {found[1]}}}", language).strip()


def _blocks(text: str) -> Iterator[Block]:
    """Lines as paragraphs, and those that are rows as tables."""
    for in_table, lines in groupby(text.split("\n"), key=lambda line: line.endswith(_CELL_END)):
        if in_table:
            yield Grid(rows=tuple(tuple(cell.strip() for cell in line.split(_CELL_END)[:-1]) for line in lines))
        else:
            yield from (Paragraph(text=line.strip()) for line in lines)
