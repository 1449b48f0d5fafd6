"""A font's time is taken out of it, and nothing else."""

import io

import pytest
from fontTools.ttLib import TTFont

from portfolio.render.fontfile import checksum, undated
from portfolio.resources import templates_folder

FONT = templates_folder() / "base" / "fonts" / "Ubuntu-Medium.ttf"


def dated(modified):
    """The shipped font, last changed in such a second."""
    font = TTFont(FONT, recalcTimestamp=False)
    font["head"].modified = modified
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()


@pytest.mark.parametrize(("table", "expected"), [(b"", 0), (b"\0\0\0\1\0\0\0\2", 3), (b"\1", 0x01000000)])
def test_checksum(table, expected):
    assert checksum(table) == expected


def test_two_fonts_that_differ_by_their_time_become_one():
    early, late = dated(3_800_000_000), dated(3_900_000_000)
    assert early != late
    assert undated(early) == undated(late)


def test_an_undated_font_can_be_read_with_checksums_and_has_the_same_tables():
    before = TTFont(io.BytesIO(dated(3_900_000_000)))
    after = TTFont(io.BytesIO(undated(dated(3_900_000_000))), checkChecksums=2)  # raises for a wrong one
    assert after["head"].modified == after["head"].created == before["head"].created
    assert after["head"].checkSumAdjustment != before["head"].checkSumAdjustment
    assert checksum(undated(dated(3_900_000_000))) == 0xB1B0AFBA  # as the standard has it for a whole font
    assert tables(before) == tables(after)


def tables(font):
    return {tag: font.reader[tag] for tag in set(font.keys()) - {"GlyphOrder", "head"}}


def test_what_is_undated_stays_as_it_is():
    font = undated(FONT.read_bytes())
    assert undated(font) == font
