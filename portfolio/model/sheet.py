"""Composed single sheets, before any format: posters and plaques. Lengths in mm."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from portfolio.model.blocks import Paragraph, PillarEntry, PlacedPicture, Run, link_in
from portfolio.model.lockup import Lockup
from portfolio.model.shopsheet import ShopSheet
from portfolio.model.text import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class PageGeometry:
    """A sheet in mm: trim size, bleed round it, whether crop marks are drawn, and the margin kept clear.

    `hidden` is what of its foot nobody sees, in the stand of a roll-up.
    """

    width: float
    height: float
    bleed: float = 0.0
    marks: bool = False
    safe_margin: float = 5.0
    hidden: float = 0.0

    @property
    def landscape(self) -> bool:
        """Whether it is broader than high."""
        return self.width > self.height


A3 = PageGeometry(width=297.0, height=420.0)


class Purpose(StrEnum):
    """What a sheet's file is for; the value stands in its name. The one for the screen is always made."""

    SCREEN = "screen"
    OFFICE = "office"  # a printer that leaves a white margin
    PRINT = "print"  # a print shop: bleed, boxes, marks
    CURVES = "curves"  # a shop that wants no fonts: the same with its letters as outlines
    TILES = "tiles"  # on A4 sheets, to be glued together
    PREVIEW = "preview"  # a PNG

    @property
    def for_shop(self) -> bool:
        """Whether its file goes to a print shop, with a sheet that says how it is to be printed."""
        return self in (Purpose.PRINT, Purpose.CURVES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What every sheet has. `title` is the file's; `profile` the ICC file of a print shop, "" for none.

    `shop` is what a print shop is told beside the sheet, None where none gets a file.
    """

    language: str
    title: str
    geometry: PageGeometry
    lockup: Lockup | None
    watermark: str = ""
    purposes: tuple[Purpose, ...] = (Purpose.SCREEN,)
    profile: str = ""
    shop: ShopSheet | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissionPoster(Sheet):
    """The mission poster, in the order of its model: school, label and years, logos, EU line, mission, pillars.

    `claim` is "we are an eTwinning School" in the language, only when the label is held; "" else. `line` stands below
    the school's name, such as a class.
    """

    school: str
    place: str
    brand: str
    years: str
    claim: str
    logos: tuple[str, ...]
    mission_title: str
    mission: tuple[Paragraph, ...]
    mission_note: str
    pillars: tuple[PillarEntry, ...]
    line: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteCode:
    """A website, a text whose link is also drawn as a QR code; () for none.

    `scan` stands beside the code, `alternative` is read out for it.
    """

    site: tuple[Run, ...] = ()
    scan: str = ""
    alternative: str = ""

    @property
    def address(self) -> str:
        """What the code leads to, "" where there is none."""
        return link_in(self.site)


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolPoster(Sheet):
    """Who the school is: its name and the claim, and the pillars in a line each.

    `claim` is "we are an eTwinning School" only when the label is held, else what the school works at; `years` are
    those of a held label, `state` where the school stands with one that it does not hold. `line` stands below the
    school's name. `sharp` is how wide in mm the picture may be printed.
    """

    school: str
    line: str
    place: str
    motto: Phrase | None
    claim: str
    years: str
    state: str
    logos: tuple[str, ...]
    picture: PlacedPicture | None
    sharp: float
    pillars: tuple[PillarEntry, ...]
    code: SiteCode
    note: str


class LineRole(StrEnum):
    """What a line of a plaque is, for its size."""

    MAIN = "main"  # whom or what the plaque is about: the school, a project, a room, a partner
    LABEL = "label"
    YEARS = "years"
    SCHOOL = "school"  # whose the plaque is, where that is not its main line
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaqueLine:
    """One line of a plaque, as long as it is; `own`: the school says it, and may say it shorter."""

    text: str
    role: LineRole
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaque(Sheet):
    """The text of a plaque, a few lines; never an imitation of the official one. `pillars`: whose colours adorn it.

    The safe margin of its geometry is so broad that the screws in its corners are clear.
    """

    lines: tuple[PlaqueLine, ...]
    pillars: tuple[str, ...] = ()
