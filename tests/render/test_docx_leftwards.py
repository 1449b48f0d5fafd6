"""Sections and tables that begin at the right, in the order of elements that Word wants."""

import pytest

from portfolio.render.docx_leftwards import mirrored
from portfolio.render.wordml import Markup

STYLED = '<w:tblPr><w:tblStyle w:val="X"/><w:tblW w:w="5"/></w:tblPr>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (STYLED, '<w:tblPr><w:tblStyle w:val="X"/><w:bidiVisual/><w:tblW w:w="5"/></w:tblPr>'),
        ("<w:tblPr></w:tblPr>", "<w:tblPr><w:bidiVisual/></w:tblPr>"),
        ("<w:sectPr><w:pgSz/></w:sectPr>", "<w:sectPr><w:pgSz/><w:bidi/></w:sectPr>"),
        ('<w:sectPr><w:docGrid w:a="1"/></w:sectPr>', '<w:sectPr><w:bidi/><w:docGrid w:a="1"/></w:sectPr>'),
        ("<w:p/>", "<w:p/>"),
    ],
)
def test_what_begins_at_the_right(before, after):
    assert mirrored(Markup(before)) == after
