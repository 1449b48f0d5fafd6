"""What an order of a sheet names, by file or id as people write them, as the ids of pieces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from portfolio.build.meant import Meant, find_meant
from portfolio.build.survey import Survey
from portfolio.model.clearance import Audience
from portfolio.model.problem import Place, Problem, Severity, error, warning
from portfolio.model.sheetorder import SheetOrder

_WHERE = Place(file="portfolio.yaml")


def name_pieces(
    order: SheetOrder, survey: Survey, numbers: Mapping[str, str], audience: Audience
) -> tuple[SheetOrder | None, tuple[Problem, ...]]:
    """An order whose photos and project are ids; None where a photo that it names is not to be found.

    `numbers` are the exhibits' by piece. A project that no piece is called by stays as written: it may be a title.
    Problems: `poster.photo-unknown`, `poster.photo-nearest`, `poster.photo-several`, `poster.photo-withheld`,
    `poster.photo-unplaced`.
    """
    if not (order.photos or order.project):
        return order, ()
    photos = {said: find_meant(said, survey, numbers) for said in order.photos}
    problems = tuple(_faults(photos, survey, audience))
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, problems
    project = find_meant(order.project, survey, numbers) if order.project else Meant()
    named = next((item.id for item in project.pieces if item.project), order.project)
    return replace(
        order, project=named, photos=tuple(item.id for meant in photos.values() for item in meant.pieces)
    ), problems


def _faults(photos: Mapping[str, Meant], survey: Survey, audience: Audience) -> Iterator[Problem]:
    shown = {piece.item.id for piece in survey.pieces(audience)}
    mapping = survey.mapping
    for said, meant in photos.items():
        if meant.several:
            yield error("poster.photo-several", _WHERE, said=said, several=", ".join(meant.several))
        elif not meant.pieces and meant.nearest:
            yield error("poster.photo-nearest", _WHERE, said=said, nearest=meant.nearest)
        elif not meant.pieces:
            yield error("poster.photo-unknown", _WHERE, said=said)
        elif not any(mapping.pillars_of(item.id) or item.id in mapping.excluded for item in meant.pieces):
            yield warning("poster.photo-unplaced", _WHERE, said=said)
        elif not any(item.id in shown for item in meant.pieces):
            yield warning("poster.photo-withheld", _WHERE, said=said)
