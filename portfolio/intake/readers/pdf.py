"""PDFs: certificates, minutes, plans, scans."""

from __future__ import annotations

from pathlib import Path

from portfolio.files.pdfpages import read_pages
from portfolio.intake.clocks import moment
from portfolio.intake.formats import Format
from portfolio.intake.reading import MAX_TEXT, BarePage, Inscription, Reading
from portfolio.model.decision import Field
from portfolio.model.text import Origin


def read(path: Path, found: Format) -> Reading:
    """The text of a PDF's pages, the first one's shape, its title and the day it was made. Raises PdfFault."""
    pages = read_pages(path)
    text, bare = "", []
    for number, (page, pictured) in enumerate(zip(pages.texts, pages.pictured, strict=True), start=1):
        text = f"{text}\n{page}".lstrip()
        if pictured:
            bare.append(BarePage(number=number, ends=len(text)))
    said = ((Field.TITLE, pages.title), (Field.DATE, moment(pages.created)))
    return Reading(
        format=found.key,
        text=text.strip()[:MAX_TEXT],
        inscriptions=tuple(
            Inscription(field=field, text=text, origin=Origin.PROPERTIES) for field, text in said if text
        ),
        pages=len(pages.texts),
        page_shape=pages.shape,
        bare=tuple(bare),
    )
