"""How much room text takes on Word's pages, reckoned from styles and letter widths.

Word writes no page numbers into a file's contents, and asks its reader a question when it is told to. As all lines,
rows and pictures here have heights of their own, the pages that a section fills can be counted beforehand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from xml.etree.ElementTree import Element, fromstring

from portfolio.model.face import Face
from portfolio.model.stack import Piece, room, stack
from portfolio.render import wordml
from portfolio.render.wordml import NAMESPACES, Markup

W = f"{{{NAMESPACES['w']}}}"
EXTENT = f"{{{NAMESPACES['wp']}}}extent"
EMU_A_POINT = 12700
TWIPS_A_POINT = 20
HAIRLINE = 0.25  # pt between two rows of a ruled table


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a style says of room, in pt; `leading` is 0 where a line grows with what stands in it."""

    size: float = 10.0
    leading: float = 0.0
    before: float = 0.0
    after: float = 0.0
    left: float = 0.0
    right: float = 0.0
    bold: bool = False
    keep_next: bool = False


class Layout:
    """Reckons with the styles of a document and the faces for plain and bold text; `measure` and `depth` in mm."""

    def __init__(self, styles: bytes, plain: Face, bold: Face, *, measure: float, depth: float) -> None:
        root = fromstring(styles)
        self._looks = _read_looks(root)
        self._grids = {_value(style, "styleId"): _grid(style) for style in root.iter(f"{W}style")}
        self._plain, self._bold = plain, bold
        self.depth = depth
        self._measure, self._depth = (wordml.twips(length) / TWIPS_A_POINT for length in (measure, depth))

    def room(self, story: Markup) -> float:
        """The height of a story in mm, all on one page."""
        return room(_framed(self._pieces(story))) / 72 * 25.4

    def count_pages(self, story: Markup) -> int:
        """How many pages a story fills."""
        return stack(list(_framed(self._pieces(story))), self._depth).page

    def _pieces(self, story: Markup) -> Iterator[Piece]:
        for element in fromstring(wordml.root("body", story)):
            if element.tag == f"{W}p":
                yield self._paragraph(element, self._measure)
            elif element.tag == f"{W}tbl":
                yield from self._rows(element)

    def _paragraph(self, element: Element, width: float) -> Piece:
        look = self._looks.get(_value(element.find(f"{W}pPr/{W}pStyle"), "val"), Look())
        frame = _number(element.find(f"{W}pPr/{W}pBdr/{W}top"), "space")
        gap = _number(element.find(f"{W}pPr/{W}spacing"), "before") / TWIPS_A_POINT or look.before
        width -= 2 * frame + look.left + look.right
        face = self._bold if look.bold else self._plain
        # Behind a tab the text stands in the column that the indent makes.
        lines = (line.rpartition("\t")[2] for line in _text(element).split("\n"))
        count = sum(face.lines(line, width / look.size) for line in lines)
        tallest = max((int(extent.get("cy", 0)) / EMU_A_POINT for extent in element.iter(EXTENT)), default=0.0)
        height = look.leading or max(tallest, look.size)
        kept = look.keep_next or element.find(f"{W}pPr/{W}keepNext") is not None
        return Piece(lines=count, height=height, before=gap, after=look.after, frame=frame, keep_next=kept)

    def _rows(self, table: Element) -> Iterator[Piece]:
        """The rows of a table, none of which is cut in two."""
        left, right, rule = self._grids.get(_value(table.find(f"{W}tblPr/{W}tblStyle"), "val"), (0.0, 0.0, 0.0))
        repeated = 0.0
        for row in table.iter(f"{W}tr"):
            cells = (self._cell(cell, (left, right)) for cell in row.iter(f"{W}tc"))
            least = _number(row.find(f"{W}trPr/{W}trHeight"), "val") / TWIPS_A_POINT
            height = max([least, *cells]) + rule
            heading = row.find(f"{W}trPr/{W}tblHeader") is not None
            kept = row.find(f"{W}tc/{W}p/{W}pPr/{W}keepNext") is not None
            yield Piece(lines=1, height=height, keep_next=heading or kept, heading=repeated)
            repeated = height if heading else repeated

    def _cell(self, cell: Element, margins: tuple[float, float]) -> float:
        look = cell.find(f"{W}tcPr")
        assert look is not None  # wordml writes one in every cell
        sides = []
        for side, given in zip(("left", "right"), margins, strict=True):
            own = look.find(f"{W}tcMar/{W}{side}")
            sides.append(given if own is None else _number(own, "w") / TWIPS_A_POINT)
        top = _number(look.find(f"{W}tcMar/{W}top"), "w") / TWIPS_A_POINT
        width = _number(look.find(f"{W}tcW"), "w") / TWIPS_A_POINT - sum(sides)
        return top + room(self._paragraph(part, width) for part in cell.findall(f"{W}p"))


def _framed(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with the room of their frames, which neighbours share."""
    for frame, group in groupby(pieces, lambda piece: piece.frame):
        first, *rest = group
        *rest, last = (replace(first, before=first.before + frame), *rest)
        yield from (*rest, replace(last, after=last.after + frame))


def _read_looks(root: Element) -> dict[str, Look]:
    """The styles by id, what they inherit included; a parent stands before its children."""
    default = _look(root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr"), None, Look())
    looks: dict[str, Look] = {}
    for style in root.iter(f"{W}style"):
        parent = looks.get(_value(style.find(f"{W}basedOn"), "val"), default)
        looks[_value(style, "styleId")] = _look(style.find(f"{W}pPr"), style.find(f"{W}rPr"), parent)
    return looks


def _look(room: Element | None, letters: Element | None, parent: Look) -> Look:
    changes: dict[str, float | bool] = {}
    if room is not None:
        spacing, indent = room.find(f"{W}spacing"), room.find(f"{W}ind")
        for element, names in ((spacing, ("before", "after")), (indent, ("left", "right"))):
            for name in names:
                if element is not None and element.get(f"{W}{name}") is not None:
                    changes[name] = _number(element, name) / TWIPS_A_POINT
        if spacing is not None and spacing.get(f"{W}line") is not None:
            exact = spacing.get(f"{W}lineRule") == "exact"
            changes["leading"] = _number(spacing, "line") / TWIPS_A_POINT if exact else 0.0
        if room.find(f"{W}keepNext") is not None:
            changes["keep_next"] = True
    if letters is not None:
        if letters.find(f"{W}b") is not None:
            changes["bold"] = True
        if letters.find(f"{W}sz") is not None:
            changes["size"] = _number(letters.find(f"{W}sz"), "val") / 2
    return replace(parent, **changes)  # type: ignore[arg-type]  # each name above has its own type


def _grid(style: Element) -> tuple[float, float, float]:
    """A table style's inner margins at the left and the right of a cell, and the room of its rules, in pt."""
    margins = style.find(f"{W}tblPr/{W}tblCellMar")
    left, right = (
        0.0 if margins is None else _number(margins.find(f"{W}{side}"), "w") / TWIPS_A_POINT
        for side in ("left", "right")
    )
    return left, right, HAIRLINE if style.find(f"{W}tblPr/{W}tblBorders") is not None else 0.0


def _text(paragraph: Element) -> str:
    marks = {f"{W}tab": "\t", f"{W}br": "\n"}
    runs = (part for run in paragraph.iter(f"{W}r") for part in run)
    return "".join(marks.get(part.tag) or (part.text or "" if part.tag == f"{W}t" else "") for part in runs)


def _value(element: Element | None, name: str) -> str:
    return "" if element is None else element.get(f"{W}{name}", "")


def _number(element: Element | None, name: str) -> float:
    return float(_value(element, name) or 0)
