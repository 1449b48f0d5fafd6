"""What people mean who name a piece: an id or its beginning, an exhibit's number, a file in one way or another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from portfolio.build.survey import Survey
from portfolio.files.nearest import nearest_path
from portfolio.i18n import fold
from portfolio.model.catalogue import Former, LedgerRow
from portfolio.model.evidence import EvidenceItem
from portfolio.references import Was, find_was

FEWEST_DIGITS = 4
_ID = re.compile(r"(?:\[\[)?\s*(?:E-)?([0-9a-f]{1,10}(?:\.\d*)?)\s*(?:\]\])?", re.IGNORECASE)
_MARKED = re.compile(r"(?:\[\[)?\s*E-", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """The pieces that are meant, and the file that was named, if one was.

    Without either: `several` are the ids or files that it could be, `nearest` is the file most like it ("" if none).
    """

    pieces: tuple[EvidenceItem, ...] = ()
    file: LedgerRow | None = None
    several: tuple[str, ...] = ()
    nearest: str = ""

    @property
    def is_nothing(self) -> bool:
        """Whether nothing, or no one thing, is meant."""
        return not self.pieces and self.file is None


def find_meant(said: str, survey: Survey, numbers: Mapping[str, str]) -> Meant:
    """What is meant by a text; `numbers` are the exhibits' by piece.

    A whole id and a whole path go before all that is shorter. Between folders stands "/" or a backslash; the evidence
    folder may stand before them; capitals, accents and Unicode forms do not matter where they leave one file.
    """
    pieces = {name: item for item in survey.catalogue.items for name in item.ids}
    exhibits = {number: pieces[item] for item, number in numbers.items()}
    if item := pieces.get(said.strip()) or exhibits.get(said.strip().upper()):
        return Meant(pieces=(item,))
    path = typed_path(said, survey)
    by_id = _by_id(said, pieces)
    if by_id and _MARKED.match(said):
        return by_id
    return _by_file(path, survey, pieces) or by_id or Meant(nearest=nearest_path(path, _shown(survey)))


def find_gone(said: str, survey: Survey) -> Was | None:
    """What a text means that is gone, by id or by file: as the cache remembers it, or as a decision names both.

    Of a file whose content lies elsewhere, `now` are the pieces of that content.
    """
    items = survey.catalogue.items
    named = (Former(id=each.item or each.stale, file=each.file) for each in survey.project.decisions if each.file)
    former = [*(each for each in named if each.id and not survey.catalogue.item(each.id)), *survey.catalogue.former]
    if was := find_was(said.strip().strip("[]"), former, items):
        return was
    path = fold(typed_path(said, survey))
    last = next((each for each in reversed(former) if fold(each.file) == path), None)
    if last is None:
        return None
    return Was(id=last.id, file=last.file, now=tuple(each.id for each in items if last.id in each.ids))


def typed_path(said: str, survey: Survey) -> str:
    """A path as it stands below the evidence folder, however it was typed."""
    path = unicodedata.normalize("NFC", said.strip().strip("\"'")).replace("\\", "/")
    evidence = unicodedata.normalize("NFC", survey.project.evidence.as_posix())
    root = unicodedata.normalize("NFC", survey.project.root.as_posix())
    for before in (f"{evidence}/", f"{root}/", "./"):
        path = path.removeprefix(before)
    head, slash, rest = path.partition("/")
    inside = slash and fold(head) == fold(survey.project.evidence.name)
    return rest if inside and not any(_lies_in(head, each) for each in _shown(survey)) else path


def _by_id(said: str, pieces: Mapping[str, EvidenceItem]) -> Meant | None:
    """By the beginning of an id; None when it is none of one."""
    begun = _ID.fullmatch(said.strip())
    if begun is None or len(begun[1].partition(".")[0]) < FEWEST_DIGITS:
        return None
    name = f"E-{begun[1].lower()}"
    if name in pieces:
        return Meant(pieces=(pieces[name],))
    found = {item.id: item for each, item in pieces.items() if each.startswith(name)}
    contents = {each.partition(".")[0] for each in found}
    if len(contents) > 1:
        return Meant(several=tuple(sorted(found)))
    return Meant(pieces=tuple(found.values())) if found else None


def _by_file(path: str, survey: Survey, pieces: Mapping[str, EvidenceItem]) -> Meant | None:
    """By a path or a part of one, the surest way first; None when no way leads to a file."""
    rows = {row.file: row for row in survey.ledger}
    disk = {file.path: file.name for file in survey.catalogue.files}
    folded, base = fold(path), fold(path.rpartition("/")[2])
    ways: tuple[Callable[[str], bool], ...] = (
        lambda name: name == path,
        lambda name: fold(name) == folded,
        lambda name: fold(name).endswith(f"/{folded}"),
        lambda name: "/" not in path and fold(name.rpartition("/")[2].rpartition(".")[0]) == base,
        lambda name: fold(name).startswith(f"{folded.rstrip('/')}/"),
    )
    if path in disk:
        path = disk[path]
    for way in ways:
        found = [name for name in rows if way(name)] if path else []
        if len(found) == 1:
            row = rows[found[0]]
            own = dict.fromkeys(pieces[each].id for each in row.items if each in pieces)
            return Meant(pieces=tuple(pieces[each] for each in own), file=row)
        if found:
            return Meant(several=tuple(found))
    return None


def _shown(survey: Survey) -> Iterable[str]:
    return (row.file for row in survey.ledger)


def _lies_in(folder: str, file: str) -> bool:
    return file.startswith(f"{folder}/")
