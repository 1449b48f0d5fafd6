"""Sizes of sheets by the names that people give them, and how large type must be on each to be read from afar.

Lengths in mm, type in pt, distances in m.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

Size = tuple[float, float]  # width and height in mm, upright

# ISO 216; the roll-up is the common 85 × 200 cm.
PAPERS: Mapping[str, Size] = {
    "A4": (210.0, 297.0),
    "A3": (297.0, 420.0),
    "A2": (420.0, 594.0),
    "A1": (594.0, 841.0),
    "A0": (841.0, 1189.0),
    "roll-up": (850.0, 2000.0),
}
HIDDEN_FOOT = 150.0  # of a roll-up's height: stands hide the lowest 100 to 150 mm (no standard says it)
SMALLEST, LARGEST = 50.0, 3000.0  # of a side of a sheet that somebody measured
_MEASURED = re.compile(r"(\d{2,4}(?:[.,]\d)?)\s*(?:x|×|\*|X)\s*(\d{2,4}(?:[.,]\d)?)\s*(?:mm)?", re.ASCII)
_ROLL_UPS = frozenset({"rollup", "rollups", "85x200", "85×200"})


def find_paper(text: str) -> Size | None:
    """The size of a name ("A3", "a 3", "roll-up") or of two lengths in mm ("300x200"), as written; None for others."""
    bare = re.sub(r"[\s_-]+", "", text).casefold()
    named = {name.casefold(): size for name, size in PAPERS.items()}
    if bare in named:
        return named[bare]
    if bare in _ROLL_UPS:
        return PAPERS["roll-up"]
    if found := _MEASURED.fullmatch(text.strip()):
        size = float(found[1].replace(",", ".")), float(found[2].replace(",", "."))
        return size if all(SMALLEST <= side <= LARGEST for side in size) else None
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """From how far a sheet is read, and the least sizes of type on it: of running text and of its main line.

    `small` is for notes and disclaimers, which are read from near.
    """

    distance: float
    body: float
    title: float
    small: float = 8.0

    def towards(self, other: Reading, share: float) -> Reading:
        """What lies between two, so far from the one to the other."""
        return Reading(
            distance=self.distance + share * (other.distance - self.distance),
            body=self.body + share * (other.body - self.body),
            title=self.title + share * (other.title - self.title),
            small=self.small + share * (other.small - self.small),
        )


# By the longer side in mm. Our own choice, from what sign makers tell of capitals and distances: 1.8 mm for each metre
# can just be read, 3.3 mm comfortably (adgraphix.co.nz); Ubuntu's capitals are 0.693 of the size high.
_READINGS = (
    (297.0, Reading(distance=0.7, body=10.0, title=28.0)),
    (420.0, Reading(distance=1.0, body=14.0, title=40.0)),
    (594.0, Reading(distance=1.5, body=20.0, title=60.0, small=10.0)),
    (841.0, Reading(distance=2.0, body=28.0, title=90.0, small=12.0)),
    (1189.0, Reading(distance=3.0, body=36.0, title=120.0, small=14.0)),
    (2000.0, Reading(distance=3.0, body=36.0, title=120.0, small=14.0)),
)


def reading_of(width: float, height: float) -> Reading:
    """The least sizes on a sheet: between two A sizes those between theirs, below A4 those of A4, scaled down."""
    longer = max(width, height)
    smallest, first = _READINGS[0]
    if longer < smallest:
        scale = sqrt(longer / smallest)
        return Reading(distance=first.distance * scale, body=8.0, title=max(16.0, first.title * scale))
    for (less, smaller), (more, larger) in pairwise(_READINGS):
        if longer <= more:
            return smaller.towards(larger, (longer - less) / (more - less))
    return _READINGS[-1][1]
