"""The sizes at which a poster's texts fit on its one sheet, and the height of each pillar's band.

Nothing is set smaller than what is read at one metre, the distance of an A3 sheet: text 14 pt, title 40 pt. Where
there is more room than that, everything grows. Lengths are in mm, sizes of type in pt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from portfolio.model.blocks import PillarEntry
from portfolio.model.face import PT
from portfolio.model.sheet import MissionPoster
from portfolio.render.glyphs import Faces
from portfolio.visibility.emblem import find_variant
from portfolio.visibility.layout import CLEAR, LockupLayout, lay_out

HEADING = 50.0  # the column before mission and pillars: heading, numbers, glyphs
NUMBER = 24.0  # the least height of a pillar's text, that of its number
PLINTH = 4.0  # kept free of text below the last band's, so that no printer cuts it
EMPHASISED = 0.97  # of a column counts where some words are bold, and so a little wider
SPARE = 2.0  # what the estimate may be off
LARGEST, SMALLEST, SMALLEST_NAME = 20, 14, 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Sizes that belong together: type in pt, all of it following from two; leading; and lengths in mm.

    `margin` is at both sides, `head` above the name, `band` above and below a pillar's text. `emblem` is the flag's
    height, of which half is kept clear on all sides: 17 mm is the least that is prominent on A3.
    """

    name: int
    body: int
    leading: float = 1.3
    margin: float = 18.0
    head: float = 14.0
    band: float = 3.0
    emblem: float = 20.0

    @property
    def mission(self) -> int:
        """The mission's text, a little larger where there is room."""
        return self.body + (self.body - SMALLEST) // 3

    @property
    def title(self) -> int:
        """The title of a pillar."""
        return round(self.body * 1.25)

    @property
    def brand(self) -> int:
        """The line of label and years."""
        return round(self.body * 2.2)

    @property
    def claim(self) -> int:
        """The line that says what the school is."""
        return round(self.body * 1.7)

    @property
    def clear(self) -> float:
        """What is kept clear round the emblem."""
        return self.emblem * CLEAR

    @property
    def logo(self) -> float:
        """The height of a logo, lower than the emblem."""
        return self.emblem - 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A poster at certain sizes: widths and heights in mm as poster.css makes them, estimated from numbers of lines."""

    poster: MissionPoster
    sizes: Sizes
    faces: Faces

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.poster.geometry.width - 2 * self.sizes.margin

    @property
    def column(self) -> float:
        """The width of the mission's and the pillars' text."""
        return self.measure - HEADING

    @property
    def bands(self) -> tuple[float, ...]:
        """The height of each pillar's band: they share what is left of the sheet."""
        *upper, last = self._texts()
        share = max(self.spare, 0.0) / len(self.poster.pillars)
        return (*(text + share for text in upper), last + share + self.plinth)

    @property
    def spare(self) -> float:
        """What is left of the sheet; below nothing when the poster does not fit."""
        return self.poster.geometry.height - self._top() - sum(self._texts()) - self.plinth - self.foot

    @property
    def name_is_whole(self) -> bool:
        """Whether the school's name stands in one line."""
        return self.faces.bold.lines(self.poster.school, self.measure / (self.sizes.name * PT)) == 1

    @property
    def plinth(self) -> float:
        """What the last band is higher than its text needs, when it ends at the sheet's edge."""
        return 0.0 if self.foot else PLINTH

    @property
    def foot(self) -> float:
        """The height of the small print below the bands."""
        disclaimer = self.poster.lockup.disclaimer if self.poster.lockup else ""
        return 8 + self.faces.regular.height(disclaimer, 9, 1.3, self.measure) if disclaimer else 0.0

    @property
    def logo_width(self) -> float:
        """How wide each logo may be beside the lock-up."""
        room = self.measure
        if self.lockup:
            room -= self.sizes.emblem * self.lockup.width + self.sizes.clear
        return min(60.0, room / max(len(self.poster.logos), 1) - self.sizes.clear)

    @property
    def lockup(self) -> LockupLayout | None:
        """The lock-up in units of its flag."""
        given = self.poster.lockup
        return lay_out(given, self.faces.statement.width, find_variant(given.ink)) if given else None

    def _top(self) -> float:
        """From the sheet's upper edge to the first band."""
        poster, sizes, regular, bold = self.poster, self.sizes, self.faces.regular, self.faces.bold
        head = sizes.head + bold.height(poster.school, sizes.name, 1.04, self.measure)
        head += 3 + bold.height(f"{poster.brand} {poster.years}", sizes.brand, 1.15, self.measure)
        head += 1 + regular.height(poster.place, sizes.body, 1.3, self.measure)
        marks = sizes.emblem * max(1.0, self.lockup.height if self.lockup else 0.0) + sizes.clear
        marks = marks + sizes.clear if poster.lockup or poster.logos else sizes.clear
        heading = bold.height(poster.mission_title, sizes.title, 1.2, HEADING - 6)
        text = 2 + bold.height(poster.claim, sizes.claim, 1.15, self.column)
        for paragraph in poster.mission:
            words = "".join(run.text for run in paragraph.runs)
            text += 1.5 + regular.height(words, sizes.mission, sizes.leading, self.column * EMPHASISED)
        text += 2 + regular.height(poster.mission_note, 11, 1.3, self.column)
        return head + marks + max(heading, text) + 7

    def _texts(self) -> tuple[float, ...]:
        """The least height of each band."""
        return tuple(self._text(entry) + 2 * self.sizes.band for entry in self.poster.pillars)

    def _text(self, entry: PillarEntry) -> float:
        sizes = self.sizes
        title = self.faces.bold.height(entry.title.text, sizes.title, 1.15, self.column)
        body = self.faces.regular.height(entry.body.text, sizes.body, sizes.leading, self.column)
        return max(title + 1 + body, NUMBER)


def choose_layout(poster: MissionPoster, faces: Faces) -> Layout:
    """The largest sizes at which the poster fits on its sheet; the smallest when it does not fit even with those.

    Of names that go with a text the largest is taken, but one of four times the text's size is not broken into lines.
    """
    for names in _sizes():
        layouts = [Layout(poster=poster, sizes=sizes, faces=faces) for sizes in names]
        fitting = [layout for layout in layouts if layout.spare >= SPARE]
        whole = [layout for layout in fitting if layout.sizes.name >= 4 * layout.sizes.body and layout.name_is_whole]
        if fitting:
            return (whole or fitting)[0]
    return layouts[-1]


def _sizes() -> Iterator[list[Sizes]]:
    """By text, from large to small, and then by name, three to five times as large as the text; at last all tight."""
    for body in range(LARGEST, SMALLEST - 1, -1):
        yield [Sizes(name=name, body=body) for name in range(5 * body, max(3 * body, SMALLEST_NAME) - 1, -2)]
    tight = Sizes(name=SMALLEST_NAME, body=SMALLEST, leading=1.2, margin=14.0, head=10.0, band=1.5, emblem=17.0)
    yield [replace(tight, name=name) for name in range(3 * SMALLEST, SMALLEST_NAME - 1, -2)]
