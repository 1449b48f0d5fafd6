"""What stands on the pages of a written Word document, set as nearly as its rules say. Lengths in mm.

A page is what stands up to the end of a section: where Word breaks one of several pages nobody knows. Places are
reckoned from the widths of columns, spacing and heights of lines; how wide letters run is guessed, so a paragraph may
be a line higher than here, and what stands below it lower.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.audit.docx import STORY, STYLES
from portfolio.audit.docx_lines import Lines
from portfolio.audit.docx_looks import Looks, child, children, ground_of, twips
from portfolio.audit.docx_pictures import Pictures
from portfolio.audit.moving import Mark, moved, rectangle
from portfolio.files.xmlparts import attribute, name_of
from portfolio.files.zipguard import open_archive, read_xml
from portfolio.model.marks import Box, FileMarks, PageMarks, PictureMark, Shape, TextMark

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MARGIN = 25.4  # of a page, where a document gives none
_EMU = 36_000  # in a mm
_THEME = "word/theme/theme1.xml"
# What is no part of a paragraph's line: what is gone, what older programs are to show, boxes that stand elsewhere.
_APART = frozenset({"pPr", "rPr", "del", "moveFrom", "Fallback", "txbxContent", "instrText", "pict"})


def read_docx_marks(path: Path, pages: int | None = None, looked: int | None = None) -> FileMarks:
    """The marks of a document's first pages, None for all; of `looked` the pictures are looked into, None for all.

    Raises UnsafeArchive (`archive.*`), OSError.
    """
    with open_archive(path) as archive:
        story, has_theme = read_xml(archive, STORY), _THEME in archive.namelist()
        looks = Looks(read_xml(archive, STYLES), read_xml(archive, _THEME) if has_theme else None)
        sections = list(_sections(child(story, "body")))[:pages]
        files = Pictures(archive)
        return FileMarks(
            pages=tuple(
                _page(number, blocks, end, _Setter(looks, files, looked is None or number <= looked))
                for number, (blocks, end) in enumerate(sections, start=1)
            )
        )


def _is_elsewhere(blocks: Iterable[Element], end: Element | None, files: Pictures) -> bool:
    """Whether a picture stands where none is looked for: at the head or foot of pages, or drawn as before 2007."""
    ends = [each for kind in ("headerReference", "footerReference") for each in children(end, kind)]
    parts = (files.part(attribute(each, "id")) for each in ends)
    outside = (each for part in parts if part is not None for each in part.iter())
    return any(name_of(each) in ("blip", "imagedata") for each in outside) or any(
        name_of(each) == "imagedata" for block in blocks for each in block.iter()
    )


def _sections(body: Element | None) -> Iterator[tuple[list[Element], Element | None]]:
    """The blocks of each section, and what says how its pages are."""
    blocks: list[Element] = []
    for block in () if body is None else body:
        if name_of(block) == "sectPr":
            yield blocks, block
            return
        blocks.append(block)
        end = child(block, "pPr", "sectPr")
        if end is not None:
            yield blocks, end
            blocks = []
    yield blocks, None


def _page(number: int, blocks: Iterable[Element], end: Element | None, setter: _Setter) -> PageMarks:
    size, margins = child(end, "pgSz"), child(end, "pgMar")

    def side(of: Element | None, name: str, usual: float) -> float:
        return twips(attribute(of, name)) if of is not None and attribute(of, name) else usual

    width, height = side(size, "w", 210.0), side(size, "h", 297.0)
    left, right, top = (side(margins, name, _MARGIN) for name in ("left", "right", "top"))
    blocks = list(blocks)
    marks = [moved(mark, left, top) for mark in setter.blocks(blocks, width - left - right)[0]]
    if setter.looked and _is_elsewhere(blocks, end, setter.files):
        marks.append(PictureMark(box=Box(0.0, 0.0, 0.0, 0.0), pixels=(0, 0), unread=True))
    texts = tuple(each for each in marks if isinstance(each, TextMark))
    return PageMarks(
        number=number,
        width=width,
        height=height,
        text="\n".join(each.text for each in texts),
        pictures=tuple(each for each in marks if isinstance(each, PictureMark)),
        texts=texts,
        shapes=tuple(each for each in marks if isinstance(each, Shape)),
    )


@dataclass(frozen=True, slots=True)
class _Setter:
    """Sets blocks below each other from the top left; what it gives are marks and the height of all."""

    looks: Looks
    files: Pictures
    looked: bool

    def blocks(self, blocks: Iterable[Element], width: float) -> tuple[list[Mark], float]:
        """Paragraphs and tables in a column."""
        marks: list[Mark] = []
        height = 0.0
        for block in blocks:
            match name_of(block):
                case "p":
                    made, high = self._paragraph(block, width)
                case "tbl":
                    made, high = self._table(block)
                case "sdt":
                    made, high = self.blocks(child(block, "sdtContent") or (), width)
                case _:
                    continue
            marks += (moved(mark, 0.0, height) for mark in made)
            height += high
        return marks, height

    def _paragraph(self, element: Element, width: float) -> tuple[list[Mark], float]:
        properties = child(element, "pPr")
        look = self.looks.paragraph(properties)
        lines = Lines(look, width)
        for run in _runs(element):
            letters = self.looks.run(properties, child(run, "rPr"))
            for part in () if letters.hidden else run:
                match name_of(part):
                    case "t":
                        lines.write(part.text or "", letters)
                    case "tab":
                        lines.write("\t", letters)
                    case "br" | "cr":
                        lines.end(letters.size)
                    case "drawing":
                        for drawing in part:
                            self._picture(drawing, lines)
                    case "AlternateContent":
                        for drawing in children(child(part, "Choice"), "drawing"):
                            for each in drawing:
                                self._picture(each, lines)
        lines.end(self.looks.run(properties, child(properties, "rPr")).size)
        height = look.before + lines.height + look.after
        ground = [rectangle(Box(0.0, 0.0, width, height), look.ground)] if look.ground else []
        return [*ground, *(moved(mark, 0.0, look.before) for mark in lines.marks)], height

    def _picture(self, drawing: Element, lines: Lines) -> None:
        extent = child(drawing, "extent")
        blip = next((each for each in drawing.iter() if name_of(each) == "blip"), None)
        if extent is None or blip is None:
            return
        width, height = (int(attribute(extent, side) or 0) / _EMU for side in ("cx", "cy"))
        lines.put(self.files.mark(attribute(blip, "embed"), Box(0.0, 0.0, width, height), looked=self.looked))

    def _table(self, element: Element) -> tuple[list[Mark], float]:
        columns = [twips(attribute(each, "w")) for each in children(child(element, "tblGrid"), "gridCol")]
        properties = child(element, "tblPr")
        turned = child(properties, "bidiVisual") is not None
        marks: list[Mark] = []
        height = 0.0
        for row in children(element, "tr"):
            cells, place = [], 0
            for cell in children(row, "tc"):
                said = child(cell, "tcPr", "gridSpan")
                span = int(attribute(said, "val") or 1) if said is not None else 1
                left, right = sum(columns[:place]), sum(columns[: place + span])
                if turned:
                    left, right = sum(columns) - right, sum(columns) - left
                cells.append((cell, left, right, *self._cell(cell, properties, right - left)))
                place += span
            least = child(row, "trPr", "trHeight")
            high = max([0.0 if least is None else twips(attribute(least, "val")), *(each[-1] for each in cells)])
            for cell, left, right, made, own in cells:
                look = child(cell, "tcPr")
                if ground := ground_of(look):
                    marks.append(rectangle(Box(left, height, right, height + high), ground))
                align = child(look, "vAlign")
                down = _DOWN.get("" if align is None else attribute(align, "val"), 0.0) * (high - own)
                marks += (moved(mark, left, height + down) for mark in made)
            height += high
        return marks, height

    def _cell(self, cell: Element, table: Element | None, width: float) -> tuple[list[Mark], float]:
        top, right, bottom, left = self.looks.margins(table, child(cell, "tcPr"))
        marks, height = self.blocks(cell, width - left - right)
        return [moved(mark, left, top) for mark in marks], top + height + bottom


_DOWN = {"center": 0.5, "bottom": 1.0}


def _runs(element: Element) -> Iterator[Element]:
    """The runs of a paragraph in order, those of links and of what was put in too."""
    for each in element:
        if name_of(each) == "r":
            yield each
        elif name_of(each) not in _APART:
            yield from _runs(each)
