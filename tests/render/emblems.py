"""The EU emblems in a written PDF: its filled shapes as its content streams draw them, the current matrix applied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from pathlib import Path

import pikepdf

Point = tuple[float, float]


@dataclass(frozen=True)
class Shape:
    """A filled path: its colour as the operator and its numbers, its outlines on the page in pt."""

    colour: tuple
    outlines: tuple[tuple[Point, ...], ...]


def shapes_in(file: Path) -> Iterator[Shape]:
    """Every filled path of a PDF, page by page."""
    with pikepdf.open(file) as pdf:
        for page in pdf.pages:
            yield from _shapes(page, page.get("/Resources"), pikepdf.Matrix())


def _shapes(stream, resources, matrix: pikepdf.Matrix) -> Iterator[Shape]:
    colour, stack, outlines, outline = ("g", 0.0), [], [], []
    space = ""
    for operands, operator in pikepdf.parse_content_stream(stream):
        name = str(operator)
        numbers = [float(each) for each in operands if not isinstance(each, pikepdf.Object)]
        match name:
            case "q":
                stack.append((matrix, colour, space))
            case "Q":
                matrix, colour, space = stack.pop()
            case "cm":
                matrix = pikepdf.Matrix(*numbers) @ matrix
            case "g" | "rg" | "k":
                colour = (name, *numbers)
            case "cs":
                space = str(operands[0])
            case "sc" | "scn" if numbers:
                colour = (space, *numbers)
            case "m":
                outline = [matrix.transform(tuple(numbers))]
            case "l":
                outline.append(matrix.transform(tuple(numbers)))
            case "h":
                outlines.append(tuple(outline))
            case "f" | "F" | "f*":
                yield Shape(colour=colour, outlines=tuple(outlines))
                outlines = []
            case "n" | "S" | "s" | "B":
                outlines = []
            case "Do":
                form = resources.XObject[str(operands[0])]
                if form.Subtype == "/Form":
                    own = pikepdf.Matrix(form.get("/Matrix", pikepdf.Array([1, 0, 0, 1, 0, 0]))) @ matrix
                    yield from _shapes(form, form.get("/Resources", resources), own)


def flags_in(file: Path, field: tuple, stars: tuple) -> Iterator[tuple[Shape, Shape]]:
    """Field and stars of every emblem: twelve outlines of ten corners in one path, behind a rectangle."""
    before = None
    for shape in shapes_in(file):
        if shape.colour == stars and [len(each) for each in shape.outlines] == [10] * 12:
            assert before is not None
            assert before.colour == field
            yield before, shape
        before = shape


def worst_in(field: Shape, stars: Shape) -> tuple[float, float]:
    """How far, in units of its height, an emblem is from its construction at its worst corner, and its height in mm."""
    ((left, top), (right, _), _, (_, bottom)) = field.outlines[0]
    height = abs(top - bottom)
    worst = abs((right - left) / height - 1.5)
    for hour, outline in enumerate(stars.outlines):
        x = 0.75 + sin(hour * pi / 6) / 3
        y = 0.5 - cos(hour * pi / 6) / 3
        for turn, (a, b) in enumerate(outline):
            radius = (1 if turn % 2 == 0 else (3 - sqrt(5)) / 2) / 18
            at = x + radius * sin(turn * pi / 5), y - radius * cos(turn * pi / 5)
            worst = max(worst, abs((a - left) / height - at[0]), abs((top - b) / height - at[1]))
    return worst, height / 72 * 25.4
