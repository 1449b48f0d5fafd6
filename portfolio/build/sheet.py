"""What stands in a review sheet: a row a piece, with what is known of it and who may see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from portfolio.build.sheetfields import SheetField, SheetFields
from portfolio.build.sheetplaces import PLACES, SheetPlaces
from portfolio.build.survey import Survey
from portfolio.compose.photopages import Size
from portfolio.compose.pictures import small_picture
from portfolio.files.originals import Originals
from portfolio.model.blocks import PlacedPicture
from portfolio.model.clearance import HANDED_OUT, Clearance
from portfolio.model.events import Progress, Report, Stage
from portfolio.model.evidence import EvidenceItem
from portfolio.model.mapping import Link
from portfolio.model.problem import Problem, Reason
from portfolio.model.text import Phrase
from portfolio.render.derivatives import derive

_SIDE = 27.9  # mm: 220 px as derivatives are drawn
_AT_ONCE = 50  # pictures between two signs of progress


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """A piece as the sheet shows it: the text of each field asked, its clearance for each of HANDED_OUT, and its place.

    `places` are the cells of PLACES by key; `links` and `suggestions` tell why, `excluded` why it is left out.
    Of a `withdrawn` one nothing is shown but its id, its file and why.
    """

    item: EvidenceItem
    withdrawn: bool
    values: tuple[str, ...]
    clearances: tuple[Clearance, ...]
    places: Mapping[str, str]
    links: tuple[Link, ...] = ()
    suggestions: tuple[Link, ...] = ()
    excluded: Reason | None = None


def review_rows(
    survey: Survey, fields: SheetFields, asked: Sequence[SheetField], places: SheetPlaces
) -> tuple[ReviewRow, ...]:
    """A row for each piece, also for those left out, as they lie in the folder."""
    judged = Judged(survey.clearances)
    links: dict[str, list[Link]] = defaultdict(list)
    suggestions: dict[str, list[Link]] = defaultdict(list)
    for found, of in ((links, survey.mapping.links), (suggestions, survey.mapping.suggestions)):
        for link in of:
            found[link.item].append(link)
    return tuple(
        ReviewRow(
            item=item,
            withdrawn=judged.withdrawn(item),
            values=tuple(judged.shown(item, each, fields) for each in asked),
            clearances=judged.of(item),
            places=judged.places(item, places),
            links=tuple(links[item.id]),
            suggestions=tuple(suggestions[item.id]),
            excluded=survey.mapping.excluded.get(item.id),
        )
        for item in sorted(survey.catalogue.items, key=lambda item: (item.files, item.id))
    )


class Judged:
    """The clearances of a survey by piece, and what of a piece a sheet may show."""

    def __init__(self, clearances: Iterable[Clearance]) -> None:
        self._by_piece: dict[str, list[Clearance]] = defaultdict(list)
        for entry in clearances:
            self._by_piece[entry.item].append(entry)

    def of(self, item: EvidenceItem) -> tuple[Clearance, ...]:
        """The clearances of a piece in the order of HANDED_OUT."""
        return tuple(sorted(self._by_piece[item.id], key=lambda entry: HANDED_OUT.index(entry.audience)))

    def withdrawn(self, item: EvidenceItem) -> bool:
        """Whether a consent was withdrawn, and no audience is left that may see the piece."""
        entries = self._by_piece[item.id]
        ended = any(entry.why.code == "clearance.withdrawn" for entry in entries)
        return ended and not any(entry.allowed for entry in entries)

    def shown(self, item: EvidenceItem, asked: SheetField, fields: SheetFields) -> str:
        """What the sheet shows of a field of a piece."""
        return "" if self.withdrawn(item) else fields.shown(item, asked)

    def places(self, item: EvidenceItem, places: SheetPlaces) -> dict[str, str]:
        """What the sheet shows of the place of a piece."""
        return dict.fromkeys(PLACES, "") if self.withdrawn(item) else places.shown(item)


def draw_thumbnails(
    rows: Iterable[ReviewRow], originals: Originals, folder: Path, report: Report
) -> tuple[dict[str, Path], tuple[Problem, ...]]:
    """The small pictures of pieces by id: upright, redacted, without metadata; and a Problem for what is unreadable."""
    wanted = [picture for row in rows if not row.withdrawn and (picture := _picture(row.item))]
    found: dict[str, Path] = {}
    problems: list[Problem] = []
    for done in range(0, len(wanted), _AT_ONCE):
        some = wanted[done : done + _AT_ONCE]
        report(Progress(stage=Stage.RENDER, done=done, total=len(wanted), name=some[0].file))
        made, faults = derive(some, originals, folder)
        found |= {picture.item: made[picture.key].path for picture in some if picture.key in made}
        problems += faults
    return found, tuple(problems)


def is_drawn(item: EvidenceItem) -> bool:
    """Whether there is something to see of a piece."""
    return _picture(item) is not None


def thumbnail(item: EvidenceItem, originals: Originals, folder: Path, longest: int = 0) -> Path | None:
    """The small picture of one piece, or one of `longest` px; None where it has none, or it cannot be drawn."""
    picture = _picture(item)
    if picture is None:
        return None
    picture = replace(picture, longest=longest)
    made, _ = derive([picture], originals, folder)
    return made[picture.key].path if picture.key in made else None


def _picture(item: EvidenceItem) -> PlacedPicture | None:
    return small_picture(item, Size(width=_SIDE, height=_SIDE), Phrase(text=""))
