import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.files.jsonfile import JsonFault, parse
from portfolio.files.node import Listing, Mapping, Node, Scalar

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def plain(node: Node) -> object:
    """A node as the standard library reads it, words and numbers as text."""
    match node:
        case Scalar():
            return None if node.blank else node.text
        case Listing():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(value) for key, value in node.entries}


def worded(value: object) -> object:
    match value:
        case bool() | int():
            return json.dumps(value)
        case list():
            return [worded(item) for item in value]
        case dict():
            return {key: worded(item) for key, item in value.items()}
    return value


@given(VALUES, st.booleans(), st.sampled_from([None, 1, "\t"]))
def test_it_reads_what_the_standard_library_writes(value: object, ascii: bool, indent: int | str | None) -> None:
    assert plain(parse(json.dumps(value, ensure_ascii=ascii, indent=indent))) == worded(value)


def test_numbers_stay_as_they_were_typed() -> None:
    assert plain(parse("[1.10, -2e5, 0]")) == ["1.10", "-2e5", "0"]


def test_every_value_knows_its_place() -> None:
    root = parse('{"a": 1,\n  "b": [true]}')
    assert isinstance(root, Mapping)
    (_, first), (key, _) = root.entries
    assert (first.line, first.column, key.line, key.column) == (1, 7, 2, 3)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ('{"a": 1', "json.end", 1, 8),
        ('{"a": "b}', "json.end", 1, 7),
        ("", "json.end", 1, 1),
        ('{"a" 1}', "json.syntax", 1, 6),
        ("[1,\n 2,]", "json.syntax", 2, 4),
        ("[01]", "json.syntax", 1, 3),
        ("[NaN]", "json.syntax", 1, 2),
        ("{a: 1}", "json.syntax", 1, 2),
        ("[] []", "json.syntax", 1, 4),
        (r'["\x"]', "json.syntax", 1, 2),
        ('{"a": 1,\n"a": 2}', "json.twice", 2, 1),
        ("[" * 100_000, "json.deep", 1, 42),
        ("[" + "1," * 200_000 + "1]", "json.large", None, None),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, code: str, line: int | None, column: int | None) -> None:
    with pytest.raises(JsonFault) as caught:
        parse(text)
    assert (caught.value.code, caught.value.line, caught.value.column) == (code, line, column)


def test_half_a_character_is_replaced() -> None:
    assert plain(parse(r'"a\ud800"')) == "a?"
