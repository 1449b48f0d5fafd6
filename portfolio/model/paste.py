"""What is pasted into the panel of somebody else's website: texts, a list of projects, pictures, a card to share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portfolio.model.blocks import Paragraph, PlacedPicture, Table
from portfolio.model.lockup import Lockup
from portfolio.model.text import Phrase

SIZES = (1200, 600)  # the longest side of a picture in px


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """A headline with its text; `notes` are what is said below it: whose text it is, and of the EU.

    `disclaimer` is that of the notes which is due, "" for none.
    """

    headline: str
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[str, ...]
    disclaimer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastePicture:
    """A picture in each of the SIZES, with what is pasted beside it: label ("" for none) → words."""

    sizes: tuple[PlacedPicture, ...]
    details: tuple[tuple[str, Phrase], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The picture that stands for the school where its page is shared.

    Without a `picture` the pillars' colours stand there.
    """

    school: str
    label: str
    place: str
    picture: PlacedPicture | None
    logos: tuple[str, ...]
    pillars: tuple[str, ...]
    lockup: Lockup | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paste:
    """All that a school pastes in one language. `projects` is None where there is none to list.

    `card_details` are what is pasted beside the card. `watermark` as in a dossier.
    """

    language: str
    title: str
    announcement: Announcement
    projects: Table | None
    pictures: tuple[PastePicture, ...]
    pictures_title: str
    card: Card
    card_details: tuple[tuple[str, Phrase], ...]
    watermark: str = ""

    @property
    def placed(self) -> Iterator[PlacedPicture]:
        """Every picture of which a file is needed."""
        yield from (size for picture in self.pictures for size in picture.sizes)
        if self.card.picture:
            yield self.card.picture
