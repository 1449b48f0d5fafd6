"""Nothing overflows silently: what has no room at the least sizes is not made, and what to cut is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from portfolio.errors import ProjectError
from portfolio.model.limits import Limited, find_overlong, overlong, text_of
from portfolio.model.problem import Place, error
from portfolio.model.sheet import Sheet
from portfolio.model.text import Phrase

LEAST = 3  # letters that a text has at the least

S = TypeVar("S", bound=Sheet)


def require_fitting(sheet: S, limits: Sequence[Limited], fits: Callable[[S], bool]) -> None:
    """Raises ProjectError unless a sheet's texts are within their limits, and all of it fits.

    `poster.long-text` for each that is too long for any sheet; else `sheet.no-room` for the text of this one that must
    be shorter, the longest that suffices, with the number of letters that fit here; `poster.small` when none suffices.
    """
    if problems := tuple(find_overlong(sheet, limits)):
        raise ProjectError(*problems)
    if fits(sheet):
        return
    size = f"{sheet.geometry.width:g} × {sheet.geometry.height:g} mm"
    for limited in sorted(limits, key=lambda each: -len(text_of(sheet, each.field))):
        if most := _most(sheet, limited.field, fits):
            raise ProjectError(overlong(limited.key, text_of(sheet, limited.field), most, size))
    raise ProjectError(error("poster.small", Place(file="portfolio.yaml"), size=size))


def _most(sheet: S, field: str, fits: Callable[[S], bool]) -> int:
    """How many letters of a text have room; 0 when not even the least have."""
    held, text = getattr(sheet, field), text_of(sheet, field)

    def fit(letters: int) -> bool:
        shorter = text[:letters].rstrip()
        change: dict[str, Any] = {field: replace(held, text=shorter) if isinstance(held, Phrase) else shorter}
        return fits(replace(sheet, **change))

    few, many = LEAST, len(text)
    if many <= few or not fit(few):
        return 0
    while many - few > 1:
        middle = (few + many) // 2
        if fit(middle):
            few = middle
        else:
            many = middle
    return few
