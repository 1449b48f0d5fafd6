"""What a person decided about a piece, one line of decisions.csv each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

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
        """How closely this is aimed at a piece: by id before file before folder (the longer the closer); (0, 0) is not.

        The id of a whole file stands for its parts; an archive is the folder of what lies in it.
        """
        if self.item:
            named = any(each == self.item or each.startswith(f"{self.item}.") for each in ids)
            return (3, len(self.item)) if named else (0, 0)
        if self.file in files:
            return (2, 0)
        folder = f"{self.file}/" if self.file.lower().endswith(".zip") else self.file
        if folder.endswith("/") and any(file.startswith(folder) for file in files):
            return (1, len(folder))
        return (0, 0)


def settle(decisions: Iterable[Decision], ids: Iterable[str]) -> tuple[Decision, ...]:
    """The decisions, with those that name an id which no piece has, and a file beside it, as stale ones of that file.

    The parts of a file count as the file: its content is what may have changed.
    """
    contents = {each.partition(".")[0] for each in ids}

    def is_gone(decision: Decision) -> bool:
        return bool(decision.item) and decision.item.partition(".")[0] not in contents

    return tuple(
        replace(each, item="", stale=each.item) if each.file and not each.file.endswith("/") and is_gone(each) else each
        for each in decisions
    )


def closest(decisions: Sequence[Decision], ids: Collection[str], files: Collection[str]) -> tuple[Decision, ...]:
    """The decisions that are aimed most closely at a piece, in their order: what is said of it beats its folder's."""
    aims = [decision.aim(ids, files) for decision in decisions]
    best = max(aims, default=(0, 0))
    return tuple(decision for decision, aim in zip(decisions, aims, strict=True) if aim == best != (0, 0))
