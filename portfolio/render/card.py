"""The card for social media, 1200 × 630 px: set as a page by the typesetter, then drawn pixel for pixel.

All lengths are in px. Words stand in the middle, for platforms cut the card to a square, and are large enough to be
read where it is shown a third as wide.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path

from portfolio.files.pdfpages import draw_page
from portfolio.model.face import Face, Faces
from portfolio.model.lockup import Arrangement, Lockup
from portfolio.model.paste import Card, Paste
from portfolio.render.derivatives import Derivative
from portfolio.render.glyphs import read_faces
from portfolio.render.lockup import Emblems
from portfolio.themes import Theme
from portfolio.visibility.layout import CLEAR, lay_out

WIDTH, HEIGHT = 1200, 630
MEASURE = 640  # about the square in the middle, which is what some platforms leave
STRIPE = 14
LEADING = 1.14
APART = 10
PADDING = 30  # above and below the words
LARGEST, SMALLEST = 72, 32
ONE_LINE = 42  # a name that fits into one line at this size is not broken to be set larger
NAME_ROOM = 152
LABELS = (38, 34, 31)
PLACE = 27
SEEN = 0.6  # so much of a picture's height is seen at the least, where tiles beside it make that possible
MOST_TILES = 3  # beside a picture, on each side, in each of the two rows
EMBLEM = 11.0  # mm, as the lock-up is drawn
PX = 96 / 25.4  # of a mm
CORNER = (WIDTH - MEASURE) / 2 - 30 - CLEAR * EMBLEM * PX  # what is left beside the words and clear of them
LOGO, LOGO_BY_EMBLEM = 110, 41  # no logo is higher than the emblem beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where everything stands, and in which measures; `tiles` are (left, top, which field)."""

    name: int
    name_measure: int
    label: int
    label_measure: int
    band: int
    tile: float
    tiles: tuple[tuple[float, float, int], ...]
    picture_left: float
    picture_width: float
    mark: int
    width: int = WIDTH
    height: int = HEIGHT
    stripe: int = STRIPE
    measure: int = MEASURE
    place: int = PLACE
    leading: float = LEADING
    apart: int = APART
    emblem: float = EMBLEM

    @property
    def stage(self) -> int:
        """The height of picture and tiles."""
        return HEIGHT - STRIPE - self.band


def card_html(paste: Paste, theme: Theme, derivatives: Mapping[str, Derivative], logos: Mapping[str, Path]) -> str:
    """The card as one HTML document of a page.

    Raises ProjectError (`theme.template`) when a template of the theme cannot be filled.
    """
    card = replace(paste.card, lockup=_in_the_corner(paste.card.lockup, theme))
    picture = derivatives.get(card.picture.key) if card.picture else None
    return theme.render(
        "card/card.html.j2",
        paste=paste,
        card=card,
        theme=theme,
        layout=choose_layout(card, read_faces(theme), picture.width_px / picture.height_px if picture else None),
        address=picture.path.absolute().as_uri() if picture else "",
        logos=[logos[name].absolute().as_uri() for name in card.logos],
        emblem=Emblems(theme, logos),
    )


def _in_the_corner(lockup: Lockup | None, theme: Theme) -> Lockup | None:
    """The lock-up as it fits beside the words: its statement below the flag where it is too broad."""
    if not lockup or lay_out(lockup, read_faces(theme).statement.width).width * EMBLEM * PX <= CORNER:
        return lockup
    return replace(lockup, arrangement=Arrangement.BELOW)


def draw_card(pdf: Path) -> bytes:
    """The page as a PNG without metadata. Raises PdfFault."""
    data = io.BytesIO()
    draw_page(pdf, 1, (WIDTH, HEIGHT)).save(data, "PNG", optimize=True)
    return data.getvalue()


def choose_layout(card: Card, faces: Faces, shape: float | None) -> Layout:
    """The largest lettering that fits; `shape` is width / height of the picture, None for none."""
    name = _name_size(card.school, faces.bold)
    # Its medium letters are no wider than bold ones.
    label = next((size for size in LABELS if faces.bold.lines(card.label, MEASURE / size) == 1), LABELS[-1])
    words = _height(card.school, name, faces.bold) + _height(card.label, label, faces.bold) + APART
    if card.place:
        words += _height(card.place, PLACE, faces.regular) + APART / 2
    band = ceil(words + 2 * PADDING)
    stage = HEIGHT - STRIPE - band
    tile = stage / 2
    beside = _tiles_beside(shape, stage, tile) if shape else 0
    width = WIDTH - 2 * beside * tile
    return Layout(
        name=name,
        name_measure=_even_measure(card.school, name, faces.bold),
        label=label,
        label_measure=_even_measure(card.label, label, faces.bold),
        band=band,
        tile=tile,
        tiles=tuple(_beside(beside, tile) if shape else _everywhere(tile)),
        picture_left=beside * tile,
        picture_width=width,
        mark=LOGO_BY_EMBLEM if card.lockup else LOGO,
    )


def _name_size(name: str, face: Face) -> int:
    sizes = range(LARGEST, SMALLEST - 1, -1)
    whole = (size for size in sizes if size >= ONE_LINE and face.lines(name, MEASURE / size) == 1)
    fitting = (size for size in sizes if _height(name, size, face) <= NAME_ROOM)
    return next(whole, next(fitting, SMALLEST))


def _height(text: str, size: int, face: Face) -> float:
    return face.lines(text, MEASURE / size) * size * LEADING


def _even_measure(text: str, size: int, face: Face) -> int:
    """The narrowest measure that needs no more lines, so that they are about equally long."""
    count = face.lines(text, MEASURE / size)
    return next(width for width in range(MEASURE // 2, MEASURE + 1, 5) if face.lines(text, width / size) == count)


def _tiles_beside(shape: float, stage: int, tile: float) -> int:
    """How many tiles stand on each side of a picture: as few as leave enough of its height."""
    counts = range(MOST_TILES + 1)
    seen = (count for count in counts if stage * shape >= SEEN * (WIDTH - 2 * count * tile))
    return next(seen, MOST_TILES)


def _beside(count: int, tile: float) -> list[tuple[float, float, int]]:
    lefts = [place * tile for place in range(count)] + [WIDTH - place * tile for place in range(count, 0, -1)]
    return _rows(lefts, tile)


def _everywhere(tile: float) -> list[tuple[float, float, int]]:
    """Tiles over the whole stage, cut off alike on both sides."""
    count = ceil(WIDTH / tile)
    first = (WIDTH - count * tile) / 2
    return _rows([first + place * tile for place in range(count)], tile)


def _rows(lefts: list[float], tile: float) -> list[tuple[float, float, int]]:
    return [
        (round(left, 2), round(row * tile, 2), place + row * len(lefts))
        for row in range(2)
        for place, left in enumerate(lefts)
    ]
