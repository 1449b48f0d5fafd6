"""Certificates and documents that are only pictures of pages: their text is recognised, and marked as such.

Scanned PDFs, and those photographs that a person calls a certificate; once for each content and set of languages.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.files.fault import FileFault
from portfolio.files.originals import Originals
from portfolio.files.tesseract import Tesseract, TesseractError, installed_languages, read_image
from portfolio.files.workers import run
from portfolio.intake.catalogue import open_store
from portfolio.intake.contents import PROCESSES
from portfolio.intake.duplicates import Content
from portfolio.intake.identify import FORMATS, Family
from portfolio.intake.reading import MAX_TEXT, Reading
from portfolio.model.events import Progress, Report, Stage

if TYPE_CHECKING:
    from portfolio.files.picture import Image

# A page of a PDF with less text is a picture of a page.
SCAN_TEXT = 30
# A certificate has one page or two; of a long scan the beginning tells what it is.
_PAGES = 3
# The long side of a page in px: an A4 at 300 dpi.
_SIDE = 3508
_SECONDS = 60.0
_GRACE = 15.0  # for drawing the pages, before the worker itself is stopped


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A file whose pages are pictures, and what to read them with."""

    path: Path
    family: Family
    tesseract: Tesseract
    languages: str


def recognise(
    contents: Sequence[Content],
    certificates: frozenset[str],
    originals: Originals,
    tesseract: Tesseract | None,
    *,
    language: str,
    report: Report,
) -> tuple[Content, ...]:
    """The contents, pictures of text with what could be read in them; all as they were without Tesseract.

    `certificates` are the ids of contents that a person calls one.
    """
    wanted = [each for each in contents if is_scan(each.reading) or (each.reading.raster and each.id in certificates)]
    languages = installed_languages(tesseract, language) if tesseract and wanted else ""
    if not tesseract or not languages:
        return tuple(contents)
    texts = dict(_texts(wanted, originals, tesseract, languages, language, report))
    return tuple(_with_text(each, texts[each.id], languages) if each.id in texts else each for each in contents)


def is_scan(reading: Reading) -> bool:
    """Whether a PDF has so little text that its pages must be pictures."""
    if FORMATS[reading.format].family is not Family.PDF or not reading.pages:
        return False
    return len(reading.text) < SCAN_TEXT * reading.pages


def _texts(
    wanted: Sequence[Content],
    originals: Originals,
    tesseract: Tesseract,
    languages: str,
    language: str,
    report: Report,
) -> Iterator[tuple[str, str]]:
    """The ids of contents with the text in them; what the store does not know is read now."""
    sheets: dict[Path, Content] = {}
    with open_store(originals.cache, language) as store:
        for each in wanted:
            known = store.recognised(each.first.sha256, languages)
            if known is None:
                sheets[originals.path(each.first.file.path, each.first.sha256)] = each
            else:
                yield each.id, known
        tasks = [
            Sheet(path=path, family=FORMATS[each.reading.format].family, tesseract=tesseract, languages=languages)
            for path, each in sheets.items()
        ]
        outcomes = run(read_sheet, tasks, count=PROCESSES, seconds=_SECONDS + _GRACE)
        for done, outcome in enumerate(outcomes, start=1):
            content = sheets[outcome.given.path]
            report(Progress(stage=Stage.READ, done=done, total=len(tasks), name=content.first.file.name))
            if outcome.result is not None:
                store.keep_recognised(content.first.sha256, languages, outcome.result)
            yield content.id, outcome.result or ""


def _with_text(content: Content, text: str, languages: str) -> Content:
    reading = content.reading
    told = replace(reading, text=f"{reading.text}\n{text}".strip(), recognised=languages)
    return Content(files=tuple(replace(each, reading=told) for each in content.files))


def read_sheet(sheet: Sheet) -> str | None:
    """The text in a sheet, None when Tesseract failed. Runs in a worker."""
    deadline = time.monotonic() + _SECONDS
    try:
        found = [read_image(image, sheet.tesseract, sheet.languages, deadline) for image in _images(sheet)]
    except TesseractError:
        return None
    return "\n".join(filter(None, found))[:MAX_TEXT]


def _images(sheet: Sheet) -> Iterator[Image]:
    if sheet.family is Family.PICTURE:
        from portfolio.files.picture import draw_upright

        with suppress(FileFault):
            yield draw_upright(sheet.path, _SIDE)
        return
    from portfolio.files.pdfpages import draw_page, read_pages

    with suppress(FileFault):
        for number, text in enumerate(read_pages(sheet.path, _PAGES).texts, start=1):
            if len(text.strip()) < SCAN_TEXT:
                yield draw_page(sheet.path, number, (_SIDE, _SIDE))
