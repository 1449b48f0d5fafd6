"""What the files of a framework pack may say: one model a file, for reading by `framework`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from portfolio.files.shape import Day, Shape, Whole, invalid
from portfolio.labelfile import KitFile, LabelFile, NumbersFile
from portfolio.model.country import is_country
from portfolio.model.evidence import Kind
from portfolio.model.framework import Asked
from portfolio.packtexts import Country, Key, Names, Stems, Text, Texts, Wordings, WordingShape
from portfolio.roundfile import ConditionsShape, WindowShape


class MissionFile(Shape):
    """mission.yaml."""

    sources: dict[str, Text] = Field(default_factory=dict)
    titles: Wordings
    bodies: Wordings


class PillarShape(Shape):
    """One pillar or bucket."""

    number: Whole
    titles: Wordings
    bodies: Wordings


class PillarsFile(Shape):
    """pillars.yaml; `plans` is what the plan for a pillar is called."""

    sources: dict[str, Text] = Field(default_factory=dict)
    pillars: dict[Key, PillarShape]
    buckets: dict[Key, PillarShape] = Field(default_factory=dict)
    plans: dict[str, WordingShape] = Field(default_factory=dict)


class CriteriaFile(Shape):
    """criteria.yaml: pillar → criterion → language → wording; `official` and `source` hold for all of them."""

    official: bool = False
    source: str = ""
    criteria: dict[str, dict[Key, Texts]] = Field(default_factory=dict)


class FoldersFile(Shape):
    """folders.yaml: pillar → language → names."""

    folders: dict[str, dict[str, Names]] = Field(default_factory=dict)
    inbox: dict[str, Names] = Field(default_factory=dict)


class PartShape(Shape):
    """One part of a form; `targets` are pillars or buckets."""

    asks: Asked
    titles: Texts
    targets: Names = ()


class FormShape(Shape):
    """A form; `official` holds for the titles of its parts."""

    official: bool = False
    source: Text
    parts: Annotated[tuple[PartShape, ...], Field(min_length=1)]


class SourcedConditions(ConditionsShape):
    """Conditions of a round that is over or open, with who says so."""

    source: Text


class RoundShape(WindowShape):
    """One round of the label; `form_source`: who says which form it had."""

    name: Text
    source: Text
    conditions: SourcedConditions | None = None
    form: str = ""
    form_source: str = ""

    @model_validator(mode="after")
    def _conditions_reach_back(self) -> RoundShape:
        last = self.closes_on or self.opens_on
        said = self.conditions
        for name in ("registered_by", "teachers_since", "label_from"):
            day = getattr(said, name) if said else None
            if day and last and day > last:
                raise invalid("round.condition-late", name=name, day=day, last=last)
        return self


class RoundsFile(Shape):
    """rounds.yaml: the forms by key, the rounds from the first to the last."""

    forms: dict[Key, FormShape] = Field(default_factory=dict)
    rounds: tuple[RoundShape, ...] = ()


class KindShape(Shape):
    """One kind of certificate."""

    titles: Texts
    targets: Names = ()
    names: Names = ()
    occasions: Names = ()
    confirms: Literal["national_label", "european_label"] | None = None
    development: bool = False


class CertificatesFile(Shape):
    """certificates.yaml."""

    kinds: dict[str, KindShape] = Field(default_factory=dict)
    project_targets: Names = ()


class ColumnsFile(Shape):
    """columns.yaml: field → headings; language → field → how it is called there; answer → what people write for it."""

    columns: dict[str, Names] = Field(default_factory=dict)
    spoken: dict[str, dict[str, Text]] = Field(default_factory=dict)
    answers: dict[str, Names] = Field(default_factory=dict)


class CountriesFile(Shape):
    """countries.yaml: ISO 3166 code → language → name, as they were on a day, with who says so."""

    as_of: Day | None = None
    source: str = ""
    countries: dict[Country, Texts] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _dated(self) -> CountriesFile:
        if self.countries and not (self.as_of and self.source):
            raise invalid("framework.countries-undated")
        return self


EMPTY = ".."


class TilesFile(Shape):
    """tiles.yaml: the countries as tiles in rows, north at the top; every cell a code or EMPTY, blanks between them."""

    rows: tuple[Text, ...] = ()

    @property
    def places(self) -> dict[str, tuple[int, int]]:
        """The column and row of every country, from 0."""
        cells = ((code, (x, y)) for y, row in enumerate(self.rows) for x, code in enumerate(row.split()))
        return {code: place for code, place in cells if code != EMPTY}

    @model_validator(mode="after")
    def _each_once(self) -> TilesFile:
        codes = [code for row in self.rows for code in row.split() if code != EMPTY]
        for code in codes:
            if not is_country(code) or codes.count(code) > 1:
                raise invalid("framework.tile", country=code)
        return self


Weight = Annotated[float, Field(ge=-1, le=1)]


class ConceptsFile(Shape):
    """concepts.yaml: concept → target → weight, as judged; `estimated` go before these where they are."""

    concepts: dict[str, dict[str, Weight]] = Field(default_factory=dict)
    estimated: dict[str, dict[str, Weight]] = Field(default_factory=dict)


class ConceptWords(Shape):
    """A concept in one language."""

    title: Text
    stems: Stems


class LexiconFile(Shape):
    """lexicon/<language>.yaml: concept → words; `verified`: false until a speaker of the language went over them."""

    verified: bool = True
    source: str = ""
    concepts: dict[str, ConceptWords] = Field(default_factory=dict)


class BesideShape(Shape):
    """A question about what stands beside a piece of one of the `kinds`, for `targets` or speaking of `concepts`.

    It is asked for the target `asks_for`, unless that has a piece of the kinds `unless`.
    """

    kinds: tuple[Kind, ...]
    targets: Names = ()
    concepts: Names = ()
    asks_for: Text
    unless: tuple[Kind, ...] = ()
    ask: Texts


class ExpectedFile(Shape):
    """expected.yaml: target → what would prove it; and which kinds of certificates are quality labels.

    `declaration`: what the paper is called that is signed for an application, in any language.
    """

    quality_labels: Names = ()
    asked_labels: Names = ()
    declaration: Names = ()
    collect: dict[str, Texts] = Field(default_factory=dict)
    beside: tuple[BesideShape, ...] = ()


FILES: Mapping[str, type[Shape]] = {
    "mission.yaml": MissionFile,
    "pillars.yaml": PillarsFile,
    "criteria.yaml": CriteriaFile,
    "folders.yaml": FoldersFile,
    "rounds.yaml": RoundsFile,
    "certificates.yaml": CertificatesFile,
    "columns.yaml": ColumnsFile,
    "countries.yaml": CountriesFile,
    "tiles.yaml": TilesFile,
    "numbers.yaml": NumbersFile,
    "concepts.yaml": ConceptsFile,
    "expected.yaml": ExpectedFile,
    "label.yaml": LabelFile,
    "kit.yaml": KitFile,
}
"""The files of a pack by name; beside them stand its lexica."""


def pack_schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schemas (draft 2020-12) of the files of a pack, by the name of the file without suffix."""
    models = {name.removesuffix(".yaml"): model for name, model in FILES.items()} | {"lexicon": LexiconFile}
    draft = "https://json-schema.org/draft/2020-12/schema"
    return {name: {"$schema": draft, **model.model_json_schema()} for name, model in models.items()}
