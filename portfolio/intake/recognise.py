"""Pages that are only pictures: their text is recognised, and marked as such.

Scanned pages of PDFs, and those photographs that a person or a name calls a certificate; once for each content and set
of languages. What could not be tried to its end is tried again by the next run.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
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
from portfolio.intake.formats import FORMATS, Family
from portfolio.intake.reading import BarePage, Reading, Recognised
from portfolio.model.events import Progress, Report, Stage

if TYPE_CHECKING:
    from portfolio.files.picture import Image

# Minutes have a scanned page or two, a report some annexes; of a long scan the beginning tells what it is.
MAX_PAGES = 8
# The long side of a page in px: an A4 at 300 dpi.
_SIDE = 3508
# A page of text takes two or three, a photograph ten; on an old computer with much to do, some times as many.
_SECONDS_A_PAGE = 20.0
_GRACE = 15.0  # for drawing the pages, before the worker itself is stopped
_BETWEEN_PAGES = "\f"  # as in plain texts

_Wanted = tuple[Content, tuple[BarePage, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A file with the numbers of the pages in it that are pictures, and what to read them with."""

    path: Path
    family: Family
    pages: tuple[int, ...]
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

    `certificates` are the ids of contents that a person or a name calls one.
    """
    looked_at = ((each, _pictures(each.reading, called=each.id in certificates)) for each in contents)
    wanted = [(each, pages) for each, pages in looked_at if pages]
    if not tesseract or not wanted:
        return tuple(contents)
    try:
        languages = installed_languages(tesseract, language)
    except TesseractError:
        found: Mapping[str, Recognised] = {each.id: Recognised(failed=True) for each, _ in wanted}
    else:
        found = dict(_recognised(wanted, originals, tesseract, languages, language, report)) if languages else {}
    return tuple(_with(each, found[each.id]) if each.id in found else each for each in contents)


def _pictures(reading: Reading, *, called: bool) -> tuple[BarePage, ...]:
    """The pages to look for text in; a photograph is one where it is `called` a certificate."""
    if reading.raster:
        return (BarePage(number=1, ends=0),) if called else ()
    return reading.bare[:MAX_PAGES]


def _recognised(
    wanted: Sequence[_Wanted],
    originals: Originals,
    tesseract: Tesseract,
    languages: str,
    language: str,
    report: Report,
) -> Iterator[tuple[str, Recognised]]:
    """The ids of contents with what is in their pictures; what the store does not know is read now."""
    unknown: dict[Path, _Wanted] = {}
    with open_store(originals.cache, language) as store:
        for content, pages in wanted:
            known = store.recognised(content.first.sha256, languages)
            if known is None:
                unknown[originals.path(content.first.file.path, content.first.sha256)] = content, pages
            else:
                yield content.id, _put_together(languages, pages, known)
        tasks = [
            Sheet(
                path=path,
                family=FORMATS[content.reading.format].family,
                pages=tuple(page.number for page in pages),
                tesseract=tesseract,
                languages=languages,
            )
            for path, (content, pages) in unknown.items()
        ]
        outcomes = run(read_sheet, tasks, count=PROCESSES, seconds=_SECONDS_A_PAGE * MAX_PAGES + _GRACE)
        for done, outcome in enumerate(outcomes, start=1):
            content, pages = unknown[outcome.given.path]
            report(Progress(stage=Stage.READ, done=done, total=len(tasks), name=content.first.file.name))
            if outcome.result is None:
                yield content.id, Recognised(failed=True)
            else:
                store.keep_recognised(content.first.sha256, languages, outcome.result)
                yield content.id, _put_together(languages, pages, outcome.result)


def _put_together(languages: str, pages: Sequence[BarePage], text: str) -> Recognised:
    return Recognised(languages=languages, pages=tuple(zip(pages, text.split(_BETWEEN_PAGES), strict=False)))


def _with(content: Content, found: Recognised) -> Content:
    reading = replace(content.reading, recognised=found)
    return Content(files=tuple(replace(each, reading=reading) for each in content.files))


def read_sheet(sheet: Sheet) -> str | None:
    """The texts of a sheet's pages with form feeds between them, None when Tesseract failed. Runs in a worker."""
    deadline = time.monotonic() + _SECONDS_A_PAGE * len(sheet.pages)
    try:
        return _BETWEEN_PAGES.join(_read_page(sheet, page, deadline) for page in sheet.pages)
    except TesseractError:
        return None


def _read_page(sheet: Sheet, page: int, deadline: float) -> str:
    """The text in a page, "" also where it cannot be drawn. Raises TesseractError."""
    with suppress(FileFault):
        return read_image(_draw(sheet, page), sheet.tesseract, sheet.languages, deadline)
    return ""


def _draw(sheet: Sheet, page: int) -> Image:
    if sheet.family is Family.PICTURE:
        from portfolio.files.picture import draw_upright

        return draw_upright(sheet.path, _SIDE)
    from portfolio.files.pdfpages import draw_page

    return draw_page(sheet.path, page, (_SIDE, _SIDE))
