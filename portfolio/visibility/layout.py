"""How a lock-up is set: the flag, its statement in lines, and how much room they take. All lengths in units of H.

As measured in the Commission's own files for English: type of about 0.34, a gap of 0.2, two lines. What no rule gives
a number for is our own choice: clear space, leading, the gap between two languages, that lines below are centred.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from portfolio.i18n import is_right_to_left
from portfolio.model.lockup import Arrangement, Lockup
from portfolio.visibility.emblem import BORDER, COLOUR, WIDTH, Variant

TYPE, SMALLEST_TYPE = 0.33, 0.25
LEADING = 1.2
GAP = 0.2  # between flag and statement
APART = 0.5  # between two languages side by side
BROADEST = 1.5 * WIDTH  # of a statement below the flag
CLEAR = 0.5  # kept free on all sides: our own choice, for no number could be found
LEAST_MM = 10.0  # the least height of the flag (the Commission's guidelines for recipients, 2021-2027)
PROMINENT = 0.04  # of a poster's longer side: the least height of the flag; our own reading of "prominent"
_MOST_LINES = 4
_HAIR = 0.01  # what letters set side by side are narrower than their widths add up to
_JOINED = "\u00a0"

WidthOf = Callable[[str], float]  # of a line of text, in em


@dataclass(frozen=True, slots=True, kw_only=True)
class SetStatement:
    """A statement in its lines; `type` is its size, `width` and `height` are those of its block."""

    lines: tuple[str, ...]
    language: str
    type: float
    width: float

    @property
    def height(self) -> float:
        """Of the block."""
        return len(self.lines) * self.type * LEADING

    @property
    def leftwards(self) -> bool:
        """Whether it is written from the right."""
        return is_right_to_left(self.lines[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class LockupLayout:
    """A lock-up that is set: statements left of the flag, and right of it or below it.

    `flag` is what the emblem, or the artwork in its place, is high and wide with its edge.
    """

    flag: tuple[float, float]
    below: bool
    before: tuple[SetStatement, ...] = ()
    after: tuple[SetStatement, ...] = ()

    @property
    def width(self) -> float:
        """Of all that is to be seen."""
        sets = (*self.before, *self.after)
        if self.below:
            return max([self.flag[0], *(each.width for each in sets)])
        return self.flag[0] + sum(_row(self.before)) + sum(_row(self.after))

    @property
    def height(self) -> float:
        """Of all that is to be seen."""
        sets = (*self.before, *self.after)
        if self.below:
            return self.flag[1] + sum(GAP + each.height for each in sets)
        return max([self.flag[1], *(each.height for each in sets)])


def lay_out(lockup: Lockup, width_of: WidthOf, variant: Variant = COLOUR) -> LockupLayout:
    """The lock-up as it is set; `width_of` tells the width of a line in em.

    Official artwork is so high that its flag is H at the least: it may have the edge of a negative, and has about half
    of the height where the statement stands below in it.
    """
    if lockup.artwork:
        height = (2 if lockup.artwork.upright else 1) * (1 + 2 * BORDER)
        return LockupLayout(flag=(lockup.artwork.shape * height, height), below=False)
    flag = (WIDTH + 2 * variant.border, 1 + 2 * variant.border)
    if lockup.arrangement is Arrangement.BELOW:
        sets = tuple(_below(each.text, each.language, lockup.names, width_of) for each in lockup.statements)
        return LockupLayout(flag=flag, below=True, after=sets)
    sets = tuple(_beside(each.text, each.language, width_of) for each in lockup.statements)
    before = [each for each in sets if each.leftwards][:1]
    return LockupLayout(
        flag=flag, below=False, before=tuple(before), after=tuple(each for each in sets if each not in before)
    )


def _row(sets: Sequence[SetStatement]) -> Iterator[float]:
    """What statements in a row take, each with the gap before it."""
    for place, each in enumerate(sets):
        yield (APART if place else GAP) + each.width


def _beside(text: str, language: str, width_of: WidthOf) -> SetStatement:
    lines = tuple(text.splitlines())
    return SetStatement(lines=lines, language=language, type=TYPE, width=TYPE * max(map(width_of, lines)))


def _below(text: str, language: str, names: Sequence[str], width_of: WidthOf) -> SetStatement:
    """In its own lines where they can be large enough, else in as few more as that takes."""
    tried: list[SetStatement] = []
    for lines in _broken(text, names, width_of):
        widest = max(map(width_of, lines))
        size = max(SMALLEST_TYPE, min(TYPE, BROADEST / widest))
        tried.append(SetStatement(lines=lines, language=language, type=size, width=size * widest))
        if tried[-1].width <= BROADEST + _HAIR:
            return tried[-1]
    return min(tried, key=lambda made: made.width)


def _broken(text: str, names: Sequence[str], width_of: WidthOf) -> Iterator[tuple[str, ...]]:
    """The lines of a text: its own, then in more and more, as even as words allow; no name is parted."""
    own = tuple(text.splitlines())
    yield own
    words = _words(text, names)
    for count in range(len(own) + 1, min(_MOST_LINES, len(words)) + 1):
        yield min(_partitions(words, count), key=lambda lines: max(map(width_of, lines)))


def _words(text: str, names: Sequence[str]) -> list[str]:
    """The words of a text, those of a name as one."""
    line = " ".join(text.split())
    for name in filter(None, names):
        line = line.replace(name, name.replace(" ", _JOINED))
    return [word.replace(_JOINED, " ") for word in line.split(" ")]


def _partitions(words: Sequence[str], count: int) -> Iterator[tuple[str, ...]]:
    for cuts in combinations(range(1, len(words)), count - 1):
        yield tuple(" ".join(words[begin:end]) for begin, end in pairwise((0, *cuts, len(words))))


def in_two_lines(text: str, name: str) -> str:
    """A text that has no break of its own, broken where its lines are about equally long and the name is not parted."""
    words = _words(text, [name])
    if len(text.splitlines()) > 1 or len(words) < 2:
        return text
    return "\n".join(min(_partitions(words, 2), key=lambda lines: max(map(len, lines))))
