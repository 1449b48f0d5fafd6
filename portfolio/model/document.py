"""The composed dossier, before any format: what a renderer sets, and all that it sees (law 11).

Anchors are unique in a document: letters, digits, "-" and ".".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from portfolio.model.annex import Annex
from portfolio.model.blocks import Block, Exhibit, ExhibitList, Figure, PhotoRow, PillarEntry, PlacedPicture, VoiceList
from portfolio.model.clearance import Audience
from portfolio.model.lockup import Lockup
from portfolio.model.text import Phrase


class SectionRole(StrEnum):
    """What a section is, for its look."""

    PLAIN = "plain"
    PILLAR = "pillar"  # opens with a band in the pillar's colour
    REGISTER = "register"
    COLOPHON = "colophon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a dossier, beginning on a new page. `number` is "" or the pillar's; `lead` stands in the opener.

    `compact`: its opener is a lower one, so that what is below fills a page less.
    """

    anchor: str
    title: str
    role: SectionRole
    blocks: tuple[Block, ...]
    short_title: str = ""  # for the running header
    number: str = ""
    pillar: str = ""
    lead: Phrase | None = None
    figures: tuple[Figure, ...] = ()
    compact: bool = False

    @property
    def opening_figures(self) -> tuple[Figure, ...]:
        """The figures as its opener shows them: one alone says no more than the contents and the table below."""
        return self.figures if self.role is SectionRole.PILLAR or len(self.figures) > 1 else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The first page: the school first, then the label and years."""

    school: str
    title: str
    label: str  # "eTwinning School 2025-2026", or what stands there before it is held
    place: str
    printed_on: str
    picture: PlacedPicture | None
    logos: tuple[str, ...]
    lockup: Lockup | None
    pillars: tuple[PillarEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands above the first section of a document without a cover: whose it is, and the line about the label."""

    school: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The composed dossier of one language and audience. `watermark` is "" or the draft's word.

    A short one, such as is uploaded for one criterion, has a `head` instead of a cover, and no contents (title "").
    """

    language: str
    audience: Audience
    title: str
    author: str
    subject: str
    cover: Cover | None
    contents_title: str
    page_word: str
    sections: tuple[Section, ...]
    watermark: str = ""
    annexes: tuple[Annex, ...] = ()
    head: Head | None = None


def exhibits_in(dossier: Dossier) -> Iterator[Exhibit]:
    """Every exhibit that is shown, in reading order."""
    for section in dossier.sections:
        for block in section.blocks:
            if isinstance(block, PhotoRow | ExhibitList):
                yield from block.exhibits
            elif isinstance(block, VoiceList):
                yield from (voice.exhibit for voice in block.voices)
