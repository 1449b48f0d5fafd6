"""What the program needs of the computer: Python, the libraries that set and read, a clock."""

from __future__ import annotations

import platform
import struct
import time
from collections.abc import Iterator, Sequence
from datetime import datetime

from portfolio.build.doctor.finding import Finding, ill, well
from portfolio.build.doctor.remedy import remedy
from portfolio.errors import MissingDependencyError
from portfolio.files.picture import reads_heic
from portfolio.files.tesseract import LANGUAGES, TesseractError, every_language, find_tesseract
from portfolio.model.problem import error, warning
from portfolio.render.pdf import load_engine

LEAST_PYTHON = (3, 11)  # pyproject.toml, requires-python
_NARROW = 4  # bytes of an address in a 32-bit Python
# Countries whose own time is that of Greenwich, at least in winter.
_GREENWICH = ("FO", "GB", "IE", "IS", "PT")


def check_python() -> Finding:
    """New enough, and with room for large documents."""
    version = platform.python_version()
    if tuple(map(int, platform.python_version_tuple()[:2])) < LEAST_PYTHON:
        return ill("python", error("doctor.python-old", version=version, command=remedy("python")))
    if struct.calcsize("P") == _NARROW:
        return ill("python", warning("doctor.python-narrow", version=version, command=remedy("python")))
    return well("python", version=version)


def check_pango() -> Finding:
    """Whether WeasyPrint finds the libraries that it sets letters with."""
    try:
        load_engine()
    except MissingDependencyError:
        return ill("pango", error("doctor.no-pango", command=remedy("pango")))
    return well("pango")


def check_heic(wanted: int) -> Finding:
    """Whether photos of phones can be read; `wanted` is how many there are."""
    if reads_heic():
        return well("heic")
    command = remedy("heic")
    if wanted:
        return ill("heic", error("doctor.no-heic-photos", n=wanted, command=command))
    return ill("heic", warning("doctor.no-heic", command=command))


def check_tesseract(languages: Sequence[str]) -> Finding:
    """Whether scans can be read, in every one of some languages (ISO 639-1). It is good to have, not needed."""
    codes = tuple(dict.fromkeys((*(LANGUAGES[each] for each in languages if each in LANGUAGES), "eng")))
    tesseract = find_tesseract()
    if tesseract is None:
        return ill("tesseract", warning("doctor.no-tesseract", command=remedy("tesseract", codes)))
    try:
        installed = every_language(tesseract)
    except TesseractError:
        return ill("tesseract", warning("doctor.tesseract-broken", command=remedy("tesseract", codes)))
    if missing := [code for code in codes if code not in installed]:
        command = remedy("tesseract-language", missing)
        return ill("tesseract", warning("doctor.tesseract-language", codes=", ".join(missing), command=command))
    return well("tesseract", codes=", ".join(codes))


def check_time_zone(country: str) -> Finding:
    """Whether days begin when they begin at school (`country` is its code, "" where unknown)."""
    now = datetime.now().astimezone()
    at_sea = time.tzname[0] in ("UTC", "Universal") and not now.utcoffset()
    if at_sea and country and country not in _GREENWICH:
        return ill("time-zone", warning("doctor.time-zone", now=f"{now:%H:%M}", command=remedy("time-zone")))
    return well("time-zone", now=f"{now:%Y-%m-%d %H:%M}", zone=now.tzname() or "")


def check_machine(languages: Sequence[str], country: str, heic: int) -> Iterator[Finding]:
    """All that concerns the computer; languages and country "" and () where no project says them."""
    yield check_python()
    yield check_pango()
    yield check_heic(heic)
    yield check_tesseract(languages)
    yield check_time_zone(country)
