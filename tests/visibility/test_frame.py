"""What all posters have in common: how large the flag is on them, and where logos and lock-up have room."""

from dataclasses import replace

import pytest
from render.posters import LOCKUP, THEME, geometry_of

from portfolio.model.lettering import Lettering
from portfolio.model.lockup import Arrangement
from portfolio.model.text import Phrase
from portfolio.render.glyphs import read_faces
from portfolio.visibility.frame import Frame, Parted, arrange_marks

LONG = replace(LOCKUP, second=Phrase(text="Avrupa Birliği tarafından\nfinanse edilmektedir", language="tr"))


def frame_of(size, lockup=None, shapes=()):
    return Frame(geometry=geometry_of(size), lettering=Lettering(read_faces(THEME)), wanted=lockup, shapes=shapes)


@pytest.mark.parametrize(
    ("size", "high"), [("A4", 12), ("A3", 17), ("A2", 24), ("A1", 34), ("A0", 48), ("roll-up", 80), ("100x150", 10)]
)
def test_the_flag_is_prominent(size, high):
    assert frame_of(size).emblem == frame_of(size, LOCKUP).emblem == high


def test_a_lockup_that_is_broader_than_its_sheet_has_its_statement_below_the_flag():
    assert frame_of("A4", LONG).lockup is LONG
    narrow = frame_of("55x600", LONG)
    assert narrow.lockup == replace(LONG, arrangement=Arrangement.BELOW)
    assert 10 <= narrow.emblem < narrow.prominent
    assert narrow.layout.width * narrow.emblem <= narrow.measure + 0.01


def test_logos_without_the_lockup_are_no_larger_than_beside_it():
    frame = frame_of("A3", LOCKUP, (1.0, 5.0))
    both, logos, lockup = (arrange_marks(frame, frame.measure, parted=parted) for parted in Parted)
    assert [box.width for box in logos.logos] == [box.width for box in both.logos]
    assert logos.lockup is None and lockup.logos == ()
    assert lockup.lockup and both.lockup and lockup.lockup.width == both.lockup.width
