"""A short name may mean everybody whom it fits."""

import pytest

from portfolio.consent.shortnames import fits, is_short


@pytest.mark.parametrize(
    "short", ["Ayşe Y.", "ayse y", "Y. Ayşe", "A. Yılmaz", "Ayşe N. Y.", "Ayşe Yıl.", "Ayşe", "A.Y."]
)
def test_a_short_name_fits_a_longer_one(short):
    assert is_short(short)
    assert fits(short, "Ayşe Nur Yılmaz")


@pytest.mark.parametrize("short", ["Ayşe K.", "Fatma Y.", "Ayşe Y. Y.", "Dr. Ayşe Yılmaz"])
def test_it_fits_nobody_else(short):
    assert not fits(short, "Ayşe Nur Yılmaz")


def test_a_full_name_is_not_short():
    assert not is_short("Ayşe Yılmaz")
    assert not is_short("4-A")
