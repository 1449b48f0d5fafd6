"""What stands in a review sheet: a row a piece, with what is known of it and who may see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from portfolio.build.sheetfields import SheetField, SheetFields
from portfolio.build.survey import Survey
from portfolio.compose.photopages import Size
from portfolio.compose.pictures import small_picture
from portfolio.files.originals import Originals
from portfolio.model.clearance import HANDED_OUT, Clearance
from portfolio.model.document import PlacedPicture
from portfolio.model.events import Progress, Report, Stage
from portfolio.model.evidence import EvidenceItem
from portfolio.model.problem import Problem
from portfolio.model.text import Phrase
from portfolio.render.derivatives import derive

_SIDE = 27.9  # mm: 220 px as derivatives are drawn
_AT_ONCE = 50  # pictures between two signs of progress


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """A piece as the sheet shows it: the text of each field asked, its pillars, its clearance for each of HANDED_OUT.

    Of a `withdrawn` one nothing is shown but its id, its file and why.
    """

    item: EvidenceItem
    withdrawn: bool
    values: tuple[str, ...]
    pillars: tuple[str, ...]
    clearances: tuple[Clearance, ...]


def review_rows(survey: Survey, fields: SheetFields, asked: Sequence[SheetField]) -> tuple[ReviewRow, ...]:
    """A row for each piece that nobody left out, as they lie in the folder."""
    pieces = (item for item in survey.catalogue.items if item.id not in survey.mapping.excluded)
    judged = Judged(survey.clearances)
    pillars: dict[str, list[str]] = defaultdict(list)
    for link in survey.mapping.links:
        if link.pillar:
            pillars[link.item].append(link.pillar)
    return tuple(
        ReviewRow(
            item=item,
            withdrawn=judged.withdrawn(item),
            values=tuple(judged.shown(item, each, fields) for each in asked),
            pillars=() if judged.withdrawn(item) else tuple(dict.fromkeys(pillars[item.id])),
            clearances=judged.of(item),
        )
        for item in sorted(pieces, key=lambda item: (item.files, item.id))
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


def _picture(item: EvidenceItem) -> PlacedPicture | None:
    return small_picture(item, Size(width=_SIDE, height=_SIDE), Phrase(text=""))
