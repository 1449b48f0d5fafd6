"""The fields of the platform's form: a pillar as a whole, its criteria, its plan; and the file uploaded for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, count

from portfolio.compose.edition import Edition
from portfolio.compose.numbering import prefix
from portfolio.compose.wording import phrase
from portfolio.i18n import spoken
from portfolio.model.evidence import EvidenceItem
from portfolio.model.framework import PLAN, Pillar
from portfolio.model.text import Phrase

UPLOADS = "upload"  # the folder of the files, and their name among the artefacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field: its text's key, its title, and the ids of what proves it before clearance, the strongest first."""

    pillar: Pillar
    key: str
    title: Phrase
    proofs: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it is about its pillar or bucket as a whole."""
        return self.key == self.pillar.key

    @property
    def is_plan(self) -> bool:
        """Whether it is its pillar's plan."""
        return self.key == f"{self.pillar.key}/{PLAN}"


def parts_of(edition: Edition) -> tuple[Pillar, ...]:
    """Buckets and pillars in the order of the form."""
    pillars = sorted(edition.framework.pillars, key=lambda pillar: pillar.number)
    return (*edition.framework.buckets, *pillars)


def fields_of(pillar: Pillar, edition: Edition) -> Iterator[Field]:
    """The pillar as a whole, its criteria, its plan; of the evidence only what proves no criterion stands with all."""
    lines = {line.target: phrase(line.wordings, edition.language) for line in pillar.criteria}
    proving = {item for target in lines for item in edition.proofs.get(target, ())}
    rest = tuple(item for item in edition.proofs.get(pillar.key, ()) if item not in proving)
    yield Field(pillar=pillar, key=pillar.key, title=Phrase(text=edition.locale.word("form.whole")), proofs=rest)
    for target, name in lines.items():
        yield Field(pillar=pillar, key=target, title=name, proofs=edition.proofs.get(target, ()))
    yield Field(
        pillar=pillar,
        key=f"{pillar.key}/{PLAN}",
        title=Phrase(text=edition.locale.word("pillar.plan")),
        proofs=edition.proofs.get(f"{PLAN}/{pillar.key}", ()),
    )


def shown_of(field: Field, edition: Edition) -> tuple[EvidenceItem, ...]:
    """The cleared ones of a field's pieces, in their order, at most `max_exhibits`."""
    cleared = {piece.item.id: piece.item for piece in edition.pieces}
    shown = [cleared[each] for each in field.proofs if each in cleared and each in edition.numbers]
    return tuple(shown[: edition.project.max_exhibits])


def points_are_official(edition: Edition) -> bool:
    """Whether a source attests every criterion's wording in the edition's language."""
    wordings = (line.wordings for pillar in edition.framework.all_pillars for line in pillar.criteria)
    return all(spoken(texts, edition.language)[0].official for texts in wordings)


def file_names(edition: Edition) -> dict[str, str]:
    """The name of every field's file without language and suffix, by the field's key: "4-model-open-days".

    Keys of a pack are ASCII, so the names are; they are the same in every edition, and no two differ by case alone.
    """
    names: dict[str, str] = {}
    for pillar in parts_of(edition):
        for field in fields_of(pillar, edition):
            name = f"{prefix(pillar)}-{field.key.replace('/', '-')}"
            taken = {other.casefold() for other in names.values()}
            free = (each for each in chain([name], (f"{name}-{n}" for n in count(2))) if each.casefold() not in taken)
            names[field.key] = next(free)
    return names
