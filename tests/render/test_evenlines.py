"""Texts broken where their lines are about equally long."""

from portfolio.render.evenlines import MOST_LINES, MOST_WORDS, Texts
from portfolio.render.glyphs import read_faces
from portfolio.themes import load_theme

FACES = read_faces(load_theme("base", None))


def lines(text):
    return [way.texts for way in Texts(FACES).ways(text)]


def test_every_number_of_lines_from_one_to_a_word_a_line():
    assert lines("Masalköy Işıltı İlkokulu") == [
        ("Masalköy Işıltı İlkokulu",),
        ("Masalköy", "Işıltı İlkokulu"),
        ("Masalköy", "Işıltı", "İlkokulu"),
    ]


def test_a_line_may_end_after_a_hyphen_which_stays():
    assert lines("Johann-Gutenberg-Schule Oberdorf")[1:3] == [
        ("Johann-Gutenberg-", "Schule Oberdorf"),
        ("Johann-", "Gutenberg-", "Schule Oberdorf"),
    ]


def test_the_width_is_that_of_the_longest_line():
    for way in Texts(FACES).ways("bütün okulun ortak emeğiyle"):
        assert abs(way.width - max(map(FACES.bold.width, way.texts))) < 1e-9


def test_no_text_is_broken_into_more_lines_than_a_plate_has():
    assert len(lines("bir " * MOST_WORDS)) == MOST_LINES
    assert lines("bir " * (MOST_WORDS + 1)) == []
