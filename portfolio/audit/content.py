"""The content of a PDF's page as it is painted: paths, pictures, figures and letters, the current matrix applied.

Only what marks are asked of is followed: patterns, shadings and masks are not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from portfolio.audit.letters import Letters, read_letters
from portfolio.audit.resources import within
from portfolio.audit.setting import OPERATORS, Pen, Setting
from portfolio.files.picture import PictureFault
from portfolio.model.marks import (
    Box,
    Colour,
    DrawingMark,
    Outline,
    PictureMark,
    Point,
    SeenFlag,
    Shape,
    TextMark,
    box_of,
)

if TYPE_CHECKING:
    from pikepdf import Matrix

Mark = Shape | PictureMark | DrawingMark | TextMark
Told = Callable[[int], str]  # the alternative text of a figure by its number on the page
# The EU's flag in a picture that stands in a box; raises PictureFault where it cannot be decoded.
See = Callable[[Any, Box], SeenFlag | None]

_DEEPEST = 12  # drawings inside drawings
_MOST = 1_000_000  # operators of a file: drawings that are painted in drawings can add up without end
_BLACK: Colour = (0.0,)
_FILLED, _STROKED = frozenset({"f", "F", "f*", "B", "B*", "b", "b*"}), frozenset({"S", "s", "B", "B*", "b", "b*"})
_PAINTED = _FILLED | _STROKED | {"n"}


class State(NamedTuple):  # a data class takes twice as long to copy, which each operator may do
    """What `q` keeps: the matrix, what is not cut off, the colours, and how letters are set."""

    matrix: Matrix
    clip: Box
    fill: Colour = _BLACK
    stroke: Colour = _BLACK
    setting: Setting = Setting()


class Content:
    """Reads the pages of a file, its fonts once; `see` looks into its pictures, None: nobody does."""

    def __init__(self, see: See | None) -> None:
        self._see = see
        self._fonts: dict[tuple[int, int], Letters] = {}
        self._followed = 0

    def marks(self, page: Any, state: State, told: Told) -> Iterator[Mark]:
        """All that is painted on a page, the lowest first; the matrix of `state` leads to mm from its top left."""
        yield from _Reader(self, within(page.obj, "/Resources"), told, 0).read(page, state)

    def count(self) -> None:
        """Counts an operator that is followed; raises ValueError for one too many."""
        self._followed += 1
        if self._followed > _MOST:
            raise ValueError("more operators than a page that people made has")

    def picture(self, thing: Any, state: State) -> PictureMark:
        """A picture that fills the unit square."""
        whole = _unit(state.matrix)
        pixels = int(within(thing, "/Width") or 0), int(within(thing, "/Height") or 0)
        mark = PictureMark(box=whole.cut(state.clip), pixels=pixels)
        if self._see is None:
            return mark
        try:
            return replace(mark, seen=self._see(thing, whole))
        except PictureFault:
            return replace(mark, unread=True)

    def font(self, resources: Any, name: str) -> Letters | None:
        """The font of a name, None where there is none."""
        font = within(resources, "/Font", name)
        if font is None or not font.is_indirect:
            return None if font is None else read_letters(font)
        if font.objgen not in self._fonts:
            self._fonts[font.objgen] = read_letters(font)
        return self._fonts[font.objgen]


class _Reader:
    """Reads one stream: a page's, or that of a drawing which is painted on it."""

    def __init__(self, content: Content, resources: Any, told: Told, depth: int) -> None:
        self._content, self._resources, self._told, self._depth = content, resources, told, depth
        self._spaces: dict[str, int] = {}
        self._path = _Path()
        self._cuts = False

    def read(self, stream: Any, state: State) -> Iterator[Mark]:
        """What is painted, from a state on."""
        from pikepdf import Matrix, parse_content_stream

        kept: list[State] = []
        pen = Pen(lambda name: self._content.font(self._resources, name))
        for instruction in parse_content_stream(stream):
            self._content.count()
            operands, name = list(instruction.operands), str(instruction.operator)
            if name in OPERATORS:
                setting, parts = pen.follow(name, operands, state.setting)
                state = state._replace(setting=setting)
                yield from pen.show(parts, setting, state.fill, state.matrix) if parts else ()
            elif name in _PAINTED:
                yield from self._paint(name, state)
                if self._cuts and self._path.points:
                    state = state._replace(clip=state.clip.cut(box_of(self._path.points)))
                self._path, self._cuts = _Path(), False
            else:
                match name:
                    case "m" | "l" | "c" | "v" | "y" | "h" | "re":
                        self._path.draw(name, tuple(map(float, operands)), state.matrix)
                    case "q":
                        kept.append(state)
                    case "Q" if kept:
                        state = kept.pop()
                    case "cm":
                        state = state._replace(matrix=Matrix(*map(float, operands)) @ state.matrix)
                    case "W" | "W*":
                        self._cuts = True
                    case "g" | "rg" | "k":
                        state = state._replace(fill=tuple(map(float, operands)))
                    case "G" | "RG" | "K":
                        state = state._replace(stroke=tuple(map(float, operands)))
                    case "cs" | "CS":
                        self._spaces[name] = self._parts_of(operands[0])
                    case "sc" | "scn":
                        state = state._replace(fill=_colour(operands, self._spaces.get("cs", 0)))
                    case "SC" | "SCN":
                        state = state._replace(stroke=_colour(operands, self._spaces.get("CS", 0)))
                    case "BDC" if str(operands[0]) == "/Figure":
                        number = within(operands[1], "/MCID")
                        said = "" if number is None else self._told(int(number))
                        yield DrawingMark(box=state.clip, alternative=said)
                    case "Do":
                        yield from self._place(within(self._resources, "/XObject", str(operands[0])), state)

    def _paint(self, name: str, state: State) -> Iterator[Shape]:
        if self._path.points and name != "n":
            box = box_of(self._path.points).cut(state.clip)
            yield Shape(
                fill=state.fill if name in _FILLED else None,
                stroke=state.stroke if name in _STROKED else None,
                outlines=self._path.polygons,
                box=box,
            )

    def _place(self, thing: Any, state: State) -> Iterator[Mark]:
        """A picture, or what is painted in a drawing."""
        from pikepdf import Matrix

        if within(thing, "/Subtype") == "/Image":
            yield self._content.picture(thing, state)
        elif within(thing, "/Subtype") == "/Form" and self._depth < _DEEPEST:
            own = within(thing, "/Matrix")
            matrix = (Matrix(*map(float, own)) if own is not None else Matrix()) @ state.matrix
            left, low, right, high = map(float, within(thing, "/BBox"))
            corners = (matrix.transform(corner) for corner in ((left, low), (right, low), (right, high), (left, high)))
            inner = state._replace(matrix=matrix, clip=state.clip.cut(box_of(corners)))
            resources = within(thing, "/Resources")
            reader = _Reader(
                self._content, self._resources if resources is None else resources, self._told, self._depth + 1
            )
            yield from reader.read(thing, inner)

    def _parts_of(self, space: Any) -> int:
        """How many numbers tell a colour of a space that is grey, red-green-blue or for four inks; 0 for others."""
        direct = {"/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4}
        if str(space) in direct:
            return direct[str(space)]
        given = within(self._resources, "/ColorSpace", str(space))
        is_profile = given is not None and len(given) > 1 and str(given[0]) == "/ICCBased"
        return int(within(given[1], "/N") or 0) if is_profile else 0


class _Path:
    """A path that is drawn, on the page: every point, and its polygons."""

    def __init__(self) -> None:
        self.points: list[Point] = []
        self._outlines: list[list[Point]] = []
        self._curved: set[int] = set()

    def draw(self, name: str, numbers: tuple[float, ...], matrix: Matrix) -> None:
        """Takes an operator that draws."""
        if name == "re":
            x, y, width, height = numbers
            corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
            self._outlines.append([matrix.transform(corner) for corner in corners])
            self.points += self._outlines[-1]
            return
        points = [matrix.transform(pair) for pair in zip(numbers[::2], numbers[1::2], strict=True)]
        self.points += points
        if name == "m":
            self._outlines.append(points)
        elif self._outlines and points:
            self._outlines[-1].append(points[-1])
            if name != "l":
                self._curved.add(len(self._outlines) - 1)

    @property
    def polygons(self) -> tuple[Outline, ...]:
        """Its outlines without curves and with an area, each corner once."""
        straight = (each for place, each in enumerate(self._outlines) if place not in self._curved)
        closed = (each[:-1] if len(each) > 1 and _near(each[0], each[-1]) else each for each in straight)
        return tuple(tuple(each) for each in closed if len(each) > 2)


def _near(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < 1e-3 and abs(one[1] - other[1]) < 1e-3


def _unit(matrix: Matrix) -> Box:
    """Where a picture stands, which fills the unit square."""
    return box_of(matrix.transform(corner) for corner in ((0, 0), (1, 0), (1, 1), (0, 1)))


def _colour(operands: Sequence[Any], parts: int) -> Colour:
    """A colour of a space with so many parts, () where it is of another kind."""
    return tuple(map(float, operands)) if len(operands) == parts else ()
