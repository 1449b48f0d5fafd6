from datetime import date

import pytest

from portfolio.files.day import read_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("2026-1-2", date(2026, 1, 2)),
        ("20.11.2026", date(2026, 11, 20)),
        ("20/11/2026", date(2026, 11, 20)),
        ("11/20/2026", None),
        ("2026", None),
        ("20.11.26", None),
        ("٢٠٢٦-11-20", None),
    ],
)
def test_days(text, day):
    assert read_day(text) == day
