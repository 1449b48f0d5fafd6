"""What stands at the head and the foot of a written site, where its emblem is. Lengths in mm, of 96 px an inch.

A browser sets a page for each screen, so what is read is what is the same on all: how large things are by the style
sheet, and how much room is kept inside what holds them. Boxes are set beside or below each other as near as they may
come. The first page is all that stands outside the main part, the second one the words of that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.audit.cascade import Cascade
from portfolio.audit.emblems import emblems_in
from portfolio.audit.moving import Mark, moved, rectangle
from portfolio.audit.svg_marks import marks_in
from portfolio.files.logo import pixels_of_logo, shape_of_logo
from portfolio.files.picture import PictureFault
from portfolio.files.xmlparts import name_of
from portfolio.model.marks import Box, FileMarks, PageMarks, PictureMark, Shape, TextMark

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from cssselect2 import ElementWrapper

NARROWEST = 320.0  # px: where things are smallest
_MM = 25.4 / 96
_WIDE, _LINE, _BASE = 0.5, 1.2, 0.75  # em: a letter on the average, a line, from its top to where letters stand
_SILENT = frozenset({"script", "style", "title", "template"})

Set = tuple[list[Mark], float, float]  # marks from the top left, width and height


def read_site_marks(path: Path) -> FileMarks:
    """The marks of the site whose page lies at `path`, or the words of a fragment. Raises ValueError, OSError."""
    from tinyhtml5 import parse

    root = parse(path.read_text(encoding="utf-8"), namespace_html_elements=False)
    body = root.find("body")
    if body is None:
        raise ValueError(path.name)
    cascade = Cascade(root, list(_sheets(root, path.parent)), NARROWEST)
    outside = [each for each in _within(cascade.root, "body") if each.etree_element.tag != "main"]
    setter = _Setter(cascade, path.parent)
    marks, width, height = setter.below(outside)
    shapes = tuple(each for each in marks if isinstance(each, Shape))
    front = PageMarks(
        number=1,
        width=width,
        height=height,
        text="\n".join(text for each in outside for text in _texts(each.etree_element)),
        emblems=tuple(emblems_in(shapes)),
        pictures=tuple(each for each in marks if isinstance(each, PictureMark)),
        texts=tuple(each for each in marks if isinstance(each, TextMark)),
        shapes=shapes,
    )
    main = "\n".join(text for each in body.iter("main") for text in _texts(each))
    return FileMarks(pages=(front, PageMarks(number=2, width=width, height=height, text=main)))


def _sheets(root: Element, folder: Path) -> Iterator[str]:
    """The style sheets of a page, those of its own first."""
    yield from (each.text or "" for each in root.iter("style"))
    for link in root.iter("link"):
        sheet = folder / link.get("href", "")
        if link.get("rel") == "stylesheet" and sheet.is_file():
            yield sheet.read_text(encoding="utf-8")


def _within(root: ElementWrapper, tag: str) -> Iterator[ElementWrapper]:
    """What stands in the first element of a name."""
    found = next((each for each in root.iter_subtree() if each.etree_element.tag == tag), None)
    return iter(()) if found is None else found.iter_children()


def _texts(element: Element) -> Iterator[str]:
    if element.tag not in _SILENT:
        yield element.text or ""
        for each in element:
            yield from _texts(each)
            yield each.tail or ""


@dataclass(frozen=True, slots=True)
class _Setter:
    """Sets elements: what it gives are marks from the top left, and the size of all."""

    cascade: Cascade
    folder: Path

    def below(self, elements: Iterable[ElementWrapper]) -> Set:
        """Elements below each other."""
        return _together([self._box(each) for each in elements], 0.0, beside=False)

    def _box(self, element: ElementWrapper) -> Set:
        match name_of(element.etree_element):
            case "img":
                content = self._picture(element)
            case "svg":
                content = self._drawing(element)
            case _:
                content = self._inside(element)
        marks, width, height = _framed(content, self.cascade.room(element, "padding"))
        ground = self.cascade.colour(element, "background-color")
        below = [rectangle(Box(0.0, 0.0, width, height), ground)] if ground else []
        return _framed(([*below, *marks], width, height), self.cascade.room(element, "margin"))

    def _inside(self, element: ElementWrapper) -> Set:
        """The texts and elements that stand in one."""
        parts = [self._text(element, element.etree_element.text)]
        for each in element.iter_children():
            parts += (self._box(each), self._text(element, each.etree_element.tail))
        parts = [part for part in parts if part[0]]
        beside = self.cascade.word(element, "display") in ("flex", "inline-flex")
        gap = (self.cascade.length(element, "gap") or 0.0) * _MM
        return _together(parts, gap, beside=beside)

    def _text(self, element: ElementWrapper, text: str | None) -> Set:
        """Letters, as many lines as they have."""
        lines = [line.strip() for line in (text or "").splitlines() if line.strip()]
        size = self.cascade.letters(element) * _MM
        marks: list[Mark] = []
        for at, line in enumerate(lines):
            top = (at * _LINE + (_LINE - 1) / 2) * size
            marks.append(
                TextMark(
                    text=line,
                    font=self.cascade.word(element, "font-family"),
                    size=size,
                    slanted=self.cascade.word(element, "font-style") in ("italic", "oblique"),
                    colour=self.cascade.colour(element, "color") or (),
                    box=Box(0.0, top, _WIDE * size * len(line), top + size),
                    baseline=top + _BASE * size,
                )
            )
            if "underline" in self.cascade.word(element, "text-decoration"):
                under = top + 0.9 * size
                marks.append(rectangle(Box(0.0, under, _WIDE * size * len(line), under + 0.05 * size), (0.0,)))
        return marks, max((mark.box.right for mark in marks), default=0.0), len(lines) * _LINE * size

    def _picture(self, element: ElementWrapper) -> Set:
        """A picture as large as it is seen, in its own proportions."""
        file = self.folder / element.etree_element.get("src", "")
        try:
            shape = shape_of_logo(file)
        except (OSError, PictureFault):
            return [], 0.0, 0.0
        width, height = self._size(element, shape)
        pixels = pixels_of_logo(file) or (0, 0)
        return [PictureMark(box=Box(0.0, 0.0, width, height), pixels=pixels)], width, height

    def _drawing(self, element: ElementWrapper) -> Set:
        """The shapes of a drawing that may be a flag; others have none that is asked for."""
        svg = element.etree_element
        try:
            across, down = map(float, svg.get("viewBox", "").split()[2:])
            width, height = self._size(element, across / down)
            marks: list[Mark] = list(marks_in(svg, Box(0.0, 0.0, width, height)))
        except (ValueError, ZeroDivisionError):
            return [], 0.0, 0.0
        return marks, width, height

    def _size(self, element: ElementWrapper, shape: float) -> tuple[float, float]:
        """How large in mm what has proportions is seen in the room that the style gives it."""
        top, right, bottom, left = self.cascade.room(element, "padding")

        def room(name: str, inside: float) -> float | None:
            said = self.cascade.length(element, name)
            return None if said is None else max(0.0, said - inside)

        width, height = room("width", left + right), room("height", top + bottom)
        most = room("max-width", left + right)
        if width is None:
            width = NARROWEST if height is None else height * shape
        width = min(width, most) if most is not None else width
        height = width / shape if height is None else height
        return min(width, height * shape) * _MM, min(height, width / shape) * _MM


def _framed(content: Set, room: tuple[float, float, float, float]) -> Set:
    """Something with room round it, in px."""
    marks, width, height = content
    top, right, bottom, left = (side * _MM for side in room)
    return [moved(mark, left, top) for mark in marks], left + width + right, top + height + bottom


def _together(parts: Iterable[Set], gap: float, *, beside: bool) -> Set:
    """Parts beside or below each other."""
    marks: list[Mark] = []
    along = across = 0.0
    for at, (made, width, height) in enumerate(parts):
        along += gap if at else 0.0
        marks += (moved(mark, along, 0.0) if beside else moved(mark, 0.0, along) for mark in made)
        along += width if beside else height
        across = max(across, height if beside else width)
    return (marks, along, across) if beside else (marks, across, along)
