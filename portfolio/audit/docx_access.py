"""What who hears a Word document needs of it: headings in order, headings of tables, words for pictures, languages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from portfolio.model.problem import Problem, error, warning

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
DATA = "Ruled"  # the style of tables that hold data; the others only place what stands in them
FIRST_ROW, FIRST_COLUMN = 0x0020, 0x0080  # of a table's look (ISO/IEC 29500-1, 17.4.55)
_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})+|[a-z]{3}", re.IGNORECASE)  # as Word knows languages: "sv-SE", "kmr"
_SEQUENCE = re.compile(r"\s*SEQ\s+(\w+)(?:.*?\\r\s+(\d+))?")
_SHOWN = 60  # letters of a heading that is named


def access_faults(story: Element, styles: Element) -> Iterator[Problem]:
    """What is lacking, each once.

    `audit.alternative` (a picture without words), `audit.headings` (a level that is left out), `audit.table-headings`
    (a table of data without a heading row that is repeated, nor a heading column), `audit.language` (of a part, without
    its region), `audit.sequence` (a number that Word would count otherwise).
    """
    names = {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")}
    for drawing in story.iter(DRAWING):
        if not drawing.get("descr", "").strip():
            yield error("audit.alternative", picture=drawing.get("title", ""))
    yield from _heading_faults(story, names)
    yield from _table_faults(story, names)
    for language in sorted({_value(mark) for mark in story.iter(f"{W}lang")}):
        if not _TAG.fullmatch(language):
            yield error("audit.language", found=language)
    yield from _sequence_faults(story)


def _heading_faults(story: Element, styles: dict[str, Element]) -> Iterator[Problem]:
    headings = [(level, part) for part in story.iter(f"{W}p") if (level := _level(part, styles))]
    for (before, _), (level, heading) in pairwise([(0, story), *headings]):
        if level > before + 1:
            words = "".join(part.text or "" for part in heading.iter(f"{W}t"))
            yield warning("audit.headings", level=level, before=before, title=words[:_SHOWN])


def _level(paragraph: Element, styles: dict[str, Element]) -> int:
    """The level of a heading, from 1, by its own word or its style's; 0 of any other paragraph."""
    style = styles.get(_value(paragraph.find(f"{W}pPr/{W}pStyle")))
    said = (_value(part.find(f"{W}pPr/{W}outlineLvl")) for part in (paragraph, style) if part is not None)
    outline = next(filter(None, said), "")
    return int(outline) + 1 if outline.isdecimal() and int(outline) < 9 else 0


def _table_faults(story: Element, styles: dict[str, Element]) -> Iterator[Problem]:
    for table in story.iter(f"{W}tbl"):
        style = styles.get(_value(table.find(f"{W}tblPr/{W}tblStyle")))
        look = int(_value(table.find(f"{W}tblPr/{W}tblLook")) or "0", 16)
        is_data = style is not None and _value(style.find(f"{W}name")) == DATA
        repeated = table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
        if (is_data and not look & (FIRST_ROW | FIRST_COLUMN)) or (look & FIRST_ROW and not repeated):
            yield warning("audit.table-headings", title=_value(table.find(f"{W}tblPr/{W}tblCaption")))


def _sequence_faults(story: Element) -> Iterator[Problem]:
    """Counts as Word does when somebody has it update its fields."""
    counts: defaultdict[str, int] = defaultdict(int)
    for paragraph in story.iter(f"{W}p"):
        expected, shown = "", ""
        for run in paragraph.iter(f"{W}r"):
            mark = run.find(f"{W}fldChar")
            kind = "" if mark is None else mark.get(f"{W}fldCharType", "")
            code = _SEQUENCE.match(run.findtext(f"{W}instrText") or "")
            if code:
                counts[code[1]] = int(code[2]) if code[2] else counts[code[1]] + 1
                expected = str(counts[code[1]])
            elif kind == "end" and expected:
                if shown != expected:
                    yield error("audit.sequence", found=shown, expected=expected)
                expected, shown = "", ""
            elif expected:
                shown += run.findtext(f"{W}t") or ""


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(f"{W}val", "")
