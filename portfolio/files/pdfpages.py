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
    from pypdfium2 import PdfDocument

    from portfolio.files.picture import Image

# A damaged page tree can claim millions of pages; no evidence has more that anyone reads.
MAX_PAGES = 200
# After so many unreadable pages at the beginning the page tree is taken as damaged.
_PATIENCE = 3
# A first page so many times as long as wide, or as wide as long, is damage: the longest banners stay below 100.
_MAX_STRETCH = 1000


class PdfFault(FileFault):
    """A PDF that cannot be used: `pdf.damaged` (or without pages, or of absurd shape), `pdf.password`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfPages:
    """The texts of a PDF's pages ("" for a page that cannot be read), the first page's shape, its properties."""

    texts: tuple[str, ...]
    shape: float | None  # width / height of the first page as it is shown; None when it cannot be read
    title: str
    author: str
    created: str  # as PDF writes it: "D:20250520184543+03'00'"


def read_pages(path: Path, limit: int = MAX_PAGES) -> PdfPages:
    """The text of a PDF, page by page, at most `limit` pages. Owner passwords do not matter. Raises PdfFault."""
    with _opened(path) as document:
        count = min(len(document), limit)
        texts: list[str | None] = []
        for number in range(count):
            texts.append(_text(document, number))
            if len(texts) == min(_PATIENCE, count) and not any(text is not None for text in texts):
                raise PdfFault("pdf.damaged")
        properties = document.get_metadata_dict()
        return PdfPages(
            texts=tuple(text or "" for text in texts),
            shape=_shape(document) if texts and texts[0] is not None else None,
            title=_line(properties.get("Title")),
            author=_line(properties.get("Author")),
            created=_line(properties.get("CreationDate")),
        )


def draw_page(path: Path, page: int, box: tuple[int, int]) -> Image:
    """A page (from 1) on white, as large as it fits into a box of px, in RGB. Raises PdfFault."""
    from pypdfium2 import PdfiumError

    with _opened(path) as document:
        try:
            sheet = document[page - 1]
            # A hair less than the box: PDFium rounds up to whole pixels.
            scale = min((side - 0.01) / length for side, length in zip(box, sheet.get_size(), strict=True))
            image: Image = sheet.render(scale=scale, rev_byteorder=True).to_pil().convert("RGB")
        except (PdfiumError, IndexError, ZeroDivisionError) as error:
            raise PdfFault("pdf.damaged") from error
        return image


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


def _text(document: PdfDocument, number: int) -> str | None:
    """A page's text; None when the page cannot be loaded."""
    from pypdfium2 import PdfiumError

    try:
        page = document[number]
        text = page.get_textpage().get_text_bounded()
        page.close()
    except PdfiumError:
        return None
    # PDFium marks a hyphen at a line's end by U+FFFE and writes CR LF.
    return str(text).replace("\ufffe\r\n", "").replace("\ufffe", "").replace("\r\n", "\n").replace("\0", "")


def _line(text: str | None) -> str:
    return " ".join((text or "").replace("\0", " ").split())
