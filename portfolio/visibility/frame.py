"""What all posters have in common, whatever their size: margins, least sizes, and the row of logos and EU emblem.

Everything is reckoned in units that grow with the sheet, so that posters of one kind look alike on A4 and on a roll-up.
Lengths in mm, sizes of type in pt.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cached_property
from math import ceil

from portfolio.model.box import Box
from portfolio.model.lettering import Lettering
from portfolio.model.lockup import Arrangement, Lockup
from portfolio.model.papersize import PAPERS, Reading, reading_of
from portfolio.model.sheet import PageGeometry
from portfolio.visibility.emblem import WIDTH, find_variant
from portfolio.visibility.layout import CLEAR, LEAST_MM, PROMINENT, LockupLayout, lay_out

BROAD = 0.95  # a sheet that is broader than this share of its height has two columns
LOGO = 0.94  # of the flag's height and width a logo has at the most
_A3 = PAPERS["A3"]
_EDGE = 0.05  # nearer to the sheet's edge than this is at it


@dataclass(frozen=True, kw_only=True)
class Frame:
    """A sheet to be filled: what of it may be read, and how large things are on it at the least.

    `wanted` is its lock-up as the school has it, `shapes` are its logos' widths by their heights. `leftwards`: its
    language is written from the right.
    """

    geometry: PageGeometry
    lettering: Lettering
    wanted: Lockup | None = None
    shapes: tuple[float, ...] = ()
    leftwards: bool = False

    @property
    def width(self) -> float:
        """The sheet's width."""
        return self.geometry.width

    @property
    def height(self) -> float:
        """What is seen of the sheet's height: all but what a stand hides."""
        return self.geometry.height - self.geometry.hidden

    @property
    def broad(self) -> bool:
        """Whether it is composed in two columns."""
        return self.width > BROAD * self.height

    @property
    def unit(self) -> float:
        """How much larger than on A3 what has no other measure is."""
        shorter, longer = sorted((self.width, self.height))
        return min(shorter / _A3[0], longer / _A3[1])

    @property
    def margin(self) -> float:
        """From the sheet's edge to what is read."""
        return max(self.geometry.safe_margin + 3, 18 * self.unit)

    @property
    def measure(self) -> float:
        """Between the margins."""
        return self.width - 2 * self.margin

    @property
    def gap(self) -> float:
        """Between what stands beside or below each other."""
        return 0.6 * self.margin

    @property
    def head(self) -> float:
        """From the sheet's upper edge to what is read."""
        return 0.85 * self.margin

    @property
    def strip(self) -> float:
        """The height of a draft's strip, above all that is read."""
        return 0.5 * self.margin

    @cached_property
    def reading(self) -> Reading:
        """The least sizes of type."""
        return reading_of(self.geometry.width, self.geometry.height)

    @property
    def prominent(self) -> float:
        """The height of the flag in whole mm: A4 12, A3 17, A2 24, A1 34, A0 48, roll-up 80."""
        return max(LEAST_MM, ceil(PROMINENT * max(self.geometry.width, self.geometry.height)))

    @cached_property
    def emblem(self) -> float:
        """The height that the flag has here: less where the lock-up would be broader than the sheet."""
        return max(LEAST_MM, min(self.prominent, self.measure / self.layout.width)) if self.layout else self.prominent

    @property
    def clear(self) -> float:
        """What is kept clear round the flag."""
        return CLEAR * self.emblem

    @cached_property
    def lockup(self) -> Lockup | None:
        """The lock-up as it stands here: its statement below the flag where beside it there is no room."""
        wanted = self.wanted
        if not wanted or wanted.artwork or self._lay_out(wanted).width * self.prominent <= self.measure:
            return wanted
        return replace(wanted, arrangement=Arrangement.BELOW)

    @cached_property
    def layout(self) -> LockupLayout | None:
        """It in units of its flag."""
        return self._lay_out(self.lockup) if self.lockup else None

    def _lay_out(self, lockup: Lockup) -> LockupLayout:
        return lay_out(lockup, self.lettering.faces.statement.width, find_variant(lockup.ink))

    def to_edge(self, box: Box) -> Box:
        """A box that ends at edges of the sheet, led on into the bleed there, and at its foot into what is hidden."""
        bleed, sheet = self.geometry.bleed, self.geometry
        left = 0.0 - bleed if box.left <= 0 else box.left
        top = 0.0 - bleed if box.top <= 0 else box.top
        right = sheet.width + bleed if box.right >= sheet.width - _EDGE else box.right
        bottom = sheet.height + bleed if box.bottom >= self.height - _EDGE else box.bottom
        return Box(left=left, top=top, width=right - left, height=bottom - top)


class Parted(Enum):
    """Which of logos and lock-up are to be arranged, where they do not stand together."""

    NOT = auto()
    LOGOS = auto()
    LOCKUP = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Logos and lock-up in a measure from 0, 0: beside each other where both have room, else the logos above.

    No logo is higher than the flag, nor wider (Regulation (EU) 2021/1060, Annex IX, point 1.7, asks for less).
    `height` is without what is kept clear outside.
    """

    logos: tuple[Box, ...]
    lockup: Box | None
    width: float
    height: float

    def placed(self, left: float, top: float, measure: float) -> tuple[tuple[Box, ...], dict[str, Box]]:
        """Logos and lock-up in a measure that begins at a place: there the lock-up ends, the logos begin."""
        lockup = self.lockup.moved(right=left, down=top) if self.lockup else None
        if lockup and self.logos:
            lockup = replace(lockup, left=left + measure - lockup.width)
        logos = tuple(box.moved(right=left, down=top) for box in self.logos)
        return logos, {"lockup": lockup} if lockup else {}


def arrange_marks(
    frame: Frame, measure: float, least: float = 0.9, *, logo: float = LOGO, parted: Parted = Parted.NOT
) -> Marks:
    """The frame's logos, and its lock-up, in a measure; beside each other the lock-up ends at the right.

    To stand beside it logos are made smaller, down to `least` of the size that they may have: `logo` of the flag's.
    """
    flag, clear = frame.emblem, frame.clear
    layout = frame.layout if parted is not Parted.LOGOS else None
    shapes = frame.shapes if parted is not Parted.LOCKUP else ()
    across, high = (layout.width * flag, layout.height * flag) if layout else (0.0, 0.0)
    sides = [(width := min(WIDTH, shape) * logo * flag, width / shape) for shape in shapes]
    gaps = clear * max(len(sides) - 1, 0)
    widths = sum(width for width, _ in sides)
    rest = measure - gaps - 2 * clear - across
    beside = not (layout and sides) or rest >= least * widths
    smaller = min(1.0, (rest if beside and layout else measure - gaps) / widths) if sides else 1.0
    row = smaller * widths + gaps
    tall = smaller * max((height for _, height in sides), default=0.0)
    height = max(tall, high) if beside else tall + clear + high
    middle, logos, left = (height if beside else tall) / 2, [], 0.0
    for width, side in sides:
        logos.append(Box(left=left, top=middle - smaller * side / 2, width=smaller * width, height=smaller * side))
        left += smaller * width + clear
    if not layout:
        return Marks(logos=tuple(logos), lockup=None, width=row, height=height)
    if beside and sides:
        lockup = Box(left=row + 2 * clear, top=(height - high) / 2, width=across, height=high)
    else:
        lockup = Box(left=0.0, top=height - high, width=across, height=high)
    return Marks(logos=tuple(logos), lockup=lockup, width=max(row, lockup.right), height=height)
