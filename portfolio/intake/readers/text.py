"""Plain text and Markdown."""

from __future__ import annotations

import re
from pathlib import Path

from portfolio.files.encoding import decode
from portfolio.files.fault import FileFault
from portfolio.intake.formats import Format
from portfolio.intake.readers.forms import cells_of_lines, entries_of_cells, heading_cell
from portfolio.intake.readers.hypertext import text_of_html
from portfolio.intake.reading import MAX_TEXT, Inscription, Reading
from portfolio.intake.weblinks import links_in_text
from portfolio.model.decision import Field

# A text of this size is a log or an export, not evidence that anyone reads.
MAX_BYTES = 20 * 2**20
# A first line up to this length, alone in its paragraph, is a title.
_TITLE_LENGTH = 90
# A heading with marks, one that is underlined, and one in HTML, as pages of code repositories have it.
_HEADING = re.compile(
    r"^#{1,3}[ \t]+(\S[^\n]*?)[ \t]*#*[ \t]*$|^(\S[^\n]*)\n(?:=+|-+)[ \t]*$|^[ \t]*<h1\b[^>]*>(.+?)</h1>",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)


def read(path: Path, found: Format, language: str) -> Reading:
    """The text, its title and its "Field: value" lines; `language` is the writer's. Raises FileFault."""
    if path.stat().st_size > MAX_BYTES:
        raise FileFault("file.too-large", limit=MAX_BYTES // 2**20)
    text = decode(path.read_bytes(), language)[:MAX_TEXT].replace("\r\n", "\n").replace("\r", "\n")
    title, line = _heading(text) if found.key == "markdown" else _first_line(text)
    return Reading(
        format=found.key,
        text=text.rstrip(),  # not stripped in front: its lines keep their numbers
        inscriptions=(Inscription(field=Field.TITLE, text=title),) if title else (),
        heading=heading_cell(title, line),
        links=links_in_text(text),
        entries=entries_of_cells(cells_of_lines(enumerate(text.split("\n"), start=1))),
    )


def _heading(text: str) -> tuple[str, int]:
    """The first heading of a Markdown text, without its marks, and its line."""
    found = _HEADING.search(text)
    if not found:
        return "", 0
    title = text_of_html(found[3]) if found[3] else re.sub(r"[*_`]+", "", found[1] or found[2])
    return " ".join(title.split()), _line_of(text, found.start())


def _first_line(text: str) -> tuple[str, int]:
    first, _, rest = text.strip().partition("\n")
    alone = not rest or not rest.split("\n", 1)[0].strip()
    is_title = alone and rest and len(first) <= _TITLE_LENGTH
    return (first.strip(), _line_of(text, text.index(first))) if is_title else ("", 0)


def _line_of(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
