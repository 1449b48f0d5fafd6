"""What came in, folder by folder, and what is still wanted of it: a word back to the teachers who sent it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass

from portfolio.build.survey import Survey
from portfolio.model.catalogue import CataloguedFile, FileState
from portfolio.model.evidence import EvidenceItem

_OPENED = "file.opened"
_NOBODY_SAID = frozenset({"clearance.unknown", "clearance.unnamed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One folder ("" for the evidence folder itself): how many files came, which cannot be used, what is wanted.

    `undated` and `unnamed` are names within the folder: pieces without a date, and those of which nobody has said
    who is in them. `unsure` are those whose date could be read with the month first too. What lies in an archive or is
    attached to a mail belongs to the folder of that one; an archive that was opened does not count itself.
    """

    folder: str
    received: int
    unusable: tuple[CataloguedFile, ...] = ()
    undated: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()


def receipts_of(survey: Survey) -> tuple[Receipt, ...]:
    """A receipt of every folder that something lies in, sorted. A piece is asked about once, at its first place."""
    containers = frozenset(file.name for file in survey.catalogue.files)
    files: dict[str, list[CataloguedFile]] = defaultdict(list)
    for file in survey.catalogue.files:
        if file.state is not FileState.IGNORED and file.reason.code != _OPENED:
            files[_folder(file.name, containers)].append(file)
    pieces: dict[str, list[EvidenceItem]] = defaultdict(list)
    for item in survey.catalogue.items:
        if item.id not in survey.mapping.excluded:
            pieces[_folder(item.files[0], containers)].append(item)
    unknown = frozenset(each.item for each in survey.clearances if each.why.code in _NOBODY_SAID)
    return tuple(_receipt(folder, files[folder], pieces[folder], unknown) for folder in sorted(files))


def _receipt(folder: str, files: list[CataloguedFile], pieces: list[EvidenceItem], unknown: frozenset[str]) -> Receipt:
    return Receipt(
        folder=folder,
        received=len(files),
        unusable=tuple(file for file in files if file.state is FileState.QUARANTINED),
        undated=_names(folder, (item for item in pieces if item.dated is None)),
        unsure=_names(folder, (item for item in pieces if item.dated and not item.dated.value.certain)),
        unnamed=_names(folder, (item for item in pieces if item.id in unknown)),
    )


def name_in(folder: str, name: str) -> str:
    """How a file is called in its folder; what lies in an archive by the way to it."""
    return name.removeprefix(f"{folder}/")


def _names(folder: str, pieces: Iterator[EvidenceItem]) -> tuple[str, ...]:
    """Each file once: several records may lie in one."""
    return tuple(sorted({name_in(folder, item.files[0]) for item in pieces}))


def _folder(name: str, containers: Container[str]) -> str:
    """The folder on the disk that a file lies in, in an archive or a mail too."""
    parts = name.split("/")
    outer = next(("/".join(parts[:end]) for end in range(1, len(parts)) if "/".join(parts[:end]) in containers), name)
    return outer.rpartition("/")[0]
