"""Texts are measured as a font's widths say, whole words at a time."""

import pytest

from portfolio.model.blocks import Run
from portfolio.model.face import PT, Face, Faces
from portfolio.model.lettering import JOINED, SURE, Lettering
from portfolio.render.glyphs import read_faces
from portfolio.themes import load_theme

NARROW, WIDE = Face(advances={}, other=0.5), Face(advances={}, other=0.6)
LETTERING = Lettering(Faces(regular=NARROW, bold=WIDE, statement=NARROW))
PT_OF_A_MM = 1 / PT  # a size at which an em is 1 mm


@pytest.mark.parametrize(
    ("measure", "lines"),
    [
        (9.0, 1),  # "three short words" is 17 letters of 0.5 mm wide
        (8.0, 2),
        (3.0, 3),
        (1.3, 6),  # each word is broken, and nothing stands beside its last part
    ],
)
def test_lines_of_a_text(measure, lines):
    assert LETTERING.lines("three short words", PT_OF_A_MM, measure / SURE) == lines


def test_no_text_has_no_lines_and_no_height():
    assert LETTERING.lines("", 10, 100) == 0
    assert LETTERING.height("", 10, 1.2, 100) == 0


def test_a_balanced_text_has_as_many_lines_in_a_narrower_measure():
    text = "a name that breaks into one long line and two"
    measure = LETTERING.balanced(text, PT_OF_A_MM, 19)
    assert measure < 14
    assert LETTERING.lines(text, PT_OF_A_MM, measure) == LETTERING.lines(text, PT_OF_A_MM, 19) == 2


def test_bold_words_of_a_text_are_wider():
    plain = LETTERING.learn((Run(text="ten letters"),))
    mixed = LETTERING.learn((Run(text="a "), Run(text="bold", strong=True), Run(text="ly put word")))
    assert LETTERING.width(plain, PT_OF_A_MM) * SURE == pytest.approx(11 * 0.5)
    assert mixed == "a boldly put word"
    assert LETTERING.widest(mixed) * SURE == pytest.approx(4 * 0.6 + 2 * 0.5)
    assert LETTERING.width(mixed, PT_OF_A_MM) * SURE == pytest.approx(4 * 0.6 + 13 * 0.5)


def test_joined_letters_are_given_more_room():
    lettering = Lettering(read_faces(load_theme("base", None)))
    word = "مدرسة"
    assert lettering.widest(word) * SURE == pytest.approx(JOINED * lettering.faces.regular.width(word))
