"""Charts among the blocks of a composed document: data and their words, from which each renderer makes its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A count with what it counts, in the form that goes with it: (23, "photos")."""

    count: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """A pillar with its pieces of each kind, in the order of the chart's columns."""

    pillar: str
    number: str
    title: str
    tallies: tuple[Tally, ...]

    @property
    def present(self) -> tuple[Tally, ...]:
        """The tallies of what there is."""
        return tuple(tally for tally in self.tallies if tally.count)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageChart:
    """Pieces by pillar (rows) and kind (columns): circles with the figure inside; `title` says its message.

    With `gaps` every pillar has every column, and a zero is an open circle; without, only what is there is drawn, each
    circle with its own label. The equivalent text is the table itself.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[CoverageRow, ...]
    gaps: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month of a timeline: its name short ("Oct"), and how many pieces each pillar has, in the timeline's order."""

    year: int
    month: int
    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """What happened in a month of a timeline (`place` counts them from 0), and when, in words."""

    place: int
    dated: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Pieces by month, those of each pillar stacked on each other, with milestones; `title` says its message.

    `pillars`: (key, number) from the bottom of a stack to its top. `told`: the same in words, what for which month.
    `hint` is how to read the drawing.
    """

    title: str
    pillars: tuple[tuple[str, str], ...]
    months: tuple[Month, ...]
    milestones: tuple[Milestone, ...]
    told: tuple[tuple[str, str], ...]
    hint: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryTile:
    """A country on a map of tiles by its code; `column` and `row` from 0, `projects`: how many it takes part in."""

    code: str
    column: int
    row: int
    projects: int = 0
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerMap:
    """The countries of the partners among their neighbours, a tile for each and no borders; `title` says its message.

    `told`: the same in words, how many projects with which country. `own`: what the school's own tile is called.
    """

    title: str
    tiles: tuple[CountryTile, ...]
    told: tuple[tuple[str, str], ...]
    own: str


Chart = CoverageChart | Timeline | PartnerMap


def read_out(chart: Chart) -> str:
    """What is read out for a drawing: its message, and all that it shows."""
    return f"{chart.title}. {'; '.join(f'{label}: {what}' for label, what in _told(chart))}."


def _told(chart: Chart) -> Iterator[tuple[str, str]]:
    if not isinstance(chart, CoverageChart):
        yield from chart.told
        return
    for row in chart.rows:
        yield f"{row.number} {row.title}", ", ".join(f"{tally.count} {tally.label}" for tally in row.present) or "0"
