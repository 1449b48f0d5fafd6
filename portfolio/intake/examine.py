"""One file, identified and read: what a worker does."""

from __future__ import annotations

import codecs
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from portfolio.files.fault import FileFault
from portfolio.intake.formats import FORMATS, READ, Family, Format, misnamed, opened_like_folder
from portfolio.intake.identify import identify
from portfolio.intake.reading import Fault, Reading, fault_of

_MAX_ODDITIES = 3
_CHUNK = 64 * 1024
_BLANKS = b" \t\r\n\v\f"
# Byte order marks, and what is blank behind them.
_MARKS = {codecs.BOM_UTF8: _BLANKS, codecs.BOM_UTF16_LE: _BLANKS + b"\0", codecs.BOM_UTF16_BE: _BLANKS + b"\0"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A file to examine, and the language that its writer's computer is set to."""

    path: Path
    language: str


def examine(task: Task) -> Reading:
    """What a file says, or why it cannot be used. Libraries' warnings come with it instead of being printed."""
    try:
        if _is_blank(task.path):
            return Reading(format="unknown", fault=Fault(code="file.empty"))
        found = identify(task.path)
    except OSError:
        return Reading(format="unknown", fault=Fault(code="file.unreadable"))
    with _listening() as heard:
        reading = _read(task, found)
    oddities = tuple(dict.fromkeys(heard))[:_MAX_ODDITIES]
    return replace(reading, misnamed=misnamed(task.path, found), oddities=oddities)


def _is_blank(path: Path) -> bool:
    """Whether a file holds nothing, or only blanks and ends of lines, in any Unicode encoding. Raises OSError."""
    with path.open("rb") as file:
        first = file.read(_CHUNK)
        mark = next(filter(first.startswith, _MARKS), b"")
        blanks = _MARKS.get(mark, _BLANKS)
        if first.removeprefix(mark).strip(blanks):
            return False
        return not any(chunk.strip(blanks) for chunk in iter(lambda: file.read(_CHUNK), b""))


def _read(task: Task, found: Format) -> Reading:
    if found.family not in READ and not opened_like_folder(task.path.name, found.key):
        return Reading(format=found.key, fault=_not_read(found, task.path.suffix))
    try:
        return _reader(task, found)
    except FileFault as fault:
        return Reading(format=found.key, fault=fault_of(fault))
    except OSError:
        return Reading(format=found.key, fault=Fault(code="file.unreadable"))
    except MemoryError:
        return Reading(format=found.key, fault=Fault(code="file.memory"))
    except Exception:  # a reader that stumbles over a damaged file where nobody foresaw it
        return Reading(format=found.key, fault=Fault(code="file.damaged", values=(("kind", found.label),)))


def _reader(task: Task, found: Format) -> Reading:
    """Calls the reader of a family; it is imported only now."""
    match found.family:
        case Family.PICTURE:
            from portfolio.intake.readers import picture

            return picture.read(task.path, found)
        case Family.PDF:
            from portfolio.intake.readers import pdf

            return pdf.read(task.path, found)
        case Family.WORD | Family.SLIDES:
            return _document(task, found)
        case Family.WORKBOOK:
            from portfolio.intake.readers import tables

            return tables.read_workbook_file(task.path, found)
        case Family.TABLE:
            from portfolio.intake.readers import tables

            return tables.read_csv_file(task.path, found, task.language)
        case Family.RECORDS if found.key == "xmp":
            from portfolio.intake.readers import xmp

            return xmp.read(task.path, found)
        case Family.RECORDS:
            from portfolio.intake.readers import records

            return records.read(task.path, found)
        case Family.MESSAGE:
            from portfolio.intake.readers import message

            return message.read(task.path, found, task.language)
        case Family.VIDEO | Family.AUDIO:
            from portfolio.intake.readers import media

            return media.read(task.path, found)
        case Family.LINK:
            from portfolio.intake.readers import link

            return link.read(task.path, found, task.language)
        case Family.ARCHIVE:
            from portfolio.intake.readers import archive

            return archive.read(task.path, found, task.language)
        case _:
            from portfolio.intake.readers import text

            return text.read(task.path, found, task.language)


def _document(task: Task, found: Format) -> Reading:
    """What people write and show in office programs."""
    match found.key:
        case "docx":
            from portfolio.intake.readers import word

            return word.read(task.path, found)
        case "pptx":
            from portfolio.intake.readers import slides

            return slides.read(task.path, found)
        case "rtf":
            from portfolio.intake.readers import rtf

            return rtf.read(task.path, found, task.language)
        case _:
            from portfolio.intake.readers import opendocument

            return opendocument.read(task.path, found)


def _not_read(found: Format, suffix: str) -> Fault:
    """Why a format is not read. Old Office files and saved mails are one format: the suffix tells people which."""
    if found is FORMATS["unknown"]:
        return Fault(code="file.unknown")
    if found is FORMATS["zip"]:
        return Fault(code="zip.another-suffix")
    named = suffix.lower().removeprefix(".")
    kind = named.upper() if found is FORMATS["old-office"] and named in found.suffixes else found.label
    return Fault(code=f"file.not-read.{found.family}", values=(("kind", kind),))


class _Ear(logging.Handler):
    def __init__(self, heard: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        self._heard.append(record.getMessage())


@contextmanager
def _listening() -> Iterator[list[str]]:
    """The warnings and log records of libraries while a file is read."""
    heard: list[str] = []
    ear = _Ear(heard)
    logging.getLogger().addHandler(ear)
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            yield heard
        heard.extend(str(warning.message) for warning in caught)
    finally:
        logging.getLogger().removeHandler(ear)
