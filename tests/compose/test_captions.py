from compose.editions import edition_of, photo, said

from portfolio.compose.captions import ABOVE, ORIGIN, TEXT, Caption, measure
from portfolio.compose.exhibits import set_exhibit
from portfolio.compose.sheet import AVERAGE
from portfolio.model.text import local


def caption(text: str, **fields: object) -> Caption:
    piece = photo("a", "model", caption=said(local(text, "tr")), title=said(local("Başlık", "tr")), **fields)
    return measure(set_exhibit(piece[0], "2.1", "model", edition_of(piece), None), AVERAGE, AVERAGE)


def test_a_short_caption_takes_one_line():
    assert caption("Kısa bir söz").below(80) == ABOVE + TEXT[1]


def test_the_narrower_the_photo_the_more_lines():
    told = caption("Öğrenciler bahçede bir gölge saati kurdu ve her saat başı ölçtü.")
    assert told.below(80) < told.below(40) < told.below(30)


def test_a_place_takes_a_line_of_its_own():
    assert caption("Kısa", place=said("Masalköy")).below(80) == ABOVE + TEXT[1] + ORIGIN[1]


def test_what_is_too_long_for_a_narrow_photo_is_told_below_the_row():
    told = caption("uzun söz " * 30)
    assert told.told(80) == 0.0
    assert told.told(40) > 0.0
    assert told.below(40) == ABOVE + TEXT[1]
