"""A written PDF, opened again: its structure by pypdf, its text by PDFium, both held against what was composed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import bidirectional

from portfolio.audit.pictures import metadata_in
from portfolio.audit.words import squeezed
from portfolio.files.fault import FileFault
from portfolio.files.pdfpages import read_pages
from portfolio.model.blocks import ADDRESSES
from portfolio.model.composed import Document
from portfolio.model.document import Dossier, exhibits_in
from portfolio.model.problem import Place, Problem, error

if TYPE_CHECKING:
    from pypdf import PdfReader

MAX_PAGES = 10_000
_UNSET = "?"  # what stands for a letter that no font has
ALLOWED_ACTIONS = (None, "/GoTo", "/URI")  # None: a link with a destination of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class _Link:
    """A link on a page (from 0).

    `action` as PDF names it, None for a plain destination; `address` outside the document; `name` of a destination
    inside it, "" for one without, and `target`, the page where this is.
    """

    page: int
    action: str | None
    address: str
    name: str
    target: int | None


def inspect_pdf(path: Path, document: Document) -> tuple[Problem, ...]:
    """What is wrong with a written document; nothing, when all is as composed.

    Codes: `audit.unreadable`, `audit.title`, `audit.language`, `audit.outline`, `audit.link` (leads nowhere),
    `audit.address` (neither http, https nor mailto), `audit.action`, `audit.font` (not in the file),
    `audit.metadata` (in a picture), `audit.missing` (an exhibit's number or title), `audit.wrong-place` (an exhibit's
    link does not lead to its row in the register).
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    where = Place(file=path.name)
    try:
        texts = tuple(map(squeezed, read_pages(path, limit=MAX_PAGES).texts))
        reader = PdfReader(path)
        faults = (*_frame_faults(reader, document), *_content_faults(reader, document, texts))
    except (FileFault, PyPdfError, KeyError, ValueError, TypeError, AttributeError) as fault:
        return (error("audit.unreadable", where, fault=type(fault).__name__),)
    return tuple(dict.fromkeys(replace(fault, where=where) for fault in faults))


def _frame_faults(reader: PdfReader, document: Document) -> Iterator[Problem]:
    title, language = _at(reader.trailer, "/Info", "/Title"), _at(reader.trailer, "/Root", "/Lang")
    if title != document.title:
        yield error("audit.title", found=str(title or ""))
    if language != document.language:
        yield error("audit.language", found=str(language or ""))
    if isinstance(document, Dossier) and not _at(reader.trailer, "/Root", "/Outlines", "/First"):
        yield error("audit.outline")
    opening = _at(reader.trailer, "/Root", "/OpenAction", "/S")
    if opening not in (None, "/GoTo"):
        yield error("audit.action", action=str(opening))
    for keys in (("/AA",), ("/Names", "/JavaScript")):
        if _at(reader.trailer, "/Root", *keys) is not None:
            yield error("audit.action", action=keys[-1])


def _at(thing: Any, *keys: str) -> Any:
    """What lies behind keys, one inside the other, references followed; None where there is nothing."""
    for key in keys:
        inner = thing.get(key) if isinstance(thing, dict) else None
        thing = None if inner is None else inner.get_object()
    return thing


def _content_faults(reader: PdfReader, document: Document, texts: tuple[str, ...]) -> Iterator[Problem]:
    pages = {page.indirect_reference.idnum: place for place, page in enumerate(reader.pages) if page.indirect_reference}
    places = {name: _page(target, pages) for name, target in _destinations(reader)}
    links = tuple(_links(reader, pages, places))
    for link in links:
        yield from _link_faults(link)
    seen: set[int] = set()
    for page in reader.pages:
        yield from _resource_faults(_at(page, "/Resources"), seen)
    if isinstance(document, Dossier):
        yield from _exhibit_faults(document, texts, places, links)


def _destinations(reader: PdfReader) -> Iterator[tuple[str, Any]]:
    """The named destinations, read straight from their name tree."""
    nodes = [_at(reader.trailer, "/Root", "/Names", "/Dests")]
    while nodes:
        node = nodes.pop()
        nodes += [child.get_object() for child in _at(node, "/Kids") or ()]
        pairs = _at(node, "/Names") or ()
        for name, target in zip(pairs[::2], pairs[1::2], strict=True):
            yield str(name), target.get_object()


def _page(target: Any, pages: dict[int, int]) -> int | None:
    """The page (from 0) of an explicit destination, or None."""
    explicit = target.get("/D") if isinstance(target, dict) else target
    first = explicit[0] if isinstance(explicit, list) and explicit else None
    return pages.get(getattr(first, "idnum", -1))


def _links(reader: PdfReader, pages: dict[int, int], places: dict[str, int | None]) -> Iterator[_Link]:
    for place, page in enumerate(reader.pages):
        for annotation in (reference.get_object() for reference in _at(page, "/Annots") or ()):
            if _at(annotation, "/Subtype") != "/Link":
                continue
            action = "/AA" if "/AA" in annotation else _at(annotation, "/A", "/S")
            given = _at(annotation, "/A", "/D") if action else _at(annotation, "/Dest")
            name = given if isinstance(given, str) else ""
            yield _Link(
                page=place,
                action=action,
                address=str(_at(annotation, "/A", "/URI") or ""),
                name=name,
                target=places.get(name) if name else _page(given, pages),
            )


def _link_faults(link: _Link) -> Iterator[Problem]:
    if link.action not in ALLOWED_ACTIONS:
        yield error("audit.action", action=link.action)
    elif link.action == "/URI":
        if not link.address.lower().startswith(ADDRESSES):
            yield error("audit.address", address=link.address)
    elif link.target is None:
        yield error("audit.link", target=link.name)


def _resource_faults(resources: Any, seen: set[int]) -> Iterator[Problem]:
    """Fonts and pictures of a page or of a drawing on it, each looked at once."""
    for kind, look in (("/Font", _font_faults), ("/XObject", _drawing_faults)):
        for reference in (_at(resources, kind) or {}).values():
            number = getattr(reference, "idnum", 0)
            if not number or number not in seen:
                seen.add(number)
                yield from look(reference.get_object(), seen)


def _font_faults(font: Any, seen: set[int]) -> Iterator[Problem]:  # noqa: ARG001 - called like `_drawing_faults`
    name = str(_at(font, "/BaseFont") or "").lstrip("/").rpartition("+")[2]
    descendants = _at(font, "/DescendantFonts")
    descriptor = _at(descendants[0].get_object() if descendants else font, "/FontDescriptor") or {}
    embedded = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    if not embedded:
        yield error("audit.font", font=name)


def _drawing_faults(drawing: Any, seen: set[int]) -> Iterator[Problem]:
    if _at(drawing, "/Subtype") == "/Image":
        filters = _at(drawing, "/Filter")
        if "/DCTDecode" in (filters if isinstance(filters, list) else [filters]):
            # A JPEG lies in the file as it is; `get_data` hands it out so, and Pillow then reads no more than its head.
            found = metadata_in(drawing.get_data())
            if found:
                yield error("audit.metadata", kinds=", ".join(found))
    else:
        yield from _resource_faults(_at(drawing, "/Resources"), seen)


def _as_set(text: str, letters: set[str]) -> str:
    """What of a text can be looked for in the letters that are read in a file.

    Letters that stand nowhere in it had no font, which was said when it was set. What is written from the right PDFium
    reads in the order in which it stands on the page.
    """
    if any(bidirectional(letter) in ("R", "AL") for letter in text):
        return ""
    return "".join(letter for letter in squeezed(text) if letter in letters)


def _exhibit_faults(
    dossier: Dossier, texts: tuple[str, ...], places: dict[str, int | None], links: tuple[_Link, ...]
) -> Iterator[Problem]:
    texts = tuple(text.replace(_UNSET, "") for text in texts)
    everything = "".join(texts)
    letters = set(everything)
    led = {(link.page, link.name) for link in links}
    for exhibit in exhibits_in(dossier):
        title = _as_set(exhibit.title.text, letters)
        row = squeezed(exhibit.number) + title
        shown, listed = places.get(exhibit.anchor), places.get(exhibit.register)
        if shown is None or exhibit.number not in texts[shown] or title not in everything:
            yield error("audit.missing", number=exhibit.number, title=exhibit.title.text)
        elif listed is None or row not in texts[listed] or (shown, exhibit.register) not in led:
            yield error("audit.wrong-place", number=exhibit.number, title=exhibit.title.text)
