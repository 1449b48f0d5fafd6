"""The frame of a project's or an event's poster: margins, the stripe at the lower edge, and the foot. Lengths in mm.

At the foot stand the school with its logos and, on white, the EU lock-up in its clear space.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from portfolio.compose.edition import Edition
from portfolio.compose.place import school_place
from portfolio.compose.posterlines import Line, depth, largest_size, leading, set_lines, set_text, text_height
from portfolio.i18n import is_written_leftwards
from portfolio.model.box import Box
from portfolio.model.face import PT, Face
from portfolio.model.lettering import Lettering
from portfolio.model.lockup import Arrangement, Lockup
from portfolio.model.papersize import Reading, reading_of
from portfolio.model.pictureposter import PlacedEmblem, PlacedLogo, TextBlock, TextRole
from portfolio.model.sheet import PageGeometry
from portfolio.model.text import Phrase
from portfolio.visibility.emblem import find_variant
from portfolio.visibility.layout import CLEAR, LEAST_MM, LockupLayout, lay_out

EMBLEM = 0.042  # of the longer side: prominent, and a little more than the 4 % that we ask for
LOGO = (1.4, 0.9)  # the most room of a logo, in heights of the flag: neither broader nor as high
ALONE = (2.4, 1.3)  # the same where no flag stands beside it
LOGOS = 0.5  # of the measure: the most that all logos take
STRIPE = 0.012  # of the longer side
NAME = (1.15, 1.9)  # the least and the largest size of the school's name, by that of the body
NAME_LINES = 2.0  # a name is set so large that it has no more
NARROWEST = 0.38  # of the measure: less is no room for a school's name beside the lock-up


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A sheet's margin and measure, the height in which all is read, and the least sizes of type on it.

    `leftwards`: its language is written from the right.
    """

    geometry: PageGeometry
    lettering: Lettering
    reading: Reading
    leftwards: bool = False

    @property
    def margin(self) -> float:
        """At both sides."""
        return max(self.geometry.safe_margin + 2, 0.06 * min(self.geometry.width, self.geometry.height))

    @property
    def measure(self) -> float:
        """Between the margins."""
        return self.geometry.width - 2 * self.margin

    @property
    def gap(self) -> float:
        """Between what stands beside or below each other."""
        return 0.6 * self.margin

    @property
    def stripe(self) -> Box:
        """The pillars' colours at the lower edge, which go on where nobody sees them."""
        geometry = self.geometry
        height = geometry.hidden + max(geometry.safe_margin * 0.7, STRIPE * max(geometry.width, geometry.height))
        return Box(left=0.0, top=geometry.height - height, width=geometry.width, height=height)


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """What stands at the foot, and where it begins; `lockup` as it is arranged here."""

    top: float
    blocks: tuple[TextBlock, ...]
    logos: tuple[PlacedLogo, ...]
    emblem: PlacedEmblem | None
    lockup: Lockup | None


def frame_of(edition: Edition, geometry: PageGeometry) -> Frame:
    """The frame of an edition's sheet."""
    reading = reading_of(geometry.width, geometry.height)
    return Frame(
        geometry=geometry,
        lettering=Lettering(edition.sheet.faces),
        reading=reading,
        leftwards=is_written_leftwards(edition.language),
    )


def set_foot(frame: Frame, edition: Edition, lockup: Lockup | None) -> Foot:
    """The foot of a sheet: school and lock-up side by side; below each other where both have no room."""
    geometry, start = frame.geometry, frame.margin
    flag = max(LEAST_MM, EMBLEM * max(geometry.width, geometry.height))
    width = height = clear = 0.0
    if lockup:
        lockup, layout = _arranged(lockup, frame.measure / flag, edition.sheet.faces.statement)
        flag = max(LEAST_MM, min(flag, frame.measure / layout.width))
        width, height, clear = layout.width * flag, layout.height * flag, flag * CLEAR
    small, floor = _set_disclaimer(frame, lockup, clear)
    beside = frame.measure - width - 2 * clear
    apart = lockup is not None and beside - _logos(frame, edition, flag, framed=True) < NARROWEST * frame.measure
    school = _set_school(frame, edition, frame.measure if apart else beside, flag, framed=lockup is not None)
    tall = school.height + 2 * clear + height if apart else max(school.height, height)
    school = school.moved(floor - tall if apart else floor - (tall + school.height) / 2)
    emblem = None
    if lockup:
        box = Box(left=start + frame.measure - width, top=floor - height, width=width, height=height)
        emblem = PlacedEmblem(box=box, height=flag)
    return Foot(
        top=floor - tall - max(clear, frame.gap),
        blocks=(school.text, *small),
        logos=school.logos,
        emblem=emblem,
        lockup=lockup,
    )


def _arranged(lockup: Lockup, room: float, face: Face) -> tuple[Lockup, LockupLayout]:
    """The lock-up as it is wanted, its statement below the flag where beside it both are broader than the sheet."""
    variant = find_variant(lockup.ink)
    layout = lay_out(lockup, face.width, variant)
    if layout.width > room and not lockup.artwork:
        lockup = replace(lockup, arrangement=Arrangement.BELOW)
        layout = lay_out(lockup, face.width, variant)
    return lockup, layout


def _set_disclaimer(frame: Frame, lockup: Lockup | None, clear: float) -> tuple[tuple[TextBlock, ...], float]:
    """The small print above the stripe, and where what stands above it ends."""
    floor = frame.stripe.top - max(clear, 0.6 * frame.margin)
    if not (lockup and lockup.disclaimer):
        return (), floor
    size, text = frame.reading.small, Phrase(text=lockup.disclaimer)
    height = text_height(frame, text.text, TextRole.NOTE, size, frame.measure)
    box = Box(left=frame.margin, top=frame.stripe.top - 0.4 * frame.margin - height, width=frame.measure, height=height)
    return (set_text(frame, text, TextRole.NOTE, size, box),), box.top - max(clear, 0.4 * frame.margin)


def _logo_room(frame: Frame, edition: Edition, flag: float, *, framed: bool) -> tuple[float, float]:
    """The width and height of the room of each logo; `framed`: a flag stands beside it."""
    across, up = LOGO if framed else ALONE
    count = max(len(edition.project.school.logos), 1)
    return min(across * flag, LOGOS * frame.measure / count - flag * CLEAR), up * flag


def _logos(frame: Frame, edition: Edition, flag: float, *, framed: bool) -> float:
    """How much of a row the school's logos take, with the room before each."""
    across, _ = _logo_room(frame, edition, flag, framed=framed)
    return len(edition.project.school.logos) * (across + flag * CLEAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class _School:
    """Name and place of the school, and its logos, side by side, from the top of the sheet on."""

    text: TextBlock
    logos: tuple[PlacedLogo, ...]
    height: float

    def moved(self, top: float) -> _School:
        """The same further down."""
        return replace(
            self,
            text=replace(self.text, box=replace(self.text.box, top=self.text.box.top + top)),
            logos=tuple(replace(logo, box=replace(logo.box, top=logo.box.top + top)) for logo in self.logos),
        )


def _set_school(frame: Frame, edition: Edition, measure: float, flag: float, *, framed: bool) -> _School:
    """Name and place, and behind them the logos, each centred in the height of the higher."""
    school, body = edition.project.school, frame.reading.body
    across, up = _logo_room(frame, edition, flag, framed=framed)
    width = measure - _logos(frame, edition, flag, framed=framed)
    least, most = (scale * body for scale in NAME)
    two_lines = NAME_LINES * most * PT * leading(frame, TextRole.SCHOOL)
    size = largest_size(frame, school.name, TextRole.SCHOOL, (width, two_lines), least, most)
    lines = [Line(text=Phrase(text=school.name), role=TextRole.SCHOOL, scale=size / body)]
    if town := school_place(edition):
        lines.append(Line(text=Phrase(text=town), gap=0.1))
    words = depth(frame, lines, body, width)
    height = max(words, up if school.logos else 0.0)
    box = Box(left=frame.margin, top=(height - words) / 2, width=width, height=words)
    logos = (
        Box(
            left=box.left + width + flag * CLEAR + place * (across + flag * CLEAR),
            top=(height - up) / 2,
            width=across,
            height=up,
        )
        for place in range(len(school.logos))
    )
    return _School(
        text=set_lines(frame, lines, body, box),
        logos=tuple(PlacedLogo(key=name, box=box) for name, box in zip(school.logos, logos, strict=True)),
        height=height,
    )
