"""The photos of a poster: which there are, how large each may be, and what is said of those that are too small."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil

from portfolio.compose.edition import Edition
from portfolio.compose.mosaic import Shot
from portfolio.compose.photopages import Size, within
from portfolio.compose.pictures import is_photo, pixels_across, place, shape
from portfolio.compose.posterpage import LOWEST
from portfolio.model.blocks import PlacedPicture
from portfolio.model.box import Box
from portfolio.model.evidence import EvidenceItem
from portfolio.model.pictureposter import PlacedPhoto
from portfolio.model.problem import Place, Problem, note, warning

MOST = 6
DOTS = 150  # an inch: with fewer a photo on a poster is no longer sharp (what print shops ask for)
CLOSE = 1.1  # of its good width: a place that is hardly larger is not worth a word
FINE = 300  # an inch: with more nobody sees a difference
_INCH = 25.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Photos:
    """Pieces that are photos, and what is to be said of those that are left out."""

    items: tuple[EvidenceItem, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def shots(self) -> tuple[Shot, ...]:
        """How large each may be."""
        return tuple(Shot(shape=shape(item), widest=good_width(item)) for item in self.items)


def credit_of(photos: Photos, edition: Edition) -> str:
    """Who took the photos, as far as that is known; "" for nobody."""
    names = dict.fromkeys(item.credit.value for item in photos.items if item.credit)
    return edition.locale.word("exhibit.credit", name=edition.locale.listed(names)) if names else ""


def good_width(item: EvidenceItem) -> float:
    """How wide in mm a photo is good for."""
    return pixels_across(item) / DOTS * _INCH


def named_photos(named: Sequence[str], edition: Edition) -> Photos:
    """Those of the edition that are named by their ids, at most MOST (`poster.many-photos`, `poster.tiny-photo`)."""
    items = {name: piece.item for piece in edition.pieces for name in piece.item.ids}
    found = tuple(dict.fromkeys(items[name] for name in named if name in items and is_photo(items[name])))
    photos = sharp_enough(found[:MOST])
    if len(found) > MOST:
        more = note("poster.many-photos", Place(file="portfolio.yaml"), n=len(found), most=MOST)
        return replace(photos, problems=(more, *photos.problems))
    return photos


def sharp_enough(items: Sequence[EvidenceItem]) -> Photos:
    """Without those that would have to be smaller than anybody sees from afar (`poster.tiny-photo`)."""
    tiny = [item for item in items if max(good_width(item), good_width(item) / shape(item)) < LOWEST]
    return Photos(
        items=tuple(item for item in items if item not in tiny),
        problems=tuple(
            warning("poster.tiny-photo", Place(file=item.files[0]), **_pixels(item), good=_cm(good_width(item)))
            for item in tiny
        ),
    )


def lone_photo(item: EvidenceItem, room: Size, edition: Edition) -> tuple[PlacedPicture, tuple[Problem, ...]]:
    """A photo that a layout places by itself, in as much room as it may have, fine enough to be printed there.

    Problem: `poster.soft-photo` where it has too few pixels for all that room.
    """
    size = within(shape(item), room.width, room.height)
    longest = ceil(max(size.width, size.height) / _INCH * FINE)
    picture = replace(place(item, size, edition), longest=longest)
    good = good_width(item)
    if size.width <= good * CLOSE:
        return picture, ()
    where = Place(file=item.files[0])
    return picture, (warning("poster.soft-photo", where, **_pixels(item), good=_cm(good), wish=_cm(size.width)),)


def place_photos(
    photos: Photos, boxes: Iterable[Box], wished: Iterable[Box], edition: Edition
) -> tuple[tuple[PlacedPhoto, ...], tuple[Problem, ...]]:
    """The photos in their boxes; `wished` are those that they would have with pixels enough (`poster.small-photo`)."""
    placed: list[PlacedPhoto] = []
    problems: list[Problem] = []
    for item, box, wish in zip(photos.items, boxes, wished, strict=True):
        picture = place(item, Size(width=round(box.width, 2), height=round(box.height, 2)), edition)
        longest = ceil(max(box.width, box.height) / _INCH * FINE)
        placed.append(PlacedPhoto(picture=replace(picture, longest=longest), box=box))
        if wish.width > good_width(item) * CLOSE:
            problems.append(_small(item, here=box.width, wish=wish.width))
    return tuple(placed), tuple(problems)


def _small(item: EvidenceItem, *, here: float, wish: float) -> Problem:
    """That a photo stands smaller than it would."""
    where, good = Place(file=item.files[0]), _cm(good_width(item))
    return warning("poster.small-photo", where, **_pixels(item), good=good, here=_cm(here), wish=_cm(wish))


def _pixels(item: EvidenceItem) -> dict[str, int]:
    across = pixels_across(item)
    return {"width": across, "height": round(across / shape(item))}


def _cm(length: float) -> int:
    return max(1, int(length / 10))
