"""What a stage reports while it works; drawn by `cli`, ignored by tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """The stages of a run, in order; one verb each."""

    SCAN = "scan"
    READ = "read"
    ASSIGN = "assign"
    CLEAR = "clear"
    COMPOSE = "compose"
    RENDER = "render"
    VERIFY = "verify"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """`done` of `total` things of a stage are finished; `name` is the one just finished ("" at the start)."""

    stage: Stage
    done: int
    total: int
    name: str = ""


Report = Callable[[Progress], None]


def silent(progress: Progress) -> None:
    """A Report that nobody hears."""
