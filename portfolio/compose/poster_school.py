"""The poster that says who the school is: its name and the claim, the pillars in a line each, its website."""

from __future__ import annotations

from dataclasses import replace

from portfolio.compose.edition import Edition
from portfolio.compose.inks import ordered_ink
from portfolio.compose.label import label_line, label_state
from portfolio.compose.photopages import Size
from portfolio.compose.place import find_site_faults, school_place, site_code
from portfolio.compose.posterphotos import Photos, good_width, lone_photo, named_photos, sharp_enough
from portfolio.compose.selection import select
from portfolio.compose.wording import pillar_lines
from portfolio.model.blocks import PlacedPicture
from portfolio.model.limits import SCHOOL_LIMITS, find_overlong
from portfolio.model.problem import Place, Problem, note
from portfolio.model.project import LabelStatus
from portfolio.model.sheet import PageGeometry, SchoolPoster
from portfolio.model.sheetorder import SheetKind, SheetOrder

_PLAIN = SheetOrder(kind=SheetKind.SCHOOL)
_TOLD = frozenset({LabelStatus.APPLYING, LabelStatus.EXPIRED})


def compose_school_poster(edition: Edition, order: SheetOrder = _PLAIN) -> tuple[SchoolPoster, tuple[Problem, ...]]:
    """The poster of an edition; "we are an eTwinning School" stands on it only while the label holds.

    Before that and after it speaks of the school's work, and of where the school stands with the label.
    Problems: those of the label, `poster.not-held`, `poster.long-text`, those of the photo and of the website.
    """
    project, word = edition.project, edition.locale.word
    state, _ = label_state(edition)
    held = state is LabelStatus.HELD
    line, problems = label_line(edition)
    photos, soft = _photo(edition, order), tuple[Problem, ...]()
    picture: PlacedPicture | None = None
    if photos.items:
        picture, soft = lone_photo(photos.items[0], _room(order.geometry), edition)
    poster = SchoolPoster(
        language=edition.language,
        title=word("document.title", title=word("poster.school.title"), school=project.school.name),
        geometry=order.geometry,
        purposes=order.purposes,
        profile=order.profile,
        lockup=ordered_ink(order, edition),
        watermark=word("document.watermark") if edition.draft else "",
        school=project.school.name,
        line=order.title,
        place=school_place(edition),
        motto=edition.phrase(project.school.motto) if project.school.motto else None,
        claim=word("label.claim") if held else word("label.none"),
        years=project.label.years if held else "",
        state=line if state in _TOLD else "",
        logos=project.school.logos,
        picture=picture,
        sharp=good_width(photos.items[0]) if photos.items else 0.0,
        pillars=pillar_lines(edition),
        code=site_code(edition),
        note=word("poster.school.note"),
    )
    unheld = () if held else (note("poster.not-held", Place(file="portfolio.yaml")),)
    said = find_overlong(poster, SCHOOL_LIMITS)
    return poster, (*problems, *unheld, *said, *photos.problems, *soft, *find_site_faults(project.school))


def _photo(edition: Edition, order: SheetOrder) -> Photos:
    """The first photo that is ordered and may be shown, else the one of the cover, if it is sharp enough."""
    if order.photos:
        photos = named_photos(order.photos, edition)
        return replace(photos, items=photos.items[:1])
    cover = select(edition).cover
    return sharp_enough([cover] if cover else [])


def _room(geometry: PageGeometry) -> Size:
    """The width and height in mm that a picture may have."""
    if geometry.landscape:
        return Size(width=geometry.width * 0.64, height=geometry.height * 0.6)
    return Size(width=geometry.width, height=geometry.height * 0.5)
