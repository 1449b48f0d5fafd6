"""A written web page, read again by the standard library's parser: its texts, links, pictures, all that it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

Attributes = dict[str, str]

VOID = frozenset({"meta", "link", "img", "br", "input", "hr", "col"})
# What a line of text goes through: a name does not reach over any other tag.
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "em",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "tspan",
        "u",
        "wbr",
    }
)
_UNSEEN = frozenset({"style", "script"})
# What stands in these a browser fetches or follows; an address in a style sheet is found by its own form.
FETCHED = frozenset({"src", "srcset", "poster", "data", "background", "xlink:href", "action", "formaction", "ping"})
_URL = re.compile(r"""url\(\s*["']?([^"')]*)|@import\s+["']([^"']*)""", re.IGNORECASE)


@dataclass(slots=True)
class Element:
    """A tag with its attributes, and what stands in it: a part of the page's text, and of its lines."""

    tag: str
    attributes: Attributes
    begin: int
    end: int = 0


@dataclass(slots=True)
class Page:
    """What stands in a page, in order; `lines` are the texts of its blocks, `words` its text in one row."""

    elements: list[Element] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    words: str = ""

    def text(self, element: Element) -> str:
        """What stands in an element."""
        return self.words[element.begin : element.end]

    def of(self, *tags: str) -> Iterator[Element]:
        """The elements of some tags."""
        return (element for element in self.elements if element.tag in tags)

    @property
    def places(self) -> dict[str, Element]:
        """What a link can lead to, by id."""
        return {element.attributes["id"]: element for element in self.elements if "id" in element.attributes}


def read_page(path: Path) -> Page:
    """The page of a file; raises OSError, UnicodeDecodeError, and ValueError where its tags are not closed in order."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader.finished()


def addresses(page: Page) -> Iterator[str]:
    """Every address that a browser fetches for a page by itself, links of a reader apart."""
    for element in page.elements:
        for name, value in element.attributes.items():
            if name == "srcset":
                yield from (each.split()[0] for each in value.split(",") if each.strip())
            elif name in FETCHED or (name == "href" and element.tag not in ("a", "area")):
                yield value


def addresses_in_style(style: str) -> Iterator[str]:
    """Every address in a style sheet."""
    return (found[1] or found[2] for found in _URL.finditer(style))


class _Reader(HTMLParser):
    """Collects what stands in a page."""

    def __init__(self) -> None:
        super().__init__()
        self._page = Page()
        self._open: list[Element] = []
        self._parts: list[str] = []
        self._line: list[str] = []
        self._length = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self._break()
        element = Element(tag, {name: value or "" for name, value in attrs}, self._length)
        self._page.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        element = self._open.pop() if self._open else None
        if element is None or element.tag != tag:
            raise ValueError(tag)
        element.end = self._length
        if tag not in _INLINE:
            self._break()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1].tag in _UNSEEN:
            return
        self._parts.append(data)
        self._line.append(data)
        self._length += len(data)

    def handle_comment(self, data: str) -> None:
        self._page.lines.append(data)

    def finished(self) -> Page:
        """The page, when all was fed."""
        self._break()
        if self._open:
            raise ValueError(self._open[-1].tag)
        self._page.words = "".join(self._parts)
        return self._page

    def _break(self) -> None:
        line = " ".join("".join(self._line).split())
        if line:
            self._page.lines.append(line)
        self._line.clear()
