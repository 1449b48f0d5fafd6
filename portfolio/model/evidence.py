"""The evidence: contents that prove something, with everything known about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from portfolio.model.dating import Dating
from portfolio.model.problem import Reason
from portfolio.model.redaction import Redaction
from portfolio.model.text import LocalText, Sourced


class Kind(StrEnum):
    """What a piece is to a reader; also the columns of the coverage matrix."""

    PHOTO = "photo"
    CERTIFICATE = "certificate"
    PROJECT = "project"
    DOCUMENT = "document"
    LINK = "link"  # a page of the web, known by its address alone
    MEDIA = "media"  # a film or a sound recording
    QUOTATION = "quotation"  # what a pupil, a parent, a teacher said
    SURVEY = "survey"  # what a form asked, and how many answered what

    @property
    def is_expected(self) -> bool:
        """Whether a school is expected to have some, so that none at all is a gap and not just absent."""
        return self not in (Kind.LINK, Kind.MEDIA, Kind.QUOTATION, Kind.SURVEY)


class PortrayalState(StrEnum):
    """Whether people can be recognised in a piece; UNKNOWN until a person says so."""

    NONE = "none"
    UNRECOGNISABLE = "unrecognisable"
    RECOGNISABLE = "recognisable"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrayal:
    """Who is in a piece; `by` says who stated it ("" when nobody did). Never inferred from pixels.

    Of `groups` anybody may be in it, but for `absent`, whom somebody named as not there. `partner`: children of a
    partner school are in it, whom only their own school can clear; `partners`: of several such schools. `where` is the
    place of the statement that holds; `said` is what is stated at each place, in the order in which it was read.
    """

    state: PortrayalState
    persons: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    partner: bool = False
    partners: bool = False
    by: str = ""
    where: str = ""
    said: tuple[Sourced[PortrayalState], ...] = ()


UNKNOWN_PORTRAYAL = Portrayal(state=PortrayalState.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerConsent:
    """That a partner school cleared its own children in a piece, on an ISO day and for whom (keys of Audience).

    Who cleared it has to be stated too, but is not kept: the name would be of no use here.
    """

    school: str
    on: str
    audiences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Raster:
    """An upright picture's size in px (EXIF orientation applied) and its 64-bit dhash as 16 hex digits."""

    width: int
    height: int
    dhash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRecord:
    """One eTwinning project, merged field by field from the parts that speak of it (fields: label facts 5.1).

    `partners` are (school, country code or name); years are school years such as "2024-2025".
    """

    title: Sourced[str]
    number: Sourced[str] | None = None
    url: Sourced[str] | None = None
    summary: Sourced[LocalText] | None = None
    years: Sourced[str] | None = None
    status: Sourced[str] | None = None
    role: Sourced[str] | None = None
    partners: Sourced[tuple[tuple[str, str], ...]] | None = None
    teachers: Sourced[tuple[str, ...]] | None = None
    classes: Sourced[tuple[str, ...]] | None = None
    subjects: Sourced[tuple[str, ...]] | None = None
    languages: Sourced[tuple[str, ...]] | None = None
    pupils: Sourced[int] | None = None
    ages: Sourced[str] | None = None
    results: Sourced[LocalText] | None = None
    national_label: Sourced[str] | None = None
    european_label: Sourced[str] | None = None


OTHER_CERTIFICATE = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What a certificate says; `kind` is a key of the framework's certificate kinds, else OTHER_CERTIFICATE.

    `valid_until` is for the school alone: it is no date of the piece.
    """

    kind: str
    matched: str  # the words by which the kind was recognised, "" when a person stated it
    holder: Sourced[str] | None = None
    project: Sourced[str] | None = None
    issuer: Sourced[str] | None = None
    valid_until: Sourced[Dating] | None = None


SPEAKERS = ("pupil", "parent", "teacher", "head", "partner")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """What somebody said: `role` is one of SPEAKERS, or as written; None when not known. `question` is what was asked.

    Who it was stands in the piece's portrayal alone. `agreed` is what the speaker answered to being quoted: "yes",
    "no", or for whom as written; None when nobody says so.
    """

    text: Sourced[LocalText]
    role: Sourced[str] | None = None
    question: Sourced[str] | None = None
    agreed: Sourced[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of a survey with its answers and how many gave each, the most frequent first; open ones have none."""

    text: str
    answers: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """A survey: how many answered, and its questions in their order. Nothing in it tells who answered what."""

    responses: int
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overruled:
    """What somebody or something says of a field ("caption") and does not hold, for a stronger voice says otherwise."""

    field: str
    said: Sourced[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceItem:
    """A piece: one content that proves something, wherever and however often it lies.

    `id` is "E-" and the first 10 hex digits of the sha256 of its content, with ".n" for the n-th part of a file.
    `also` are further ids it answers to (parts merged into it). `files` are all its places as shown to people,
    sorted; `source` is the path below the evidence folder (POSIX, surrogate-escaped) of the one to open.
    `pillars` is what descriptions say, as written, not yet the mapping. `text` is what can be read in it,
    `page_shape` width / height of its first page, `seconds` how long a film or recording is, `address` that of the page
    a link leads to; nobody fetches it. `recognised` is there when text was recognised in pictures of pages: the
    languages as Tesseract writes them ("tur+eng"); such text may have wrong letters. Of a piece with a `redaction`
    what was read in it is `veiled`: it may stand below a box, so it is only searched for what nobody may read, and
    never printed. `barred` is why nobody may see it, whatever else is known. `overruled` is for the school alone: no
    document has it.
    """

    id: str
    kind: Kind
    files: tuple[str, ...]
    source: str
    sha256: str
    media_type: str
    size: int
    also: tuple[str, ...] = ()
    title: Sourced[LocalText] | None = None
    caption: Sourced[LocalText] | None = None
    alternative: Sourced[LocalText] | None = None
    dated: Sourced[Dating] | None = None
    place: Sourced[str] | None = None
    credit: Sourced[str] | None = None
    pillars: tuple[Sourced[str], ...] = ()
    portrayal: Portrayal = UNKNOWN_PORTRAYAL
    partners: tuple[Sourced[PartnerConsent], ...] = ()
    redaction: Redaction | None = None
    barred: Reason | None = None
    raster: Raster | None = None
    pages: int | None = None
    page_shape: float | None = None
    seconds: float | None = None
    text: str = ""
    veiled: str = field(default="", repr=False)
    recognised: str = ""
    address: Sourced[str] | None = None
    project: ProjectRecord | None = None
    certificate: Certificate | None = None
    quotation: Quotation | None = None
    survey: Survey | None = None
    overruled: tuple[Overruled, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id this piece answers to, its own first."""
        return (self.id, *self.also)
