"""PDFs: certificates, minutes, plans, scans."""

from __future__ import annotations

from pathlib import Path

from portfolio.files.pdfpages import read_pages
from portfolio.intake.dates import machine_date
from portfolio.intake.identify import Format
from portfolio.intake.reading import MAX_TEXT, Inscription, Reading
from portfolio.model.decision import Field


def read(path: Path, found: Format) -> Reading:
    """The text of a PDF's pages, the first one's shape, its title and the day it was made. Raises PdfFault."""
    pages = read_pages(path)
    said = ((Field.TITLE, pages.title), (Field.DATE, machine_date(pages.created)))
    return Reading(
        format=found.key,
        text="\n".join(pages.texts).strip()[:MAX_TEXT],
        inscriptions=tuple(Inscription(field=field, text=text) for field, text in said if text),
        pages=len(pages.texts),
        page_shape=pages.shape,
    )
