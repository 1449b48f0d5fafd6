"""Pages of PDFs: their text, and how they look, by PDFium.

PDFium is not thread-safe: one thread of a process at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.files.fault import FileFault

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfObject, PdfPage

    from portfolio.files.picture import Image

# A damaged page tree can claim millions of pages; no evidence has more that anyone reads.
MAX_PAGES = 200
# After so many unreadable pages at the beginning the page tree is taken as damaged.
_PATIENCE = 3
# A page with less text, in letters, is looked at; it is a picture of a page when pictures cover so much of it, or when
# there is no text at all. "Ayşe, 5-A" on an otherwise empty page is a text.
_LITTLE = 30
_COVERED = 0.4  # a photo across a page that stands upright covers 0.47
# A first page so many times as long as wide, or as wide as long, is damage: the longest banners stay below 100.
_MAX_STRETCH = 1000


class PdfFault(FileFault):
    """A PDF that cannot be used: `pdf.damaged` (or without pages, or of absurd shape), `pdf.password`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfPages:
    """The texts of a PDF's pages ("" for a page that cannot be read), the first page's shape, its properties.

    `pictured`: which pages have hardly any text and are most likely pictures of pages.
    """

    texts: tuple[str, ...]
    pictured: tuple[bool, ...]
    shape: float | None  # width / height of the first page as it is shown; None when it cannot be read
    title: str
    author: str
    created: str  # as PDF writes it: "D:20250520184543+03'00'"


def read_pages(path: Path, limit: int = MAX_PAGES) -> PdfPages:
    """The text of a PDF, page by page, at most `limit` pages. Owner passwords do not matter. Raises PdfFault."""
    with _opened(path) as document:
        count = min(len(document), limit)
        texts: list[str | None] = []
        pictured: list[bool] = []
        for number in range(count):
            text, is_picture = _look_at(document, number)
            texts.append(text)
            pictured.append(is_picture)
            if len(texts) == min(_PATIENCE, count) and not any(text is not None for text in texts):
                raise PdfFault("pdf.damaged")
        properties = document.get_metadata_dict()
        return PdfPages(
            texts=tuple(text or "" for text in texts),
            pictured=tuple(pictured),
            shape=_shape(document) if texts and texts[0] is not None else None,
            title=_line(properties.get("Title")),
            author=_line(properties.get("Author")),
            created=_line(properties.get("CreationDate")),
        )


def every_text(path: Path) -> str:
    """All letters of all pages, also those that a page's box cuts off. Raises PdfFault."""
    from pypdfium2 import PdfiumError

    texts: list[str] = []
    with _opened(path) as document:
        for number in range(len(document)):
            try:
                page = document[number]
                texts.append(str(page.get_textpage().get_text_range()))
                page.close()
            except PdfiumError as error:
                raise PdfFault("pdf.damaged") from error
    return _unbroken("\n".join(texts))


def draw_page(path: Path, page: int, box: tuple[int, int]) -> Image:
    """A page (from 1) on white, as large as it fits into a box of px, in RGB. Raises PdfFault.

    Notes and stamps laid over it are left out: what they say is in no text of the page, so nobody could check it.
    """
    from pypdfium2 import PdfiumError

    with _opened(path) as document:
        try:
            sheet = document[page - 1]
            # A hair less than the box: PDFium rounds up to whole pixels.
            scale = min((side - 0.01) / length for side, length in zip(box, sheet.get_size(), strict=True))
            image: Image = sheet.render(scale=scale, rev_byteorder=True, draw_annots=False).to_pil().convert("RGB")
        except (PdfiumError, IndexError, ZeroDivisionError) as error:
            raise PdfFault("pdf.damaged") from error
        return image


def page_of(path: Path, name: str) -> int:
    """The page (from 1) to which a named destination leads, the first when there is none. Raises PdfFault."""
    from pypdfium2.raw import FPDF_GetNamedDestByName, FPDFDest_GetDestPageIndex

    with _opened(path) as document:
        destination = FPDF_GetNamedDestByName(document.raw, name.encode())
        return max(0, FPDFDest_GetDestPageIndex(document.raw, destination)) + 1 if destination else 1


@contextmanager
def _opened(path: Path) -> Iterator[PdfDocument]:
    from pypdfium2 import PdfDocument, PdfiumError
    from pypdfium2.raw import FPDF_ERR_PASSWORD

    # A document without pages fails without an error of its own, and the one of an earlier file would be taken for it.
    with suppress(PdfiumError):
        PdfDocument(b"no PDF")
    try:
        document = PdfDocument(path)
    except PdfiumError as error:
        raise PdfFault("pdf.password" if error.err_code == FPDF_ERR_PASSWORD else "pdf.damaged") from error
    try:
        yield document
    finally:
        document.close()


def _shape(document: PdfDocument) -> float | None:
    """Width / height of the first page, its rotation applied; None for a page without area. Raises PdfFault."""
    width, height = map(float, document.get_page_size(0))
    if width <= 0 or height <= 0:
        return None
    if max(width, height) > _MAX_STRETCH * min(width, height):
        raise PdfFault("pdf.damaged")
    return round(width / height, 4)


def _look_at(document: PdfDocument, number: int) -> tuple[str | None, bool]:
    """A page's text, None when the page cannot be loaded, and whether it is a picture of a page."""
    from pypdfium2 import PdfiumError

    try:
        page = document[number]
        text = str(page.get_textpage().get_text_bounded())
        letters = len(text.strip())
        is_picture = not letters or (letters < _LITTLE and _covered(page) >= _COVERED)
        page.close()
    except PdfiumError:
        return None, True
    return _unbroken(text), is_picture


def _unbroken(text: str) -> str:
    """PDFium marks a hyphen at a line's end by U+FFFE and writes CR LF."""
    return text.replace("\ufffe\r\n", "").replace("\ufffe", "").replace("\r\n", "\n").replace("\0", "")


def _covered(page: PdfPage) -> float:
    """How much of a page its pictures cover, at most: 1 is all of it. Raises PdfiumError."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    width, height = page.get_size()
    pictures: dict[int, PdfObject] = {}
    for each in page.get_objects(filter=(FPDF_PAGEOBJ_IMAGE,)):
        while each.container:  # inside a form its measures are the form's
            each = each.container
        pictures[id(each)] = each
    bounds = (each.get_bounds() for each in pictures.values())
    area = sum((right - left) * (top - bottom) for left, bottom, right, top in bounds)
    return float(area / (width * height)) if width and height else 0.0


def _line(text: str | None) -> str:
    return " ".join((text or "").replace("\0", " ").split())
