"""Links to web pages as browsers and desktops save them (.url, .webloc, .desktop): the address, which nobody opens."""

from __future__ import annotations

import plistlib
import re
from pathlib import Path
from xml.parsers.expat import ExpatError

from portfolio.files.encoding import decode
from portfolio.files.fault import FileFault
from portfolio.intake.formats import Format
from portfolio.intake.reading import Reading, WebLink
from portfolio.intake.weblinks import is_address

MAX_BYTES = 2**20

_STATED = re.compile(r"^[ \t]*URL(?:\[\$e\])?[ \t]*=[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)


def read(path: Path, found: Format, language: str) -> Reading:
    """The address in a link. Raises FileFault: `link.no-address` when it leads to no web page."""
    if path.stat().st_size > MAX_BYTES:
        raise FileFault("file.too-large", limit=MAX_BYTES // 2**20)
    data = path.read_bytes()
    address = _in_property_list(data) if b"plist" in data[:200] else _in_lines(decode(data, language))
    if not is_address(address):
        raise FileFault("link.no-address")
    return Reading(format=found.key, text=address, links=(WebLink(address=address),))


def _in_property_list(data: bytes) -> str:
    """What a Mac writes: a property list with one entry; plistlib refuses entities."""
    try:
        said = plistlib.loads(data)
    except (plistlib.InvalidFileException, ExpatError, ValueError, OverflowError, RecursionError):
        raise FileFault("link.no-address") from None
    address = said.get("URL") if isinstance(said, dict) else None
    return address if isinstance(address, str) else ""


def _in_lines(text: str) -> str:
    found = _STATED.search(text)
    return found[1] if found else ""
