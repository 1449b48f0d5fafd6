import pytest

from portfolio.files.node import flat
from portfolio.files.yamlfile import parse


def test_texts_by_the_keys_above_them():
    node = parse("dates:\n  day: '{day}'\n  months: {1: Ocak}\nempty:\n")
    assert flat(node) == {"dates.day": "{day}", "dates.months.1": "Ocak", "empty": ""}


def test_a_list_has_no_keys():
    with pytest.raises(ValueError, match=r"months"):
        flat(parse("months: [Ocak]"))
