"""The poster that says who the school is: its name and the claim, the pillars in a line each, its website."""

from __future__ import annotations

from portfolio.compose.edition import Edition
from portfolio.compose.inks import ordered_ink
from portfolio.compose.label import label_line, label_state
from portfolio.compose.photopages import within
from portfolio.compose.pictures import is_photo, place, shape
from portfolio.compose.place import find_site_faults, school_place, site_code
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
    Problems: those of the label, `poster.not-held`, `poster.long-text`, those of the website.
    """
    project, word = edition.project, edition.locale.word
    state, _ = label_state(edition)
    held = state is LabelStatus.HELD
    line, problems = label_line(edition)
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
        picture=_picture(edition, order),
        pillars=pillar_lines(edition),
        code=site_code(edition),
        note=word("poster.school.note"),
    )
    unheld = () if held else (note("poster.not-held", Place(file="portfolio.yaml")),)
    said = find_overlong(poster, SCHOOL_LIMITS)
    return poster, (*problems, *unheld, *said, *find_site_faults(project.school))


def _picture(edition: Edition, order: SheetOrder) -> PlacedPicture | None:
    """The first photo that is ordered and may be shown, else the one of the cover, in the largest place it can have."""
    photos = [piece.item for piece in edition.pieces if is_photo(piece.item)]
    wanted = [item for name in order.photos for item in photos if name in (item.id, *item.files)]
    item = next(iter(wanted), None) if order.photos else select(edition).cover
    return place(item, within(shape(item), *_room(order.geometry)), edition) if item else None


def _room(geometry: PageGeometry) -> tuple[float, float]:
    """The width and height in mm that a picture may have."""
    if geometry.landscape:
        return geometry.width * 0.64, geometry.height * 0.6
    return geometry.width, geometry.height * 0.5
