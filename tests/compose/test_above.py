"""What is left of a page is reckoned as the typesetter sets it: see also render/test_pdf_pages.py."""

from portfolio.compose.above import SAFETY, band, heading_room, left_below, plain_opener
from portfolio.compose.sheet import Sheet
from portfolio.model.blocks import Column, Figure, Heading, Paragraph, ParagraphStyle, Row, Run, Table
from portfolio.model.text import Phrase

SHEET = Sheet(depth=251.0)
HEADING = Heading(text="Fotoğraflarla", level=2, anchor="photo-x")
OPENER = band("Başlık", Phrase(text="Bir tümce."), (Figure(number="5", label="fotoğraf"),), SHEET)


def left(*blocks) -> float:
    return left_below(OPENER, blocks, HEADING, SHEET)


def words(count: int, style: ParagraphStyle = ParagraphStyle.BODY) -> Paragraph:
    return Paragraph(runs=(Run(text="sözcük " * count),), style=style)


def test_below_an_opener_alone():
    assert left() == 251.0 - (27 + 12 + 5 + 6.5 + 6 + 15 + 2.5 + 8) - 9 - 9.8 - 3.5 - SAFETY


def test_a_compact_band_has_number_and_glyph_beside_its_words():
    lead = Phrase(text="Bir tümce.")
    assert band("Başlık", lead, (), SHEET, compact=True).height == 20 + 6  # as high as number and glyph at least
    assert band("Başlık " * 8, lead, (), SHEET, compact=True).height == 30 + 2.5 + 5.5 + 6


def test_each_line_of_a_text_takes_its_room():
    assert left() - left(words(3)) == 7.5 + 5.0  # the gap below the opener counts as well: the heading's was larger
    assert left(words(3)) - left(words(30)) == 15.0


def test_a_text_that_fills_its_page_leaves_the_rest_of_the_next():
    assert left(*[words(100)] * 6) > left(*[words(100)] * 3)


def test_lists_tables_and_headings_are_counted():
    table = Table(title="Nerede?", columns=(Column(title="A", share=12),), rows=(Row(cells=((Run(text="x"),),)),))
    for block in (words(3, ParagraphStyle.BULLET), words(3, ParagraphStyle.QUOTE), table, HEADING):
        assert left(block, words(3)) < left(words(3))


def test_openers_and_headings_grow_with_their_lines():
    assert plain_opener("Uzun bir başlık " * 5, SHEET).height > plain_opener("Kısa", SHEET).height
    assert heading_room(HEADING, SHEET) == 7.5 + 2.3 + 3.5
