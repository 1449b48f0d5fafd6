"""The texts of a written PDF's pages by PDFium, read once for all that are held against them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from portfolio.files.digest import sha256_of
from portfolio.files.pdfpages import read_pages

MAX_PAGES = 10_000


def texts_of(path: Path) -> tuple[str, ...]:
    """The text of each page, "" for one that cannot be read. Raises PdfFault, and OSError for no file."""
    return _read(path, sha256_of(path))


@lru_cache(maxsize=2)  # a file is looked at from all sides before the next one
def _read(path: Path, digest: str) -> tuple[str, ...]:  # noqa: ARG001 - a path may hold another content later
    return read_pages(path, limit=MAX_PAGES).texts
