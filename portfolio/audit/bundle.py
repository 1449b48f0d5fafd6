"""A bound bundle, opened again with another library than wrote it: no page lost, every link where its text says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portfolio.audit.words import squeezed
from portfolio.files.fault import FileFault
from portfolio.files.pdfpages import read_pages
from portfolio.model.annex import Annex
from portfolio.model.blocks import ADDRESSES
from portfolio.model.bundle import Bundle, Volume
from portfolio.model.problem import Place, Problem, error

if TYPE_CHECKING:
    from pypdf import PdfReader

MAX_PAGES = 20_000
# What XMP would say: PDF/A (ISO 19005) and PDF/UA (ISO 14289).
_CLAIMS = (b"aiim.org/pdfa/ns/id", b"aiim.org/pdfua/ns/id", b"npes.org/pdfx/ns")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Link:
    """A link on a page (from 0): the name of its place, "" for a plain one; the page where that is; an address."""

    page: int
    name: str
    target: int | None
    address: str
    action: str | None


def inspect_bundle(
    files: Sequence[Path], volumes: Sequence[Volume], bundle: Bundle, copies: Mapping[str, Path]
) -> tuple[Problem, ...]:
    """What is wrong with the files of a bundle; `copies` are the documents that were bound, by item.

    Codes: `audit.unreadable`, `.pages`, `.claim`, `.action`, `.address`, `.link`, and `.annex` for one whose pages are
    not there, lack their stamp, or are not linked both ways.
    """
    from pypdf.errors import PyPdfError

    problems = [*_lost(volumes, bundle, files)]
    for file, volume in zip(files, volumes, strict=True):
        where = Place(file=file.name)
        try:
            faults = tuple(_faults(file, volume, bundle, copies))
        except (FileFault, PyPdfError, KeyError, ValueError, TypeError, AttributeError, IndexError) as fault:
            faults = (error("audit.unreadable", where, fault=type(fault).__name__),)
        problems += [replace(fault, where=where) for fault in faults]
    return tuple(dict.fromkeys(problems))


def _lost(volumes: Sequence[Volume], bundle: Bundle, files: Sequence[Path]) -> Iterator[Problem]:
    """The annexes that stand in no volume, or in several."""
    there = Counter(annex.number for volume in volumes for annex in volume.annexes)
    for annex in bundle.bound:
        if there[annex.number] != 1:
            yield error("audit.annex", Place(file=files[0].name), annex=annex.number)


def _faults(file: Path, volume: Volume, bundle: Bundle, copies: Mapping[str, Path]) -> Iterator[Problem]:
    from pypdf import PdfReader

    texts = tuple(map(squeezed, read_pages(file, limit=MAX_PAGES).texts))
    reader = PdfReader(file)
    if len(texts) != volume.pages:
        yield error("audit.pages", found=len(texts), expected=volume.pages)
        return
    root: Any = reader.trailer["/Root"]
    said = root["/Metadata"].get_object().get_data() if "/Metadata" in root else b""
    if "/OutputIntents" in root or any(claim in said for claim in _CLAIMS):
        yield error("audit.claim")
    names = {name: _page_of(place, reader) for name, place in reader.named_destinations.items()}
    links = tuple(_links(reader, names))
    for link in links:
        yield from _link_faults(link)
    led = {(link.page, link.name): link.target for link in links}
    towards = Counter(link.name for link in links)
    for annex, number in volume.starts():
        first = number - volume.first
        own = tuple(map(squeezed, read_pages(copies[annex.item], limit=MAX_PAGES).texts))
        stamps = [squeezed(annex.stamp.format(page=number + page)) for page in range(annex.pages)]
        there = texts[first : first + annex.pages]
        whole = len(own) == len(there) and all(
            text in page and page.endswith(stamp) for text, page, stamp in zip(own, there, stamps, strict=True)
        )
        back = annex.claim if volume.number == 1 else annex.listed
        backs = [led.get((page, back)) for page in range(first, first + annex.pages)]
        if not (
            whole
            and names.get(annex.anchor) == first
            and towards[annex.anchor]
            and all(_says(texts, place, annex) for place in backs)
        ):
            yield error("audit.annex", annex=annex.number)
    if squeezed(bundle.note) not in texts[0]:
        yield error("audit.claim")


def _says(texts: Sequence[str], place: int | None, annex: Annex) -> bool:
    """Whether a page names an annex, or the exhibit that it is of."""
    return place is not None and annex.number in texts[place]


def _links(reader: PdfReader, names: Mapping[str, int | None]) -> Iterator[_Link]:
    pages = {page.indirect_reference.idnum: place for place, page in enumerate(reader.pages) if page.indirect_reference}
    for place, page in enumerate(reader.pages):
        for note in (each.get_object() for each in page.get("/Annots", ())):
            if note.get("/Subtype") != "/Link":
                continue
            action: Any = note["/A"].get_object() if "/A" in note else {}
            to = action.get("/D") if "/A" in note else note.get("/Dest")
            name = str(to) if isinstance(to, str) else ""
            plain = pages.get(getattr(to[0], "idnum", -1)) if isinstance(to, list) and to else None
            yield _Link(
                page=place,
                name=name,
                target=names.get(name) if name else plain,
                address=str(action.get("/URI", "")),
                action=str(action["/S"]) if "/S" in action else None,
            )


def _page_of(place: Any, reader: PdfReader) -> int | None:
    return reader.get_destination_page_number(place)


def _link_faults(link: _Link) -> Iterator[Problem]:
    if link.action not in (None, "/GoTo", "/URI"):
        yield error("audit.action", action=link.action)
    elif link.action == "/URI":
        if not link.address.lower().startswith(ADDRESSES) or "annex.invalid" in link.address:
            yield error("audit.address", address=link.address)
    elif link.target is None:
        yield error("audit.link", target=link.name)
