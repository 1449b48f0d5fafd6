"""The story of a Word document (DOCX, ECMA-376) part by part, with the bookmarks in it: what a person may have edited.

A part is a paragraph. What a program reckons anew, such as page numbers and contents, is no text of it.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from portfolio.files.wordprose import Look, WordDocument, escaped, inline_markdown, paragraph_markdown, read_parts
from portfolio.files.xmlparts import attribute, name_of, word_text
from portfolio.files.zipguard import UnsafeArchive, open_archive, read_member, read_xml

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Fields whose results are reckoned: Word and LibreOffice write them anew without anybody's doing.
_RECKONED = frozenset({"TOC", "PAGE", "PAGEREF", "NUMPAGES", "SEQ", "REF"})
_TRACKED = frozenset({"ins", "del", "moveFrom", "moveTo"})
_LINK = re.compile(r"\]\(<([^<>]*)>\)")
_PREFIX = re.compile(r"#{1,6} +|- |1\. |> ")
_RESERVED = "!#$%&'()*+,/:;=?@[]~"  # what RFC 3986 lets stand in an address
_UNTOLD = frozenset({"pPr", "rPr", "Fallback", "instrText", "txbxContent", "del", "moveFrom", "delText"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The text of a part round a bookmark that begins in it: before, inside and behind."""

    before: str
    inside: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A picture of a part: the sha256 of its file, "" where it has none, and what is read out for it."""

    sha256: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A paragraph: as Markdown, a line for each that it has (`normal` form), and as text.

    `cell` is "" outside tables, else the same for all of one cell. `anchors` are the bookmarks that begin in it,
    `style` is the name of its style in small letters.
    """

    lines: tuple[str, ...]
    text: str
    cell: str = ""
    style: str = ""
    anchors: Mapping[str, Span] = field(default_factory=dict)
    pictures: tuple[Drawn, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a document says. `tracked`: changes wait to be accepted; `frames`: the texts of headers and footers."""

    parts: tuple[Part, ...]
    comments: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    frames: frozenset[str] = frozenset()
    tracked: bool = False


def read_story(path: Path) -> Story:
    """The story of a document. Raises UnsafeArchive (`archive.*`), OSError."""
    with open_archive(path, text_only=True) as archive:
        story = read_xml(archive, "word/document.xml")
        document = read_parts(archive)
        reader = _Reader(document, _pictures(archive))
        return Story(
            parts=tuple(reader.parts(story, "")),
            comments=_told(archive, "word/comments.xml", "comment"),
            notes=_told(archive, "word/footnotes.xml", "footnote") + _told(archive, "word/endnotes.xml", "endnote"),
            frames=frozenset(_frames(archive, document)),
            tracked=any(name_of(each) in _TRACKED for each in story.iter()),
        )


def parts_in(markup: str) -> tuple[Part, ...]:
    """The parts of a story in WordprocessingML before it is written; without styles nothing is a heading or a list."""
    from defusedxml.ElementTree import fromstring

    return tuple(_Reader(WordDocument(), {}).parts(fromstring(markup), ""))


def normal(markdown: str) -> tuple[str, ...]:
    """Markdown of one paragraph in the form in which paragraphs are compared, a line for each that it has.

    A heading is one whatever its level, a list entry whatever its number; blanks of any kind are alike.
    """
    prefix = _PREFIX.match(markdown)
    mark = prefix[0] if prefix else ""
    body = markdown[len(mark) :]
    lines = body.split("\n") if not mark else [body.replace("\n", " ")]
    told = (_addressed(" ".join(line.split())) for line in lines)
    mark = "# " if mark.startswith("#") else mark
    return tuple(f"{mark}{line}" for line in told if line)


def normal_heading(text: str) -> str:
    """A heading in this form."""
    return f"# {escaped(' '.join(text.split()))}"


def normal_runs(runs: Iterable[tuple[str, Look]], mark: str = "") -> str:
    """Runs in this form, behind the mark of a list entry ("- ", "1. ") or quotation ("> ")."""
    return f"{mark}{_addressed(' '.join(inline_markdown(runs).split()))}"


def _addressed(line: str) -> str:
    """A line with the addresses of its links as every program writes them: LibreOffice adds a "/" to a bare host."""
    return _LINK.sub(lambda found: f"](<{_address(found[1])}>)", line)


def _address(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    path = "" if parts.path == "/" else parts.path
    return quote(parts._replace(netloc=parts.netloc.lower(), path=path).geturl(), safe=_RESERVED)


@dataclass(slots=True)
class _Reader:
    """Walks through a story; a field that is reckoned may reach over several paragraphs."""

    document: WordDocument
    pictures: Mapping[str, str]
    fields: list[str] = field(default_factory=list)
    results: list[bool] = field(default_factory=list)
    cells: int = 0
    pending: list[str] = field(default_factory=list)  # bookmarks between paragraphs: they belong to the next

    @property
    def reckoned(self) -> bool:
        """Whether we stand in what a field reckons."""
        return any(result and name in _RECKONED for name, result in zip(self.fields, self.results, strict=True))

    def parts(self, element: Iterable[Element], cell: str) -> Iterator[Part]:
        """The paragraphs below an element."""
        for child in element:
            match name_of(child):
                case "p":
                    yield self.part(child, cell)
                case "tc":
                    self.cells += 1
                    yield from self.parts(child, f"{self.cells}")
                case "bookmarkStart":
                    self.pending.append(attribute(child, "name"))
                case "del" | "moveFrom" | "sectPr" | "sdtPr":
                    continue
                case _:
                    yield from self.parts(child, cell)

    def part(self, element: Element, cell: str) -> Part:
        """One paragraph."""
        inside = self.reckoned
        written: list[str] = []
        begun: dict[str, tuple[str, int]] = {}
        ended: dict[str, int] = {}
        for kind, value, number in self.told(element):
            if kind == "text":
                written.append(value)
            elif kind == "start":
                begun[number] = (value, len("".join(written)))
            elif number in begun:
                ended[number] = len("".join(written))
        text = "".join(written)
        anchors = {name: Span(before="", inside="", after=text) for name in self.pending}
        self.pending.clear()
        for number, (name, start) in begun.items():
            end = ended.get(number, len(text))
            anchors[name] = Span(before=text[:start], inside=text[start:end], after=text[end:])
        _, markdown = paragraph_markdown(element, self.document, typed=False)
        return Part(
            lines=() if inside or self.reckoned else normal(markdown),
            text=" ".join(text.split()),
            cell=cell,
            style=self.style(element),
            anchors=anchors,
            pictures=tuple(self.drawn(element)),
        )

    def style(self, element: Element) -> str:
        """The name of a paragraph's style; "" where it names none."""
        named = [each for own in element if name_of(own) == "pPr" for each in own if name_of(each) == "pStyle"]
        styles = (style.name for each in named for style in self.document.chain(attribute(each, "val")))
        return next(styles, "")

    def told(self, element: Element) -> Iterator[tuple[str, str, str]]:
        """What stands in a paragraph, in order: ("text", words, ""), ("start", name, id), ("end", "", id)."""
        for child in element:
            match name_of(child):
                case name if name in _UNTOLD:
                    if name == "instrText" and self.fields and not self.fields[-1]:
                        self.fields[-1] = ((child.text or "").split() or [""])[0].upper()
                case "fldChar":
                    self.turn(attribute(child, "fldCharType"))
                case "fldSimple":
                    if (attribute(child, "instr").split() or [""])[0].upper() not in _RECKONED:
                        yield from self.told(child)
                case "bookmarkStart":
                    yield "start", attribute(child, "name"), attribute(child, "id")
                case "bookmarkEnd":
                    yield "end", "", attribute(child, "id")
                case "t" | "tab" | "br" | "cr":
                    if not self.reckoned:
                        yield "text", word_text(child), ""
                case _:
                    yield from self.told(child)

    def turn(self, kind: str) -> None:
        """Go into a field, on to its result, or out of it."""
        if kind == "begin":
            self.fields.append("")
            self.results.append(False)
        elif self.fields and kind == "separate":
            self.results[-1] = True
        elif self.fields and kind == "end":
            self.fields.pop()
            self.results.pop()

    def drawn(self, element: Element) -> Iterator[Drawn]:
        """The pictures in a paragraph."""
        for drawing in element.iter():
            if name_of(drawing) not in ("inline", "anchor"):
                continue
            words = next((attribute(each, "descr") for each in drawing.iter() if name_of(each) == "docPr"), "")
            files = (attribute(each, "embed") for each in drawing.iter() if name_of(each) == "blip")
            yield Drawn(sha256=self.pictures.get(next(files, ""), ""), words=words)


def _pictures(archive: zipfile.ZipFile) -> dict[str, str]:
    """The sha256 of each picture by its relationship; one that is damaged has none."""
    found: dict[str, str] = {}
    for each in _part(archive, "word/_rels/document.xml.rels"):
        if attribute(each, "Type").endswith("/image") and attribute(each, "TargetMode") != "External":
            target = attribute(each, "Target")
            try:
                data = read_member(archive, target.lstrip("/") if target.startswith("/") else f"word/{target}")
            except UnsafeArchive:
                continue
            found[attribute(each, "Id")] = hashlib.sha256(data).hexdigest()
    return found


def _told(archive: zipfile.ZipFile, member: str, name: str) -> tuple[str, ...]:
    """The texts of comments or notes."""
    texts = (" ".join(word_text(each).split()) for each in _part(archive, member) if name_of(each) == name)
    return tuple(text for text in texts if text)


def _frames(archive: zipfile.ZipFile, document: WordDocument) -> Iterator[str]:
    for each in _part(archive, "word/_rels/document.xml.rels"):
        if attribute(each, "Type").endswith(("/header", "/footer")):
            reader = _Reader(document, {})
            for part in reader.parts(_part(archive, f"word/{attribute(each, 'Target').rpartition('/')[2]}"), ""):
                if part.text:
                    yield part.text


def _part(archive: zipfile.ZipFile, member: str) -> Element | tuple[()]:
    """A part that a document may lack."""
    try:
        return read_xml(archive, member)
    except UnsafeArchive:
        return ()
