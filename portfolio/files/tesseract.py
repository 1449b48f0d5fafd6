"""The text in pictures of pages, by the system's Tesseract where somebody installed it: a program, not a library.

Its command line: https://tesseract-ocr.github.io/tessdoc/Command-Line-Usage.html
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import time
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.files.deskew import straightened

if TYPE_CHECKING:
    from portfolio.files.picture import Image

# What Tesseract calls the languages that ISO 639-1 writes with two letters.
LANGUAGES = {
    "ar": "ara", "az": "aze", "bg": "bul", "bs": "bos", "cs": "ces", "da": "dan", "de": "deu", "el": "ell",
    "en": "eng", "es": "spa", "et": "est", "fi": "fin", "fr": "fra", "ga": "gle", "hr": "hrv", "hu": "hun",
    "hy": "hye", "is": "isl", "it": "ita", "ka": "kat", "lt": "lit", "lv": "lav", "mk": "mkd", "mt": "mlt",
    "nb": "nor", "nl": "nld", "no": "nor", "pl": "pol", "pt": "por", "ro": "ron", "sk": "slk", "sl": "slv",
    "sq": "sqi", "sr": "srp", "sv": "swe", "tr": "tur", "uk": "ukr",
}  # fmt: skip
# Where Tesseract's installer for Windows puts it, which does not make it known to the command line.
_WINDOWS = r"C:\Program Files\Tesseract-OCR"
# It finds "letters" in any drawing; those are the words it is not sure of (of 100).
_SURE = 60.0
# Fewer letters are what dirt and seals look like.
LEAST = 30
# With the page's direction found first (it may lie on its side); then as one block of text, where that found no lines.
_LAYOUTS = ("1", "6")
_WORD = "5"  # the level of a line of its table that is a word
_DPI = "300"
_SECONDS = 10.0  # for what it does without a picture


class TesseractError(Exception):
    """Tesseract did not do its work in time, or not at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tesseract:
    """The program as it is installed; another `stamp` is another installation."""

    program: str
    stamp: str


def find_tesseract() -> Tesseract | None:
    """The system's Tesseract, None when there is none."""
    program = shutil.which("tesseract") or shutil.which("tesseract", path=_WINDOWS)
    if not program:
        return None
    try:
        seen = Path(program).stat()
    except OSError:
        return None
    return Tesseract(program=program, stamp=f"{program} {seen.st_size} {seen.st_mtime_ns}")


def installed_languages(tesseract: Tesseract, language: str) -> str:
    """What to read with, as Tesseract writes it ("tur+eng"): a language (ISO 639-1) and English, where installed.

    Raises TesseractError.
    """
    installed = every_language(tesseract)
    wanted = dict.fromkeys((LANGUAGES.get(language, ""), "eng"))
    return "+".join(each for each in wanted if each in installed)


def every_language(tesseract: Tesseract) -> frozenset[str]:
    """All languages that are installed, as Tesseract calls them. Raises TesseractError."""
    return frozenset(_run([tesseract.program, "--list-langs"], b"", time.monotonic() + _SECONDS).split())


def read_image(image: Image, tesseract: Tesseract, languages: str, deadline: float) -> str:
    """The lines of text in a picture of a page, "" when there are none.

    `deadline` is of `time.monotonic()`. Raises TesseractError.
    """
    buffer = io.BytesIO()
    straightened(image.convert("L")).save(buffer, "PNG", compress_level=1)
    best = ""
    for layout in _LAYOUTS:
        text = _lines(_table(buffer.getvalue(), tesseract, languages, layout, deadline))
        best = max(best, text, key=_letters)
        if _letters(best) >= LEAST:
            return best
    return ""


def _table(picture: bytes, tesseract: Tesseract, languages: str, layout: str, deadline: float) -> str:
    command = [tesseract.program, "stdin", "stdout", "-l", languages, "--psm", layout, "--dpi", _DPI, "tsv"]
    # One thread: the workers share the cores already, and Tesseract's own threads cost more than they bring.
    return _run(command, picture, deadline, {**os.environ, "OMP_THREAD_LIMIT": "1"})


def _run(command: list[str], given: bytes, deadline: float, environment: dict[str, str] | None = None) -> str:
    """What the program writes. Raises TesseractError."""
    left = max(0.1, deadline - time.monotonic())
    try:
        done = subprocess.run(command, input=given, capture_output=True, timeout=left, check=True, env=environment)
    except subprocess.TimeoutExpired as error:
        raise TesseractError("it took too long") from error
    except (OSError, subprocess.CalledProcessError) as error:
        raise TesseractError("it could not be run") from error
    return done.stdout.decode("utf-8", "replace")


def _lines(table: str) -> str:
    """The words of Tesseract's table that it is sure of, in their lines; an empty line between blocks is not kept."""
    words = (
        row
        for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
        if row["level"] == _WORD and (row["text"] or "").strip() and float(row["conf"]) >= _SURE
    )
    lines = groupby(words, key=lambda row: (row["block_num"], row["par_num"], row["line_num"]))
    return "\n".join(" ".join(row["text"].strip() for row in line) for _, line in lines)


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)
