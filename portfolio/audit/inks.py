"""In which colours a written PDF is printed: the colour spaces that its pages use, with the values that they set."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portfolio.audit.contents import Step, steps_of
from portfolio.audit.resources import within

if TYPE_CHECKING:
    from pikepdf import Pdf

Values = tuple[float, ...]
Inks = Mapping[str, frozenset[Values]]  # by the colour space's name, "DeviceRGB"; pictures and shadings set no values

_DIRECT = {
    **dict.fromkeys(("g", "G"), "DeviceGray"),
    **dict.fromkeys(("rg", "RG"), "DeviceRGB"),
    **dict.fromkeys(("k", "K"), "DeviceCMYK"),
}
_PAINTED = {"scn": "cs", "sc": "cs", "SCN": "CS", "SC": "CS"}
RGB, CMYK, GRAY, SPOT = "DeviceRGB", "DeviceCMYK", "DeviceGray", "Separation"


def inks_in(path: Path) -> Inks:
    """The colours of a file. Raises what pikepdf raises for a damaged one."""
    import pikepdf

    with pikepdf.open(path) as pdf:
        return inks_of(pdf)


def inks_of(pdf: Pdf) -> Inks:
    """The colours of all pages. Raises what pikepdf raises for a damaged content."""
    found: dict[str, set[Values]] = defaultdict(set)
    for space, values in _set_colours(pdf):
        found[space].add(values) if values else found[space]
    return {space: frozenset(values) for space, values in found.items()}


def _set_colours(pdf: Pdf) -> Iterator[tuple[str, Values]]:
    chosen: dict[str, str] = {}
    for step in steps_of(pdf):
        operator = step.operator
        if operator in _DIRECT:
            yield _DIRECT[operator], _numbers(step)
        elif operator in ("cs", "CS"):
            chosen[operator] = space_name(step.resource("/ColorSpace") or step.operands[-1])
        elif operator in _PAINTED and (values := _numbers(step)):
            yield chosen.get(_PAINTED[operator], GRAY), values
        elif operator in ("Do", "sh"):
            drawn = step.resource("/XObject" if operator == "Do" else "/Shading")
            space = within(drawn, "/ColorSpace")
            if space is not None:
                yield space_name(space), ()


def space_name(space: Any) -> str:
    """What a colour space is called: of an array its first entry, of an indexed one that of its base."""
    import pikepdf

    if isinstance(space, pikepdf.Array):
        return space_name(space[1]) if space[0] == "/Indexed" else str(space[0]).lstrip("/")
    return str(space).lstrip("/")


def _numbers(step: Step) -> Values:
    """The values of a colour as far as they are numbers, to four decimals."""
    numbers = []
    for value in step.operands:
        try:
            numbers.append(round(float(value), 4))
        except (TypeError, ValueError):
            return ()
    return tuple(numbers)
