"""What came in, folder by folder, and what is still wanted of it: a word back to the teachers who sent it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from portfolio.build.survey import Survey
from portfolio.model.catalogue import CataloguedFile, FileState
from portfolio.model.evidence import EvidenceItem

_NOBODY_SAID = frozenset({"clearance.unknown", "clearance.unnamed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One folder ("" for the evidence folder itself): how many files came, which cannot be used, what is wanted.

    `undated` and `unnamed` are names within the folder: pieces without a date, and those of which nobody has said
    who is in them. `unsure` are those whose date could be read with the month first too.
    """

    folder: str
    received: int
    unusable: tuple[CataloguedFile, ...] = ()
    undated: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()


def receipts_of(survey: Survey) -> tuple[Receipt, ...]:
    """A receipt of every folder that something lies in, sorted. A piece is asked about once, at its first place."""
    files: dict[str, list[CataloguedFile]] = defaultdict(list)
    for file in survey.catalogue.files:
        if file.state is not FileState.IGNORED:
            files[_folder(file.name)].append(file)
    pieces: dict[str, list[EvidenceItem]] = defaultdict(list)
    for item in survey.catalogue.items:
        if item.id not in survey.mapping.excluded:
            pieces[_folder(item.files[0])].append(item)
    unknown = frozenset(each.item for each in survey.clearances if each.why.code in _NOBODY_SAID)
    return tuple(_receipt(folder, files[folder], pieces[folder], unknown) for folder in sorted(files))


def _receipt(folder: str, files: list[CataloguedFile], pieces: list[EvidenceItem], unknown: frozenset[str]) -> Receipt:
    return Receipt(
        folder=folder,
        received=len(files),
        unusable=tuple(file for file in files if file.state is FileState.QUARANTINED),
        undated=_names(item for item in pieces if item.dated is None),
        unsure=_names(item for item in pieces if item.dated and not item.dated.value.certain),
        unnamed=_names(item for item in pieces if item.id in unknown),
    )


def _names(pieces: Iterator[EvidenceItem]) -> tuple[str, ...]:
    """Each file once: several records may lie in one."""
    return tuple(sorted({item.files[0].rpartition("/")[2] for item in pieces}))


def _folder(name: str) -> str:
    return name.rpartition("/")[0]
