"""The one table of what makes evidence strong, and how much is too much: judgements of ours, no rules of the label.

No source publishes a scale or a threshold. The steps follow what assessors are reported to ask for: several pieces, of
several kinds, from the time that is judged, by more than one person or class, or confirmed by a quality label.
"""

from __future__ import annotations

from dataclasses import dataclass

from portfolio.model.readiness import Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The least that a grade asks for.

    `current`: pieces known to be of the label period. `breadth`: different people or classes behind the pieces; a
    quality label stands for it. `criteria`: of a pillar, how many of a hundred of its criteria have a piece.
    """

    grade: Grade
    pieces: int
    kinds: int
    current: int
    breadth: int
    criteria: int


# The first whose every figure is reached holds.
RULES = (
    Rule(grade=Grade.STRONG, pieces=3, kinds=2, current=2, breadth=2, criteria=50),
    Rule(grade=Grade.FAIR, pieces=2, kinds=1, current=1, breadth=0, criteria=0),
    Rule(grade=Grade.THIN, pieces=1, kinds=0, current=0, breadth=0, criteria=0),
    Rule(grade=Grade.NONE, pieces=0, kinds=0, current=0, breadth=0, criteria=0),
)

MOST_CRITERIA = 3  # a piece that is to prove more criteria than this convinces for none
MOST_WISHES = 5
MOST_STEPS = 4
