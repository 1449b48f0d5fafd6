"""The letters of a font inside a PDF, called by their numbers."""

import pikepdf
import pytest

from portfolio.render.outlines import Outlines, _widths


@pytest.mark.parametrize("kind", ["/Type3", "/TrueType"])
def test_letters_that_have_no_outlines_by_number_are_refused(kind):
    with pytest.raises(ValueError, match=kind):
        Outlines(pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name(kind)))


def test_widths_as_a_font_may_say_them():
    said = _widths(pikepdf.Dictionary(W=[3, [250, 500], 10, 12, 333]))
    assert said == {3: 0.25, 4: 0.5, 10: 0.333, 11: 0.333, 12: 0.333}
