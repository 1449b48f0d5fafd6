"""The shipped fonts have every letter that posters and plaques need, in both weights."""

import unicodedata

import pytest

from portfolio.files.font import read_font
from portfolio.i18n import read_locale
from portfolio.render.typefaces import Typefaces
from portfolio.sheetwords import sheet_word_folders
from portfolio.themes import load_theme
from portfolio.visibility.statements import read_eu_texts

THEME = load_theme("base", None)
FACES = Typefaces(THEME)
WEIGHTS = ("Regular", "Bold")
LETTERS = {
    (face.family, face.style): read_font(THEME.find(face.file)).advances.keys()
    for face in THEME.faces
    if face.style in WEIGHTS
}
# What is no letter may come from any family.
ALL = {
    style: {each for (_, weight), letters in LETTERS.items() if weight == style for each in letters}
    for style in WEIGHTS
}


def texts_in(language):
    """All that can stand on a sheet in a language and is not the school's."""
    words = read_locale(language, sheet_word_folders(THEME, [])).words
    yield from (text for key, text in words.items() if not key.startswith("rules."))
    said = read_eu_texts()[language]
    yield from filter(None, (said.funded.text, said.cofunded.text, said.flag))
    if said.disclaimer:
        yield said.disclaimer.text


def lacking(text):
    """What a family lacks, in either weight, of the stretch that it sets."""
    for stretch in FACES.stretches(text):
        for style in WEIGHTS:
            own = LETTERS[stretch.family, style]
            for letter in stretch.text:
                known = own if unicodedata.category(letter)[0] in "LM" else ALL[style]
                if ord(letter) not in known and not letter.isspace():
                    yield f"{letter} in {stretch.family} {style}"


@pytest.mark.parametrize("language", read_eu_texts())
def test_every_letter_is_there_and_no_word_is_set_from_two_fonts(language):
    texts = list(texts_in(language))
    assert len(texts) > 50
    assert {fault for text in texts for fault in lacking(text)} == set()


def test_a_letter_that_is_not_there_is_seen():
    assert list(lacking("中"))
