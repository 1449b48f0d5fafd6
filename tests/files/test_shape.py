from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

import pytest
from pydantic import AfterValidator, Field

from portfolio.files.shape import Day, Shape, Whole, check, find_node, invalid, place_of
from portfolio.files.yamlfile import parse
from portfolio.model.problem import Place


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def _short(text: str) -> str:
    if len(text) > 5:
        raise invalid("town.long", most=5)
    return text


class House(Shape):
    name: str
    built_on: Day | None = None
    rooms: Annotated[Whole, Field(ge=1, le=9)] | None = None
    colour: Colour = Colour.RED


class Town(Shape):
    mayor: House
    houses: tuple[House, ...] = ()
    streets: dict[str, House] | None = None
    side: Literal["left", "right"] = "left"
    motto: Annotated[str, AfterValidator(_short)] = ""
    weight: float = 0.0


def problems_in(text):
    _, problems = check(parse(text), Town, "town.yaml")
    return [(p.code, p.where.line, p.where.column, dict(p.values)) for p in problems]


def test_a_right_text_becomes_the_model():
    town, problems = check(parse("mayor: {name: no, built_on: 20.11.2026, rooms: 05}\nweight: 0.5"), Town, "town.yaml")
    assert problems == ()
    assert town == Town(mayor=House(name="no", built_on=date(2026, 11, 20), rooms=5), weight=0.5)


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_lines():
    text = (
        "mayor:\n"
        "  nmae: Işıl\n"
        "  built_on: 31.02.2026\n"
        "houses:\n"
        "- {rooms: 1.250, name: a}\n"
        "- {rooms: 12, colour: green}\n"
        "streets:\n"
        "  high: {name: x, color: red}\n"
        "side: up\n"
        "motto: Welcome\n"
        "garden: yes\n"
    )
    assert problems_in(text) == [
        ("yaml.misspelt-key", 2, 3, {"key": "nmae", "nearest": "name"}),
        ("yaml.day", 3, 13, {"key": "mayor.built_on", "value": "31.02.2026"}),
        ("yaml.whole", 5, 11, {"key": "houses.rooms", "value": "1.250"}),
        ("yaml.missing", 6, 3, {"key": "houses.name"}),
        ("yaml.too-big", 6, 11, {"key": "houses.rooms", "value": "12", "limit": "9"}),
        ("yaml.choice", 6, 23, {"key": "houses.colour", "value": "green", "choices": "red, blue"}),
        ("yaml.misspelt-key", 8, 19, {"key": "color", "nearest": "colour"}),
        ("yaml.choice", 9, 7, {"key": "side", "value": "up", "choices": "left, right"}),
        ("town.long", 10, 8, {"key": "motto", "value": "Welcome", "most": "5"}),
        ("yaml.unknown-key", 11, 1, {"key": "garden", "known": "houses, mayor, motto, side, streets, weight"}),
    ]


def test_what_is_missing_is_named_at_its_parent():
    assert problems_in("side: left\nmayor:\n  rooms: 3\n") == [("yaml.missing", 2, 1, {"key": "mayor.name"})]
    assert problems_in("") == [("yaml.missing", 1, 1, {"key": "mayor"})]


def test_a_key_with_nothing_behind_it_was_not_given():
    assert problems_in("mayor: {name: a}\nside:\nmotto:\n") == []
    assert [code for code, *_ in problems_in("mayor:\n")] == ["yaml.missing"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("- a\n- b\n", "yaml.no-keys"),
        ("just words\n", "yaml.no-keys"),
        ("mayor: Işıl\n", "yaml.expected-mapping"),
        ("mayor: {name: [a]}\n", "yaml.expected-text"),
        ("mayor: {name: a}\nhouses: one\n", "yaml.expected-list"),
        ("mayor: {name: a}\nstreets: [one]\n", "yaml.expected-mapping"),
        ("mayor: {name: a}\nweight: heavy\n", "yaml.number"),
        ("mayor: {name: a, rooms: 0}\n", "yaml.too-small"),
        ("mayor: {name: a, colour: [red]}\n", "yaml.expected-text"),
        ("mayor: {name: a, built_on: [2026-11-20]}\n", "yaml.expected-text"),
        ("mayor: {name: a, rooms: {a: b}}\n", "yaml.expected-text"),
        ("mayor: {name: a}\nweight: [1]\n", "yaml.expected-text"),
    ],
)
def test_what_was_expected_instead(text, code):
    assert [found for found, *_ in problems_in(text)] == [code]


def test_what_a_model_cannot_know_is_found_by_its_path():
    root = parse("houses:\n- {name: a}\n- {name: b}\nside:\n")
    found = find_node(root, "houses", 1, "name")
    assert found is not None
    assert place_of(found, "town.yaml") == Place(file="town.yaml", line=3, column=10)
    assert find_node(root, "houses", 2) is None
    assert find_node(root, "side") is None
