"""A school's project: what portfolio.yaml and its neighbours say, validated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from portfolio.model.decision import Decision
from portfolio.model.framework import Round
from portfolio.model.problem import Place
from portfolio.model.sheetorder import SheetKind, SheetOrder
from portfolio.model.text import LocalText


class LabelStatus(StrEnum):
    """Where the school stands with the label; only HELD prints "we are an eTwinning School"."""

    NONE = "none"
    APPLYING = "applying"
    HELD = "held"
    EXPIRED = "expired"


class FundingBasis(StrEnum):
    """Why the EU emblem may be shown; never guessed."""

    NONE = "none"
    LABEL = "label"
    GRANT = "grant"


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """The school as it writes itself; `name` is a brand word and never re-cased."""

    name: str
    country: str  # ISO 3166 alpha-2
    city: str = ""
    website: str = ""
    email: str = ""
    address: str = ""  # street and number, or however post reaches it; its town is `city`
    phone: str = ""
    pupils: int | None = None
    teachers: int | None = None
    founded: int | None = None
    principal: str = ""
    coordinator: str = ""
    motto: LocalText | None = None
    logos: tuple[str, ...] = ()  # files below the project folder, placed unaltered


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The label's status with its calendar years ("2025-2026" is 1 Jan 2025 to 31 Dec 2026, label facts 1.2)."""

    status: LabelStatus
    years: str = ""

    @property
    def last_day(self) -> date | None:
        """The last day on which a held label is valid; None when no years are given."""
        return date(int(self.years[-4:]), 12, 31) if self.years else None

    def holds_on(self, day: date) -> bool:
        """Whether the label is held and its years, which must be known for that, include a day."""
        if self.status is not LabelStatus.HELD or self.last_day is None:
            return False
        return date(int(self.years[:4]), 1, 1) <= day <= self.last_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding:
    """The basis for EU emblem and statement; `prescribed_by` confirms `label`; share to authority are for `grant`.

    `statement` is what the school confirms or was told to print, `artwork` the official files that stand in place of
    what is drawn, `inks` the colours by the names of artefacts (values of `model.lockup.Ink`).
    """

    basis: FundingBasis
    prescribed_by: str = ""
    share: str = ""  # "funded" or "co-funded"
    programme: str = ""
    number: str = ""
    authority: str = ""
    disclaimer: LocalText | None = None
    statement: LocalText | None = None
    second_language: str = ""
    arrangement: str = "beside"  # a value of `model.lockup.Arrangement`
    inks: Mapping[str, str] = field(default_factory=dict)
    artwork: LocalText | None = None  # files below the project folder, placed unaltered

    @property
    def unconfirmed(self) -> bool:
        """Whether the emblem would rest on the label, and nobody is named who asked for it."""
        return self.basis is FundingBasis.LABEL and not self.prescribed_by

    @property
    def artworks(self) -> tuple[str, ...]:
        """The official files, each once."""
        return tuple(sorted({name for _, name in self.artwork.texts})) if self.artwork else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What only the school knows of itself and the platform asks for (`Conditions`); None where nobody has said it."""

    registered_on: date | None = None  # since when the school is in eTwinning
    active_teachers: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLimits:
    """How many signs the platform takes: of every text, and of single ones by key ("plan", "model/open-days")."""

    every: int | None = None
    single: Mapping[str, int] = field(default_factory=dict)

    def of(self, key: str) -> int | None:
        """The limit of a text: its own, that of its kind ("plan"), that of every text; None without one."""
        return self.single.get(key, self.single.get(key.rpartition("/")[2], self.every))


@dataclass(frozen=True, slots=True, kw_only=True)
class Narratives:
    """The school's own texts: key ("school", a pillar key, "e-safety") → language → Markdown source.

    A key with "/plan" ("model/plan") is the two-year plan of that pillar. `places`: where each text begins, key →
    language → place; without a line where a format has none.
    """

    texts: Mapping[str, Mapping[str, str]]
    places: Mapping[str, Mapping[str, Place]] = field(default_factory=dict)

    def place(self, key: str, language: str, line: int | None = None) -> Place:
        """Where a text stands, or a line of it (from 1) as far as is known; where to write one that is missing."""
        start = self.places.get(key, {}).get(language)
        if start is None:
            name = key.partition("/")[0]
            beside = (places for other, places in self.places.items() if other.partition("/")[0] == name)
            files = (places[language].file for places in beside if language in places)
            return Place(file=next(files, f"narrative/{name}.{language}.md"))
        if start.line is None or line is None:
            return Place(file=start.file)
        return Place(file=start.file, line=start.line + line - 1)

    def find(self, key: str) -> LocalText | None:
        """The text of a key in all its languages, or None."""
        found = self.texts.get(key)
        return LocalText(texts=tuple(found.items())) if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Where evidence and output lie, as portfolio.yaml writes it: below the project or absolute, links and all."""

    evidence: str = "evidence"
    output: str = "output"


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Everything a run needs to know of a school's project folder; `root` holds portfolio.yaml."""

    root: Path
    evidence: Path
    output: Path
    cache: Path  # 0700, in the user's cache folder, never below root
    school: School
    languages: tuple[str, ...]  # the first is the school's own
    label: Label
    funding: Funding
    round: Round | None
    edition_on: date | None
    artefacts: tuple[str, ...]  # "dossier", "application", "poster-mission" …
    framework: str
    theme: str
    max_exhibits: int
    evaluator_default: bool  # consent.evaluator_default: include
    narratives: Narratives
    decisions: tuple[Decision, ...]
    written: Folders = Folders()  # what `evidence` and `output` are found by
    published: tuple[str, ...] = ()  # consent.public
    figures: Figures = Figures()
    limits: TextLimits = TextLimits()
    volume_limit: int | None = None  # bytes; None: a bundle is one file
    upload_limit: int | None = None  # bytes that the platform takes at most for a file; None: not known
    sheets: Mapping[SheetKind, SheetOrder] = field(default_factory=dict)  # what is said of posters and plaques
    size_limit: int | None = None  # bytes of each document with pictures; None: they are as fine as they can be

    @property
    def public(self) -> tuple[str, ...]:
        """The names, numbers and mail addresses that the school publishes itself, its own and its head's among them."""
        school = self.school
        ours = (school.name, school.principal, school.coordinator, school.email, school.address, school.phone)
        return tuple(filter(None, (*ours, *self.published)))

    @property
    def language(self) -> str:
        """The school's own language: that of unmarked texts."""
        return self.languages[0]
