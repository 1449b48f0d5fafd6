"""How long something will still take."""

import pytest

from portfolio.cli.timeleft import told_left
from portfolio.cli.words import read_words


@pytest.mark.parametrize(
    ("passed", "done", "total", "told"),
    [
        (0.5, 1, 100, ""),  # too early to know
        (5, 0, 100, ""),
        (5, 100, 100, ""),
        (5, 99, 100, ""),  # less than a second
        (2, 1, 3, "about 4 s left"),
        (6, 1, 4, "about 20 s left"),
        (60, 10, 60, "about 5 min left"),
        (5, 1, 0, ""),
    ],
)
def test_time_left(passed, done, total, told):
    assert told_left(passed, done, total, read_words("en")) == told


def test_time_left_in_turkish():
    assert told_left(6, 1, 4, read_words("tr")) == "yaklaşık 20 sn kaldı"
