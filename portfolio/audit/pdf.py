"""A written PDF, opened again: its structure by pikepdf, its text by PDFium, both held against what was composed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from portfolio.audit.links import Link, link_faults, links_in
from portfolio.audit.pictures import metadata_in
from portfolio.audit.resources import font_name, fonts_in, is_embedded, pictures_in, text_of, within
from portfolio.audit.texts import texts_of
from portfolio.files.fault import FileFault
from portfolio.files.words import squeezed
from portfolio.model.composed import Document
from portfolio.model.document import Dossier, exhibits_in
from portfolio.model.info import InfoSheet, words_of
from portfolio.model.problem import Place, Problem, error
from portfolio.model.shopsheet import ShopSheet

if TYPE_CHECKING:
    from pikepdf import Pdf

_UNSET = "?"  # what stands for a letter that no font has


def inspect_pdf(path: Path, document: Document | ShopSheet) -> tuple[Problem, ...]:
    """What is wrong with a written document; nothing, when all is as composed.

    Codes: `audit.unreadable`, `audit.title`, `audit.language`, `audit.outline`, `audit.link` (leads nowhere),
    `audit.address` (neither http, https nor mailto), `audit.action`, `audit.font` (not in the file),
    `audit.metadata` (in a picture), `audit.missing` (an exhibit's number or title), `audit.wrong-place` (an exhibit's
    link does not lead to its row in the register), `audit.text` (one of an information sheet).
    """
    import pikepdf

    where = Place(file=path.name)
    try:
        texts = tuple(map(squeezed, texts_of(path)))
        with pikepdf.open(path) as pdf:
            faults = (*_frame_faults(pdf, document), *_content_faults(pdf, document, texts))
    except (FileFault, pikepdf.PdfError, KeyError, ValueError, TypeError, AttributeError) as fault:
        return (error("audit.unreadable", where, fault=type(fault).__name__),)
    return tuple(dict.fromkeys(replace(fault, where=where) for fault in faults))


def _frame_faults(pdf: Pdf, document: Document | ShopSheet) -> Iterator[Problem]:
    title, language = within(pdf.trailer, "/Info", "/Title"), within(pdf.Root, "/Lang")
    if text_of(title) != document.title:
        yield error("audit.title", found=text_of(title))
    if text_of(language) != document.language:
        yield error("audit.language", found=text_of(language))
    if isinstance(document, Dossier) and not within(pdf.Root, "/Outlines", "/First"):
        yield error("audit.outline")
    opening = text_of(within(pdf.Root, "/OpenAction", "/S"))
    if opening not in ("", "/GoTo"):
        yield error("audit.action", action=opening)
    for keys in (("/AA",), ("/Names", "/JavaScript")):
        if within(pdf.Root, *keys) is not None:
            yield error("audit.action", action=keys[-1])


def _content_faults(pdf: Pdf, document: Document | ShopSheet, texts: tuple[str, ...]) -> Iterator[Problem]:
    places, links = links_in(pdf)
    for link in links:
        yield from link_faults(link)
    yield from _font_faults(pdf)
    yield from _picture_faults(pdf)
    if isinstance(document, Dossier):
        yield from _exhibit_faults(document, texts, places, links)
    elif isinstance(document, InfoSheet):
        yield from _word_faults(document, texts)


def _font_faults(pdf: Pdf) -> Iterator[Problem]:
    yield from (error("audit.font", font=font_name(font)) for font in fonts_in(pdf) if not is_embedded(font))


def _picture_faults(pdf: Pdf) -> Iterator[Problem]:
    import pikepdf

    for picture in pictures_in(pdf):
        filters = within(picture, "/Filter")
        chain = list(filters) if isinstance(filters, pikepdf.Array) else [filters]
        if "/DCTDecode" in chain:
            # A JPEG lies in the file as it is; Pillow reads no more than its head. Inside another filter it cannot be
            # looked at, which `read_bytes` says.
            found = metadata_in(picture.read_raw_bytes() if len(chain) == 1 else picture.read_bytes())
            if found:
                yield error("audit.metadata", kinds=", ".join(found))


def _as_set(text: str, letters: set[str]) -> str:
    """What of a text can be looked for in the letters that are read in a file.

    Letters that stand nowhere in it had no font, which was said when it was set. What is written from the right PDFium
    reads in the order in which it stands on the page.
    """
    if any(bidirectional(letter) in ("R", "AL") for letter in text):
        return ""
    return "".join(letter for letter in squeezed(text) if letter in letters)


def _word_faults(sheet: InfoSheet, texts: tuple[str, ...]) -> Iterator[Problem]:
    """Every text is there, whichever way its letters are read."""
    everything = "".join(texts).replace(_UNSET, "")
    letters = set(everything)
    for text in words_of(sheet):
        if _as_set(text, letters) not in everything:
            yield error("audit.text", text=text)


def _exhibit_faults(
    dossier: Dossier, texts: tuple[str, ...], places: dict[str, int | None], links: tuple[Link, ...]
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
