"""What stands on the pages of a written PDF, read by pikepdf from its content and by PDFium for its words."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portfolio.audit.content import Content, See, State
from portfolio.audit.emblems import emblems_in
from portfolio.audit.resources import text_of, within
from portfolio.audit.texts import texts_of
from portfolio.files.fault import FileFault
from portfolio.files.pdfpages import read_pages
from portfolio.model.marks import Box, DrawingMark, FileMarks, PageMarks, PictureMark, Shape, TextMark

if TYPE_CHECKING:
    from pikepdf import Page, Pdf

_MM = 25.4 / 72


def read_marks(path: Path, pages: int | None = None, see: See | None = None) -> FileMarks:
    """The marks of a PDF's first pages, None for all. `see` looks into its pictures, None: nobody does.

    Raises FileFault (`pdf.damaged`, `pdf.password`).
    """
    import pikepdf

    texts = read_pages(path, limit=pages).texts if pages else texts_of(path)
    content = Content(see)
    try:
        with pikepdf.open(path) as pdf:
            told = zip(pdf.pages[:pages], chain(texts, repeat("")), strict=False)
            return FileMarks(
                pages=tuple(
                    _page_marks(pdf, number, page, content, text) for number, (page, text) in enumerate(told, start=1)
                )
            )
    except pikepdf.PasswordError as fault:
        raise FileFault("pdf.password") from fault
    except (pikepdf.PdfError, KeyError, ValueError, TypeError, AttributeError, IndexError) as fault:
        raise FileFault("pdf.damaged") from fault


def _page_marks(pdf: Pdf, number: int, page: Page, content: Content, text: str) -> PageMarks:
    from pikepdf import Matrix

    left, low, right, high = map(float, page.trimbox)
    unit = _MM * float(within(page.obj, "/UserUnit") or 1)
    width, height = (right - left) * unit, (high - low) * unit
    matrix = Matrix(unit, 0, 0, -unit, -left * unit, high * unit)
    turns = int(within(page.obj, "/Rotate") or 0) // 90 % 4
    for _ in range(turns):  # clockwise, as the page is seen
        matrix = matrix @ Matrix(0, 1, -1, 0, height, 0)
        width, height = height, width
    everywhere = Box(-width, -height, 2 * width, 2 * height)
    marks = list(content.marks(page, State(matrix, everywhere), _told(pdf, page)))
    shapes = tuple(each for each in marks if isinstance(each, Shape))
    return PageMarks(
        number=number,
        width=width,
        height=height,
        text=text,
        emblems=tuple(emblems_in(shapes)),
        pictures=tuple(each for each in marks if isinstance(each, PictureMark)),
        drawings=tuple(each for each in marks if isinstance(each, DrawingMark)),
        texts=tuple(each for each in marks if isinstance(each, TextMark)),
        shapes=shapes,
    )


def _told(pdf: Pdf, page: Page) -> Callable[[int], str]:
    """The alternative text of a figure by its number on the page, "" where nothing says it."""
    parents = within(pdf.Root, "/StructTreeRoot", "/ParentTree")
    key = within(page.obj, "/StructParents")

    def told(number: int) -> str:
        elements = _entry(parents, int(key)) if key is not None else None
        if elements is None or not 0 <= number < len(elements):
            return ""
        return text_of(within(elements[number], "/Alt"))

    return told


def _entry(node: Any, key: int) -> Any:
    """What a number tree has under a number, None for nothing."""
    numbers = list(within(node, "/Nums") or ())
    for one, entry in zip(numbers[::2], numbers[1::2], strict=False):
        if int(one) == key:
            return entry
    found = (_entry(kid, key) for kid in within(node, "/Kids") or ())
    return next((each for each in found if each is not None), None)
