"""What the files of a framework pack may say about its label: facts, numbers and the kit, each with its source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import Field, model_validator

from portfolio.files.shape import Shape, invalid
from portfolio.model.labelfacts import Certainty
from portfolio.packtexts import Text, Texts


class SourceShape(Shape):
    """Who says something: its name, and its address without "https://" where it has one."""

    name: Text
    address: str = ""


class FactShape(Shape):
    """A sentence of ours, who says what it says (a key of the file's `sources`, "" for ours), and how sure that is."""

    says: Texts
    source: str = ""
    certainty: Certainty

    @model_validator(mode="after")
    def _sourced(self) -> FactShape:
        if not self.source and self.certainty is not Certainty.OURS:
            raise invalid("framework.unsourced", certainty=self.certainty)
        return self


def require_sources(facts: Iterable[FactShape], sources: Mapping[str, SourceShape]) -> None:
    """Holds the sources of facts against those of their file."""
    for fact in facts:
        if fact.source and fact.source not in sources:
            raise invalid("framework.source", source=fact.source, known=", ".join(sources))


class BenefitsShape(Shape):
    """What a label brings, by whom it is of use to."""

    school: tuple[FactShape, ...] = ()
    pupils: tuple[FactShape, ...] = ()
    families: tuple[FactShape, ...] = ()


class LabelFile(Shape):
    """label.yaml: what families are told of the label, of its elements (pillar → fact) and benefits (whose → facts)."""

    sources: dict[str, SourceShape] = Field(default_factory=dict)
    about: tuple[FactShape, ...] = ()
    elements: dict[str, FactShape] = Field(default_factory=dict)
    benefits: BenefitsShape = BenefitsShape()

    @property
    def facts(self) -> tuple[FactShape, ...]:
        """All that the file says."""
        benefits = self.benefits
        return (*self.about, *self.elements.values(), *benefits.school, *benefits.pupils, *benefits.families)

    @model_validator(mode="after")
    def _sources_known(self) -> LabelFile:
        require_sources(self.facts, self.sources)
        return self


class KitShape(FactShape):
    """A line of the checklist for the kit; `country` is the code of the country that it is for, "" for all."""

    country: str = ""


class KitFile(Shape):
    """kit.yaml: what has to come with the label, what of it the school may show, where its own plaque goes."""

    sources: dict[str, SourceShape] = Field(default_factory=dict)
    came: tuple[KitShape, ...] = ()
    shown: tuple[KitShape, ...] = ()
    beside: tuple[KitShape, ...] = ()

    @model_validator(mode="after")
    def _sources_known(self) -> KitFile:
        require_sources((*self.came, *self.shown, *self.beside), self.sources)
        return self


class NumberShape(Shape):
    """How many of something there were in a year; `more`: the source says more than so many.

    `source` is the key of one of the file's `sources`, or its name.
    """

    what: Texts
    number: Annotated[int, Field(ge=1)]
    more: bool = False
    year: Annotated[int, Field(ge=1900, le=2100)]
    source: Text
    certainty: Certainty


class NumbersFile(Shape):
    """numbers.yaml: what the community that the pack is of counts, each number with its year and who says so."""

    sources: dict[str, Text] = Field(default_factory=dict)
    numbers: tuple[NumberShape, ...] = ()
