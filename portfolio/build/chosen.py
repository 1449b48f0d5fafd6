"""A piece as people name it: by its id or the beginning of it, by its file, by a folder or a pattern of files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from portfolio.errors import ProjectError
from portfolio.files.nearest import nearest, nearest_path
from portfolio.model.catalogue import Catalogue
from portfolio.model.decision import Decision, Field
from portfolio.model.evidence import EvidenceItem
from portfolio.model.problem import Place, error

_ID = re.compile(r"E-[0-9a-f]+(\.\d+)*", re.IGNORECASE)
_LEAST = 4  # digits of an id: with fewer a further photo soon makes it ambiguous
_CANDIDATES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What somebody named: as a line of decisions.csv says it (`item` and `file`), and the pieces it stands for.

    `item` is "" for a folder, a pattern, and a file with several pieces that have no id in common.
    """

    item: str
    file: str
    pieces: tuple[EvidenceItem, ...]

    @property
    def name(self) -> str:
        """How to name it again."""
        return self.item or self.file

    def is_named_by(self, decision: Decision) -> bool:
        """Whether a line names just this, neither more nor less."""
        return decision.item == self.item if self.item else not decision.item and decision.file == self.file


def choose(said: str, catalogue: Catalogue, evidence: Path) -> Chosen:
    """What is meant by "E-3f9a", "gelen/a.jpg" (also below the evidence folder's name), "gelen/" or "gelen/*.jpg".

    The name of a file alone is enough where no other has it. Raises ProjectError: `piece.short`, `piece.ambiguous`
    (with candidates), `piece.unused` (a file that is no evidence), `piece.pattern`, `piece.unknown`, `.unknown-near`.
    """
    path = _path(said, evidence)
    if found := _by_file(path, catalogue) or _by_id(said, catalogue) or _by_folder(path, catalogue):
        return found
    if any(file.name == path for file in catalogue.files):
        raise ProjectError(error("piece.unused", Place(file=path)))
    if {"*", "?"} & set(path):
        raise ProjectError(error("piece.pattern", said=said))
    named = [item for item in catalogue.items if any(PurePosixPath(file).name == path for file in item.files)]
    if named:
        return _one_of(named, said, (file for item in named for file in item.files if file.endswith(path)))
    ids = [item_id for item in catalogue.items for item_id in item.ids]
    files = [file for item in catalogue.items for file in item.files]
    if near := nearest(said, ids) if _ID.fullmatch(said) else nearest_path(path, files):
        raise ProjectError(error("piece.unknown-near", said=said, nearest=near))
    raise ProjectError(error("piece.unknown", said=said))


def _path(said: str, evidence: Path) -> str:
    """A place as pieces show theirs, from one that was perhaps completed by a shell: "evidence/gelen/a.jpg"."""
    text = unicodedata.normalize("NFC", said.replace("\\", "/")).removeprefix("./")
    for beginning in (f"{evidence.as_posix()}/", f"{evidence.name}/"):
        text = text.removeprefix(beginning)
    return text


def _by_file(path: str, catalogue: Catalogue) -> Chosen | None:
    found = [item for item in catalogue.items if path in item.files]
    return _together(found, path) if found else None


def _by_id(said: str, catalogue: Catalogue) -> Chosen | None:
    wanted = said.casefold()
    if not wanted.startswith("e-"):
        return None
    ids = {item.id: tuple(map(str.casefold, item.ids)) for item in catalogue.items}
    exact = [
        item
        for item in catalogue.items
        if any(each == wanted or each.startswith(f"{wanted}.") for each in ids[item.id])
    ]
    if exact:
        return _together(exact, exact[0].files[0])
    found = [item for item in catalogue.items if any(each.startswith(wanted) for each in ids[item.id])]
    if not found:
        return None
    if len(wanted) - len("e-") < _LEAST:
        raise ProjectError(error("piece.short", said=said, least=_LEAST))
    if len({item.id.partition(".")[0] for item in found}) == 1:
        return _together(found, found[0].files[0])
    return _one_of(found, said, (f"{item.id} ({item.files[0]})" for item in found))


def _by_folder(path: str, catalogue: Catalogue) -> Chosen | None:
    """A folder, with or without its stroke, an archive, or a pattern."""
    for file in dict.fromkeys((path, f"{path.rstrip('/')}/")):
        line = Decision(item="", file=file, field=Field.PILLAR, value="", where=Place(file=""))
        if found := tuple(item for item in catalogue.items if line.aim((), item.files) != (0, 0)):
            return Chosen(item="", file=file, pieces=found)
    return None


def _together(items: Sequence[EvidenceItem], file: str) -> Chosen:
    """One piece, or all the pieces that stand in one file."""
    if len(items) == 1:
        return Chosen(item=items[0].id, file=file, pieces=tuple(items))
    whole = {item.id.partition(".")[0] for item in items}
    return Chosen(item=whole.pop() if len(whole) == 1 else "", file=file, pieces=tuple(items))


def _one_of(items: Sequence[EvidenceItem], said: str, candidates: Iterable[str]) -> Chosen:
    """The only one; raises ProjectError with the candidates when there are more."""
    if len(items) == 1:
        return Chosen(item=items[0].id, file=items[0].files[0], pieces=tuple(items))
    raise ProjectError(error("piece.ambiguous", said=said, candidates="; ".join(_first(candidates))))


def _first(candidates: Iterable[str]) -> Iterator[str]:
    for number, each in enumerate(dict.fromkeys(candidates)):
        if number == _CANDIDATES:
            yield "…"
            return
        yield each
