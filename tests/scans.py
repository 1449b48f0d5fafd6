"""Pictures of pages for the tests, and the system's Tesseract to read them with."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from portfolio.files.tesseract import Tesseract, find_tesseract, installed_languages

if TYPE_CHECKING:
    from PIL.Image import Image

FONT = Path(__file__).parents[1] / "templates" / "base" / "fonts" / "Ubuntu-Regular.ttf"
LINES = ("Ulusal Kalite Etiketi", "Elif Uçanhalı", "Işıltılı Nehirler projesine katılmıştır.", "Tarih: 13.06.2025")


def page(*lines: str) -> Image:
    """A page with lines of printed text."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("L", (1800, 1200), 255)
    font = ImageFont.truetype(FONT, 72)
    for number, line in enumerate(lines):
        ImageDraw.Draw(picture).text((160, 150 + 160 * number), line, font=font, fill=20)
    return picture


def laid(picture: Image, askew: float, turned: int = 0) -> Image:
    """A picture as a hand lays it on the glass: so many degrees askew, after that turned by 90, 180 or 270."""
    from PIL.Image import Resampling

    return picture.rotate(askew, Resampling.BICUBIC, expand=True, fillcolor=255).rotate(turned, expand=True)


def report(path: Path, text: bytes, scans: Mapping[int, Image]) -> Path:
    """A PDF of the pages of another one, some of them (from 1) replaced by scans."""
    import pikepdf

    with pikepdf.open(io.BytesIO(text)) as document:
        for number, scan in scans.items():
            data = io.BytesIO()
            scan.save(data, "PDF", resolution=150)
            with pikepdf.open(data) as scanned:
                document.pages[number - 1 : number] = scanned.pages
        document.save(path)
    return path


def installed_tesseract() -> Tesseract:
    """The system's Tesseract; without it the test is skipped."""
    found = find_tesseract()
    if not found or installed_languages(found, "tr") != "tur+eng":
        pytest.skip("Tesseract with Turkish and English is not installed")
    return found
