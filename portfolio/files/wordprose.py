"""A Word document (DOCX, ECMA-376) as Markdown: what a writer sees as headings, lists, emphasis and links.

Styles are known by what Word keeps in every language: the outline level and the English name behind "Başlık 2".
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.files.xmlparts import attribute, name_of, word_text
from portfolio.files.zipguard import UnsafeArchive, open_archive, read_xml

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MOST_LEVELS = 6  # of headings in Markdown; Word has nine and calls the tenth plain text
_OFF = ("0", "false", "none")
# Signs that Markdown would take for its own; what stands in double brackets is left alone, and so are comments.
_KEPT = re.compile(r"(\[\[[^\[\]\n]*\]\])")
_SIGNS = re.compile(r"[\\`*\[\]]|<(?!!--)|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
_AT_START = re.compile(r"^(\s*)(?:([#>~+-])(?=[#>~+-]*(?:\s|$))|(=)(?==*\s*$)|(\d{1,9})([.)])(?=\s))")
_TYPED_HEADING = re.compile(r"#{1,6} +\S.*")
_GONE = frozenset({"del", "moveFrom", "pPr", "rPr", "Fallback", "instrText", "txbxContent"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a run looks."""

    strong: bool = False
    emphasis: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """What a style or a paragraph says of itself; None where it is silent. `level` from 1, 0 for plain text."""

    name: str = ""
    parent: str = ""
    level: int | None = None
    listed: tuple[str, str] | None = None  # the list's number and the depth in it


@dataclass(frozen=True, slots=True, kw_only=True)
class WordDocument:
    """The parts that a story refers to. `formats`: list → depth → how it is numbered."""

    styles: Mapping[str, _Style] = field(default_factory=dict)
    formats: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    addresses: Mapping[str, str] = field(default_factory=dict)

    def chain(self, name: str) -> Iterator[_Style]:
        """A style and what it is based on, each once."""
        seen: set[str] = set()
        while name in self.styles and name not in seen:
            seen.add(name)
            yield self.styles[name]
            name = self.styles[name].parent


def word_as_markdown(path: Path) -> str:
    """The text of a Word document as Markdown, a blank line between paragraphs; pictures and notes are left out.

    Rows of tables become lines, what is deleted but kept for review is left out. Raises FileFault, OSError.
    """
    with open_archive(path, text_only=True) as archive:
        story = read_xml(archive, "word/document.xml")
        document = read_parts(archive)
    blocks = [block for block in _blocks(story, document) if block[1]]
    # Entries of one list stand below each other, everything else apart.
    lists = ("\n".join(text for _, text in group) for _, group in groupby(blocks, _Row()))
    return "\n\n".join(lists) + "\n"


def read_parts(archive: zipfile.ZipFile) -> WordDocument:
    """The styles, lists and addresses of a document; those that are missing or damaged say nothing."""
    return WordDocument(
        styles=_styles(_part(archive, "word/styles.xml")),
        formats=_formats(_part(archive, "word/numbering.xml")),
        addresses=_addresses(_part(archive, "word/_rels/document.xml.rels")),
    )


def inline_markdown(runs: Iterable[tuple[str, Look]]) -> str:
    """Runs as Markdown, neighbours of one look together; a break that the writer made ends a line."""
    merged = [("".join(text for text, _ in group), look) for look, group in groupby(runs, key=lambda run: run[1])]
    parts = []
    for place, (text, look) in enumerate(merged):
        before = merged[place - 1][0][-1:] if place else ""
        after = merged[place + 1][0][:1] if place + 1 < len(merged) else ""
        parts.append(_marked(text, look, before, after))
    marked = re.sub(r"[ \t]*\n[ \t]*", "  \n", "".join(parts)).strip()
    return "\n".join(_at_start(line) for line in marked.split("\n"))


class _Row:
    """Gives the neighbours in one list the same key, and everything else a key of its own."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, block: tuple[str, str]) -> object:
        self.count += 1
        return block[0] or self.count


def _part(archive: zipfile.ZipFile, member: str) -> Element | None:
    """A part that a document may lack; a damaged one says nothing: the text is what counts."""
    try:
        return read_xml(archive, member)
    except UnsafeArchive:
        return None


def _children(element: Element | None, *names: str) -> list[Element]:
    """What lies at the end of a path of names."""
    found = [] if element is None else [element]
    for name in names:
        found = [child for each in found for child in each if name_of(child) == name]
    return found


def _value(element: Element | None, *names: str) -> str:
    return next((attribute(child, "val") for child in _children(element, *names)), "")


def _style(element: Element | None, *, name: str = "", parent: str = "") -> _Style:
    """What the properties of a paragraph or style say."""
    level = _value(element, "outlineLvl")
    numbered = _children(element, "numPr")
    listed = (_value(numbered[0], "numId"), _value(numbered[0], "ilvl") or "0") if numbered else None
    outline = int(level) + 1 if level.isdecimal() else None
    return _Style(name=name, parent=parent, level=outline if outline is None or outline < 10 else 0, listed=listed)


def _styles(part: Element | None) -> dict[str, _Style]:
    return {
        attribute(style, "styleId"): _style(
            next(iter(_children(style, "pPr")), None),
            name=_value(style, "name").casefold(),
            parent=_value(style, "basedOn"),
        )
        for style in _children(part, "style")
    }


def _formats(part: Element | None) -> dict[str, dict[str, str]]:
    abstract = {
        attribute(each, "abstractNumId"): {
            attribute(level, "ilvl"): _value(level, "numFmt") for level in _children(each, "lvl")
        }
        for each in _children(part, "abstractNum")
    }
    return {
        attribute(each, "numId"): abstract.get(_value(each, "abstractNumId"), {}) for each in _children(part, "num")
    }


def _addresses(part: Element | None) -> dict[str, str]:
    return {
        attribute(each, "Id"): attribute(each, "Target")
        for each in _children(part, "Relationship")
        if attribute(each, "TargetMode") == "External"
    }


def _blocks(element: Element, document: WordDocument) -> Iterator[tuple[str, str]]:
    """(the list it belongs to or "", Markdown) of each paragraph and row, also inside content controls."""
    for child in element:
        match name_of(child):
            case "p":
                yield paragraph_markdown(child, document)
            case "tr":
                cells = (child for child in child.iter() if name_of(child) == "tc")
                texts = (" ".join(text for _, text in _blocks(cell, document)) for cell in cells)
                yield "", " · ".join(filter(None, texts))
            case "del" | "moveFrom" | "sectPr":
                continue
            case _:
                yield from _blocks(child, document)


def paragraph_markdown(element: Element, document: WordDocument, *, typed: bool = True) -> tuple[str, str]:
    """A paragraph as Markdown, marked as what its style says; before it the list that it belongs to, or "".

    `typed`: whether the mark-up of a heading that somebody typed makes one.
    """
    own = next(iter(_children(element, "pPr")), None)
    styles = [_style(own), *document.chain(_value(own, "pStyle"))]
    plain = "".join(text for text, _ in _runs(element, Look(), document)).strip()
    level = next((style.level for style in styles if style.level is not None), None)
    level = _named_level(styles) if level is None else level
    if typed and _TYPED_HEADING.fullmatch(plain):  # mark-up that somebody typed or pasted
        return "", plain
    if level and plain:
        return "", f"{'#' * min(level, _MOST_LEVELS)} {escaped(' '.join(plain.split()))}"
    text = inline_markdown(_runs(element, Look(), document))
    if not text:
        return "", ""
    number, depth = next((style.listed for style in styles if style.listed), ("0", "0"))
    form = document.formats.get(number, {}).get(depth, "")
    if number != "0" and form not in ("", "none"):
        mark = "-" if form == "bullet" else "1."
        return f"{number} {mark}", f"{mark} " + text.replace("\n", f"\n{' ' * (len(mark) + 1)}")
    if any(style.name in ("quote", "intense quote") for style in styles):
        return "", "> " + text.replace("\n", "\n> ")
    return "", text


def _named_level(styles: list[_Style]) -> int:
    """The level that the English name of a style tells, 0 for none: a style sheet may not repeat it."""
    for style in styles:
        if style.name == "title":
            return 1
        if found := re.fullmatch(r"heading (\d)", style.name):
            return int(found[1])
    return 0


def _runs(element: Element, look: Look, document: WordDocument) -> Iterator[tuple[str, Look]]:
    """(text, look) of everything inside a paragraph."""
    for child in element:
        name = name_of(child)
        if name in _GONE:
            continue
        if name == "r":
            yield from ((text, _look(child, look, document)) for text in map(word_text, child) if text)
        elif name == "hyperlink":
            address = document.addresses.get(attribute(child, "id"), "")
            yield from _runs(child, Look(strong=look.strong, emphasis=look.emphasis, link=address), document)
        else:
            yield from _runs(child, look, document)


def _look(run: Element, outer: Look, document: WordDocument) -> Look:
    own = next(iter(_children(run, "rPr")), None)
    names = {style.name for style in document.chain(_value(own, "rStyle"))}

    def on(tag: str) -> bool:
        return any(attribute(each, "val") not in _OFF for each in _children(own, tag))

    return Look(
        strong=outer.strong or on("b") or "strong" in names,
        emphasis=outer.emphasis or on("i") or "emphasis" in names,
        link=outer.link,
    )


def _marked(text: str, look: Look, before: str, after: str) -> str:
    """A text with its emphasis and link; blanks at its ends stay outside."""
    inner = text.strip()
    if not inner:
        return text
    lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    marks = "*" * (2 * look.strong + look.emphasis)
    # CommonMark 6.2: beside a letter, a mark with punctuation on its inner side would not be one.
    loose = (not lead and before.isalnum() and not inner[0].isalnum()) or (
        not trail and after.isalnum() and not inner[-1].isalnum()
    )
    if loose or "\n" in inner:
        marks = ""
    marked = f"{marks}{escaped(inner)}{marks}"
    return f"{lead}[{marked}](<{look.link}>){trail}" if look.link else f"{lead}{marked}{trail}"


def escaped(text: str) -> str:
    """Text whose signs Markdown takes for letters; comments and what stands in double brackets are let be."""
    parts = _KEPT.split(text)
    return "".join(part if place % 2 else _SIGNS.sub(r"\\\g<0>", part) for place, part in enumerate(parts))


def _at_start(line: str) -> str:
    """A line whose beginning Markdown would take for a list, a heading, a quotation or a rule."""
    found = _AT_START.match(line)
    if not found:
        return line
    sign = found[2] or found[3]
    return line[: found.end(1)] + (f"\\{line[found.end(1) :]}" if sign else f"{found[4]}\\{line[found.end(4) :]}")
