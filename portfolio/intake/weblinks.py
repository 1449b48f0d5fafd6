"""Links to web pages: in the lines of a text that is a list of them, and in the rows of a table."""

from __future__ import annotations

import re
from dataclasses import replace

from portfolio.columns import Columns
from portfolio.intake.reading import Reading, WebLink

# A longer text beside an address is a sentence, and the file no list.
_LONGEST_TITLE = 120
_LONGEST_LINE = 2_000
_ADDRESS = re.compile(r"(?:https?://|(?<![\w.@/])www\.)[^\s<>\"]+", re.IGNORECASE)
_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):(?!\s|\d|$)", re.IGNORECASE)
_PROGRAMS = frozenset({"javascript", "vbscript", "data", "file"})
# An address of something else, alone in its line.
_OTHER = re.compile(r"(?:[-*•]\s+)?[a-z][a-z0-9+.-]*:\S+", re.IGNORECASE)
# An address at the beginning or the end of a line: in the middle of it the line is a sentence.
_LINE = re.compile(
    rf"(?P<before>.{{0,{_LONGEST_TITLE}}}?)(?P<address>{_ADDRESS.pattern})[ \t)\]>*_]*"
    rf"|(?:[-*•]\s+)?(?P<first>{_ADDRESS.pattern})(?P<after>\s.{{0,{_LONGEST_TITLE}}})",
    re.IGNORECASE,
)
_AFTER_SENTENCE = ".,;:!?'”’»"
# What stands round the title in a line of a list: "1. [Our page](", "Our page: ", "• Our page – ".
_NUMBER = re.compile(r"^\s*(?:\d+[.)]\s)?")
_ROUND_TITLE = " \t-–—:|•*_[]()<>→"
_TITLE, _URL = "title", "url"
# What a table of links may tell beside: more makes it a table of projects.
_BESIDE = frozenset({_TITLE, _URL, "caption", "summary", "pillar", "date"})


def is_address(text: str) -> bool:
    """Whether a text is the address of a web page and nothing else."""
    return _ADDRESS.fullmatch(text) is not None and "://" in text


def without_password(text: str) -> str:
    """An address without the name and password that somebody left in it ("https://ada:1234@host/")."""
    return re.sub(r"(?<=://)[^/\s?#]*@", "", text)


def leads_to_page(text: str) -> bool:
    """Whether what stands for an address can be one of a web page; a program or a file of a computer is none."""
    scheme = _SCHEME.match(text)
    if not scheme or scheme[1].lower() in ("http", "https"):
        return True
    return scheme[1].lower() not in _PROGRAMS and _ADDRESS.search(text) is not None


def links_in_text(text: str) -> tuple[WebLink, ...]:
    """The links of a text that is a list of them, none of any other text.

    Each line has one address at its beginning or end, with its title beside it or alone on the line above; headings
    (with a mark or a colon, or in capitals) and addresses of mails and the like may stand between, and a title of the
    list before all. "www." is taken for a page that is reached safely.
    """
    lines = [(number, line.strip()) for number, line in enumerate(_without_title(text).split("\n"), start=1)]
    links: list[WebLink] = []
    above = ""
    for number, line in lines:
        if not line or line.startswith("#"):
            continue
        if len(line) > _LONGEST_LINE or len(_ADDRESS.findall(line)) > 1:
            return ()
        if found := _LINE.fullmatch(line):
            link = _link(found, number)
            links.append(replace(link, title=link.title or above.rstrip(_ROUND_TITLE)))
            above = ""
        elif _OTHER.fullmatch(line):
            continue
        elif _is_heading(line) and (not above or _is_heading(above)):
            above = line
        elif (above and not _is_heading(above)) or len(line) > _LONGEST_TITLE or _ADDRESS.search(line):
            return ()
        else:
            above = line
    return () if above and not _is_heading(above) else tuple(links)


def _is_heading(line: str) -> bool:
    return line.isupper() or (line.endswith(":") and len(line) <= _LONGEST_TITLE)


def _without_title(text: str) -> str:
    """A text with its first line blank where that stands alone in its paragraph."""
    lines = text.split("\n")
    first = next((place for place, line in enumerate(lines) if line.strip()), 0)
    if len(lines) > first + 1 and not lines[first + 1].strip() and not _ADDRESS.search(lines[first]):
        lines[first] = ""
    return "\n".join(lines)


def links_in_table(reading: Reading, columns: Columns) -> tuple[WebLink, ...]:
    """The links of a table whose rows are nothing but links, none of any other."""
    rows = [{columns.field_of(cell.heading)[0]: cell for cell in entry.cells} for entry in reading.entries]
    rows = [row for row in rows if row]
    if not all(_URL in row and is_address(row[_URL].text) and row.keys() <= _BESIDE for row in rows):
        return ()
    return tuple(
        WebLink(address=row[_URL].text, title=row[_TITLE].text if _TITLE in row else "", line=row[_URL].line)
        for row in rows
    )


def _link(found: re.Match[str], number: int) -> WebLink:
    address = (found["address"] or found["first"]).rstrip(_AFTER_SENTENCE)
    while address.count(")") > address.count("("):
        address = address.rstrip(_AFTER_SENTENCE)[:-1]
    if "://" not in address:
        address = f"https://{address}"
    title = _NUMBER.sub("", found["before"] or found["after"] or "").strip(_ROUND_TITLE)
    return WebLink(address=address, title=" ".join(title.split()), line=number)
