"""The mission poster, in the order of the mission posters that eTwinning Schools hang up."""

from __future__ import annotations

from portfolio.compose.edition import Edition
from portfolio.compose.inks import ordered_ink
from portfolio.compose.label import label_line
from portfolio.compose.place import school_place
from portfolio.compose.prose import set_prose
from portfolio.compose.wording import all_official, phrase, pillar_entries
from portfolio.model.blocks import Paragraph
from portfolio.model.limits import MISSION_LIMITS, find_overlong
from portfolio.model.problem import Place, Problem, note
from portfolio.model.sheet import MissionPoster
from portfolio.model.sheetorder import SheetKind, SheetOrder

_PLAIN = SheetOrder(kind=SheetKind.MISSION)


def compose_poster(edition: Edition, order: SheetOrder = _PLAIN) -> tuple[MissionPoster, tuple[Problem, ...]]:
    """The poster of an edition; "we are an eTwinning School" stands in it only while the label holds."""
    project, mission, word = edition.project, edition.framework.mission, edition.locale.word
    held = project.label.holds_on(edition.today)
    title = phrase(mission.titles, edition.language)
    body = phrase(mission.bodies, edition.language)
    blocks, problems = set_prose(body.text, file="mission", anchor="mission-text", language=body.language)
    poster = MissionPoster(
        language=edition.language,
        title=word("document.title", title=word("poster.title"), school=project.school.name),
        geometry=order.geometry,
        purposes=order.purposes,
        profile=order.profile,
        school=project.school.name,
        line=order.title,
        place=school_place(edition),
        brand=word("label.brand") if held else word("label.none"),
        years=project.label.years if held else "",
        claim=word("label.claim") if held else "",
        logos=project.school.logos,
        lockup=ordered_ink(order, edition),
        mission_title=word("mission.section") if title.language else title.text,
        mission=tuple(block for block in blocks if isinstance(block, Paragraph)),
        mission_note="" if all_official(edition) else word("poster.own_rendering"),
        pillars=pillar_entries(edition),
        watermark=word("document.watermark") if edition.draft else "",
    )
    return poster, (*problems, *_problems_in(poster, edition))


def _problems_in(poster: MissionPoster, edition: Edition) -> tuple[Problem, ...]:
    where = Place(file="portfolio.yaml")
    _, problems = label_line(edition)
    if not poster.claim:
        problems = (*problems, note("poster.not-held", where))
    return (*problems, *find_overlong(poster, MISSION_LIMITS))
