"""A piece as people name it (`meant`), or many at once: a folder, an archive or a pattern of files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from portfolio.build.meant import FEWEST_DIGITS, find_meant, typed_path
from portfolio.build.survey import Survey
from portfolio.errors import ProjectError
from portfolio.files.nearest import nearest
from portfolio.model.catalogue import Catalogue
from portfolio.model.decision import Decision, Field
from portfolio.model.evidence import EvidenceItem
from portfolio.model.problem import Place, Problem, error

_ID = re.compile(r"E-([0-9a-f]*)(\.\d+)*", re.IGNORECASE)
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


def choose(said: str, survey: Survey, numbers: Mapping[str, str]) -> Chosen:
    """What is meant by "gelen/", "gelen/*.jpg", or by all that `find_meant` understands.

    Raises ProjectError: `piece.short`, `piece.ambiguous` (with candidates), `piece.unused` (a file that is no
    evidence), `piece.pattern`, `piece.unknown`, `piece.unknown-near`.
    """
    path = typed_path(said, survey)
    if found := _by_folder(path, survey.catalogue):
        return found
    meant = find_meant(said, survey, numbers)
    if meant.pieces:
        return _together(meant.pieces, meant.file.file if meant.file else meant.pieces[0].files[0])
    if meant.file:
        raise ProjectError(error("piece.unused", Place(file=meant.file.file)))
    if meant.several:
        raise ProjectError(error("piece.ambiguous", said=said, candidates=_listed(meant.several, survey.catalogue)))
    raise ProjectError(_nothing(said, path, meant.nearest, survey.catalogue))


def _by_folder(path: str, catalogue: Catalogue) -> Chosen | None:
    """A folder, with or without its stroke, an archive, or a pattern; None for a file, whatever lies in it."""
    if any(path in item.files for item in catalogue.items):
        return None
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


def _nothing(said: str, path: str, near: str, catalogue: Catalogue) -> Problem:
    if {"*", "?"} & set(path):
        return error("piece.pattern", said=said)
    named = _ID.fullmatch(said)
    if named and len(named[1]) < FEWEST_DIGITS:
        return error("piece.short", said=said, least=FEWEST_DIGITS)
    if near := nearest(said, [name for item in catalogue.items for name in item.ids]) if named else near:
        return error("piece.unknown-near", said=said, nearest=near)
    return error("piece.unknown", said=said)


def _listed(names: Iterable[str], catalogue: Catalogue) -> str:
    """Candidates in a line: an id with its file behind it, at most so many."""
    files = {item.id: item.files[0] for item in catalogue.items}
    return "; ".join(_first(f"{name} ({files[name]})" if name in files else name for name in names))


def _first(candidates: Iterable[str]) -> Iterator[str]:
    for number, each in enumerate(dict.fromkeys(candidates)):
        if number == _CANDIDATES:
            yield "…"
            return
        yield each
