"""A theme's colours on a dark ground: reckoned from those on white, so that no theme has to name them twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from portfolio.theme import WHITE, PillarColours, Theme
from portfolio.themecheck import contrast

BLACK = "#000000"
DEEP = 16.0  # the contrast of white on the ground: what is set on it may be toned down and still be read with ease
SOFT = 0.1  # of the ground in the text's white, which would dazzle
READ = 6.0  # the least contrast of what is set on the ground; WCAG 2.2, 1.4.3 asks for 4.5, and light letters look thin
TINGE = 0.16  # of a pillar's ink in its tint
LINE = 0.3  # of the text in a hairline


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """The ground, and what is set on it, as "#RRGGBB"; a pillar's ink is read on ground and tint, and they on it."""

    ground: str
    text: str
    quiet: str
    rule: str
    pillars: Mapping[str, PillarColours]


def night(theme: Theme) -> Night:
    """The dark colours of a theme: its text's colour, darkened, is the ground, and inks are lightened to be read."""
    ground = next(
        colour
        for colour in (mixed(theme.text, BLACK, part / 50) for part in range(51))
        if contrast(WHITE, colour) > DEEP
    )
    text = mixed(WHITE, ground, SOFT)
    return Night(
        ground=ground,
        text=text,
        quiet=lightened(theme.quiet, [ground]),
        rule=mixed(ground, text, LINE),
        pillars={key: _pillar(pair, ground) for key, pair in theme.colours.items()},
    )


def _pillar(pair: PillarColours, ground: str) -> PillarColours:
    tint = mixed(ground, pair.ink, TINGE)
    return PillarColours(ink=lightened(pair.ink, [ground, tint]), tint=tint)


def lightened(colour: str, grounds: Sequence[str]) -> str:
    """A colour with as much white in it as it needs to be read on dark grounds."""
    steps = (mixed(colour, WHITE, part / 50) for part in range(51))
    return next(each for each in steps if all(contrast(each, ground) >= READ for ground in grounds))


def mixed(one: str, other: str, part: float) -> str:
    """A colour with some part (0 to 1) of another in it."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(first + (second - first) * part):02X}" for first, second in pairs)
