"""Marks that are set before it is known where they stand."""

from __future__ import annotations

from dataclasses import replace

from portfolio.model.marks import Box, Colour, PictureMark, Shape, TextMark

Mark = PictureMark | TextMark | Shape


def moved(mark: Mark, across: float, down: float) -> Mark:
    """A mark in another place."""
    box = mark.box.moved(across, down)
    match mark:
        case TextMark():
            return replace(mark, box=box, baseline=mark.baseline + down)
        case PictureMark(seen=seen):
            return replace(mark, box=box, seen=seen and replace(seen, box=seen.box.moved(across, down)))
        case Shape():
            shifted = tuple(tuple((x + across, y + down) for x, y in outline) for outline in mark.outlines)
            return replace(mark, box=box, outlines=shifted)


def rectangle(box: Box, colour: Colour) -> Shape:
    """A ground, or a line below letters."""
    corners = ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))
    return Shape(fill=colour, stroke=None, outlines=(corners,), box=box)
