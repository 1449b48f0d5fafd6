"""What stands on the pages of a written file, before anybody judges it. Lengths in mm from a page's top left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import hypot

Point = tuple[float, float]
Outline = tuple[Point, ...]
# One number is grey, three are red, green and blue, four cyan, magenta, yellow and black, each from 0 to 1; none is
# known of a pattern or a spot colour.
Colour = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle; `top` is less than `bottom`."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def area(self) -> float:
        """In mm²."""
        return self.width * self.height

    def grown(self, by: float) -> Box:
        """With a margin round it; a negative one takes away."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def moved(self, across: float, down: float) -> Box:
        """In another place."""
        return Box(self.left + across, self.top + down, self.right + across, self.bottom + down)

    def holds(self, other: Box) -> bool:
        """Whether another one lies inside, or is the same."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )

    def meets(self, other: Box) -> bool:
        """Whether they have a place in common."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def cut(self, other: Box) -> Box:
        """What they have in common; without area where that is nothing."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        return Box(left, top, max(left, min(self.right, other.right)), max(top, min(self.bottom, other.bottom)))

    def far_from(self, other: Box) -> float:
        """How wide the gap between them is, 0 where they meet."""
        across = max(other.left - self.right, self.left - other.right, 0.0)
        down = max(other.top - self.bottom, self.top - other.bottom, 0.0)
        return hypot(across, down)


def box_of(points: Iterable[Point]) -> Box:
    """What holds all of some points, of which there is at least one."""
    across, down = zip(*points, strict=True)
    return Box(min(across), min(down), max(across), max(down))


def box_round(boxes: Iterable[Box]) -> Box:
    """What holds all of some boxes, of which there is at least one."""
    return box_of(point for box in boxes for point in ((box.left, box.top), (box.right, box.bottom)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A painted path with its colours, None where it is not filled or has no line, and what is seen of it.

    `outlines` are its polygons; those with curves in them are left out.
    """

    fill: Colour | None
    stroke: Colour | None
    outlines: tuple[Outline, ...]
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Star:
    """A star with five points: its tips, and the corners between them, () where its edges cross there."""

    tips: Outline
    hollows: Outline = ()

    @property
    def centre(self) -> Point:
        """The middle of its tips."""
        across, down = zip(*self.tips, strict=True)
        return sum(across) / len(across), sum(down) / len(down)


@dataclass(frozen=True, slots=True, kw_only=True)
class EmblemMark:
    """Something drawn that looks like the EU emblem: at least eight equal stars, mostly in a field.

    `field` has its four corners, () where there is none; `colour` is None where it is not filled. `edge` is the box
    with the border outside the field, else the field's. `ground` is what colour lies below all, None for bare paper.
    """

    field: Outline
    colour: Colour | None
    stars: tuple[Star, ...]
    star_colour: Colour
    edge: Box
    ground: Colour | None = None

    @property
    def box(self) -> Box:
        """The flag, or where there is no field its stars."""
        return box_of(self.field or (tip for star in self.stars for tip in star.tips))

    @property
    def bordered(self) -> bool:
        """Whether there is a border outside the field."""
        return self.edge != self.box


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenFlag:
    """A flag of the EU as it is seen in a picture.

    `colours` are those of field and stars, and `stars` how many there are: None and 0 where pixels do not tell them
    exactly, for there are too few of them or they were squeezed with loss.
    """

    box: Box
    colours: tuple[Colour, Colour] | None = None
    stars: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureMark:
    """A picture with its width and height in px. `seen` is the EU's flag in it, if somebody looked.

    `unread`: somebody looked, and could not decode it.
    """

    box: Box
    pixels: tuple[int, int]
    seen: SeenFlag | None = None
    unread: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawingMark:
    """A drawing that is tagged as a figure, with what is read out for it."""

    box: Box
    alternative: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMark:
    """Letters that are set in one go; `size` is that of the type, `font` the typeface's name in the file."""

    text: str
    font: str
    size: float
    slanted: bool
    colour: Colour
    box: Box
    baseline: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMarks:
    """A page; what is painted first stands first. `number` counts from 1, `text` is all that can be read on it."""

    number: int
    width: float
    height: float
    text: str = ""
    emblems: tuple[EmblemMark, ...] = ()
    pictures: tuple[PictureMark, ...] = ()
    drawings: tuple[DrawingMark, ...] = ()
    texts: tuple[TextMark, ...] = ()
    shapes: tuple[Shape, ...] = ()

    @property
    def longer_side(self) -> float:
        """Of the trimmed page."""
        return max(self.width, self.height)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMarks:
    """The pages of a file that were looked at."""

    pages: tuple[PageMarks, ...]

    @property
    def text(self) -> str:
        """All that can be read on them."""
        return "\n".join(page.text for page in self.pages)

    @property
    def emblems(self) -> Iterator[tuple[PageMarks, EmblemMark]]:
        """Every drawn emblem with its page."""
        return ((page, emblem) for page in self.pages for emblem in page.emblems)
