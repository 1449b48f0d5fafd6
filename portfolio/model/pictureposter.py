"""Composed posters of a project and of an event: all in its place on the sheet, before any format. Lengths in mm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from portfolio.model.blocks import PlacedPicture, Run, link_in
from portfolio.model.box import Box, flowing
from portfolio.model.sheet import Sheet
from portfolio.model.text import Phrase


class TextRole(StrEnum):
    """What a text is, for its look."""

    KICKER = "kicker"  # what stands above the title
    TITLE = "title"
    NUMBER = "number"  # one that is the poster's figure, or counts something
    LABEL = "label"  # what such a number counts, or a date's month
    LEAD = "lead"
    STRONG = "strong"
    TEXT = "text"
    NOTE = "note"
    SCHOOL = "school"

    @property
    def is_bold(self) -> bool:
        """Whether it is set in the bold face."""
        return self in (TextRole.KICKER, TextRole.TITLE, TextRole.NUMBER, TextRole.STRONG, TextRole.SCHOOL)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetText:
    """A text with its size in pt, its lines' distance by that, and what is above it in mm."""

    text: Phrase
    role: TextRole
    size: float
    leading: float
    above: float = 0.0

    @property
    def flowing(self) -> str:
        """Its type as an inline style of a text in a block."""
        return flowing(self.size, self.leading, self.above)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """Texts below each other, from the top of their box on; `light`: on the coloured field."""

    box: Box
    texts: tuple[SetText, ...]
    light: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPhoto:
    """A picture in its place, uncut."""

    picture: PlacedPicture
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedLogo:
    """The most room that a logo of the school may take; `key` is the name of its file as documents give it."""

    key: str
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanCode:
    """A QR code in its place: `site` is the address, with its link; `alternative` is read out for it."""

    site: tuple[Run, ...]
    alternative: str
    box: Box

    @property
    def address(self) -> str:
        """What it leads to; "" where that must not be told."""
        return link_in(self.site)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedEmblem:
    """Where the lock-up stands, and the height of its flag."""

    box: Box
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturePoster(Sheet):
    """A field in a pillar's colour from the upper edge on, below it photos and texts, at the foot school and lock-up.

    `pillar` gives the colour, `pillars` the stripe at the lower edge. `blocks` are in their reading order, those of the
    `foot` come last.
    """

    school: str
    pillar: str
    pillars: tuple[str, ...]
    field: Box
    blocks: tuple[TextBlock, ...]
    photos: tuple[PlacedPhoto, ...]
    code: ScanCode | None
    foot: tuple[TextBlock, ...]
    logos: tuple[PlacedLogo, ...]
    emblem: PlacedEmblem | None
    stripe: Box

    @property
    def texts(self) -> Iterator[SetText]:
        """All texts in their reading order."""
        yield from (text for block in (*self.blocks, *self.foot) for text in block.texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectPoster(PicturePoster):
    """The poster of a project; `item` is its piece."""

    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPoster(PicturePoster):
    """The poster of an event."""
