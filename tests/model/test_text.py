"""Texts and the letters in them."""

from portfolio.model.text import has_leftwards


def test_what_is_written_from_the_right():
    assert [has_leftwards(text) for text in ("Okul", "Okul مدرسة", "בית", "2025")] == [False, True, True, False]
