"""A framework pack: the pillars to prove, their criteria, rounds, and the words by which evidence is recognised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from portfolio.model.labelfacts import KitLine, KitPart, LabelFacts, YearNumber

# The pack of a project that names none.
DEFAULT_FRAMEWORK = "etwinning-school"
# What the plan for a pillar is called in targets and in headings of texts, so that no criterion can be.
PLAN = "plan"
# In the table of concepts: what speaks for no target at all; and what joins the keys of two that count together.
NONE = "none"
PAIR = "+"

# The kind of certificate that names a pupil: shown only with that pupil's consent.
PUPIL_CERTIFICATE = "pupil-certificate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A text in one language with whether a source attests it (`official`) and which; ours are official=False.

    `print` is the form set in documents; `match` other forms of the same title that folders and files may use. `where`
    is the line that a school pasted, "" for any other.
    """

    print: str
    official: bool
    source: str
    match: tuple[str, ...] = ()
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One testable line under a pillar."""

    key: str
    pillar: str
    wordings: Mapping[str, Wording]

    @property
    def target(self) -> str:
        """What a link to it names: `<pillar>/<key>`."""
        return f"{self.pillar}/{self.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pillar:
    """A pillar of the mission, or a bucket beside them (number 0, such as e-safety). Known by `key`, never by position.

    `titles` and `bodies` by language. `folders` are folder names by language, the first being the one `init` makes.
    """

    key: str
    number: int
    titles: Mapping[str, Wording]
    bodies: Mapping[str, Wording]
    folders: Mapping[str, tuple[str, ...]]
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission:
    """The mission text by language: paragraphs in Markdown (emphasis only)."""

    titles: Mapping[str, Wording]
    bodies: Mapping[str, Wording]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What the platform asks of a school before it may apply; None where a round's sources do not say.

    `registered_by`: the last day by which the school was registered. `teachers`: how many active ones at least,
    active since `teachers_since`. A project of the school got a quality label from `label_from` to `label_until`.
    `years`: how far back these reach where a source gives years, but no days.
    """

    registered_by: date | None = None
    teachers: int | None = None
    teachers_since: date | None = None
    label_from: date | None = None
    label_until: date | None = None
    years: int | None = None


class Asked(StrEnum):
    """What a part of the form is: a line to meet, a question, what is done for each pillar, what is planned for it."""

    CRITERION = "criterion"
    QUESTION = "question"
    STATEMENTS = "statements"
    PLANS = "plans"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPart:
    """One part of the form, in the order of the form; `targets` are pillars and buckets of the pack, () if of none."""

    asks: Asked
    titles: Mapping[str, Wording]
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How the form of a round is built ("five-pillars")."""

    key: str
    parts: tuple[FormPart, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round of the label: its name ("2026-27"), window, conditions and form; None where not known.

    `sources`: where single values come from, by their name ("opens_on", "teachers", "form").
    """

    name: str
    opens_on: date | None
    closes_on: date | None
    source: str
    conditions: Conditions = Conditions()
    form: Form | None = None
    sources: Mapping[str, str] = field(default_factory=dict)

    def source_of(self, name: str) -> str:
        """Where a value comes from: that of the whole round where nothing is said of the single value."""
        return self.sources.get(name, self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateKind:
    """A kind of certificate: the names by which it is recognised (any language) and the targets it speaks for.

    `occasions`: words that make a certificate without such a name one of this kind; a star stands for the rest of one.
    `confirms`: the field of a project record that it proves ("national_label"), "" for none. `development`: it tells of
    the professional development of a school's staff.
    """

    key: str
    names: tuple[str, ...]
    targets: tuple[str, ...]
    titles: Mapping[str, str]
    occasions: tuple[str, ...] = ()
    confirms: str = ""
    development: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A thing that texts speak of: word stems by language and the weight (-1 to 1) it lends to each target or to NONE.

    A stem is the beginning of a word, with "=" before it the whole word, with "*" what stands anywhere in one ("=*" its
    end); several words stand side by side. What it lends to a criterion it lends to the pillar as well. A key of two
    with PAIR between them has no words: it counts where one sentence speaks of both.
    """

    key: str
    titles: Mapping[str, str]
    stems: Mapping[str, tuple[str, ...]]
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """A whole pack.

    `column_names`: field -> headings in any language, for records, sidecars, caption sheets and decisions.
    `spoken`: language -> field -> the heading to propose to those who speak it.
    `answers`: what people write for "none", "unrecognisable", "unknown", "yes", "no" in any language.
    `inbox`: names of the folder for what is not placed yet, by language, the first being the one `init` makes.
    `countries`: ISO 3166 code -> language -> name, as they were called on the day `countries_as_of`.
    `tiles`: column and row of a country on a map of tiles, from 0.
    `project_targets`: what a project record speaks for when nobody has said more.
    `forms`: by key. `plans`: what the plan for a pillar is called.
    `declaration`: what the paper is called that is signed for an application, in any language.
    `former`: criteria of the pack in whose place the school has put others. People may still name them.
    `numbers`: what the community that the pack is of counts.
    `unverified`: languages whose words for concepts are only what sources attest, gone over by no speaker.
    `label`: what people outside the school are told of it.
    """

    name: str
    mission: Mission
    pillars: tuple[Pillar, ...]
    buckets: tuple[Pillar, ...]
    rounds: tuple[Round, ...]
    certificate_kinds: tuple[CertificateKind, ...]
    column_names: Mapping[str, tuple[str, ...]]
    concepts: tuple[Concept, ...]
    countries: Mapping[str, Mapping[str, str]]
    inbox: Mapping[str, tuple[str, ...]]
    answers: Mapping[str, tuple[str, ...]]
    project_targets: tuple[str, ...] = ()
    spoken: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)
    plans: Mapping[str, Wording] = field(default_factory=dict)
    former: tuple[Criterion, ...] = ()
    declaration: tuple[str, ...] = ()
    countries_as_of: date | None = None
    tiles: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    unverified: tuple[str, ...] = ()
    numbers: tuple[YearNumber, ...] = ()
    label: LabelFacts = field(default_factory=LabelFacts)
    kit: Mapping[KitPart, tuple[KitLine, ...]] = field(default_factory=dict)

    @property
    def all_pillars(self) -> tuple[Pillar, ...]:
        """The pillars of the mission, then the buckets beside them."""
        return (*self.pillars, *self.buckets)

    def pillar(self, key: str) -> Pillar | None:
        """The pillar or bucket of a key, or None."""
        return next((pillar for pillar in self.all_pillars if pillar.key == key), None)

    @property
    def targets(self) -> tuple[str, ...]:
        """Every target a link may have: pillars, buckets, their criteria, and the plans."""
        criteria = tuple(f"{pillar.key}/{line.key}" for pillar in self.all_pillars for line in pillar.criteria)
        return (
            *(pillar.key for pillar in self.all_pillars),
            *criteria,
            *(f"{PLAN}/{pillar.key}" for pillar in self.pillars),
        )
