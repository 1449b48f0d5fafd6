"""What people are told of pages that are only pictures: that their text was recognised, or that it was not read."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio.intake.reading import BarePage, Reading
from portfolio.model.problem import Place, Problem, note, warning


def told_of_pictures(reading: Reading, file: str, *, certificate: bool) -> tuple[Problem, ...]:
    """What to tell of the pictures in a file; nothing of photographs, unless one is of a `certificate`."""
    where, found = Place(file=file), reading.recognised
    if not found:
        return _unread(reading, where, certificate=certificate)
    if found.failed:
        return (warning("ocr.failed", where),)
    read = [page for page, text in found.pages if text]
    if len(read) == (reading.pages or 1):
        return (note("ocr.read", where),)
    if read:
        return (note("ocr.read-pages", where, pages=_numbers(read)),)
    # Pages without text among others are photographs, most likely.
    return (note("ocr.nothing", where),) if reading.is_scan or reading.raster else ()


def _unread(reading: Reading, where: Place, *, certificate: bool) -> tuple[Problem, ...]:
    """What to tell where there is no Tesseract."""
    if reading.is_scan:
        return (note("pdf.no-text", where),)
    if reading.bare:
        return (note("pdf.bare-pages", where, pages=_numbers(reading.bare)),)
    return (note("picture.no-text", where),) if reading.raster and certificate else ()


def _numbers(pages: Iterable[BarePage]) -> str:
    return ", ".join(str(page.number) for page in pages)
