"""The foot of a project's or an event's poster, on white above the pillars' stripe. Lengths in mm.

There stand the school, its logos and the EU lock-up in its clear space.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from portfolio.compose.edition import Edition
from portfolio.compose.place import school_place
from portfolio.compose.posterlines import Line, depth, largest_size, leading, set_lines, set_text, text_height
from portfolio.i18n import is_written_leftwards
from portfolio.model.box import Box
from portfolio.model.face import PT
from portfolio.model.lettering import Lettering
from portfolio.model.lockup import Lockup
from portfolio.model.pictureposter import PlacedEmblem, PlacedLogo, TextBlock, TextRole
from portfolio.model.sheet import PageGeometry
from portfolio.model.text import Phrase
from portfolio.visibility.emblem import WIDTH
from portfolio.visibility.frame import LOGO, Frame, arrange_marks

ALONE = 1.3  # of the flag's height: a logo where no flag stands beside it
SMALLER = 0.6  # of that size: logos for which there is room beside the lock-up
STRIPE = 0.012  # of the longer side
NAME = (1.15, 1.9)  # the least and the largest size of the school's name, by that of the body
NAME_LINES = 2.0  # a name is set so large that it has no more
NARROWEST = 0.38  # of the measure: less is no room for a school's name beside the marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """What stands at the foot, and where it begins; `lockup` as it is arranged here."""

    top: float
    blocks: tuple[TextBlock, ...]
    logos: tuple[PlacedLogo, ...]
    emblem: PlacedEmblem | None
    lockup: Lockup | None
    stripe: Box


def frame_of(edition: Edition, geometry: PageGeometry, lockup: Lockup | None) -> Frame:
    """The frame of an edition's sheet; its logos have the room of those that are as broad as the flag."""
    return Frame(
        geometry=geometry,
        lettering=Lettering(edition.sheet.faces),
        wanted=lockup,
        shapes=(WIDTH,) * len(edition.project.school.logos),
        leftwards=is_written_leftwards(edition.language),
    )


def set_foot(frame: Frame, edition: Edition) -> Foot:
    """The foot of a sheet: school and marks side by side; below each other where both have no room."""
    stripe = _stripe(frame)
    small, floor = _set_disclaimer(frame, stripe.top)
    marks = arrange_marks(frame, frame.measure, SMALLER, logo=LOGO if frame.lockup else ALONE)
    space = 2 * frame.clear if marks.width else 0.0
    beside = frame.measure - marks.width - space
    apart = beside < NARROWEST * frame.measure
    school = _set_school(frame, edition, frame.measure if apart else beside)
    high = school.box.height
    tall = high + space + marks.height if apart else max(high, marks.height)
    school = replace(school, box=school.box.moved(down=floor - (tall if apart else (tall + high) / 2)))
    left = frame.margin if apart else frame.margin + frame.measure - marks.width
    down = floor - (marks.height if apart else (tall + marks.height) / 2)
    logos, lockup = marks.placed(left, down, frame.measure if apart else marks.width)
    return Foot(
        top=floor - tall - max(frame.clear if frame.lockup else 0.0, frame.gap),
        blocks=(school, *small),
        logos=tuple(PlacedLogo(key=key, box=box) for key, box in zip(edition.project.school.logos, logos, strict=True)),
        emblem=PlacedEmblem(box=lockup["lockup"], height=frame.emblem) if lockup else None,
        lockup=frame.lockup,
        stripe=stripe,
    )


def _stripe(frame: Frame) -> Box:
    """The pillars' colours at the lower edge, which go on where nobody sees them."""
    sheet = frame.geometry
    height = sheet.hidden + max(sheet.safe_margin * 0.7, STRIPE * max(sheet.width, sheet.height))
    return Box(left=0.0, top=sheet.height - height, width=sheet.width, height=height)


def _set_disclaimer(frame: Frame, foot: float) -> tuple[tuple[TextBlock, ...], float]:
    """The small print above the stripe, and where what stands above it ends."""
    clear = frame.clear if frame.lockup else 0.0
    if not (frame.lockup and frame.lockup.disclaimer):
        return (), foot - max(clear, 0.6 * frame.margin)
    size, text = frame.reading.small, Phrase(text=frame.lockup.disclaimer)
    height = text_height(frame, text.text, TextRole.NOTE, size, frame.measure)
    top = foot - 0.4 * frame.margin - height
    box = Box(left=frame.margin, top=top, width=frame.measure, height=height)
    return (set_text(frame, text, TextRole.NOTE, size, box),), top - max(clear, 0.4 * frame.margin)


def _set_school(frame: Frame, edition: Edition, width: float) -> TextBlock:
    """Name and place of the school, from the top of the sheet on."""
    name, body = edition.project.school.name, frame.reading.body
    least, most = (scale * body for scale in NAME)
    two_lines = NAME_LINES * most * PT * leading(frame, TextRole.SCHOOL)
    size = largest_size(frame, name, TextRole.SCHOOL, (width, two_lines), least, most)
    lines = [Line(text=Phrase(text=name), role=TextRole.SCHOOL, scale=size / body)]
    if town := school_place(edition):
        lines.append(Line(text=Phrase(text=town), gap=0.1))
    height = depth(frame, lines, body, width)
    return set_lines(frame, lines, body, Box(left=frame.margin, top=0.0, width=width, height=height))
