"""How large and how broken statements are, for every wording that the program knows."""

import pytest

from portfolio.model.lockup import Arrangement, Artwork, Ink, Lockup
from portfolio.model.text import Phrase
from portfolio.render.glyphs import read_statement_face
from portfolio.themes import load_theme
from portfolio.visibility.emblem import Ground, find_variant
from portfolio.visibility.layout import in_two_lines, lay_out
from portfolio.visibility.statements import read_eu_texts

TEXTS = read_eu_texts()
EVERY = [
    (language, text.text, texts.name) for language, texts in TEXTS.items() for text in (texts.funded, texts.cofunded)
]


@pytest.fixture(scope="module")
def width_of():
    return read_statement_face(load_theme("base", None)).width


def lockup(*texts, names=(), **given):
    first, *second = (Phrase(text=text) for text in texts)
    return Lockup(statement=first, second=next(iter(second), None), alternative="Flag", names=names, **given)


def test_beside_the_flag_a_statement_has_two_lines_of_a_third_of_its_height(width_of):
    assert len(EVERY) == 78
    for language, text, _ in EVERY:
        layout = lay_out(lockup(text), width_of)
        (made,) = (*layout.before, *layout.after)
        assert 0.32 <= made.type <= 0.34
        assert "\n".join(made.lines) == text
        assert len(made.lines) == 2
        assert made.leftwards is (language == "ar")
        assert layout.before == ((made,) if language == "ar" else ())
        assert layout.width == pytest.approx(1.5 + 0.2 + made.width)
        assert layout.height == 1


# Whose one word or whose Union's name is too long for a type of 0.25: they are set broader than one and a half flags.
BROADER = {"el", "hu", "it", "mt", "uk", "ka", "hy"}


def test_below_the_flag_it_is_at_most_one_and_a_half_flags_broad_and_never_small(width_of):
    broader = set()
    for language, text, name in EVERY:
        layout = lay_out(lockup(text, names=(name,), arrangement=Arrangement.BELOW), width_of)
        (made,) = layout.after
        assert 0.25 <= made.type <= 0.34
        assert " ".join(made.lines) == " ".join(text.split())
        assert any(name in line for line in made.lines)
        assert layout.height == pytest.approx(1 + 0.2 + len(made.lines) * made.type * 1.2)
        if made.width > 2.25 + 0.01:
            broader.add(language)
            assert made.type == 0.25
    assert broader == BROADER


def test_english_breaks_below_the_flag_as_it_does_beside_it(width_of):
    layout = lay_out(lockup("Funded by\nthe European Union", arrangement=Arrangement.BELOW), width_of)
    assert layout.after[0].lines == ("Funded by", "the European Union")


def test_two_languages_stand_side_by_side_or_on_both_sides_of_the_flag(width_of):
    turkish, english, arabic = (TEXTS[language].funded.text for language in ("tr", "en", "ar"))
    layout = lay_out(lockup(turkish, english), width_of)
    assert [each.lines[0] for each in layout.after] == ["Avrupa Birliği tarafından", "Funded by"]
    assert layout.width == pytest.approx(1.5 + 0.2 + layout.after[0].width + 0.5 + layout.after[1].width)
    layout = lay_out(lockup(english, arabic), width_of)
    assert [each.lines[0] for each in layout.before] == [arabic.splitlines()[0]]
    assert [each.lines[0] for each in layout.after] == ["Funded by"]


def test_the_border_belongs_to_the_room_that_is_taken(width_of):
    made = lay_out(lockup("Funded by\nthe European Union"), width_of, find_variant(Ink.RGB, Ground.DARK))
    assert made.flag == pytest.approx((1.58, 1.08))
    assert made.height == pytest.approx(1.08)


@pytest.mark.parametrize(("shape", "height"), [(4119 / 919, 1.08), (1.6, 2.16)])
def test_official_artwork_keeps_its_proportions(shape, height, width_of):
    made = lay_out(lockup("x", artwork=Artwork(name="a.png", shape=shape)), width_of)
    assert (made.width, made.height) == pytest.approx((shape * height, height))


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        ("Rahastanud Euroopa Liit", "Rahastanud\nEuroopa Liit"),
        ("Kaasrahastanud Euroopa Liit projekt", "Kaasrahastanud\nEuroopa Liit projekt"),
        ("So\nes sei", "So\nes sei"),
        ("Wort", "Wort"),
    ],
)
def test_a_wording_without_a_break_gets_one_that_parts_no_name(given, lines):
    assert in_two_lines(given, "Euroopa Liit") == lines
