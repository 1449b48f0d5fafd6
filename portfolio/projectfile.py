"""What may stand in `portfolio.yaml`: names, kinds and rules of its keys."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema, model_validator

from portfolio.files.filesize import read_size
from portfolio.files.shape import Day, Shape, Whole, invalid
from portfolio.model.country import is_country
from portfolio.model.framework import DEFAULT_FRAMEWORK, Round
from portfolio.model.project import Figures, Funding, FundingBasis, Label, LabelStatus, School, TextLimits
from portfolio.model.sheetorder import SheetKind, SheetOrder
from portfolio.model.text import LocalText
from portfolio.roundfile import ConditionsShape, WindowShape
from portfolio.sheetkeys import SheetKeys

_YEARS = re.compile(r"(\d{4})[-–](\d{4})", re.ASCII)
_WEBSITE = re.compile(r"(https?://)?[^\s/:]+\.[^\s/:]+(:\d+)?(/\S*)?", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_NAME = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*", re.ASCII)


def _country(code: str) -> str:
    if not is_country(code):
        raise invalid("project.country")
    return code.upper()


def _years(text: str) -> str:
    found = _YEARS.fullmatch(text)
    if not found or int(found[2]) != int(found[1]) + 1:
        raise invalid("project.years")
    return f"{found[1]}-{found[2]}"


def _website(text: str) -> str:
    if not _WEBSITE.fullmatch(text):
        raise invalid("project.website")
    return text


def _email(text: str) -> str:
    if not _EMAIL.fullmatch(text):
        raise invalid("project.email")
    return text


def _name(text: str) -> str:
    if not _NAME.fullmatch(text):
        raise invalid("project.name")
    return text


def _size(value: object) -> int:
    size = read_size(value) if isinstance(value, str) else None
    if size is None:
        raise invalid("project.size")
    return size


def _by_language(value: object) -> object:
    """One text without a language is the school's own."""
    return {"": value} if isinstance(value, str) else value


def _not_empty(values: tuple[str, ...]) -> tuple[str, ...]:
    if not values:
        raise invalid("yaml.empty")
    return values


Given = Annotated[str, StringConstraints(min_length=1)]
Name = Annotated[str, AfterValidator(_name)]
Size = Annotated[int, BeforeValidator(_size), Field(ge=1), WithJsonSchema({"type": "string"})]
Texts = Annotated[
    dict[str, Given],
    BeforeValidator(_by_language),
    WithJsonSchema({"type": ["string", "object"], "additionalProperties": {"type": "string"}}),
]


Inked = Literal[
    "poster-mission",
    "poster-school",
    "poster-project",
    "poster-event",
    "plaque",
    "plaque-project",
    "plaque-room",
    "plaque-thanks",
    "info-sheet",
]

ArtefactName = Literal[
    "dossier",
    "dossier-print",
    "dossier-web",
    "site",
    "bundle",
    "upload",
    "application",
    Inked,
    "paste",
]

DEFAULT_ARTEFACTS: tuple[ArtefactName, ...] = (
    "dossier",
    "bundle",
    "upload",
    "application",
    "poster-mission",
    "plaque",
    "info-sheet",
)


class SchoolKeys(Shape):
    """The school as it writes itself; only its name and country are needed."""

    name: Given
    country: Annotated[str, AfterValidator(_country)]
    city: str = ""
    website: Annotated[str, AfterValidator(_website)] = ""
    email: Annotated[str, AfterValidator(_email)] = ""
    address: str = ""
    phone: str = ""
    pupils: Whole | None = None
    teachers: Whole | None = None
    founded: Annotated[Whole, Field(ge=1000, le=2100)] | None = None
    principal: str = ""
    coordinator: str = ""
    motto: Texts | None = None
    logos: tuple[str, ...] = ()

    def school(self) -> School:
        """As the stages know it."""
        values = {name: getattr(self, name) for name in type(self).model_fields}
        return School(**values | {"motto": _local(self.motto)})


class LabelKeys(Shape):
    """Where the school stands with the eTwinning School Label, and its two calendar years."""

    status: LabelStatus = LabelStatus.NONE
    years: Annotated[str, AfterValidator(_years)] = ""

    @model_validator(mode="after")
    def _held_needs_years(self) -> LabelKeys:
        if self.status is LabelStatus.HELD and not self.years:
            raise invalid("project.held-years")
        return self

    def label(self) -> Label:
        """As the stages know it."""
        return Label(status=self.status, years=self.years)


class RoundKeys(WindowShape):
    """The round of the label that the school prepares for; `form`: the key of one of the pack's forms."""

    conditions: ConditionsShape = ConditionsShape()
    form: str = ""

    def round(self, file: str) -> Round:
        """As the stages know it, without its form, which the pack has; every value comes from the file."""
        return Round(
            name=self.name,
            opens_on=self.opens_on,
            closes_on=self.closes_on,
            source=file,
            conditions=self.conditions.conditions(),
        )


class EligibilityKeys(Shape):
    """What the platform counts before the school may apply: since when it is registered, its active teachers."""

    registered_on: Day | None = None
    active_teachers: Whole | None = None

    def figures(self) -> Figures:
        """As the stages know them."""
        return Figures(registered_on=self.registered_on, active_teachers=self.active_teachers)


class FundingKeys(Shape):
    """Why the EU emblem may be shown: by the label (who prescribed it) or a grant (its share, programme, number).

    And how: a confirmed statement, a second language, where the statement stands, colours of sheets, official files.
    """

    basis: FundingBasis = FundingBasis.NONE
    prescribed_by: str = ""
    share: Literal["funded", "co-funded"] | None = None
    programme: str = ""
    number: str = ""
    authority: str = ""
    disclaimer: Texts | None = None
    statement: Texts | None = None
    second_language: str = ""
    arrangement: Literal["beside", "below"] = "beside"
    inks: dict[Inked, Literal["rgb", "cmyk", "black", "blue"]] = Field(default_factory=dict)
    artwork: Texts | None = None

    def funding(self) -> Funding:
        """As the stages know it."""
        values = {name: getattr(self, name) for name in type(self).model_fields}
        texts = {name: _local(getattr(self, name)) for name in ("disclaimer", "statement", "artwork")}
        return Funding(**values | texts | {"share": self.share or ""})


class ConsentKeys(Shape):
    """What holds for a piece of which nobody has said who is in it; names, numbers and addresses that are public."""

    evaluator_default: Literal["exclude", "include"] = "exclude"
    public: tuple[str, ...] = ()


class FolderKeys(Shape):
    """Where the evidence lies and the output goes, from the project folder or absolute."""

    evidence: Given = "evidence"
    output: Given = "output"


Limit = Annotated[Whole, Field(ge=1)]


class FormKeys(Shape):
    """How many signs the platform's form takes: of every text (`limit`), of single ones (`limits`, by their keys)."""

    limit: Limit | None = None
    limits: dict[str, Limit] = Field(default_factory=dict)

    def text_limits(self) -> TextLimits:
        """As the stages know it."""
        return TextLimits(every=self.limit, single=dict(self.limits))


class ProjectFile(Shape):
    """The project file of a school."""

    school: SchoolKeys
    languages: Annotated[tuple[str, ...], AfterValidator(_not_empty)]
    label: LabelKeys = LabelKeys()
    round: RoundKeys | None = None
    eligibility: EligibilityKeys = EligibilityKeys()
    funding: FundingKeys = FundingKeys()
    edition_on: Day | None = None
    sheets: dict[SheetKind, SheetKeys] = Field(default_factory=dict)
    artefacts: Annotated[tuple[ArtefactName, ...], AfterValidator(_not_empty)] = DEFAULT_ARTEFACTS
    form: FormKeys = FormKeys()
    framework: Name = DEFAULT_FRAMEWORK
    theme: Name = "base"
    max_exhibits: Annotated[Whole, Field(ge=1, le=1000)] = 40
    volume_limit: Size | None = None
    upload_limit: Size | None = None
    size_limit: Size | None = None
    consent: ConsentKeys = ConsentKeys()
    folders: FolderKeys = FolderKeys()

    def orders(self) -> dict[SheetKind, SheetOrder]:
        """What is said of single sheets, of each kind."""
        return {kind: self.sheets.get(kind, SheetKeys()).order(kind) for kind in SheetKind}


def _local(texts: dict[str, str] | None) -> LocalText | None:
    return LocalText(texts=tuple(texts.items())) if texts else None
