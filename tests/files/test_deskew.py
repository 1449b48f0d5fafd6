"""How far pages lie askew, and that they are turned straight."""

import pytest
from scans import LINES, laid, page

from portfolio.files.deskew import skew, straightened


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("askew", [2, 4, -4, 7])
def test_a_page_askew_is_turned_straight_on_its_side_too(askew: float, turned: int) -> None:
    assert skew(laid(page(*LINES), askew, turned)) == pytest.approx(-askew, abs=0.25)


def test_the_corners_of_a_turned_page_are_white_and_nothing_is_cut_off() -> None:
    askew = laid(page(*LINES), 4)
    found = straightened(askew)
    assert found.width > askew.width
    assert found.getpixel((0, 0)) == 255


def test_a_straight_page_stays_as_it_is() -> None:
    straight = page(*LINES)
    assert straightened(straight) is straight
    assert skew(laid(straight, 0.5)) == 0


def test_a_shadow_on_grey_paper_does_not_matter() -> None:
    from PIL import Image, ImageChops

    askew = laid(page(*LINES), 4)
    shadow = Image.linear_gradient("L").point([100 + value // 3 for value in range(256)]).resize(askew.size)
    assert skew(ImageChops.multiply(askew, shadow)) == pytest.approx(-4, abs=0.25)


def test_what_has_no_lines_is_not_turned() -> None:
    from PIL import Image, ImageDraw

    assert skew(page()) == 0
    seal = Image.new("L", (1200, 1200), 255)
    for side in range(100, 600, 50):
        ImageDraw.Draw(seal).ellipse((side, side, 1200 - side, 1200 - side), outline=0, width=8)
    assert skew(seal) == 0


def test_the_smallest_pictures_have_no_skew() -> None:
    assert skew(page().resize((1, 1))) == 0
