"""Sizes are written as people write them, and told so that what is allowed is never told as less."""

import pytest

from portfolio.files.filesize import read_size, told_limit, told_size


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("10MB", 10_000_000),
        ("10 MB", 10_000_000),
        ("10\u00a0mb", 10_000_000),
        ("10,5 MB", 10_500_000),
        ("10.25MB", 10_250_000),
        ("900 kB", 900_000),
        ("900KB", 900_000),
    ],
)
def test_a_size_is_read_by_thousands(text, size):
    assert read_size(text) == size


@pytest.mark.parametrize("text", ["", "10", "MB", "ten MB", "10 GB", "10MiB", "-1MB", "1,0,5MB", "10 MB or so"])
def test_what_is_no_size(text):
    assert read_size(text) is None


def test_a_size_is_told_in_short():
    assert told_size(2_449_000) == "2.4 MB"
    assert told_size(640_852) == "641 kB"
    assert told_size(12) == "1 kB"


def test_a_size_that_must_be_allowed_is_told_as_no_less_than_it_is():
    assert told_size(2_400_001, up=True) == "2.5 MB"
    assert told_size(2_400_000, up=True) == "2.4 MB"
    for size in (640_001, 999_001, 2_400_001, 10_099_999):
        assert (read_size(told_size(size, up=True)) or 0) >= size


def test_a_limit_is_told_as_it_was_set():
    assert [told_limit(read_size(text) or 0) for text in ("10MB", "10,25 MB", "900kB")] == [
        "10 MB",
        "10.25 MB",
        "900 kB",
    ]
