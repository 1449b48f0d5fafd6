import re

import pytest

from portfolio.model.face import PT
from portfolio.render.drawing import Drawing, is_drawable
from portfolio.render.glyphs import read_faces
from portfolio.themes import load_theme

THEME = load_theme("base", None)
FACES = read_faces(THEME)


def test_words_are_escaped_and_the_first_thing_is_what_is_read_out():
    drawing = Drawing(THEME, FACES)
    drawing.text(10, 5, "<Rivers & Co>")
    svg = drawing.svg(170, 20, 'Two "charts" & <more>')
    assert "&lt;Rivers &amp; Co&gt;" in svg
    assert re.search(r"<svg[^>]*><title>Two &quot;charts&quot; &amp; &lt;more&gt;</title>", svg)


def test_its_size_is_in_mm_and_its_letters_in_the_fonts_of_the_theme():
    drawing = Drawing(THEME, FACES)
    drawing.text(10, 5, "A")
    svg = drawing.svg(170, 20, "")
    assert 'width="170mm" height="20.00mm" viewBox="0 0 1700 200" font-family="Ubuntu, Noto Sans, Noto' in svg
    assert f'font-size="{7 * PT * 10:.2f}"' in svg


def test_a_text_is_in_the_first_family_that_has_its_letters():
    drawing = Drawing(THEME, FACES)
    drawing.text(10, 5, "Azərbaycan")
    drawing.text(10, 15, "Malmö")
    azerbaijani, swedish = drawing.svg(170, 20, "").partition("</title>")[2].split("</text>")[:2]
    assert 'font-family="Noto Sans, Ubuntu, ' in azerbaijani
    assert "font-family" not in swedish


def test_a_sign_that_no_font_has_is_left_out():
    drawing = Drawing(THEME, FACES)
    drawing.text(10, 5, "Rain 🎉 Song")
    assert ">Rain  Song</text>" in drawing.svg(170, 20, "")


@pytest.mark.parametrize(
    ("words", "drawable"),
    [("Malmö", True), ("Malmo\u0308", True), ("თბილისი", True), ("مدرسة", False), ("שלום", False), ("विद्यालय", False)],
)
def test_what_is_joined_or_written_from_the_right_cannot_be_drawn_letter_by_letter(words, drawable):
    assert is_drawable(words) is drawable


def test_a_text_is_cut_where_its_room_ends():
    drawing = Drawing(THEME, FACES)
    assert drawing.fitted("Tales", 30) == "Tales"
    cut = drawing.fitted("Tales the Wind Carried over the Sea", 30)
    assert cut.startswith("Tales the")
    assert cut.endswith("…")
    assert drawing.width(cut) <= 30


def test_an_outline_stays_inside():
    drawing = Drawing(THEME, FACES)
    drawing.rectangle(0, 0, 10, 5, line="#000000", thick=1)
    assert 'x="5" y="5" width="90" height="40"' in drawing.svg(10, 5, "")
