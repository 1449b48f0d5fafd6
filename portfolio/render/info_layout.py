"""The sizes at which an information sheet fills its two sides, reckoned from letter widths.

Lengths are in mm, sizes of type in pt; heights are what info-sheet.css makes of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from portfolio.model.face import Faces
from portfolio.model.info import InfoProject, InfoSheet, Passage
from portfolio.render.qr import qr_size
from portfolio.theme import PAGE_HEIGHT, PAGE_WIDTH
from portfolio.visibility.emblem import find_variant
from portfolio.visibility.layout import CLEAR, LockupLayout, lay_out

MARGIN = 20.0
MEASURE = PAGE_WIDTH - 2 * MARGIN
GUTTER = 5.0
ASIDE = 58.33  # from the margin to the fifth column, on which texts hang
COLUMN = MEASURE - ASIDE
TOP = 18.0
NAMES = (40, 34, 28, 24, 20, 17, 15)  # pt: the largest at which a school's name has two lines at most
LOGO = 45.0  # with the room beside it
HIGHEST, HIGH, LOWEST = 120.0, 70.0, 35.0  # of the picture's field: for a high one type is set smaller, down to LARGE
LARGE = 0.9
FIELD = 35.0  # of the composition that stands there without a picture
GLYPH = 16.0  # the height of an element's tile
MOST_ELEMENTS = 5  # in a row
PROJECTS = (MEASURE - GUTTER) / 2  # the width of a project, two in a row
LABEL = 24.0  # the column of labels in the contact's rows
SITE = 42.0  # what stands beside the code
EMBLEM = 13.0
SPARE = 3.0  # what the reckoning may be off
STEPS = tuple(step / 100 for step in range(115, 65, -5))  # of the type's size, the largest first
ROOMIEST = 14.0  # what a gap may grow by, where there is room


@dataclass(frozen=True, slots=True, kw_only=True)
class InfoLayout:
    """A sheet at a scale for each side; all is reckoned from these two."""

    sheet: InfoSheet
    faces: Faces
    front: float = 1.0
    back: float = 1.0

    @property
    def name(self) -> int:
        """The size of the school's name in pt."""
        fitting = (
            size for size in NAMES if self._bold(self.sheet.school, size, 1.0, self.head_width) <= 2.1 * size / 2.83
        )
        return next(fitting, NAMES[-1])

    @property
    def head_width(self) -> float:
        """The width of name and label beside the logo."""
        return MEASURE - (LOGO if self.sheet.logos else 0.0)

    @property
    def stage(self) -> float:
        """The height of the picture's field: what the front leaves, whole fields of the composition without one."""
        if not self.sheet.picture:
            return max(FIELD, self.front_spare // FIELD * FIELD)
        natural = PAGE_WIDTH * self.sheet.picture.height_mm / self.sheet.picture.width_mm
        return max(LOWEST, min(HIGHEST, natural, self.front_spare))

    @property
    def front_spare(self) -> float:
        """What the texts of the front leave."""
        contact = 0.0 if self.sheet.has_back else self.contact + self.foot
        return PAGE_HEIGHT - self._head() - self._below() - contact - SPARE

    @property
    def columns(self) -> int:
        """So many elements stand side by side."""
        count = max(len(self.sheet.elements), 1)
        return ceil(count / ceil(count / MOST_ELEMENTS))

    @property
    def column(self) -> float:
        """The width of an element."""
        return (MEASURE - GUTTER * (self.columns - 1)) / self.columns

    @property
    def benefit(self) -> float:
        """The width of the benefits of one group, side by side."""
        count = max(len(self.sheet.benefits), 1)
        return (MEASURE - GUTTER * (count - 1)) / count

    @property
    def roomy(self) -> bool:
        """Whether the benefits have the back for themselves."""
        return not (self.sheet.figures or self.sheet.projects)

    @property
    def back_spare(self) -> float:
        """What is left of the back; below nothing when it is too full."""
        used = self._benefits() + self._work() + self.contact + self.foot
        return PAGE_HEIGHT - TOP - used - SPARE

    @property
    def gap(self) -> float:
        """What is added above each part of the back, so that a short one fills its side."""
        return max(0.0, min(ROOMIEST, self.back_spare / 4))

    @property
    def code(self) -> float:
        """The side of the QR code, 0 for none."""
        address = self.sheet.contact.address
        return qr_size(address) if address else 0.0

    @property
    def rows(self) -> float:
        """The width of the contact's rows."""
        return MEASURE - (self.code + SITE + 2 * GUTTER if self.code else 0.0)

    @property
    def contact(self) -> float:
        """The height of the block at the foot of the last side, its stripe included."""
        contact = self.sheet.contact
        rows = 10.0 + sum(
            2.0
            + max(
                self._regular(label, 8.5, 1.5, LABEL - 3),
                self._regular("".join(run.text for run in runs), 10.5, 1.35, self.rows - LABEL),
            )
            for label, runs in contact.rows
        )
        beside = 7.0 + self._bold("".join(run.text for run in contact.site), 10.5, 1.35, SITE)
        return 4.0 + 18.0 + max(rows, self.code, beside if self.code else 0.0)

    @property
    def notes(self) -> float:
        """The width of the small print beside the lock-up."""
        return MEASURE - (EMBLEM * (self.lockup.width + CLEAR) if self.lockup else 0.0)

    @property
    def lockup(self) -> LockupLayout | None:
        """The lock-up in units of its flag."""
        given = self.sheet.lockup
        return lay_out(given, self.faces.statement.width, find_variant(given.ink)) if given else None

    @property
    def foot(self) -> float:
        """The height of the small print and the lock-up with its clear space."""
        notes = sum(self._regular(text, 7, 1.35, self.notes) + 0.8 for text in self.sheet.notes)
        lockup = EMBLEM * (self.lockup.height + 2 * CLEAR) if self.lockup else 0.0
        disclaimer = self.sheet.lockup.disclaimer if self.sheet.lockup else ""
        below = 4.0 + self._regular(disclaimer, 8, 1.25, MEASURE) if disclaimer else 0.0
        return max(8.0 + notes, lockup) + below

    def _head(self) -> float:
        sheet = self.sheet
        name = self._bold(sheet.school, self.name, 1.1, self.head_width)
        label = self._bold(sheet.label, 16, 1.2, self.head_width)
        return TOP + name + 4.0 + label + 1.5 + self._regular(sheet.place, 10, 1.4, self.head_width) + 7.0

    def _below(self) -> float:
        """What stands below the picture."""
        scale, sheet = self.front, self.sheet
        about = 0.0
        if sheet.about:
            texts = (self._regular(text.text, 10.5 * scale, 1.4, COLUMN) + 1.2 for text in sheet.about.texts)
            about = 8.0 + max(self._bold(sheet.about.title, 14 * scale, 1.25, ASIDE - GUTTER), sum(texts))
        tall = [
            self._bold(entry.title.text, 10.5 * scale, 1.2, self.column)
            + self._regular(entry.body.text, 9 * scale, 1.35, self.column)
            for entry in sheet.elements
        ]
        rows = [max(tall[at : at + self.columns]) + GLYPH + 7.5 for at in range(0, len(tall), self.columns)]
        return about + 8.0 + self._bold(sheet.elements_title, 14 * scale, 1.25, MEASURE) + 3.0 + sum(rows) + 7.0

    def _benefits(self) -> float:
        if not self.sheet.benefits:
            return 0.0
        groups = [self._group(passage) for passage in self.sheet.benefits]
        return 14.0 + (sum(groups) if self.roomy else max(groups)) + 6.0

    def _group(self, passage: Passage) -> float:
        scale = self.back
        if self.roomy:
            texts = (self._regular(text.text, 12 * scale, 1.45, COLUMN - 5) + 2.5 for text in passage.texts)
            return 7.0 + max(self._bold(passage.title, 14 * scale, 1.25, ASIDE - GUTTER), sum(texts))
        width = self.benefit
        texts = (self._regular(text.text, 9.5 * scale, 1.4, width - 4.5) + 1.6 for text in passage.texts)
        return 4.5 + self._bold(passage.title, 10.5 * scale, 1.35, width) + sum(texts)

    def _work(self) -> float:
        if self.roomy:
            return 0.0
        figures = 0.0
        if self.sheet.figures:
            width = MEASURE / len(self.sheet.figures) - GUTTER
            labels = (self._regular(figure.label, 9.5 * self.back, 1.35, width) for figure in self.sheet.figures)
            figures = 14.0 + max(labels) + 6.0
        tall = [self._project(project) for project in self.sheet.projects]
        rows = (max(tall[at : at + 2]) + 4.5 for at in range(0, len(tall), 2))
        return 14.0 + figures + sum(rows) + 4.0

    def _project(self, project: InfoProject) -> float:
        scale = self.back
        return (
            3.5
            + self._bold(project.title.text, 10.5 * scale, 1.35, PROJECTS)
            + self._regular(project.time, 8.5 * scale, 1.4, PROJECTS)
            + self._regular(project.text, 9.5 * scale, 1.4, PROJECTS)
        )

    def _regular(self, text: str, size: float, leading: float, width: float) -> float:
        return self.faces.regular.height(text, size, leading, width)

    def _bold(self, text: str, size: float, leading: float, width: float) -> float:
        return self.faces.bold.height(text, size, leading, width)


def choose_info_layout(sheet: InfoSheet, faces: Faces) -> InfoLayout:
    """The largest type with which each side holds its texts, and the front a picture; else the smallest."""
    layouts = [InfoLayout(sheet=sheet, faces=faces, front=step, back=step) for step in STEPS]
    fronts = [layout for layout in layouts if layout.front <= 1.0]
    front = _first((each for each in fronts if each.front_spare >= (HIGH if each.front >= LARGE else LOWEST)), fronts)
    back = _first((layout for layout in layouts if layout.back_spare >= 0), layouts)
    return InfoLayout(sheet=sheet, faces=faces, front=front.front, back=back.back)


def _first(fitting: Iterable[InfoLayout], layouts: Sequence[InfoLayout]) -> InfoLayout:
    return next(iter(fitting), layouts[-1])
