"""What a section of a composed document is made of: texts, tables, pictures, exhibits, charts.

Everything a reader reads is already worded in the document's language here; a renderer adds no words.
Lengths in mm. Anchors are unique in a document: letters, digits, "-" and ".".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from portfolio.model.charts import CoverageChart, PartnerMap, Timeline
from portfolio.model.evidence import Kind
from portfolio.model.redaction import Redaction
from portfolio.model.text import Phrase

# Between the margins of an A4 page, in mm: rows of photos are composed on it, so every theme's margins leave it.
MEASURE = 170.0
TEXT_MEASURE = 111.67  # of it, from the fifth column on: where running text stands
ASIDE = 53.33  # of it, the first four columns: what stands beside a text
CAPTION_LETTERS = 6  # for each mm of a picture's width: about ten lines
# How the addresses begin that a link may lead to outside its document, in small letters.
ADDRESSES = ("http://", "https://", "mailto:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    r"""A stretch of text with one look. `link` is "#anchor" inside the document or one of ADDRESSES.

    A line break ("\n") in the text of a table's cell begins a new line in it.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    language: str = ""  # "" is the document's own


def link_in(runs: Iterable[Run]) -> str:
    """Where the first link of a text leads, "" where there is none."""
    return next((run.link for run in runs if run.link), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Which of the school's own texts a paragraph stands in ("model/plan", "tr"), and its number there, from 0."""

    key: str
    language: str
    number: int = 0


class ParagraphStyle(StrEnum):
    """What a paragraph is."""

    BODY = "body"
    LEAD = "lead"
    BULLET = "bullet"
    NUMBERED = "numbered"
    QUOTE = "quote"
    NOTE = "note"  # small and grey: origin of a text, a hint to the reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph, list entry or quotation."""

    runs: tuple[Run, ...]
    style: ParagraphStyle = ParagraphStyle.BODY
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading below a section's title; `level` 2 or 3."""

    text: str
    level: int
    anchor: str
    language: str = ""
    new_page: bool = False  # in formats whose pages are composed
    close: bool = False  # it stands with what is above it: what follows is too little for a page
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with what it counts: ("14", "pieces of evidence")."""

    number: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A row of big figures."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactTable:
    """Label → value rows under a title ("" for none); the labels are row headings."""

    title: str
    rows: tuple[tuple[str, tuple[Run, ...]], ...]


class Align(StrEnum):
    """Where a column's texts stand; numbers stand right."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A table's column: heading, alignment, and share of the width (all shares of a table add up to 12)."""

    title: str
    share: int
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A table's row; `anchor` is "" unless something links here. `pillar` colours its number, `item` is its piece."""

    cells: tuple[tuple[Run, ...], ...]
    anchor: str = ""
    pillar: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a heading row; `title` says what it shows ("" for none)."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPicture:
    """A picture at its printed size. `source` is the file below the evidence folder, `page` the page of a PDF (from 1).

    `file` is the source as shown to people, `sha256` its digest. `key` names the derivative: a renderer finds its file
    by it. The size is that of what is shown: of the crop, when the redaction has one. What is shown on screens, or is
    finer than a document's other pictures, on a poster, has a `longest` side in px instead, 0 for all else.
    """

    key: str
    item: str
    source: str
    file: str
    sha256: str
    media_type: str
    width_mm: float
    height_mm: float
    alternative: Phrase
    page: int | None = None
    redaction: Redaction | None = None
    longest: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """A numbered piece as shown. `number` is "<pillar>.<n>"; `anchor` is where links to it lead.

    `register` is the anchor of its register row. `details` are label → value rows. `picture` is None for text pieces
    and inside a PhotoRow, where the photo carries it. `captioned` is the language of the caption that stands with it
    (its title where it has none), and to which an edit of these words belongs; "" where they are no caption.
    """

    number: str
    anchor: str
    register: str
    item: str
    kind: Kind
    kind_label: str
    pillar: str
    title: Phrase
    caption: Phrase | None = None
    dated: str = ""
    place: str = ""
    credit: str = ""
    details: tuple[tuple[str, tuple[Run, ...]], ...] = ()
    picture: PlacedPicture | None = None
    captioned: str = ""

    @property
    def words(self) -> Phrase:
        """What stands with a photo: its caption, else its title."""
        return self.caption or self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoRow:
    """Photos side by side across the measure, all of one height; each exhibit's picture has its own width.

    `above` is the gap to the row above it, `new_page`: it begins a page that was composed with what follows.
    `beside`: it is one photo, where texts stand, with its words at its side on the first column.
    """

    exhibits: tuple[Exhibit, ...]
    hero: bool = False
    beside: bool = False
    above: float = 0.0
    new_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitList:
    """Pieces shown as cards under a heading: certificates, records, documents."""

    exhibits: tuple[Exhibit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What somebody said, in quotation marks; `by`: in which role, `asked`: to which question, None where not told."""

    exhibit: Exhibit
    words: Phrase
    by: Phrase | None = None
    asked: Phrase | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceList:
    """Quotations, one below the other."""

    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PillarEntry:
    """A pillar as listed in mission and poster; `note` says when the wording is ours, not official ("" else)."""

    key: str
    number: int
    title: Phrase
    body: Phrase
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PillarList:
    """The pillars with number, glyph, title and body."""

    entries: tuple[PillarEntry, ...]


Block = (
    Paragraph
    | Heading
    | Figures
    | FactTable
    | Table
    | PhotoRow
    | ExhibitList
    | VoiceList
    | PillarList
    | CoverageChart
    | Timeline
    | PartnerMap
)


def is_too_long(letters: int, width_mm: float) -> bool:
    """Whether so many letters do not stand below a picture of a width, but below its row."""
    return letters > width_mm * CAPTION_LETTERS
