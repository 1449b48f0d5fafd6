"""What a photo program wrote about a picture into a file beside it (XMP, ISO 16684-1), field by field."""

from __future__ import annotations

from pathlib import Path

from portfolio.files.fault import FileFault
from portfolio.files.xmp import read_xmp_file
from portfolio.intake.formats import Format
from portfolio.intake.reading import MAX_TEXT, Cell, Entry, Reading

MAX_BYTES = 5 * 2**20  # masks and strokes of a raw photo take some hundred KB


def read(path: Path, found: Format) -> Reading:
    """The fields of a packet as one entry, "caption.tr" for a text in a language. Raises FileFault."""
    if path.stat().st_size > MAX_BYTES:
        raise FileFault("file.too-large", limit=MAX_BYTES // 2**20)
    cells = tuple(
        Cell(heading=f"{field}.{language}" if language else field, text=text, line=0)
        for field, texts in read_xmp_file(path.read_bytes()).items()
        for language, text in texts
    )
    text = "\n".join(cell.text for cell in cells)[:MAX_TEXT]
    return Reading(format=found.key, text=text, entries=(Entry(cells=cells, line=0),) if cells else ())
