"""What a person decided about a piece, one line of decisions.csv each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from portfolio.model.problem import Place


class Field(StrEnum):
    """What can be decided of a piece; texts may carry a language (`caption.tr`)."""

    PILLAR = "pillar"
    EXCLUDE = "exclude"
    HERO = "hero"
    TITLE = "title"
    CAPTION = "caption"
    ALTERNATIVE = "alternative"
    DATE = "date"
    PEOPLE = "people"
    CREDIT = "credit"
    PLACE = "place"
    KIND = "kind"
    COVER = "cover"
    PIXELATE = "pixelate"
    CROP = "crop"
    PARTNER = "partner"


# Texts for people: they may be said in several languages ("caption.tr").
LOCAL = (Field.TITLE, Field.CAPTION, Field.ALTERNATIVE)
# What is taken out of a picture before anybody sees it.
REDACTING = (Field.COVER, Field.PIXELATE, Field.CROP)
# What decides whether and how a child is seen: it holds for the very content that somebody looked at, and no other.
GUARDING = (Field.PEOPLE, Field.PARTNER, *REDACTING)

# As the value of a place: nobody decided it, whatever stands above ("-" says that there is none).
UNDECIDED = "?"

# How a decision may be aimed at a piece, the closer the higher.
BY_FOLDER, BY_PATTERN, BY_FILE, BY_ID = 1, 2, 3, 4
# What people write before a place who look at the project's folder.
_EVIDENCE = "evidence/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decided value: found by `item` (an id), else by `file`. `language` is "" unless the field names one.

    `stale` is the id it was about when its file holds another content by now, so that it is found by its file only
    (`settle`); `seen` is the id of what lay there when a line without any was first read. `in_doubt`: the line cannot
    be read, but may guard somebody, so what it is aimed at is shown to nobody.
    """

    item: str
    file: str
    field: Field
    value: str
    where: Place
    language: str = ""
    by: str = ""
    on: str = ""
    because: str = ""
    stale: str = ""
    seen: str = ""
    in_doubt: bool = False

    def aim(self, ids: Iterable[str], files: Collection[str]) -> tuple[int, int]:
        """How closely this is aimed at a piece, (0, 0) if not: by id before file before pattern before folder.

        Of two patterns or folders the longer is the closer. The id of a whole file stands for its parts; an archive is
        the folder of what lies in it. In a pattern "*" and "?" stand for what they do in a file manager, within one
        folder, capitals or not.
        """
        if self.item:
            named = any(each == self.item or each.startswith(f"{self.item}.") for each in ids)
            return (BY_ID, len(self.item)) if named else (0, 0)
        if self.file in files:
            return (BY_FILE, 0)
        if self.is_pattern and any(map(_pattern(self.file).fullmatch, files)):
            return (BY_PATTERN, len(self.file))
        folder = f"{self.file}/" if self.file.lower().endswith(".zip") else self.file
        if folder.endswith("/") and any(file.startswith(folder) for file in files):
            return (BY_FOLDER, len(folder))
        return (0, 0)

    @property
    def is_pattern(self) -> bool:
        """Whether its file stands for several ("3-students/*.jpg")."""
        return not self.item and not _names_one(self.file) and not self.file.endswith("/")


def _names_one(file: str) -> bool:
    return bool(file) and not file.endswith("/") and not {"*", "?"} & set(file)


@cache
def _pattern(file: str) -> re.Pattern[str]:
    parts = ({"*": "[^/]*", "?": "[^/]"}.get(letter, re.escape(letter)) for letter in file)
    return re.compile("".join(parts), re.IGNORECASE)


def settle(decisions: Iterable[Decision], contents: Mapping[str, Collection[str]]) -> tuple[Decision, ...]:
    """The decisions, aimed at the files and ids that are there: `contents` are the ids at each place.

    A file is found whatever its case, and with the evidence folder's name before it. A decision about a content that is
    gone becomes a stale one of its file. One that guards does so already when its own file holds another content, and
    goes on to hold for its own wherever that lies. Parts count as the file: its content is what may have changed.
    """
    places = {file: {each.partition(".")[0] for each in ids} for file, ids in contents.items()}
    there = {each for ids in places.values() for each in ids}
    names = _names(places)
    return tuple(settled for each in decisions for settled in _settled(_placed(each, places, names), places, there))


def _settled(decision: Decision, places: Mapping[str, Collection[str]], there: Collection[str]) -> Iterator[Decision]:
    if not _names_one(decision.file):
        yield decision
        return
    meant = decision.item.partition(".")[0]
    changed = decision.file in places and (meant or decision.seen or None) not in (None, *places[decision.file])
    is_gone = bool(meant) and meant not in there
    if not is_gone and (decision.item or not changed):
        yield decision
    if is_gone or (changed and decision.field in GUARDING):
        yield replace(decision, item="", stale=decision.item or decision.seen)


def _names(places: Iterable[str]) -> dict[str, str]:
    """How files and folders are really called, by how they may be written; names that differ in case alone are not."""
    every = {place for file in places for place in (file, *_folders_of(file))}
    called: dict[str, list[str]] = {}
    for place in every:
        called.setdefault(_written(place), []).append(place)
    return {written: names[0] for written, names in called.items() if len(names) == 1}


def _folders_of(file: str) -> Iterator[str]:
    return (file[: end + 1] for end, letter in enumerate(file) if letter == "/")


def _written(file: str) -> str:
    return unicodedata.normalize("NFC", file).casefold()


def _placed(decision: Decision, places: Collection[str], names: Mapping[str, str]) -> Decision:
    file = decision.file
    for written in (file, file.removeprefix(_EVIDENCE)):
        if written in places:
            return replace(decision, file=written) if written != file else decision
        if name := names.get(_written(written)):
            return replace(decision, file=name) if name != file else decision
    if decision.is_pattern and file.startswith(_EVIDENCE) and not any(each.startswith(_EVIDENCE) for each in places):
        return replace(decision, file=file.removeprefix(_EVIDENCE))
    return decision


def closest(decisions: Sequence[Decision], ids: Collection[str], files: Collection[str]) -> tuple[Decision, ...]:
    """The decisions that are aimed most closely at a piece, in their order: what is said of it beats its folder's."""
    aims = [decision.aim(ids, files) for decision in decisions]
    best = max(aims, default=(0, 0))
    return tuple(decision for decision, aim in zip(decisions, aims, strict=True) if aim == best != (0, 0))


def in_force(
    decisions: Iterable[Decision], ids: Collection[str], files: Collection[str], undoes: Callable[[str], bool]
) -> tuple[tuple[Decision, ...], int]:
    """The most closely aimed of the decisions about a piece that were not taken back, in their order, and their aim.

    `undoes` tells the values that take back what stands above, aimed as closely or less. The aim is one of BY_ID …
    BY_FOLDER, 0 when nothing is in force.
    """
    standing: list[tuple[tuple[int, int], Decision]] = []
    for decision in decisions:
        aim = decision.aim(ids, files)
        if aim == (0, 0):
            continue
        if undoes(decision.value):
            standing = [each for each in standing if each[0] > aim]
        else:
            standing.append((aim, decision))
    best = max((aim for aim, _ in standing), default=(0, 0))
    return tuple(decision for aim, decision in standing if aim == best), best[0]


class Aimed:
    """Finds the decisions that can be about a piece, without asking each of them."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._by_name: dict[str, list[int]] = {}
        self._wide: list[int] = []
        self._decisions = tuple(decisions)
        for place, decision in enumerate(self._decisions):
            name = decision.item.partition(".")[0] if decision.item else decision.file
            if decision.item or (_names_one(name) and not name.lower().endswith(".zip")):
                self._by_name.setdefault(name, []).append(place)
            else:
                self._wide.append(place)

    def at(self, ids: Iterable[str], files: Iterable[str]) -> tuple[Decision, ...]:
        """Those that may be aimed at what has these ids and lies in these places, in their order."""
        names = {*(each.partition(".")[0] for each in ids), *files}
        found = {place for name in names for place in self._by_name.get(name, ())}
        return tuple(self._decisions[place] for place in sorted({*found, *self._wide}))
