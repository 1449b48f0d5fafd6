"""The tags of a PDF as plain values: its elements in reading order, and what each page marks as whose content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from portfolio.audit.resources import within

if TYPE_CHECKING:
    from pikepdf import Pdf

Key = tuple[int, int]  # an object's number and generation
HERE = (0, 0)  # what has no number of its own

# ISO 32000-1, 14.6: marked content begins with a tag and BMC, or a tag, its properties and BDC; it ends with EMC.
_MARK = re.compile(rb"/(\w+)\s+(?:<<(.*?)>>\s*BDC|/\w+\s+BDC|BMC)(?=\s)|(?<=\s)EMC(?=\s|$)", re.DOTALL)
_MCID = re.compile(rb"/MCID\s+(\d+)")
# The operators that put something on the page: table 51 without those that only describe.
_PAINTED = re.compile(rb"(?:^|[\s\])>])(?:Tj|TJ|'|\"|Do|EI|sh|[BbfS]\*?|[Fs])(?=\s|$)")


@dataclass(slots=True, kw_only=True)
class Element:
    """An element of the structure tree. `contents` are (page, MCID), `annotations` those it refers to."""

    key: Key
    kind: str
    page: Key
    parent: Element | None
    says_parent: Key
    alternative: str
    columns: int = 1
    rows: int = 1
    children: list[Element] = field(default_factory=list)
    contents: list[tuple[Key, int]] = field(default_factory=list)
    annotations: list[Key] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTags:
    """A page (from 1): the numbers of its marked contents; `loose` is what stands in none, `crossed` in two sorts."""

    number: int
    key: Key
    page: Any
    marked: tuple[int, ...]
    loose: bool
    crossed: bool
    annotations: tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """All of a document. `owners` is its parent tree: entry → an element, or for a page the elements by MCID."""

    pdf: Pdf
    elements: tuple[Element, ...]
    owners: dict[int, Any]
    pages: tuple[PageTags, ...]


def read_tags(pdf: Pdf) -> Tags:
    """Raises what pikepdf raises for objects that are not what they should be."""
    root = within(pdf.Root, "/StructTreeRoot")
    return Tags(
        pdf=pdf,
        elements=tuple(_elements(root)),
        owners=dict(_numbered(within(root, "/ParentTree"))),
        pages=tuple(_page_tags(number, page.obj) for number, page in enumerate(pdf.pages, start=1)),
    )


def _elements(root: Any) -> Iterator[Element]:
    """From the root down, each before its children."""
    waiting: list[tuple[Any, Element | None]] = [(kid, None) for kid in reversed(_list(within(root, "/K")))]
    met: set[Key] = set()
    while waiting:
        found, parent = waiting.pop()
        if found.objgen in met and found.objgen != HERE:
            continue  # an element of two parents is read once: its /P can name only one
        met.add(found.objgen)
        element = _element(found, parent)
        yield element
        kids: list[tuple[Any, Element | None]] = []
        for kid in _list(found.get("/K")):
            if isinstance(kid, int):
                element.contents.append((element.page, kid))
            elif kid.get("/Type") == "/OBJR":
                element.annotations.append(kid.Obj.objgen)
            elif kid.get("/Type") == "/MCR":
                element.contents.append((kid.Pg.objgen if "/Pg" in kid else element.page, int(kid.MCID)))
            else:
                kids.append((kid, element))
        waiting += reversed(kids)


def _element(found: Any, parent: Element | None) -> Element:
    page, above = found.get("/Pg"), found.get("/P")
    element = Element(
        key=found.objgen,
        kind=str(found.get("/S", "")).lstrip("/"),
        page=page.objgen if page is not None else HERE,
        parent=parent,
        says_parent=above.objgen if above is not None else HERE,
        alternative=str(found.get("/Alt", "")),
    )
    if element.kind in ("TH", "TD"):
        for attributes in _list(found.get("/A")):
            element.columns = int(within(attributes, "/ColSpan") or element.columns)
            element.rows = int(within(attributes, "/RowSpan") or element.rows)
    if parent is not None:
        parent.children.append(element)
    return element


def _list(thing: Any) -> list[Any]:
    import pikepdf

    if thing is None:
        return []
    return list(thing) if isinstance(thing, pikepdf.Array) else [thing]


def _numbered(tree: Any) -> Iterator[tuple[int, Any]]:
    """The entries of a number tree."""
    nodes = [tree]
    while nodes:
        node = nodes.pop()
        nodes += _list(within(node, "/Kids"))
        pairs = _list(within(node, "/Nums"))
        yield from zip(map(int, pairs[::2]), pairs[1::2], strict=True)


def _page_tags(number: int, page: Any) -> PageTags:
    content = b"\n".join(stream.read_bytes() for stream in _list(page.get("/Contents")))
    marked, outside, crossed = _marks(content)
    return PageTags(
        number=number,
        key=page.objgen,
        page=page,
        marked=tuple(marked),
        loose=bool(_PAINTED.search(outside)),
        crossed=crossed,
        annotations=tuple(_list(page.get("/Annots"))),
    )


def _marks(content: bytes) -> tuple[list[int], bytes, bool]:
    """The MCIDs of a page, what stands outside all marks, and whether one holds real content and an artefact."""
    marked: list[int] = []
    outside: list[bytes] = []
    open_marks: list[bool | None] = []  # of each: whether it is real content, None for what is neither
    last, crossed = 0, False
    for found in _MARK.finditer(content):
        if not any(mark is not None for mark in open_marks):
            outside.append(content[last : found.start()])
        last = found.end()
        if found[1] is None:
            if open_marks:
                open_marks.pop()
            continue
        mcid = _MCID.search(found[2] or b"")
        real = True if mcid else False if found[1] == b"Artifact" else None
        crossed |= real is not None and (not real) in open_marks
        open_marks.append(real)
        if mcid:
            marked.append(int(mcid[1]))
    outside.append(content[last:])
    return marked, b"\n".join(outside), crossed
