"""What the posters of projects and of events share: from what is said on one to all in its place on the sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil, inf
from typing import TypeVar

from portfolio.compose.edition import Edition
from portfolio.compose.inks import ordered_ink
from portfolio.compose.place import web_address
from portfolio.compose.posterfield import Heading
from portfolio.compose.posterfoot import frame_of, set_foot
from portfolio.compose.posterlines import Line
from portfolio.compose.posterpage import Content, Page, set_page
from portfolio.compose.posterphotos import Photos, credit_of, place_photos
from portfolio.model.blocks import Run
from portfolio.model.box import Box
from portfolio.model.limits import find_too_long
from portfolio.model.pictureposter import PicturePoster, ScanCode, TextRole
from portfolio.model.problem import Place, Problem, error, warning
from portfolio.model.sheetorder import SheetOrder
from portfolio.model.text import Phrase
from portfolio.visibility.frame import Frame

_SHOWN_ADDRESS = 48  # letters of an address that is also written
_MODULE = 0.7  # mm of a code's module at least, as `render.qr` has it
_WHERE = Place(file="portfolio.yaml")

P = TypeVar("P", bound=PicturePoster)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a poster says: a heading, lines, an address, photos, and the colour of a pillar."""

    heading: Heading
    pillar: str
    photos: Photos
    lines: tuple[Line, ...] = ()
    address: str = ""


def set_poster(
    make: Callable[..., P], said: Said, edition: Edition, order: SheetOrder
) -> tuple[P | None, tuple[Problem, ...]]:
    """The poster that `make` makes of all that the posters share; None where it does not fit.

    Problems: `poster.long-text`, `poster.small`, `poster.no-room-photos`, and those of
    photos.
    """
    school, word = edition.project.school, edition.locale.word
    if problems := tuple(find_too_long({"school.name": school.name, "address": said.address})):
        return None, problems
    frame = frame_of(edition, order.geometry, ordered_ink(order, edition))
    photos, content = said.photos, _content(said, edition)
    foot = set_foot(frame, edition)
    page = _page(content, frame, foot.top)
    if page is None and photos.items:  # better without photos, or without a figure, than not at all
        photos = Photos(items=(), problems=(*photos.problems, warning("poster.no-room-photos", _WHERE)))
        content = _content(replace(said, photos=photos), edition)
        page = _page(content, frame, foot.top)
    if page is None:
        size = f"{order.geometry.width:.0f} × {order.geometry.height:.0f} mm"
        return None, (*photos.problems, error("poster.small", _WHERE, size=size))
    placed, small = place_photos(photos, page.photos, _wished(content, frame, foot.top, page).photos, edition)
    poster = make(
        language=edition.language,
        title=word("document.title", title=said.heading.title.text, school=school.name),
        geometry=order.geometry,
        purposes=order.purposes,
        profile=order.profile,
        lockup=foot.lockup,
        watermark=word("document.watermark") if edition.draft else "",
        school=school.name,
        pillar=said.pillar,
        pillars=tuple(pillar.key for pillar in edition.framework.pillars),
        field=page.field,
        blocks=page.blocks,
        photos=placed,
        code=_code(said, page.code, edition) if page.code else None,
        foot=foot.blocks,
        logos=foot.logos,
        emblem=foot.emblem,
        stripe=foot.stripe,
    )
    return poster, (*photos.problems, *small)


def _wished(content: Content, frame: Frame, floor: float, page: Page) -> Page:
    """The page that there would be if all photos were sharp at any size."""
    if all(shot.widest >= frame.measure for shot in content.shots):
        return page
    sharp = replace(content, shots=tuple(replace(shot, widest=inf) for shot in content.shots))
    return _page(sharp, frame, floor) or page


def _page(content: Content, frame: Frame, floor: float) -> Page | None:
    """The page, its heading without a figure where that has no room."""
    plain = replace(content, heading=content.heading.plain)
    return set_page(content, frame, floor) or set_page(plain, frame, floor)


def _content(said: Said, edition: Edition) -> Content:
    """Without photos its day, else its numbers, are the poster's figure."""
    shots = said.photos.shots
    shown, whole = web_address(said.address)
    site = (Line(text=Phrase(text=shown), role=TextRole.STRONG),) if 0 < len(shown) <= _SHOWN_ADDRESS else ()
    return Content(
        heading=said.heading.plain if shots else said.heading,
        lines=(*said.lines, *site),
        counts=said.heading.counts,
        shots=shots,
        credit=credit_of(said.photos, edition),
        scan=edition.locale.word("poster.scan"),
        code=_side(whole) if whole else 0.0,
    )


def _side(address: str) -> float:
    """The least side of a code that is not too fine, with what is kept light: at most so large is one of M (ISO 18004).

    A letter that is not ASCII is written with nine signs at most; every 20 signs or fewer ask for a larger version.
    """
    signs = sum(1 if letter.isascii() else 9 for letter in address)
    return _MODULE * (29 + 4 * ceil(signs / 20))


def _code(said: Said, box: Box, edition: Edition) -> ScanCode:
    shown, whole = web_address(said.address)
    return ScanCode(
        site=(Run(text=shown, link=whole),), alternative=edition.locale.word("info.code", address=shown), box=box
    )
