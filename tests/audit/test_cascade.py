"""What a style sheet says of an element, as a browser finds it."""

import pytest
from tinyhtml5 import parse

from portfolio.audit.cascade import Cascade

PAGE = '<body><div class="a b"><p id="p" lang="tr">x</p></div></body>'


def asked(sheet, name="", width=320.0):
    """A cascade, and its paragraph."""
    cascade = Cascade(parse(PAGE, namespace_html_elements=False), [sheet], width)
    element = next(each for each in cascade.root.iter_subtree() if each.etree_element.tag == "p")
    return cascade.length(element, name) if name else (cascade, element)


@pytest.mark.parametrize(
    ("said", "length"),
    [
        ("width: 12px", 12),
        ("width: 2rem", 32),
        ("width: 10mm", 10 * 96 / 25.4),
        ("font-size: 20px; width: 2em", 40),
        ("width: 10vw", 32),
        ("--high: 2.5rem; width: calc(1.5 * var(--high))", 60),
        ("--high: 2.5rem; width: calc(var(--high) + 1rem)", 56),
        ("width: calc((10px + 2px) / 3 - 1px)", 3),
        ("width: clamp(1rem, 50vw, 4rem)", 64),
        ("width: min(10px, 2rem)", 10),
        ("width: auto", None),
        ("width: 50%", None),
        ("width: calc(100% - 2rem)", None),
        ("width: var(--none)", None),
        ("--a: var(--b); --b: var(--a); width: var(--a)", None),
        ("height: 1px", None),
    ],
)
def test_a_length_is_reckoned_where_it_can_be(said, length):
    assert asked(f"p {{ {said} }}", "width") == (length if length is None else pytest.approx(length))


def test_what_is_closer_goes_first_and_what_is_important_before_all():
    assert asked("#p { width: 1px } p { width: 2px }", "width") == 1
    assert asked("p { width: 2px } .a p { width: 1px }", "width") == 1
    assert asked("p { width: 1px !important } #p { width: 2px }", "width") == 1
    assert asked("p { width: 2px } p { width: 1px } p:unknown(x) { width: 3px }", "width") == 1


def test_what_is_said_of_widths_counts_where_it_holds():
    sheet = "p { width: 1px } @media (max-width: 24rem) { p { width: 2px } } @media print { p { width: 3px } }"
    assert asked(sheet, "width") == 2
    assert asked(sheet, "width", 1280.0) == 1
    assert asked("@media screen and (min-width: 60rem) { p { width: 2px } }", "width", 1280.0) == 2


def test_letters_and_colours_are_handed_down_and_rooms_are_not():
    cascade, element = asked('.a { font: italic 400 20px/1.2 Ubuntu, "Noto Sans"; color: #003399; padding: 1px 2px }')
    assert cascade.letters(element) == 20
    assert cascade.word(element, "font-family") == "Ubuntu"
    assert cascade.word(element, "font-style") == "italic"
    assert cascade.colour(element, "color") == (0, 0.2, 0.6)
    assert cascade.room(element, "padding") == (0, 0, 0, 0)
    assert cascade.room(element.parent, "padding") == (1, 2, 1, 2)


def test_rooms_are_told_for_each_side():
    cascade, element = asked("p { padding: 1px 2px 3px; margin-block: 4px 5px }")
    assert cascade.room(element, "padding") == (1, 2, 3, 2)
    assert cascade.room(element, "margin") == (4, 0, 5, 0)
