"""Photos that are too small for their place: they get a smaller one, or none, and people are told."""

import pytest
from compose.editions import photo
from compose.pictureposters import edition, event

from portfolio.compose.eventposter import compose_event_poster
from portfolio.compose.posterphotos import DOTS


def poster(width, size, height=None):
    item, targets = photo("a", "model", width=width, height=height or width * 3 // 4)
    return compose_event_poster(edition((item, targets)), event(photos=[item.id], size=size))


def test_a_small_photo_stands_smaller_and_the_largest_good_size_is_said():
    made, (problem,) = poster(1600, "A1")
    assert problem.code == "poster.small-photo"
    assert dict(problem.values) | {"wish": ""} == {
        "width": "1600",
        "height": "1200",
        "good": "27",
        "here": "27",
        "wish": "",
    }
    assert int(dict(problem.values)["wish"]) > 35
    (placed,) = made.photos
    assert placed.box.width == pytest.approx(1600 / DOTS * 25.4, abs=0.1)


@pytest.mark.parametrize("size", ["A4", "A3", "A1", "A0", "roll-up"])
@pytest.mark.parametrize("pixels", [600, 1200, 2400, 6000])
def test_no_photo_is_printed_with_fewer_dots(size, pixels):
    (placed,) = poster(pixels, size)[0].photos
    assert pixels / placed.box.width * 25.4 >= DOTS - 0.5


def test_a_photo_that_is_large_enough_has_no_word_and_its_derivative_all_that_can_be_seen():
    made, problems = poster(6000, "A3")
    assert problems == ()
    (placed,) = made.photos
    assert placed.picture.longest == pytest.approx(placed.box.width / 25.4 * 300, abs=1)


def test_a_tiny_photo_is_left_out_and_the_day_is_the_figure_again():
    made, (problem,) = poster(320, "A3")
    assert problem.code == "poster.tiny-photo"
    assert dict(problem.values) == {"width": "320", "height": "240", "good": "5"}
    assert made.photos == ()
    assert next(text.text.text for text in made.texts) == "9"
