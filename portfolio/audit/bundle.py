"""A bound bundle, opened again: no page lost, every link where its text says. The texts are read by PDFium."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from portfolio.audit.lasting import PDFA, PDFUA
from portfolio.audit.links import link_faults, links_in
from portfolio.audit.resources import within
from portfolio.files.fault import FileFault
from portfolio.files.pdfpages import read_pages
from portfolio.files.words import squeezed
from portfolio.model.annex import Annex
from portfolio.model.bundle import Bundle, Volume
from portfolio.model.problem import Place, Problem, error

MAX_PAGES = 20_000
_UNBOUND = "annex.invalid"  # what a list leads to before its annexes are bound
_CLAIMS = (PDFA, PDFUA, "{http://www.npes.org/pdfx/ns/id/}")  # how the names of what XMP would say begin


def inspect_bundle(
    files: Sequence[Path], volumes: Sequence[Volume], bundle: Bundle, copies: Mapping[str, Path]
) -> tuple[Problem, ...]:
    """What is wrong with the files of a bundle; `copies` are the documents that were bound, by item.

    Codes: `audit.unreadable`, `.pages`, `.claim`, `.action`, `.address`, `.link`, and `.annex` for one whose pages are
    not there, lack their stamp, or are not linked both ways.
    """
    from pikepdf import PdfError

    problems = [*_lost(volumes, bundle, files)]
    for file, volume in zip(files, volumes, strict=True):
        where = Place(file=file.name)
        try:
            faults = tuple(_faults(file, volume, bundle, copies))
        except (FileFault, PdfError, KeyError, ValueError, TypeError, AttributeError, IndexError) as fault:
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
    import pikepdf

    texts = tuple(map(squeezed, read_pages(file, limit=MAX_PAGES).texts))
    if len(texts) != volume.pages:
        yield error("audit.pages", found=len(texts), expected=volume.pages)
        return
    with pikepdf.open(file) as pdf:
        said = pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
        if within(pdf.Root, "/OutputIntents") is not None or any(name.startswith(_CLAIMS) for name in said):
            yield error("audit.claim")
        names, links = links_in(pdf)
    for link in links:
        yield from link_faults(link)
        if _UNBOUND in link.address:
            yield error("audit.address", address=link.address)
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
