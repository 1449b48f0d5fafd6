"""Which photos are pasted: four, of different pillars first, wide ones first."""

from compose.editions import edition_of, photo, said

from portfolio.compose.pastepictures import choose_pictures, set_picture
from portfolio.compose.selection import select
from portfolio.model.redaction import Box, Redaction
from portfolio.model.text import local


def chosen(*pieces):
    edition = edition_of(*pieces, language="en")
    selection = select(edition)
    return [item.source.removesuffix(".bin") for item in choose_pictures(edition, selection)]


def test_at_most_four_one_of_each_pillar_in_turn():
    pieces = [photo(f"{key}-{place}", key) for key in ("students", "model") for place in range(3)]
    names = chosen(*pieces)
    assert len(names) == 4
    assert [name.split("-")[0] for name in names] == ["students", "model", "students", "model"]


def test_fewer_where_there_are_fewer():
    assert chosen(photo("a", "model")) == ["a"]
    assert chosen() == []


def test_wide_ones_with_enough_pixels_first():
    upright = photo("a-upright", "model", width=1500, height=2000)
    small = photo("b-small", "model", width=800, height=600)
    wide = photo("c-wide", "model")
    assert chosen(upright, small, wide) == ["c-wide", "b-small", "a-upright"]


def test_the_pixels_are_those_of_what_a_redaction_leaves():
    cut = Redaction(crop=Box(left=0, top=0, width=0.5, height=0.5))
    assert chosen(photo("a", "model", redaction=cut), photo("b", "model")) == ["b", "a"]


def test_both_sizes_and_the_words_to_paste():
    fields = {"caption": said(local("Kites", "en")), "alternative": said(local("Kites in the sky", "en"))}
    edition = edition_of(photo("a", "model", credit=said("Cihan Z."), **fields), language="en")
    selection = select(edition)
    picture = set_picture(selection.items[0], edition, selection)
    assert [size.longest for size in picture.sizes] == [1200, 600]
    assert len({size.key for size in picture.sizes}) == 2
    assert [(label, words.text) for label, words in picture.details] == [
        ("Alternative text", "Kites in the sky"),
        ("Caption", "Kites"),
        ("", "Photo: Cihan Z."),
    ]
