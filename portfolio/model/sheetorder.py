"""What is wanted of a single sheet, a poster or a plaque: its kind, size and printers, and what is said on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portfolio.model.problem import Place
from portfolio.model.sheet import A3, PageGeometry, Purpose

_SETTINGS = Place(file="portfolio.yaml")


class SheetKind(StrEnum):
    """What a sheet is; the value is its artefact's name."""

    MISSION = "poster-mission"
    SCHOOL = "poster-school"
    PROJECT = "poster-project"
    EVENT = "poster-event"
    PLAQUE = "plaque"  # of the label
    PLAQUE_PROJECT = "plaque-project"
    PLAQUE_ROOM = "plaque-room"
    PLAQUE_THANKS = "plaque-thanks"

    @property
    def is_plaque(self) -> bool:
        """Whether it is a plaque, to be engraved or printed on a plate."""
        return self.value.startswith("plaque")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOrder:
    """One sheet that is wanted; every text is the school's own, "" where it says nothing.

    `title` is what the sheet is about: a class, an event, a room, a project in other words than its record's.
    `project` names a project by id, title or file, `photos` name pieces by id or file. `profile` is the ICC file of a
    print shop below the project folder. `ink` is a value of `model.lockup.Ink`, "" for that of `funding.inks`. `where`
    is where all that is said.
    """

    kind: SheetKind
    geometry: PageGeometry = A3
    purposes: tuple[Purpose, ...] = (Purpose.SCREEN,)
    profile: str = ""
    ink: str = ""
    title: str = ""
    text: str = ""
    project: str = ""
    partner: str = ""
    day: date | None = None
    time: str = ""
    place: str = ""
    address: str = ""
    photos: tuple[str, ...] = ()
    outdoors: bool = False
    language: str = ""  # of its texts, "" for the school's own
    where: Place = _SETTINGS
