"""The page in front of a poster's tiles: where its picture with the grid stands, how large, and what beside it.

Lengths in mm, sizes of type in pt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portfolio.model.face import PT, Face
from portfolio.model.papersize import Size
from portfolio.render.tile_layout import Tiling

LEFT, WIDTH = 15.0, 180.0  # between the plan's margins
HEAD, BELOW_HEAD = 20.0, 17.0  # above the title; from its foot to the picture
FOOT = 234.0  # where the box with the line to measure begins, less some room
UPRIGHT = 94.0  # the breadth of a picture that is higher than broad, the steps beside it
BROAD = 84.0  # the height of one that is broader, the steps below it
APART = 9.0
KEY = 56.0  # the longer side of the sheet that shows what the marks mean
CONTROL = 100.0  # the line that somebody measures
TITLES = (20.0, 17.0, 14.0, 12.0, 10.0)
TITLE_ROOM = 24.0
TITLE_LEADING = 1.15
SMALLEST_CHIP, LARGEST_CHIP = 4.0, 9.0
_BROAD_CHIP, _HIGH_CHIP = 3.2, 2.0  # what a label needs of its cell, in em

Rectangle = tuple[float, float, float, float]  # left, top, width, height


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Where things stand on the page; `scale` is that of the poster in `picture`, `chip` the size of the labels there.

    `steps` are told from a point on, in a breadth. `key` is the size of the sheet with the marks, which stands `beside`
    the steps or below them.
    """

    head: float
    title: float
    leading: float
    picture: Rectangle
    scale: float
    steps: tuple[float, float, float]
    key: Size
    beside: bool
    chip: float
    control: float

    def seams(self, tiling: Tiling) -> Iterator[Rectangle]:
        """Where one sheet's edge lies on the next, as a line in the picture."""
        across, down = tiling.pitch
        _, _, width, height = self.picture
        for column in range(1, tiling.columns):
            yield column * across * self.scale, 0.0, 0.0, height
        for row in range(1, tiling.rows):
            yield 0.0, row * down * self.scale, width, 0.0

    def chips(self, tiling: Tiling) -> Iterator[tuple[str, float, float]]:
        """The label of each sheet with the middle of what is seen of it in the picture."""
        across, down = tiling.pitch
        for tile in tiling.tiles:
            x, y = tile.part
            wide = across if tile.right else tile.size[0]
            high = down if tile.lower else tile.size[1]
            yield tile.label, (x + wide / 2) * self.scale, (y + high / 2) * self.scale


def lay_plan(tiling: Tiling, title: str, bold: Face) -> Plan:
    """The plan of a tiling, its title as large as there is room for."""
    heights = {size: bold.height(title, size, TITLE_LEADING, WIDTH) for size in TITLES}
    size = next((size for size, height in heights.items() if height <= TITLE_ROOM), TITLES[-1])
    top = HEAD + heights[size] + BELOW_HEAD
    broad = tiling.width > tiling.height * 1.15
    room = (WIDTH, BROAD) if broad else (UPRIGHT, FOOT - top)
    scale = min(1.0, room[0] / tiling.width, room[1] / tiling.height)
    width, height = tiling.width * scale, tiling.height * scale
    shrunk = KEY / max(tiling.sheet)
    key = tiling.sheet[0] * shrunk, tiling.sheet[1] * shrunk
    beside = LEFT + width + APART
    cell = min(tiling.pitch[0] / _BROAD_CHIP, tiling.pitch[1] / _HIGH_CHIP) * scale / PT
    return Plan(
        head=HEAD,
        title=size,
        leading=TITLE_LEADING,
        picture=(LEFT, top, width, height),
        scale=scale,
        steps=(LEFT, top + height + APART, WIDTH - key[0] - APART) if broad else (beside, top, LEFT + WIDTH - beside),
        key=key,
        beside=broad,
        chip=max(SMALLEST_CHIP, min(LARGEST_CHIP, cell)),
        control=CONTROL,
    )
