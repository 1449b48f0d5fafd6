"""What is to be taken out of a picture, from what people wrote about it.

It fails closed: of a picture whose redaction cannot be read, or cannot be applied, nothing is shown to anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from portfolio.i18n import fold
from portfolio.intake.statements import Statement, rising
from portfolio.model.decision import REDACTING, Field
from portfolio.model.problem import Problem, Reason, error, reason
from portfolio.model.redaction import HIDDEN, Box, Redaction

LEAST_CROP = 0.05  # of width and height: a smaller part is a slip, and no picture
_NO_BOX = "-"
_NUMBER = re.compile(r"(?P<before>%)?(?P<number>\d+(?:[.,]\d+)?)(?P<behind>%)?", re.ASCII)
_ROUNDED = 0.0015  # people round to three decimals: so far may two figures together reach over an edge


@dataclass(frozen=True, slots=True, kw_only=True)
class Veil:
    """What becomes of a picture: its redaction (None for none), why nobody may see it, and what is wrong."""

    redaction: Redaction | None = None
    barred: Reason | None = None
    problems: tuple[Problem, ...] = ()


def boxes_in(text: str) -> tuple[Box, ...]:
    """The boxes that a person wrote: "0.1 0.2 0.3 0.25", "0,1 0,2 0,3 0,25", "10% 20% 30% 25%", several with ";".

    Each is left, top, width and height. Raises ValueError for anything else, also for what may be read in two ways.
    """
    parts = [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
    if len(parts) == 4 and all(_NUMBER.fullmatch(part) for part in parts):  # a list in YAML
        parts = [" ".join(parts)]
    if not parts:
        raise ValueError("no box")
    return tuple(map(_box, parts))


def veil_of(
    places: Iterable[Sequence[Statement]], answers: Mapping[str, Iterable[str]], *, file: str, drawn: bool
) -> Veil:
    """What statements say of a content at each of its places, the strongest first; `drawn`: it is shown as a picture.

    All statements add up, and so do the places, so that what one of them covers is covered; only one that says "none"
    takes back the weaker ones and those above it. A stale one has to be said anew, by its id. Codes:
    `redaction.unreadable`, `redaction.crop` (not one box that is large enough), `redaction.no-picture`.
    """
    boxes: dict[Field, list[Box]] = {field: [] for field in REDACTING}
    stale = False
    problems: list[Problem] = []
    for said in places:
        for field in REDACTING:
            here: list[Box] = []
            unsettled: Statement | None = None
            for statement in rising(said, field):
                if statement.stale:
                    unsettled = statement
                    continue
                if unsettled and unsettled.aim != statement.aim:  # somebody looked at what is there now
                    unsettled = None
                if fold(statement.text) in {_NO_BOX, *map(fold, answers.get("none", ()))}:
                    here.clear()
                    continue
                try:
                    here += boxes_in(statement.text)
                except ValueError:
                    problems.append(error("redaction.unreadable", statement.where, value=statement.text))
                if field is Field.CROP and not _is_crop({*boxes[field], *here}):
                    problems.append(error("redaction.crop", statement.where))
                if here and not drawn:
                    problems.append(error("redaction.no-picture", statement.where, file=file))
            boxes[field] += here
            stale = stale or unsettled is not None
    if stale:
        return Veil(redaction=HIDDEN, barred=reason("clearance.stale"), problems=tuple(dict.fromkeys(problems)))
    if problems:
        return Veil(redaction=HIDDEN, barred=reason("clearance.redaction"), problems=tuple(dict.fromkeys(problems)))
    cover, pixelate, crop = (tuple(dict.fromkeys(boxes[field])) for field in REDACTING)
    if not (cover or pixelate or crop):
        return Veil()
    return Veil(redaction=Redaction(cover=cover, pixelate=pixelate, crop=crop[0] if crop else None))


def _is_crop(boxes: Iterable[Box]) -> bool:
    """Whether what several say of the part to show is one box, if any, and no mere sliver."""
    found = tuple(boxes)
    return len(found) <= 1 and all(min(box.width, box.height) >= LEAST_CROP for box in found)


def _box(text: str) -> Box:
    """Raises ValueError."""
    words = re.sub(r"\s*%(?=[\s,]|$)", "%", text).split()
    if len(words) == 1 and "." in text:  # "0.1,0.2,0.3,0.4": the comma can only stand between
        words = text.split(",")
    found = [_NUMBER.fullmatch(word.removesuffix(",")) for word in words]
    figures = [
        (float(each["number"].replace(",", ".")), bool(each["before"] or each["behind"])) for each in found if each
    ]
    if len(found) != 4 or len(figures) != 4 or len({percent for _, percent in figures}) != 1:
        raise ValueError(text)
    left, top, width, height = (figure / 100 if percent else figure for figure, percent in figures)
    return Box(left=left, top=top, width=_within(left, width), height=_within(top, height))


def _within(start: float, length: float) -> float:
    """A length that ends at the picture's edge where it reaches no further than rounding explains."""
    return 1 - start if 1 < start + length <= 1 + _ROUNDED else length
