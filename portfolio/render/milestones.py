"""Milestones drawn below a calendar: a mark at the month, a line down to its words, in lanes that keep them apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from portfolio.model.blocks import MEASURE
from portfolio.model.charts import Milestone
from portfolio.render.drawing import Drawing, is_drawable

LANE = 4.4  # mm; a line of words
LONGEST = 95.0  # mm of words, so that no long name stands in the way of all others
GAP = 1.6  # mm between a milestone's line and its words
MARK = 1.4  # mm
HAIR, RULE = 0.1, 0.25  # mm


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    """The words of a milestone, beginning at `begin`, `wide` mm wide, beside its line at `x`."""

    x: float
    begin: float
    wide: float
    words: str

    def meets(self, other: _Label) -> bool:
        """Whether two in one lane come too near to each other."""
        first, last = (sorted((each.x, each.begin, each.begin + each.wide)) for each in (self, other))
        return first[0] < last[-1] + 2.0 and last[0] < first[-1] + 2.0

    def covers(self, x: float) -> bool:
        """Whether a line at x would run through the words."""
        return self.begin - 0.5 <= x <= self.begin + self.wide + 0.5


_Choice = tuple[_Label, ...]  # where a milestone's words may stand
_Placed = tuple[_Label, int]  # words with their lane, from 0


def draw_milestones(drawing: Drawing, milestones: Sequence[Milestone], pitch: float, top: float) -> float:
    """Milestones below a rule at `top`, months being `pitch` mm wide; the foot of it all in mm."""
    drawing.line(0, top, MEASURE, top, colour=drawing.theme.rule, thick=RULE)
    placed = _arranged([tuple(_labels(drawing, milestone, pitch)) for milestone in milestones])
    for label, lane in placed:
        drawing.line(label.x, top, label.x, _middle(top, lane) + 1.0, colour=drawing.theme.quiet, thick=HAIR)
    for label, lane in placed:
        middle = _middle(top, lane)
        drawing.rectangle(label.begin - 0.4, middle - LANE / 2 + 0.2, label.wide + 0.8, LANE - 0.4)
        drawing.text(label.begin, middle, label.words, anchor="start")
        drawing.rectangle(label.x - MARK / 2, top - MARK / 2, MARK, MARK, fill=drawing.theme.text)
    return top + LANE * (max(lane for _, lane in placed) + 1.5)


def beside(milestones: Sequence[Milestone]) -> tuple[Milestone, ...]:
    """Those whose words cannot be drawn, so that they have to stand below the drawing."""
    return tuple(milestone for milestone in milestones if not is_drawable(milestone.text))


def _middle(top: float, lane: int) -> float:
    return top + LANE * (lane + 0.85)


def _labels(drawing: Drawing, milestone: Milestone, pitch: float) -> Iterator[_Label]:
    """Where the words may stand beside the line: towards the middle first; cut where not all have room on any side."""
    x = pitch * (milestone.place + 0.5)
    said = f"{milestone.dated} · {milestone.text}" if is_drawable(milestone.text) else milestone.dated
    rooms = {True: MEASURE - x - GAP, False: x - GAP}
    words = drawing.fitted(said, min(LONGEST, max(rooms.values())))
    wide = drawing.width(words)
    for rightwards in sorted(rooms, key=lambda side: -rooms[side]):
        if wide <= rooms[rightwards]:
            yield _Label(x=x, begin=x + GAP if rightwards else x - GAP - wide, wide=wide, words=words)


def _arranged(milestones: Sequence[_Choice]) -> list[_Placed]:
    """The arrangement with the fewest lines through words, then the fewest lanes, of those that three orders give.

    From the right, from the middle to both ends, or the left half from the middle and then the right one.
    """
    orders: tuple[Callable[[_Choice], tuple[float, float]], ...] = (
        lambda labels: (0.0, -labels[0].x),
        lambda labels: (0.0, abs(labels[0].x - MEASURE / 2)),
        lambda labels: (0.0, -labels[0].x) if labels[0].begin > labels[0].x else (1.0, labels[0].x),
    )
    return min((_placed(sorted(milestones, key=order)) for order in orders), key=_untidiness)


def _untidiness(placed: Sequence[_Placed]) -> tuple[int, int]:
    return sum(_crossings(label, lane, placed) for label, lane in placed), max(lane for _, lane in placed)


def _placed(milestones: Sequence[_Choice]) -> list[_Placed]:
    """Each in turn where it crosses the fewest lines and words, then in the highest lane, then towards the middle.

    The lines of those that come later are counted, for they are likely to lead further down.
    """
    placed: list[_Placed] = []
    for place, labels in enumerate(milestones, start=1):
        lanes = 1 + max((lane for _, lane in placed), default=-1)
        later = [labels[0].x for labels in milestones[place:]]
        _, lane, side = min(
            (_crossings(label, lane, placed) + sum(map(label.covers, later)), lane, side)
            for side, label in enumerate(labels)
            for lane in range(lanes + 1)
            if not any(label.meets(other) for other, taken in placed if taken == lane)
        )
        placed.append((labels[side], lane))
    return placed


def _crossings(label: _Label, lane: int, placed: Sequence[_Placed]) -> int:
    """How many words a milestone's line would run through, and how many lines through its words."""
    return sum(
        other.covers(label.x) if taken < lane else label.covers(other.x) if taken > lane else False
        for other, taken in placed
    )
