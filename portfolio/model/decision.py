"""What a person decided about a piece, one line of decisions.csv each."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decided value: found by `item` (an id), else by `file`. `language` is "" unless the field names one.

    `stale` is the id it was about when no piece has that one any more, so that it is found by its file only (`settle`).
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


def settle(decisions: Iterable[Decision], ids: Iterable[str]) -> tuple[Decision, ...]:
    """The decisions, with those that name an id which no piece has, and a file beside it, as stale ones of that file.

    The parts of a file count as the file: its content is what may have changed.
    """
    contents = {each.partition(".")[0] for each in ids}

    def is_gone(decision: Decision) -> bool:
        return bool(decision.item) and decision.item.partition(".")[0] not in contents

    return tuple(
        replace(each, item="", stale=each.item) if _names_one(each.file) and is_gone(each) else each
        for each in decisions
    )


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
