"""What the files of a framework pack may say: one model a file, for reading by `framework`."""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field, StringConstraints

from portfolio.files.shape import Day, Shape, Whole, invalid

V = TypeVar("V")


def _with_english(texts: dict[str, V]) -> dict[str, V]:
    """English is what every other language falls back to."""
    if "en" not in texts:
        raise invalid("framework.no-english")
    return texts


Text = Annotated[str, StringConstraints(min_length=1)]
Names = tuple[Text, ...]
Stems = tuple[Annotated[str, StringConstraints(pattern=r"\p{L}")], ...]
Texts = Annotated[dict[str, Text], AfterValidator(_with_english)]


class WordingShape(Shape):
    """A text, whether a source has these very words, and which: the key of one of the file's `sources`, or its name."""

    print: Text
    official: bool
    source: Text
    match: Names = ()


Wordings = Annotated[dict[str, WordingShape], AfterValidator(_with_english)]


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
    """pillars.yaml."""

    sources: dict[str, Text] = Field(default_factory=dict)
    pillars: dict[str, PillarShape]
    buckets: dict[str, PillarShape] = Field(default_factory=dict)


class CriteriaFile(Shape):
    """criteria.yaml: pillar → criterion → language → wording; `official` and `source` hold for all of them."""

    official: bool = False
    source: str = ""
    criteria: dict[str, dict[str, Texts]] = Field(default_factory=dict)


class FoldersFile(Shape):
    """folders.yaml: pillar → language → names."""

    folders: dict[str, dict[str, Names]] = Field(default_factory=dict)
    inbox: dict[str, Names] = Field(default_factory=dict)


class RoundShape(Shape):
    """One round of the label."""

    name: Text
    opens_on: Day | None = None
    closes_on: Day | None = None
    source: Text


class RoundsFile(Shape):
    """rounds.yaml."""

    rounds: tuple[RoundShape, ...] = ()


class KindShape(Shape):
    """One kind of certificate."""

    titles: Texts
    targets: Names = ()
    names: Names = ()
    occasions: Names = ()


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
    """countries.yaml: ISO 3166 code → language → name."""

    countries: dict[str, Texts] = Field(default_factory=dict)


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
