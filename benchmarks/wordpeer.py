"""The same dossier written by python-docx alone, as a program would that knows its two slow spots and avoids them.

Headings, paragraphs with their runs, tables, pictures with their words, captions, bookmarks, links inside and outside.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from itertools import count
from pathlib import Path
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.parts.image import ImagePart
from docx.parts.story import StoryPart
from docx.shared import Mm

from portfolio.model.blocks import (
    Block,
    Exhibit,
    ExhibitList,
    FactTable,
    Figures,
    Heading,
    Paragraph,
    PhotoRow,
    PillarList,
    Run,
    Table,
    VoiceList,
)
from portfolio.model.charts import CoverageChart, PartnerMap, Timeline
from portfolio.model.document import Dossier
from portfolio.render.derivatives import Derivative


class Peer:
    """Writes dossiers; ids come from a counter, pictures from a dictionary of their digests."""

    def __init__(self, reference: Path, derivatives: Mapping[str, Derivative]) -> None:
        self.document: Any = docx.Document(str(reference))
        self.derivatives = derivatives
        self.numbers = count(1)
        self.parts: dict[str, ImagePart] = {}

    def write(self, dossier: Dossier, target: Path) -> None:
        """The whole document."""
        StoryPart.next_id = property(lambda _: next(self.numbers))  # else each picture looks through all ids
        self.document.part.package.get_or_add_image_part = self._picture_part
        if dossier.cover and dossier.cover.picture:
            self._picture(dossier.cover.picture, self.document.add_paragraph())
        for section in dossier.sections:
            heading = self.document.add_paragraph(section.title, style="Heading 1")
            self._mark(heading, section.anchor)
            for block in section.blocks:
                self._block(block)
        self.document.save(str(target))

    def _picture_part(self, descriptor: Any) -> ImagePart:
        from docx.image.image import Image

        blob = Path(descriptor).read_bytes()
        digest = hashlib.sha1(blob, usedforsecurity=False).hexdigest()
        if digest not in self.parts:
            name = docx.opc.packuri.PackURI(f"/word/media/image{len(self.parts) + 1}.jpg")
            self.parts[digest] = ImagePart.from_image(Image.from_file(descriptor), name)
        return self.parts[digest]

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._mark(self.document.add_paragraph(block.text, style=f"Heading {block.level}"), block.anchor)
            case Paragraph():
                self._runs(self.document.add_paragraph(style="Body Text"), block.runs)
            case Figures():
                self._rows([[(Run(text=each.number), Run(text=each.label))] for each in block.figures])
            case FactTable():
                self._rows([[(Run(text=label),), value] for label, value in block.rows])
            case Timeline() | PartnerMap():
                self._rows([[(Run(text=label),), (Run(text=what),)] for label, what in block.told])
            case CoverageChart():
                self._rows(
                    [
                        [
                            (Run(text=row.title),),
                            tuple(Run(text=f"{tally.count} {tally.label}") for tally in row.tallies),
                        ]
                        for row in block.rows
                    ]
                )
            case PillarList():
                self._rows([[(Run(text=entry.title.text),), (Run(text=entry.body.text),)] for entry in block.entries])
            case Table():
                head = [(Run(text=column.title, strong=True),) for column in block.columns]
                self._rows([head, *(row.cells for row in block.rows)], ["", *(row.anchor for row in block.rows)])
            case PhotoRow() | ExhibitList():
                self._exhibits(block.exhibits)
            case VoiceList():
                self._exhibits(voice.exhibit for voice in block.voices)

    def _exhibits(self, exhibits: Iterable[Exhibit]) -> None:
        for exhibit in exhibits:
            table = self._rows([[(), ()]])
            left, right = (cell.p_lst[0] for cell in table.tr_lst[0].tc_lst)
            if exhibit.picture:
                self._picture(exhibit.picture, self._paragraph(left))
            caption = self._paragraph(right)
            self._mark(caption, exhibit.anchor)
            number = Run(text=exhibit.number, strong=True, link=f"#{exhibit.register}")
            words = (exhibit.title.text, exhibit.caption.text if exhibit.caption else "", exhibit.dated, exhibit.place)
            self._runs(caption, (number, *(Run(text=f"  {each}") for each in words if each)))
            for label, value in exhibit.details:
                self._runs(self.document.add_paragraph(style="Detail"), (Run(text=label), *value))

    def _picture(self, picture: Any, paragraph: Any) -> None:
        made = self.derivatives.get(picture.key)
        if made is not None:
            shape = paragraph.add_run().add_picture(str(made.path), Mm(picture.width_mm), Mm(picture.height_mm))
            shape._inline.docPr.set("descr", picture.alternative.text)

    def _rows(self, rows: list[Any], anchors: Iterable[str] = ()) -> Any:
        """A table, filled by its elements: asking for each cell would look through the whole table."""
        table = self.document.add_table(len(rows), len(rows[0]), style="Ruled")._tbl
        for line, row, anchor in zip(table.tr_lst, rows, (*anchors, *[""] * len(rows)), strict=False):
            for cell, runs in zip(line.tc_lst, row, strict=False):
                self._runs(self._paragraph(cell.p_lst[0]), runs)
            if anchor:
                self._mark(self._paragraph(line.tc_lst[0].p_lst[0]), anchor)
        return table

    def _paragraph(self, element: Any) -> Any:
        return docx.text.paragraph.Paragraph(element, self.document._body)

    def _runs(self, paragraph: Any, runs: Iterable[Run]) -> None:
        for each in runs:
            made = paragraph.add_run(each.text)
            made.bold, made.italic = each.strong or None, each.emphasis or None
            if each.link:
                self._link(paragraph, made, each.link)

    def _link(self, paragraph: Any, run: Any, target: str) -> None:
        link = OxmlElement("w:hyperlink")
        if target.startswith("#"):
            link.set(qn("w:anchor"), target[1:])
        else:
            link.set(qn("r:id"), self.document.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        paragraph._p.append(link)
        link.append(run._r)

    def _mark(self, paragraph: Any, name: str) -> None:
        number = str(next(self.numbers))
        for place, kind in ((1, "w:bookmarkStart"), (len(paragraph._p) + 1, "w:bookmarkEnd")):
            mark = OxmlElement(kind)
            mark.set(qn("w:id"), number)
            if kind == "w:bookmarkStart":
                mark.set(qn("w:name"), name)
            paragraph._p.insert(place, mark)
