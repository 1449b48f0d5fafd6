"""How large a picture is set, and what travels with it to whoever draws it."""

from compose.editions import certificate, edition_of, photo

from portfolio.compose.photopages import Size
from portfolio.compose.pictures import card_picture, pixels_across, place, shape
from portfolio.compose.selection import select
from portfolio.model.redaction import Box, Redaction

LEFT_HALF = Redaction(
    cover=(Box(left=0.1, top=0.1, width=0.1, height=0.1),), crop=Box(left=0, top=0, width=0.5, height=1)
)


def test_what_is_cropped_has_the_shape_and_the_pixels_of_its_crop():
    item, _ = photo("a", "model", width=1600, height=800)
    cropped, _ = photo("a", "model", width=1600, height=800, redaction=LEFT_HALF)
    assert (shape(item), pixels_across(item)) == (2, 1600)
    assert (shape(cropped), pixels_across(cropped)) == (1, 800)
    page, _ = certificate("b", "model", page_shape=0.7, redaction=LEFT_HALF)
    assert shape(page) == 0.35


def test_the_redaction_travels_with_every_picture_that_is_placed():
    shown, cited = photo("a", "model", redaction=LEFT_HALF), certificate("b", "model", redaction=LEFT_HALF)
    edition = edition_of(shown, cited)
    assert place(shown[0], Size(width=80, height=60), edition).redaction == LEFT_HALF
    picture = card_picture(cited[0], edition)
    assert picture is not None
    assert picture.redaction == LEFT_HALF


def test_a_small_crop_of_a_large_photo_does_not_stand_on_the_cover():
    sliver = Redaction(crop=Box(left=0, top=0, width=0.5, height=0.5))
    assert select(edition_of(photo("a", "model"))).cover is not None
    assert select(edition_of(photo("a", "model", redaction=sliver))).cover is None
