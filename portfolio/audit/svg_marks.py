"""What stands in an SVG of ours: its shapes and pictures, as values in mm. Its letters are outlines, so it has no text.

Read is what our SVGs hold: paths of straight lines and cubic curves in absolute coordinates, groups that clip, pictures
in a matrix. What else an SVG may say is refused, for a flag that is not seen would pass as none.
"""

from __future__ import annotations

import io
import re
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.audit.emblems import emblems_in
from portfolio.files.picture import opened
from portfolio.files.xmlparts import attribute, name_of
from portfolio.files.zipguard import parse_xml
from portfolio.model.marks import Box, Colour, FileMarks, Outline, PageMarks, PictureMark, Point, Shape, box_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Mark = Shape | PictureMark
To = Callable[[Point], Point]

_PART = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_POINTS = {"M": 1, "L": 1, "C": 3, "Z": 0}  # of an operator; the last one is where it leads
_CLIP = re.compile(r"url\(#(.+)\)")
_MATRIX = re.compile(r"matrix\(([^)]*)\)")
_DATA = re.compile(r"data:image/\w+;base64,(.*)", re.DOTALL)
_SILENT = frozenset({"title", "defs", "desc"})


def read_svg_marks(path: Path) -> FileMarks:
    """The marks of a drawing whose size is given in mm.

    Raises FileFault (`archive.xml`, `picture.*`), ValueError, OSError.
    """
    root = parse_xml(path.read_bytes(), path.name)
    width, height = (float(root.get(side, "").removesuffix("mm")) for side in ("width", "height"))
    marks = list(marks_in(root, Box(0.0, 0.0, width, height)))
    shapes = tuple(each for each in marks if isinstance(each, Shape))
    page = PageMarks(
        number=1,
        width=width,
        height=height,
        emblems=tuple(emblems_in(shapes)),
        pictures=tuple(each for each in marks if isinstance(each, PictureMark)),
        shapes=shapes,
    )
    return FileMarks(pages=(page,))


def marks_in(root: Element, box: Box) -> Iterator[Mark]:
    """The marks of an SVG that fills a box, the lowest first. Raises ValueError for what is not known here."""
    left, top, width, height = map(float, root.get("viewBox", "").replace(",", " ").split())
    across, down = box.width / width, box.height / height

    def to_page(point: Point) -> Point:
        return box.left + (point[0] - left) * across, box.top + (point[1] - top) * down

    clips = {attribute(each, "id"): each for each in root.iter() if name_of(each) == "clipPath"}
    yield from _Drawing(to_page, clips).marks(root, box)


@dataclass(frozen=True, slots=True)
class _Drawing:
    to_page: To
    clips: Mapping[str, Element]

    def marks(self, element: Element, clip: Box) -> Iterator[Mark]:
        """What is painted in a group, cut to a box."""
        for each in element:
            match name_of(each):
                case "g":
                    yield from self.marks(each, self._cut(each, clip))
                case "path":
                    yield from self._shape(each, clip)
                case "image":
                    yield self._picture(each, clip)
                case name if name not in _SILENT:
                    raise ValueError(name)

    def _cut(self, group: Element, clip: Box) -> Box:
        if group.get("transform"):
            raise ValueError("transform")
        found = _CLIP.fullmatch(group.get("clip-path", ""))
        if not found:
            return clip
        if found[1] not in self.clips:
            raise ValueError(found[1])
        points = [point for path in self.clips[found[1]] for outline, _ in self._outlines(path) for point in outline]
        return clip.cut(box_of(points)) if points else clip

    def _shape(self, path: Element, clip: Box) -> Iterator[Shape]:
        if path.get("transform"):
            raise ValueError("transform")
        outlines = list(self._outlines(path))
        if outlines:
            yield Shape(
                fill=_colour(path.get("fill", "#000000")),
                stroke=_colour(path.get("stroke", "none")),
                outlines=tuple(outline for outline, straight in outlines if straight and len(outline) > 2),
                box=box_of(point for outline, _ in outlines for point in outline).cut(clip),
            )

    def _outlines(self, path: Element) -> Iterator[tuple[Outline, bool]]:
        """The outlines of a path, each corner once, and whether they are polygons: of curves their handles count."""
        outline: list[Point] = []
        straight = True
        for sign, said in _PART.findall(path.get("d", "")):
            numbers = [float(each) for each in said.replace(",", " ").split()]
            points = list(map(self.to_page, zip(numbers[::2], numbers[1::2], strict=True)))
            if sign not in _POINTS or (_POINTS[sign] and len(points) % _POINTS[sign]):
                raise ValueError(sign)
            if sign == "M" and outline:
                yield _closed(outline), straight
                outline, straight = [], True
            straight = straight and sign != "C"
            outline += points
        if outline:
            yield _closed(outline), straight

    def _picture(self, element: Element, clip: Box) -> PictureMark:
        matrix = _MATRIX.fullmatch(element.get("transform", ""))
        data = _DATA.fullmatch(attribute(element, "href"))
        if not matrix or not data:
            raise ValueError("image")
        a, b, c, d, e, f = (float(each) for each in matrix[1].replace(",", " ").split())
        width, height = float(element.get("width", 0)), float(element.get("height", 0))
        corners = ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))
        box = box_of(self.to_page((a * x + c * y + e, b * x + d * y + f)) for x, y in corners)
        with opened(io.BytesIO(b64decode(data[1]))) as image:
            return PictureMark(box=box.cut(clip), pixels=image.size)


def _closed(outline: list[Point]) -> Outline:
    ends = outline[0], outline[-1]
    again = len(outline) > 1 and all(abs(one - other) < 1e-6 for one, other in zip(*ends, strict=True))
    return tuple(outline[:-1] if again else outline)


def _colour(value: str) -> Colour | None:
    """A colour "#rrggbb" in parts from 0 to 1; None for "none"."""
    if value == "none":
        return None
    if not value.startswith("#"):
        raise ValueError(value)
    parts = bytes.fromhex(value[1:])
    return tuple(part / 255 for part in parts)
