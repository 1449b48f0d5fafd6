"""Nothing overflows silently: what has no room at the least sizes is not made, and what to cut is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from portfolio.errors import ProjectError
from portfolio.model.limits import Limited, find_overlong, overlong, text_of
from portfolio.model.problem import Place, error
from portfolio.model.sheet import Sheet
from portfolio.model.text import Phrase

LEAST = 3  # letters that a text has at the least


class Layout(Protocol):
    """What is reckoned of a sheet before it is set."""

    @property
    def fits(self) -> bool:
        """Whether all has room at the least sizes that can be read."""


S = TypeVar("S", bound=Sheet)
L = TypeVar("L", bound=Layout)


def fitting_layout(sheet: S, limits: Sequence[Limited], choose: Callable[[S], L]) -> L:
    """The layout that is chosen for a sheet, if its texts are within their limits and it fits; else ProjectError.

    `poster.long-text` for each that is too long for any sheet; else `sheet.no-room` for the text of this one that must
    be shorter, the longest that suffices, with the number of letters that fit here; `poster.small` when none suffices.
    """
    if problems := tuple(find_overlong(sheet, limits)):
        raise ProjectError(*problems)
    layout = choose(sheet)
    if layout.fits:
        return layout
    size = f"{sheet.geometry.width:g} × {sheet.geometry.height:g} mm"
    for limited in sorted(limits, key=lambda each: -len(text_of(sheet, each.field))):
        if most := _most(sheet, limited.field, lambda each: choose(each).fits):
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
