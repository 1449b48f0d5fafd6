"""Where all of a mission poster stands on a sheet of any size, and how large it is set.

Upright, school and mission stand on white above the five pillars, which are bands across the sheet; on a sheet that is
about as broad as high, or broader, they have a column beside them. Everything grows until the sheet is filled.
Lengths in mm, sizes of type in pt.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import NamedTuple

from portfolio.model.box import Box
from portfolio.model.face import PT
from portfolio.model.sheet import MissionPoster
from portfolio.render.mission_parts import ASIDE, Band, Parts, Sizes, Tightness
from portfolio.visibility.frame import Frame

SPLITS = (0.42, 0.46, 0.38, 0.5, 0.54, 0.555)  # of the width: the column of school and mission, the best first
WHOLE = (1.0,)  # no second column
LETTERS = 26  # em that a line has at the least, where type is larger than it must be
# The name's size by its least one, as the text grows, and in how many lines it then stands at the most.
NAMES = ((2.4, 1), (2.0, 1), (1.6, 2), (1.3, 3), (1.0, 99))
# A large name goes before roomy texts, but not before glyphs.
ORDER = (
    *product((Tightness.ROOMY, Tightness.CLOSE), NAMES[:-1]),
    *product((Tightness.ROOMY, Tightness.CLOSE), NAMES[-1:]),
    *product((Tightness.TIGHT,), NAMES),
)
LARGEST_NAME = 7.0  # by the text's size
NEAR = 1.8  # margins that the first of two columns keeps free at its sides
_STEPS = 6  # halvings in which the text's size is found


@dataclass(frozen=True, slots=True, kw_only=True)
class MissionLayout:
    """Every text's place: `at` by name those of which there is one.

    `room` is what is left for gaps and for bands; below nothing when not all has room.
    """

    sizes: Sizes
    room: tuple[float, float]
    at: Mapping[str, Box]
    logos: tuple[Box, ...]
    mission: tuple[Box, ...]
    bands: tuple[Band, ...]

    @property
    def fits(self) -> bool:
        """Whether all has room."""
        return min(self.room) >= 0

    @property
    def over(self) -> bool:
        """Whether the mission's title is a small line above its text."""
        return self.sizes.split < 1 or self.sizes.tight is Tightness.TIGHT

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Every place of a text or mark."""
        pillars = (box for band in self.bands for box in (band.number, band.glyph, band.words) if box)
        return (*self.at.values(), *self.logos, *pillars)


def choose_mission_layout(frame: Frame, poster: MissionPoster) -> MissionLayout:
    """The layout with the largest type that the sheet has room for; that with the least when it has not even for that.

    First the text grows, with a name that is large beside it if there is room for such a one, then the name. No word of
    the name is broken that has room in any composition.
    """
    search = _Search(frame, poster)
    ways = (SPLITS, WHOLE) if frame.broad else (WHOLE,)
    for broken in (False, True):
        for splits, (tight, (names, lines)) in product(ways, ORDER):
            if found := search.largest(_Way(names, lines, splits, tight, broken)):
                return search.filled(found)
    return search.place(search.sizes(1.0, 1.0, ways[-1][0], Tightness.TIGHT), drawn=True)


class _Way(NamedTuple):
    """How a poster is tried: with a name of so many times its least size, in so many lines at the most.

    `splits` are the shares of the first column, `broken` whether words of the name may be.
    """

    names: float
    lines: int
    splits: tuple[float, ...]
    tight: Tightness
    broken: bool


class _Search:
    """Tries sizes on a sheet."""

    def __init__(self, frame: Frame, poster: MissionPoster) -> None:
        self.frame, self.poster = frame, poster

    def sizes(self, scale: float, names: float, split: float, tight: Tightness) -> Sizes:
        """Sizes by the least that can be read from where the sheet is read."""
        return Sizes(scale=scale, name=self.frame.reading.title * scale * names, split=split, tight=tight)

    def largest(self, way: _Way) -> Sizes | None:
        """The sizes of the largest text that has room when it is tried in a way; None for none."""
        found = self._fitting(1.0, way)
        low, high = 1.0, 1.0 if way.tight else self._most(way)
        if not found or high <= low:
            return found
        for _ in range(_STEPS):
            middle = (low + high) / 2
            if better := self._fitting(middle, way):
                found, low = better, middle
            else:
                high = middle
        return found

    def filled(self, sizes: Sizes) -> MissionLayout:
        """The layout with the name as large as is left, and then everything given room."""
        largest, lines = LARGEST_NAME * sizes.scale * self.frame.reading.body, self._lines(sizes)
        while (larger := replace(sizes, name=sizes.name * 1.06)).name <= largest:
            if self._lines(larger) > lines or not self._holds(larger, broken=False):
                break
            sizes = larger
        gaps, _ = self.place(sizes).room
        return self.place(replace(sizes, gaps=gaps), drawn=True)

    def place(self, sizes: Sizes, *, drawn: bool = False) -> MissionLayout:
        """Every text's place; those of the bands only if it is to be `drawn`."""
        compose = _upright if sizes.split == 1 else _broad
        return compose(Parts(self.frame, self.poster, sizes), drawn)

    def _most(self, way: _Way) -> float:
        """How much the text may grow before its lines are too short."""
        width = self.frame.width * (1 if way.splits is WHOLE else 1 - way.splits[0])
        return (width - 2 * self.frame.margin - ASIDE * self.frame.unit) / (LETTERS * self.frame.reading.body * PT)

    def _fitting(self, scale: float, way: _Way) -> Sizes | None:
        tried = (self.sizes(scale, way.names, split, way.tight) for split in way.splits)
        fair = (sizes for sizes in tried if self._lines(sizes) <= way.lines)
        return next((sizes for sizes in fair if self._holds(sizes, broken=way.broken)), None)

    def _lines(self, sizes: Sizes) -> int:
        """In how many lines the name stands."""
        return self.frame.lettering.lines(self.poster.school, sizes.name, self._measure(sizes), bold=True)

    def _measure(self, sizes: Sizes) -> float:
        """How wide the name may be."""
        margin = Parts(self.frame, self.poster, sizes).margin
        return self.frame.width * sizes.split - margin * (2 if sizes.split == 1 else NEAR)

    def _holds(self, sizes: Sizes, *, broken: bool) -> bool:
        """Whether all has room, and no word of the name is broken unless it may be."""
        widest = self.frame.lettering.widest(self.poster.school, bold=True) * sizes.name * PT
        return (broken or widest <= self._measure(sizes)) and self.place(sizes).fits


def _upright(parts: Parts, drawn: bool) -> MissionLayout:
    """School, label and marks; the mission beside its title; the pillars to the sheet's foot, or to the small print."""
    frame, sizes, margin = parts.frame, parts.sizes, parts.margin
    measure = frame.width - 2 * margin
    column = measure - parts.aside

    foot = parts.stack(margin, frame.height, measure)
    small_print = parts.disclaim(foot)
    below = foot.top - frame.height + 2 * parts.sill if small_print else 0.0
    ends = 0.0, 0.0 if small_print else parts.plinth

    head = parts.stack(margin, parts.head_room, measure)
    school = head.add(parts.poster.school, sizes.name, parts.name_leading, bold=True, balanced=True)
    marks, begin = parts.marks(measure), head.top
    gap = parts.gap + 0.25 * sizes.gaps
    beside = bool(marks.width) and parts.label_width + marks.width + 2 * frame.clear <= measure
    if beside:
        head.width -= marks.width + 2 * frame.clear
    at = parts.introduce(head)
    if beside:
        high = max(
            marks.height + 2 * max(1.12 * frame.clear - gap, 0.0), head.top - begin
        )  # letters reach below a line
        left, top = margin + measure - marks.width, begin + gap + (high - marks.height) / 2
        at = {name: box.moved(down=gap + (high - head.top + begin) / 2) for name, box in at.items()}
        bottom = begin + gap + high + gap + (0.0 if parts.narrow else parts.em)
    else:
        left, top = margin, head.top + frame.clear + gap
        bottom = top + marks.height + frame.clear + gap if marks.width else head.top + 2 * gap + parts.em
    at |= {"school": school} if school else {}
    logos, lockup = marks.placed(left, top, measure if not beside else marks.width)

    heading, told = parts.stack(margin, bottom, parts.aside * 0.88), parts.stack(margin + parts.aside, bottom, column)
    if parts.narrow:
        heading.width = measure
        told = parts.stack(margin, bottom, measure)
    at |= parts.head(heading, beside=not parts.narrow)
    if parts.narrow:
        told.top = heading.top
    words, mission = parts.tell(told)
    top = max(heading.top, told.top) + (0.8 if parts.narrow else 1.2) * parts.em + 0.25 * sizes.gaps

    spare = frame.height - below - top - parts.bands_height(column, ends)
    field = Box(left=0.0, top=top, width=frame.width, height=frame.height - below - top)
    small_print = {name: box.moved(down=parts.sill - below) for name, box in small_print.items()}
    return MissionLayout(
        sizes=sizes,
        room=(0.45 * spare, 0.55 * spare),
        at=at | lockup | words | small_print,
        logos=logos,
        mission=mission,
        bands=parts.bands(field, margin, column, ends) if drawn else (),
    )


def _broad(parts: Parts, drawn: bool) -> MissionLayout:
    """School, label and mission in a column with the marks at its foot; the pillars beside it, to the sheet's edges."""
    frame, sizes, margin = parts.frame, parts.sizes, parts.margin
    across = frame.width * sizes.split
    measure = across - NEAR * margin
    left = across + 0.8 * margin
    column = frame.width - left - margin - parts.aside
    ends = parts.plinth + (frame.strip if parts.poster.watermark else 0.0), parts.plinth

    foot = parts.stack(margin, 0.0, measure)
    marks = parts.marks(measure)
    logos, lockup = marks.placed(margin, 0.0, measure)
    foot.top = marks.height + frame.clear if marks.width else 0.0
    small_print = parts.disclaim(foot)
    high = foot.top if small_print else marks.height
    down = frame.height - 0.85 * margin - high

    stack = parts.stack(margin, parts.head_room, measure)
    school = stack.add(parts.poster.school, sizes.name, parts.name_leading, bold=True, balanced=True)
    at = parts.introduce(stack)
    stack.top += (0.6 if parts.narrow else 1.5) * parts.em + 0.5 * sizes.gaps
    at |= ({"school": school} if school else {}) | parts.head(stack, beside=False)
    stack.top += 0.3 * parts.gap
    words, mission = parts.tell(stack)

    free = down - stack.top - (frame.clear if high else 0.0)
    bands = frame.height - parts.bands_height(column, ends)
    field = Box(left=across, top=0.0, width=frame.width - across, height=frame.height)
    moved = {name: box.moved(down=down) for name, box in (lockup | small_print).items()}
    return MissionLayout(
        sizes=sizes,
        room=(0.7 * free, bands),
        at=at | words | moved,
        logos=tuple(box.moved(down=down) for box in logos),
        mission=mission,
        bands=parts.bands(field, left, column, ends) if drawn else (),
    )
