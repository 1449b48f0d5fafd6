"""Sizes for names of 3 to 120 letters in three languages: as large as they fit, never below what can be read."""

from dataclasses import replace
from itertools import pairwise

import pytest
from compose.editions import edition_of, project

from portfolio.compose.poster import compose_poster
from portfolio.framework import read_framework
from portfolio.model.lockup import Lockup
from portfolio.model.text import Phrase
from portfolio.render.glyphs import read_faces
from portfolio.render.poster_layout import choose_layout
from portfolio.themes import load_theme

LONG = (
    "Şehit Öğretmen Muhammed Abdülkerim Karamehmetoğlu ve Hacı Fatma Işıltı Eğitim Vakfı "
    "Masalköy Mesleki ve Teknik Lisesi XY"
)
NAMES = ["Efe", "Masalköy Işıltı İlkokulu", "Ekbackens förskole- och grundskoleenhet i Västra Götaland", LONG]
LOCKUP = Lockup(statement=Phrase(text="Funded by\nthe European Union"), alternative="Flag of the European Union")
DISCLAIMER = "Views and opinions expressed are however those of the author(s) only. " * 4


@pytest.fixture(scope="module")
def faces():
    return read_faces(load_theme("base", None))


@pytest.fixture(scope="module")
def framework():
    return read_framework("etwinning-school", None)


def poster(name, language, framework, **changes):
    school = replace(project().school, name=name)
    made, _ = compose_poster(edition_of(language=language, of=project(school=school), framework=framework))
    return replace(made, **changes)


@pytest.mark.parametrize("language", ["en", "tr", "sv"])
@pytest.mark.parametrize("name", [*NAMES, LONG.replace("i", "İ").upper()])
def test_every_name_fits_in_every_language(name, language, faces, framework):
    layout = choose_layout(poster(name, language, framework, lockup=LOCKUP), faces)
    assert layout.spare >= 0
    assert layout.sizes.name >= 40
    assert layout.sizes.body >= 14
    assert layout.sizes.emblem >= 17
    assert layout.sizes.logo <= layout.sizes.emblem


def test_even_with_a_disclaimer_in_the_longest_language(faces, framework):
    lockup = replace(LOCKUP, disclaimer=DISCLAIMER)
    layout = choose_layout(poster(LONG, "en", framework, lockup=lockup, logos=("a", "b", "c")), faces)
    assert layout.spare >= 0
    assert layout.foot > 8


def test_the_longer_the_name_the_smaller_the_text_and_then_the_name(faces, framework):
    chosen = [choose_layout(poster(name, "sv", framework), faces).sizes for name in NAMES]
    sizes = [(each.body, each.name) for each in chosen]
    assert all(longer <= shorter for shorter, longer in pairwise(sizes))
    assert sizes[0] > sizes[-1]


def test_the_bands_share_what_is_left_of_the_sheet(faces, framework):
    layout = choose_layout(poster(NAMES[1], "en", framework), faces)
    smaller = replace(layout, sizes=replace(layout.sizes, name=40))
    gained = [high - low for high, low in zip(smaller.bands, layout.bands, strict=True)]
    assert gained == [pytest.approx((smaller.spare - layout.spare) / 5)] * 5
    assert gained[0] > 1


def test_logos_share_the_room_beside_the_lockup(faces, framework):
    widths = [
        choose_layout(poster("Efe", "tr", framework, lockup=LOCKUP, logos=("logo",) * count), faces).logo_width
        for count in (1, 4)
    ]
    assert widths[0] == 60
    assert 20 < widths[1] < 40


def test_far_too_much_text_is_set_at_the_smallest_sizes(faces, framework):
    layout = choose_layout(poster("a" * 600, "en", framework), faces)
    assert layout.spare < 0
    assert (layout.sizes.name, layout.sizes.body) == (40, 14)
