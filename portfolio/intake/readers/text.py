"""Plain text and Markdown."""

from __future__ import annotations

import re
from pathlib import Path

from portfolio.files.encoding import decode
from portfolio.files.fault import FileFault
from portfolio.intake.identify import Format
from portfolio.intake.readers.forms import cells_of_lines, entries_of_cells
from portfolio.intake.reading import MAX_TEXT, Inscription, Reading
from portfolio.intake.weblinks import links_in_text
from portfolio.model.decision import Field

# A text of this size is a log or an export, not evidence that anyone reads.
MAX_BYTES = 20 * 2**20
# A first line up to this length, alone in its paragraph, is a title.
_TITLE_LENGTH = 90


def read(path: Path, found: Format, language: str) -> Reading:
    """The text, its title and its "Field: value" lines; `language` is the writer's. Raises FileFault."""
    if path.stat().st_size > MAX_BYTES:
        raise FileFault("file.too-large", limit=MAX_BYTES // 2**20)
    text = decode(path.read_bytes(), language)[:MAX_TEXT].replace("\r\n", "\n").replace("\r", "\n")
    title = _heading(text) if found.key == "markdown" else _first_line(text)
    return Reading(
        format=found.key,
        text=text.strip(),
        inscriptions=(Inscription(field=Field.TITLE, text=title),) if title else (),
        links=links_in_text(text),
        entries=entries_of_cells(cells_of_lines(enumerate(text.split("\n"), start=1))),
    )


def _heading(text: str) -> str:
    """The first heading of a Markdown text, without its marks."""
    found = re.search(r"^#{1,3}\s+(.+?)\s*#*\s*$|^(\S.*)\n(?:=+|-+)\s*$", text, re.MULTILINE)
    return re.sub(r"[*_`]+", "", found[1] or found[2]).strip() if found else ""


def _first_line(text: str) -> str:
    first, _, rest = text.strip().partition("\n")
    alone = not rest or not rest.split("\n", 1)[0].strip()
    return first.strip() if alone and rest and len(first) <= _TITLE_LENGTH else ""
