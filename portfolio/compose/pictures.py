"""Pictures at their printed size: photos, scans, and the first page of a PDF."""

from __future__ import annotations

from portfolio.compose.edition import Edition
from portfolio.compose.photopages import Size, within
from portfolio.compose.titles import alternative
from portfolio.model.blocks import PlacedPicture
from portfolio.model.evidence import EvidenceItem, Kind
from portfolio.model.text import Phrase

PDF = "application/pdf"
A4_SHAPE = 210 / 297
# A card's picture: an A4 page in small, upright 40 mm wide, and smaller where pages are better filled so.
CARDS = (Size(width=53.0, height=56.57), Size(width=53.0, height=47.0), Size(width=53.0, height=38.0))


def shape(item: EvidenceItem) -> float:
    """Width / height of what is shown of a piece's picture or first page; A4 upright where nothing is known."""
    whole = item.raster.width / item.raster.height if item.raster else item.page_shape or A4_SHAPE
    crop = item.redaction.crop if item.redaction else None
    return whole * crop.width / crop.height if crop else whole


def pixels_across(item: EvidenceItem) -> int:
    """How many pixels of width a picture has to show, 0 for what is none."""
    crop = item.redaction.crop if item.redaction else None
    return int((item.raster.width if item.raster else 0) * (crop.width if crop else 1))


def is_picture(item: EvidenceItem) -> bool:
    """Whether a piece is a picture that could be opened."""
    return item.media_type.startswith("image/") and item.raster is not None


def is_photo(item: EvidenceItem) -> bool:
    """Whether a piece is set among the photos."""
    return item.kind is Kind.PHOTO and is_picture(item)


def place(item: EvidenceItem, size: Size, edition: Edition, page: int | None = None) -> PlacedPicture:
    """A piece's picture at a size in mm, with its alternative text."""
    return placed(item, size, alternative(item, edition), page)


def placed(item: EvidenceItem, size: Size, words: Phrase, page: int | None = None) -> PlacedPicture:
    """A piece's picture at a size in mm; its key names piece, page and size, so that each size has its derivative."""
    part = f"-p{page}" if page else ""
    return PlacedPicture(
        key=f"{item.id}{part}-{size.width:g}x{size.height:g}",
        item=item.id,
        source=item.source,
        file=item.files[0],
        sha256=item.sha256,
        media_type=item.media_type,
        width_mm=size.width,
        height_mm=size.height,
        alternative=words,
        page=page,
        redaction=item.redaction,
    )


def card_picture(item: EvidenceItem, edition: Edition, room: Size = CARDS[0]) -> PlacedPicture | None:
    """The small picture on a card."""
    return small_picture(item, room, alternative(item, edition))


def small_picture(item: EvidenceItem, room: Size, words: Phrase) -> PlacedPicture | None:
    """What a piece looks like: the scan itself or the first page of a PDF; None for what has no pages."""
    size = within(shape(item), room.width, room.height)
    if is_picture(item):
        return placed(item, size, words)
    if item.media_type == PDF and item.pages:
        return placed(item, size, words, page=1)
    return None
