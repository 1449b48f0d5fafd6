"""What a dossier tells, read back from a written PDF or Word document as plain values that can be held side by side.

Both are read in the order in which they are read out: the PDF by its structure tree, the Word document by its body.
Neither reader knows the document that was composed.
"""

from __future__ import annotations

import ctypes
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count, groupby
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from portfolio.files.words import squeezed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
NUMBER = re.compile(r"[0-9E]+\.\d+")  # an exhibit's
BULLET = "–"  # as the PDF has it
POINTS = re.compile("[·]")  # between parts of a line: which of them share one is layout


@dataclass(slots=True, kw_only=True)
class Part:
    """A part of a dossier: the cover, the contents, a section. Texts are squeezed.

    `headings`: (level, text); `links`: (text, place or address). `foreign`: texts in other languages than the document,
    by language. `lines`: its words as they stand apart from each other. `tables` of a Word document: what is read out
    for each, and its words.
    """

    headings: list[tuple[int, str]] = field(default_factory=list)
    words: str = ""
    pictures: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    foreign: list[tuple[str, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    tables: list[tuple[str, str]] = field(default_factory=list)

    @property
    def exhibits(self) -> list[str]:
        """The numbers of exhibits that lead to the register, in order."""
        return [text for text, target in self.links if NUMBER.fullmatch(text) and target == place(f"r-{text}")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """All that a dossier tells, part by part, and how it names itself."""

    title: str
    author: str
    language: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A stretch of text with what is said of it, or a picture's words."""

    text: str
    level: int = 0
    target: str = ""
    language: str = ""
    picture: bool = False
    paragraph: int = 0
    table: str = ""
    heading_row: str = ""


def _part(given: list[_Said]) -> Part:
    said, met = [], set()
    for heading_row, group in groupby(given, lambda each: each.heading_row):
        if heading_row not in met:  # else it stands there once more, at the top of a page
            said += [each for each in group if each.text]
        met |= {heading_row} - {""}
    part = Part(words=plain("".join(each.text for each in said if not each.picture)))
    part.pictures = [each.text for each in said if each.picture]
    for _, group in groupby(said, lambda each: each.paragraph):
        line = squeezed("".join(each.text for each in group if not each.picture))
        part.lines += [words for words in POINTS.split(line) if words]
    for caption, group in groupby(said, lambda each: each.table):
        if caption:
            part.tables.append((caption, plain("".join(each.text for each in group if not each.picture))))
    for (level, target, language), group in groupby(said, lambda each: (each.level, each.target, each.language)):
        text = plain("".join(each.text for each in group if not each.picture))
        if level and text:
            part.headings.append((level, text))
        if target and text:
            part.links.append((text, target))
        if language and text:
            part.foreign.append((language, text))
    return part


def plain(text: str) -> str:
    """A text squeezed, without the points between its parts."""
    return POINTS.sub("", squeezed(text))


def place(name: str) -> str:
    """The name of a place in a document, as both formats can write it."""
    return re.sub(r"\W+", "_", name).lower()


def read_pdf(path: Path) -> Told:
    """What a tagged PDF tells: each child of its root with a first heading, and what follows without one, is a part."""
    with pikepdf.open(path) as pdf:
        marked = _marked(path, [page.obj.objgen for page in pdf.pages])
        language = str(pdf.Root.Lang)
        parts: list[list[_Said]] = []
        (root,) = _kids(pdf.Root.StructTreeRoot)
        paragraphs = count(1)
        for child in _kids(root):
            said = list(_tagged(child, marked, _Said(text=""), language, paragraphs))
            if not parts or any(each.level == 1 for each in said):
                parts.append([])
            parts[-1] += said
        return Told(
            title=str(pdf.docinfo.Title),
            author=str(pdf.docinfo.Author),
            language=language,
            parts=tuple(map(_part, parts)),
        )


def _marked(path: Path, keys: list[tuple[int, int]]) -> dict[tuple[tuple[int, int], int], str]:
    """The text of each marked content by its page and number, in the order of painting."""
    texts: dict[tuple[tuple[int, int], int], str] = {}
    document = pypdfium2.PdfDocument(path)
    for key, page in zip(keys, document, strict=True):
        words = page.get_textpage()
        for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=1):
            length = pdfium.FPDFTextObj_GetText(thing.raw, words.raw, None, 0)
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDFTextObj_GetText(
                thing.raw, words.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length
            )
            mark = key, pdfium.FPDFPageObj_GetMarkedContentID(thing.raw)
            texts[mark] = texts.get(mark, "") + buffer.raw.decode("utf-16-le").rstrip("\0")
        page.close()
    document.close()
    return texts


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _tagged(
    element: Any, marked: dict[Any, str], above: _Said, language: str, paragraphs: Iterator[int]
) -> Iterator[_Said]:
    """An element and all below it, in order; a figure is its words."""
    kind = str(element.S).lstrip("/")
    if kind == "Figure":
        yield _Said(text=str(element.get("/Alt", "")), picture=True)
        return
    own = str(element.get("/Lang", "")) or above.language
    level = int(kind[1]) if re.fullmatch(r"H\d", kind) else above.level
    target = _target(element) if kind == "Link" else above.target
    paragraph = next(paragraphs) if kind == "P" or level > above.level else above.paragraph
    here = _Said(text="", level=level, target=target, language="" if own == language else own, paragraph=paragraph)
    for kid in _kids(element):
        if isinstance(kid, int):
            text = marked.get((element.Pg.objgen, kid), "")
        elif kid.get("/Type") == "/MCR":
            text = marked.get(((kid.get("/Pg") or element.Pg).objgen, int(kid.MCID)), "")
        elif kid.get("/Type") == "/OBJR":
            continue
        else:
            said = list(_tagged(kid, marked, here, language, paragraphs))
            heading = plain("".join(each.text for each in said)) if kid.S == "/THead" else ""
            yield from (replace(each, heading_row=heading or each.heading_row) for each in said)
            continue
        yield replace(here, text=text)


def _target(link: Any) -> str:
    """Where a link leads: the address, or the name of a place."""
    (annotation,) = (kid.Obj for kid in _kids(link) if not isinstance(kid, int) and kid.get("/Type") == "/OBJR")
    if "/URI" in annotation.get("/A", {}):
        return str(annotation.A.URI)
    return place(str(annotation.Dest)) if "/Dest" in annotation else ""


def read_docx(path: Path, *, without: frozenset[str] = frozenset()) -> Told:
    """What a Word document tells; a part begins at a heading of the first level, and at the title of the contents.

    `without`: tables that are passed over, by what is read out for them.
    """
    with zipfile.ZipFile(path) as archive:
        document = _Word(
            styles=fromstring(archive.read("word/styles.xml")),
            addresses={
                link.get("Id", ""): link.get("Target", "") for link in _xml(archive, "word/_rels/document.xml.rels")
            },
            numbering=_xml(archive, "word/numbering.xml"),
        )
        (body,) = _xml(archive, "word/document.xml")
        core = {element.tag.rpartition("}")[2]: element.text or "" for element in _xml(archive, "docProps/core.xml")}
    parts: list[list[_Said]] = [[]]
    for number, (paragraph, caption) in enumerate(_paragraphs(body, "")):
        if caption in without:
            continue
        level = document.level(paragraph)
        if level == 1:
            parts.append([])
        parts[-1] += [replace(said, paragraph=number, table=caption) for said in document.spoken(paragraph, level)]
    return Told(title=core["title"], author=core["creator"], language=core["language"], parts=tuple(map(_part, parts)))


def _xml(archive: zipfile.ZipFile, name: str) -> Element:
    return fromstring(archive.read(name))


def _paragraphs(element: Element, caption: str) -> Iterator[tuple[Element, str]]:
    """Every paragraph with what is read out for the table that it stands in."""
    for child in element:
        if child.tag == f"{W}p":
            yield child, caption
        else:
            yield from _paragraphs(child, _value(child.find(f"{W}tblPr/{W}tblCaption")) or caption)


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(f"{W}val", "")


class _Word:
    """What the paragraphs of a Word document rest on; counts its lists."""

    def __init__(self, styles: Element, addresses: dict[str, str], numbering: Element) -> None:
        self._styles = {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")}
        self._language = _value(styles.find(f"{W}docDefaults//{W}lang"))
        self._addresses = addresses
        levels = {kind.get(f"{W}abstractNumId"): kind.find(f"{W}lvl/{W}numFmt") for kind in numbering}
        self._lists = {
            each.get(f"{W}numId", ""): _value(levels[_value(each.find(f"{W}abstractNumId"))])
            for each in numbering.iter(f"{W}num")
        }
        self._counted: Counter[str] = Counter()

    def level(self, paragraph: Element) -> int:
        """Of a heading; 0 of any other paragraph."""
        name = _value(self._style(paragraph).find(f"{W}name"))
        return int(name[-1]) if name.startswith("heading ") else int(name == "TOC Heading")

    def spoken(self, paragraph: Element, level: int) -> Iterator[_Said]:
        """What a paragraph says, with the sign or number that Word puts before an entry of a list."""
        yield _Said(text=self._sign(paragraph))
        for child in paragraph:
            if child.tag == f"{W}hyperlink":
                name = child.get(f"{W}anchor")
                target = place(name) if name else self._addresses[child.get(f"{R}id", "")]
                for run in child.iter(f"{W}r"):
                    yield from self._run(run, level, target)
            elif child.tag == f"{W}r":
                yield from self._run(child, level, "")

    def _style(self, paragraph: Element) -> Element:
        return self._styles[_value(paragraph.find(f"{W}pPr/{W}pStyle"))]

    def _sign(self, paragraph: Element) -> str:
        given = [_value(where.find(f"{W}pPr/{W}numPr/{W}numId")) for where in (paragraph, self._style(paragraph))]
        number = next(filter(None, given), "")
        if not number:
            return ""
        self._counted[number] += 1
        return BULLET if self._lists[number] == "bullet" else str(self._counted[number])

    def _run(self, run: Element, level: int, target: str) -> Iterator[_Said]:
        for drawing in run.iter(DRAWN):
            yield _Said(text=drawing.get("descr", ""), picture=True)
        own = _value(run.find(f"{W}rPr/{W}lang"))
        foreign = own.partition("-")[0] if own not in ("", self._language) else ""
        for words in run.iter(f"{W}t"):
            yield _Said(text=words.text or "", level=level, target=target, language=foreign)
