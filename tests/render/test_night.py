import re
from dataclasses import replace

import pytest

from portfolio.render.night import lightened, mixed, night
from portfolio.themecheck import contrast
from portfolio.themes import WHITE, PillarColours, load_theme

BASE = load_theme("base", None)
# A theme may set any colour that is read on white: the darkest, the palest that is allowed, and the purest.
STRANGE = replace(
    BASE,
    text="#000000",
    quiet="#767676",
    colours={
        "model": PillarColours(ink="#000000", tint="#FFFFFF"),
        "students": PillarColours(ink="#0000FF", tint="#EEEEFF"),
        "inclusion": PillarColours(ink="#767676", tint="#FFFFFF"),
    },
)


@pytest.mark.parametrize("theme", [BASE, STRANGE])
def test_every_colour_is_read_on_the_dark_ground(theme):
    dark = night(theme)
    assert contrast(WHITE, dark.ground) > 15
    assert contrast(dark.text, dark.ground) > 12
    assert contrast(dark.quiet, dark.ground) >= 4.5
    assert dark.pillars.keys() == theme.colours.keys()
    for pair in dark.pillars.values():
        for ground in (dark.ground, pair.tint):
            assert contrast(pair.ink, ground) >= 4.5
            assert contrast(dark.text, ground) >= 4.5
        assert re.fullmatch("#[0-9A-F]{6}", pair.ink)


def test_a_band_keeps_the_ink_of_paper_which_white_is_read_on():
    for pair in BASE.colours.values():
        assert contrast(WHITE, pair.ink) >= 4.5
        assert contrast(pair.tint, pair.ink) >= 4.5


def test_a_colour_that_is_light_enough_stays():
    assert lightened("#FFD0D0", ["#101010"]) == "#FFD0D0"


def test_half_of_white_and_black():
    assert mixed("#000000", "#FFFFFF", 0.5) == "#808080"
    assert mixed("#123456", "#FFFFFF", 0) == "#123456"
