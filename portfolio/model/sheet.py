"""Composed single sheets, before any format: the poster and the plaque. Lengths in mm."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from portfolio.model.blocks import Paragraph, PillarEntry
from portfolio.model.lockup import Lockup


@dataclass(frozen=True, slots=True, kw_only=True)
class PageGeometry:
    """A sheet in mm: trim size, bleed round it, whether crop marks are drawn, and the margin kept clear."""

    width: float
    height: float
    bleed: float = 0.0
    marks: bool = False
    safe_margin: float = 5.0


A3 = PageGeometry(width=297.0, height=420.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """The mission poster, in the order of its model: school, label and years, logos, EU line, mission, pillars.

    `claim` is "we are an eTwinning School" in the language, only when the label is held; "" else.
    """

    language: str
    title: str
    geometry: PageGeometry
    school: str
    place: str
    brand: str
    years: str
    claim: str
    logos: tuple[str, ...]
    lockup: Lockup | None
    mission_title: str
    mission: tuple[Paragraph, ...]
    mission_note: str
    pillars: tuple[PillarEntry, ...]
    watermark: str = ""


class LineRole(StrEnum):
    """What a line of a plaque is, for its size."""

    SCHOOL = "school"
    LABEL = "label"
    YEARS = "years"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaqueLine:
    """One line of a plaque."""

    text: str
    role: LineRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaque:
    """The text of a plaque, a few lines; never an imitation of the official one. `pillars`: whose colours adorn it."""

    language: str
    title: str
    geometry: PageGeometry
    lines: tuple[PlaqueLine, ...]
    lockup: Lockup | None
    pillars: tuple[str, ...] = ()
    watermark: str = ""
