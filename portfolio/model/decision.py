"""What a person decided about a piece, one line of decisions.csv each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
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


# Texts for people: they may be said in several languages ("caption.tr").
LOCAL = (Field.TITLE, Field.CAPTION, Field.ALTERNATIVE)
# What is taken out of a picture before anybody sees it.
REDACTING = (Field.COVER, Field.PIXELATE, Field.CROP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decided value: found by `item` (an id), else by `file`. `language` is "" unless the field names one."""

    item: str
    file: str
    field: Field
    value: str
    where: Place
    language: str = ""
    by: str = ""
    on: str = ""
    because: str = ""

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


def closest(decisions: Sequence[Decision], ids: Collection[str], files: Collection[str]) -> tuple[Decision, ...]:
    """The decisions that are aimed most closely at a piece, in their order: what is said of it beats its folder's."""
    aims = [decision.aim(ids, files) for decision in decisions]
    best = max(aims, default=(0, 0))
    return tuple(decision for decision, aim in zip(decisions, aims, strict=True) if aim == best != (0, 0))
