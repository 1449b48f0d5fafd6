"""Colours by their inks: in a print PDF each RGB colour whose four inks are known is written as these, unconverted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from portfolio.theme import WHITE
from portfolio.visibility.emblem import BLACK, BLUE, YELLOW

if TYPE_CHECKING:
    from pikepdf import Pdf

Inks = tuple[float, float, float, float]  # cyan, magenta, yellow, black, 0 to 1

# Paper is no ink and black is one; the emblem's two as its specification gives them for four colours (`visibility`).
KNOWN: Mapping[str, Inks] = {
    WHITE: (0, 0, 0, 0),
    BLACK.upper(): (0, 0, 0, 1),
    BLUE.upper(): (1, 0.8, 0, 0),
    YELLOW.upper(): (0, 0, 1, 0),
}
_IN_INKS = {"rg": "k", "RG": "K"}


def set_inks(pdf: Pdf, inks: Mapping[str, Inks]) -> None:
    """Writes the colours of pages, drawings and patterns anew, by "#RRGGBB"; others, and pictures, stay as they are."""
    import pikepdf

    table = {**inks, **KNOWN}
    for page in pdf.pages:
        page.contents_coalesce()
        _recolour(page.obj.Contents, table)
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and (thing.get("/Subtype") == "/Form" or thing.get("/PatternType") == 1):
            _recolour(thing, table)


def _recolour(stream: Any, table: Mapping[str, Inks]) -> None:
    import pikepdf

    steps = list(pikepdf.parse_content_stream(stream))
    if any(str(step.operator) in _IN_INKS for step in steps):
        stream.write(pikepdf.unparse_content_stream(list(_in_inks(steps, table))))


def _in_inks(steps: list[Any], table: Mapping[str, Inks]) -> Iterator[Any]:
    from pikepdf import Operator

    for step in steps:
        operands, operator = step.operands, step.operator
        colour = _hexadecimal(operands) if str(operator) in _IN_INKS else ""
        if colour in table:
            yield list(table[colour]), Operator(_IN_INKS[str(operator)])
        else:
            yield step


def _hexadecimal(operands: Any) -> str:
    return "#" + "".join(f"{round(float(value) * 255):02X}" for value in operands)
