import pytest

from portfolio.files.nearest import nearest


@pytest.mark.parametrize(
    ("word", "meant"),
    [("languges", "languages"), ("Language", "languages"), ("SCHOOL", "school"), ("garden", ""), ("", "")],
)
def test_the_word_that_was_probably_meant(word, meant):
    assert nearest(word, {"languages", "school", "label", "round"}) == meant
