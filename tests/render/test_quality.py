"""The ladder has one order, and its dpi can name what is drawn at a step."""

from itertools import pairwise

from portfolio.render.quality import FULL, LADDER


def test_each_step_is_coarser_than_the_one_above_it():
    for better, worse in pairwise(LADDER):
        assert better.dpi > worse.dpi
        assert better.quality > worse.quality
    assert LADDER[0] is FULL
