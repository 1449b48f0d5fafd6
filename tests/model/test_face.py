"""Widths and lines, in a face of three letters."""

from dataclasses import replace

import pytest

from portfolio.model.face import PT, Face

FACE = Face(advances={ord("a"): 0.5, ord("i"): 0.25, ord(" "): 0.25})


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0.0), ("ai", 0.75), ("a i", 1.0), ("ა", 1.0)],  # the last one is not in the face
)
def test_width_in_em(text, width):
    assert FACE.width(text) == width


@pytest.mark.parametrize(
    ("text", "measure", "lines"),
    [
        ("aa aa", 2.25, 1),
        ("aa aa", 2.2, 2),
        ("aa aa aa", 2.25, 2),
        ("aaaaaa", 1.1, 3),  # one word, wider than the measure
        ("aa  \n aa", 1.0, 2),
    ],
)
def test_lines_in_a_measure(text, measure, lines):
    assert FACE.lines(text, measure) == lines


def test_the_height_of_a_text():
    assert FACE.height("aa aa", 10, 1.5, 2 * 10 * PT) == pytest.approx(2 * 15 * PT)
    assert FACE.height(" ", 10, 1.5, 100) == 0.0


def test_words_measured_once_need_as_many_lines():
    assert FACE.lines_of(FACE.words("aa aa aa"), 2.25) == FACE.lines("aa aa aa", 2.25)


def test_letters_may_be_set_apart():
    assert replace(FACE, spacing=0.5).width("ai") == 1.75


def test_no_line_begins_with_what_closes_or_parts_nor_ends_with_what_opens():
    assert len(FACE.words("Okulu / Lisesi")) == 2
    assert len(FACE.words("Hep ! Okul ( yeni ) bina")) == 4
    assert len(FACE.words("Okul – Çaycuma")) == 3
