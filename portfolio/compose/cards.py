"""How high plates and cards are, reckoned from letter widths as captions are: what follows below composed photos.

Heights in mm and sizes in pt as the base theme sets them (css/dossier.css).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from portfolio.compose.sheet import Sheet
from portfolio.model.blocks import TEXT_MEASURE, Exhibit
from portfolio.model.face import PT, Face
from portfolio.model.plates import in_plates_and_cards
from portfolio.model.stack import Piece

TEXT, TITLE = (8.5, 4.2), (10.5, 5.0)  # what stands on a card
CREDIT = 3.5
SMALL = 1.25  # above a text, and a credit
CELL = 1.0  # of a row of details, above and below
KIND = 7.8  # number and kind with the stroke above them
PICTURE_END = 2.0  # below a picture
PICTURE = 53.0  # the widest on a plate or a card; a pair has its words beside a narrower one
# width of the words and of their labels, below or beside a picture of a width
_PLATE, _PAIR = (53.33, 20.0, PICTURE), (41.5, 17.0, 37.0)
_CARD = (TEXT_MEASURE, 34.0)
_ROW_END, _CARD_END = 7.5, 5.0


def card_pieces(exhibits: Sequence[Exhibit], sheet: Sheet) -> Iterator[Piece]:
    """Rows of plates and pairs, and cards, none of which is cut in two."""
    for form, row in in_plates_and_cards(exhibits):
        if form == "cards":
            for exhibit in row:
                yield Piece(lines=1, height=_card(exhibit, sheet), after=_CARD_END)
        else:
            height = _pairs(row, sheet) if form == "pairs" else _plates(row, sheet)
            yield Piece(lines=1, height=KIND + height, after=_ROW_END)


def _plates(row: Sequence[Exhibit], sheet: Sheet) -> float:
    """Pictures above words that begin on one line."""
    width, label, most = _PLATE
    words = max(_words(exhibit, sheet, width, label, TEXT) for exhibit in row)
    return max(_picture(exhibit, most) for exhibit in row) + PICTURE_END + words


def _pairs(row: Sequence[Exhibit], sheet: Sheet) -> float:
    """Words beside pictures."""
    width, label, most = _PAIR
    sides = ((_picture(each, most) + PICTURE_END, _words(each, sheet, width, label, TEXT)) for each in row)
    return max(height for side in sides for height in side)


def _card(exhibit: Exhibit, sheet: Sheet) -> float:
    width, label = _CARD
    return max(KIND + _picture(exhibit, PICTURE), 1.6 + _words(exhibit, sheet, width, label, TITLE))


def _picture(exhibit: Exhibit, most: float) -> float:
    picture = exhibit.picture
    return picture.height_mm * min(1.0, most / picture.width_mm) if picture else 0.0


def _words(exhibit: Exhibit, sheet: Sheet, width: float, label: float, title: tuple[float, float]) -> float:
    """The height of title, date, text, details and credit."""
    size, leading = title
    height = _lines(exhibit.title.text, sheet.faces.bold, size, width) * leading
    size, leading = TEXT
    origin = " · ".join(filter(None, (exhibit.dated, exhibit.place)))
    if origin:
        height += _lines(origin, sheet.faces.regular, size, width) * leading
    if exhibit.caption and exhibit.caption.text != exhibit.title.text:
        height += SMALL + _lines(exhibit.caption.text, sheet.faces.regular, size, width) * leading
    for name, runs in exhibit.details:
        said = "".join(run.text for run in runs)
        lines = max(
            _lines(name, sheet.faces.regular, size, label - 3.0), _lines(said, sheet.faces.regular, size, width - label)
        )
        height += lines * leading + CELL
    height += 2.0 if exhibit.details else 0.0
    return height + (SMALL + CREDIT if exhibit.credit else 0.0)


def _lines(text: str, face: Face, size: float, width: float) -> int:
    return face.lines(text, width / (size * PT))
