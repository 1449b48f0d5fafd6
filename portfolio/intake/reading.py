"""What a reader found in a file: plain values that come from a worker process and lie in the store."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio.files.fault import FileFault
from portfolio.files.zipfolder import Member
from portfolio.intake.credentials import Credential
from portfolio.model.decision import Field
from portfolio.model.evidence import Raster
from portfolio.model.problem import Place, Problem, Reason, Severity, Values
from portfolio.model.text import Origin

# More text than any document of a school has; it is only searched, never printed.
MAX_TEXT = 200_000

# Faults of the moment or of this machine, not of the content: a later run tries again.
PASSING = frozenset(
    {"file.late", "file.memory", "file.crashed", "file.unreadable", "file.changing", "system.no-heic", "zip.no-space"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One "field: value" of an entry, the heading as written; lists are joined by line feeds."""

    heading: str
    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of a table, one mapping of a YAML file, one form of a document: its cells, and the line it begins in.

    `sheet` is the name of the sheet in a workbook, "" elsewhere; `unheaded` are the cells of a row under no heading.
    """

    cells: tuple[Cell, ...]
    line: int
    sheet: str = ""
    unheaded: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Inscription:
    """Something a file says of itself in its metadata or its head: a title, a caption, a date; `origin`: in which."""

    field: Field
    text: str
    language: str = ""
    origin: Origin = Origin.DOCUMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class WebLink:
    """The address of a web page, with its title in the file ("" for none) and its line (0 for none)."""

    address: str
    title: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that travels inside another one: its name as written there, its size in bytes and its sha256."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarePage:
    """A page with hardly any text, most likely a picture of one: its number from 1, and where in the text it ends."""

    number: int
    ends: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """What was recognised in a file's pictures of pages, page by page; `failed`: it could not be tried to its end.

    `languages` are those it was read with, as Tesseract writes them ("tur+eng").
    """

    languages: str = ""
    pages: tuple[tuple[BarePage, str], ...] = ()
    failed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why a file cannot be used: a Problem's code and values; line and column count from 1."""

    code: str
    values: Values = ()
    line: int | None = None
    column: int | None = None

    @property
    def reason(self) -> Reason:
        """The fault as the Reason of a file's state."""
        return Reason(code=self.code, values=self.values)

    def problem(self, file: str) -> Problem:
        """The fault as a Problem of a file as people are shown it."""
        place = Place(file=file, line=self.line, column=self.column)
        return Problem(code=self.code, severity=Severity.ERROR, where=place, values=self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The content of one file: of what format it is (a key of `identify.FORMATS`), and either a fault or what it says.

    `oddities` are a library's own warnings. `entries` come from tables, YAML and forms; `links` are there when the
    content is nothing but links, `members` when it is an archive that is opened like a folder. `misnamed`: the suffix
    belongs to another format.
    """

    format: str
    fault: Fault | None = None
    misnamed: bool = False
    text: str = ""
    inscriptions: tuple[Inscription, ...] = ()
    heading: Cell | None = None  # the first heading of a text, as the cell "title"
    entries: tuple[Entry, ...] = ()
    credential: Credential | None = None  # what a certificate in JSON says
    links: tuple[WebLink, ...] = ()
    attached: tuple[Attachment, ...] = ()
    members: tuple[Member, ...] = ()
    raster: Raster | None = None
    pages: int | None = None
    page_shape: float | None = None  # width / height of the first page
    bare: tuple[BarePage, ...] = ()  # of a PDF
    seconds: float | None = None  # how long a film or recording is
    recognised: Recognised | None = None  # None when nobody has tried; never in the store
    oddities: tuple[str, ...] = ()

    @property
    def lasting(self) -> bool:
        """Whether the same content will always read like this on this machine."""
        passing = self.fault is not None and self.fault.code in PASSING
        return not passing and not (self.recognised and self.recognised.failed)

    @property
    def is_scan(self) -> bool:
        """Whether all its pages are pictures."""
        return bool(self.bare) and len(self.bare) == self.pages

    @property
    def read_by(self) -> str:
        """The languages in which text was recognised in its pictures of pages, "" where there was none to be read."""
        found = self.recognised
        return found.languages if found and any(text for _, text in found.pages) else ""

    @property
    def whole(self) -> str:
        """Its own text with what was recognised in its pictures, in the order of the pages."""
        parts, start = [], 0
        for page, text in self.recognised.pages if self.recognised else ():
            parts += [self.text[start : page.ends], text]
            start = page.ends
        return "\n".join(part.strip() for part in (*parts, self.text[start:]) if part.strip())[:MAX_TEXT]

    @property
    def voices(self) -> tuple[tuple[str, Origin], ...]:
        """Its text by who says it, the surest first: the file itself, then together with what was recognised."""
        own = (self.text, Origin.DOCUMENT)
        return (own, (self.whole, Origin.RECOGNISED)) if self.recognised else (own,)


def fault_of(found: FileFault) -> Fault:
    """A fault of the file readers as a plain value."""
    return Fault(code=found.code, values=found.values, line=found.line, column=found.column)
