"""The composed information sheet, before any format: two sides of A4 for parents and visitors. Lengths in mm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portfolio.model.blocks import Figure, PillarEntry, PlacedPicture, Run, link_in
from portfolio.model.lockup import Lockup
from portfolio.model.text import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Some sentences under a title."""

    title: str
    texts: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InfoProject:
    """A project in a sentence or two; `item` is its piece, `time` is "" where nobody says when it was."""

    item: str
    title: Phrase
    time: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How to reach the school: label → value, and its `site`, a text whose link is also drawn as a QR code.

    `site` is () where there is none. `scan` stands beside the code, `alternative` is read out for it.
    """

    title: str
    rows: tuple[tuple[str, tuple[Run, ...]], ...]
    site: tuple[Run, ...] = ()
    scan: str = ""
    alternative: str = ""

    @property
    def address(self) -> str:
        """What the QR code leads to, "" where there is none."""
        return link_in(self.site)


@dataclass(frozen=True, slots=True, kw_only=True)
class InfoSheet:
    """What the label is, its elements and benefits, what the school did, how to reach it.

    `label` says where the school stands with the label: that it has it only while it is held. `about`, `benefits` and
    `projects` are empty where nothing is known; `notes` is the small print.
    """

    language: str
    title: str
    author: str
    subject: str
    school: str
    place: str
    label: str
    picture: PlacedPicture | None
    logos: tuple[str, ...]
    about: Passage | None
    elements_title: str
    elements: tuple[PillarEntry, ...]
    benefits_title: str
    benefits: tuple[Passage, ...]
    work_title: str
    figures: tuple[Figure, ...]
    projects: tuple[InfoProject, ...]
    contact: Contact
    notes: tuple[str, ...]
    lockup: Lockup | None
    watermark: str = ""

    @property
    def has_back(self) -> bool:
        """Whether there is more to say than fits on the front."""
        return bool(self.benefits or self.figures or self.projects)


def words_of(sheet: InfoSheet) -> Iterator[str]:
    """Every text of a sheet in the order in which it is read, in whatever format."""
    yield from filter(None, (sheet.watermark, sheet.school, sheet.label, sheet.place))
    if sheet.about:
        yield from _passage(sheet.about)
    yield sheet.elements_title
    for entry in sheet.elements:
        yield from filter(None, (str(entry.number or ""), entry.title.text, entry.body.text))
    if sheet.benefits:
        yield sheet.benefits_title
        for passage in sheet.benefits:
            yield from _passage(passage)
    if sheet.figures or sheet.projects:
        yield sheet.work_title
    for figure in sheet.figures:
        yield from (figure.number, figure.label)
    for project in sheet.projects:
        yield from filter(None, (project.title.text, project.time, project.text))
    yield sheet.contact.title
    for label, runs in sheet.contact.rows:
        yield from (label, "".join(run.text for run in runs))
    if sheet.contact.site:
        yield from (sheet.contact.scan, "".join(run.text for run in sheet.contact.site))
    yield from sheet.notes
    if sheet.lockup:
        yield from sheet.lockup.letters


def _passage(passage: Passage) -> Iterator[str]:
    yield passage.title
    yield from (text.text for text in passage.texts)
