"""What a framework pack says about its label to those who have none: facts with who says them and how sure they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Certainty(StrEnum):
    """How sure a fact is: an official source says so, some other one does, or it is our own judgement."""

    OFFICIAL = "official"
    REPORTED = "reported"
    OURS = "ours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A sentence of ours about the label, by language, with the address of who says what it says ("" for ours)."""

    says: Mapping[str, str]
    source: str
    certainty: Certainty

    @property
    def printable(self) -> bool:
        """Whether it may stand in a document before somebody has verified it."""
        return self.certainty is not Certainty.REPORTED


class Gain(StrEnum):
    """Whom the label is of use to."""

    SCHOOL = "school"
    PUPILS = "pupils"
    FAMILIES = "families"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelFacts:
    """What is told of a label to those who never heard of it: what it is, its elements by pillar, its benefits."""

    about: tuple[Fact, ...] = ()
    elements: Mapping[str, Fact] = field(default_factory=dict)
    benefits: Mapping[Gain, tuple[Fact, ...]] = field(default_factory=dict)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All that is told."""
        return (*self.about, *self.elements.values(), *(fact for each in self.benefits.values() for fact in each))


class KitPart(StrEnum):
    """The parts of the checklist for the kit that comes with a label."""

    CAME = "came"  # what has come
    SHOWN = "shown"  # what the school may show
    BESIDE = "beside"  # where its own plaque goes


@dataclass(frozen=True, slots=True, kw_only=True)
class KitLine(Fact):
    """A line of that checklist; `country` is the code of the country that it is for, "" for all."""

    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearNumber:
    """How many of something there were in a year, `what` by language; `more`: it was more than so many."""

    what: Mapping[str, str]
    number: int
    more: bool
    year: int
    source: str
    certainty: Certainty

    @property
    def printable(self) -> bool:
        """Whether it may stand in a document before somebody has verified it."""
        return self.certainty is not Certainty.REPORTED
