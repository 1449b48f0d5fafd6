"""Hold what a person typed against a pydantic model: everything that is wrong at once, each at its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Annotated, Any, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from portfolio.files.day import read_day
from portfolio.files.nearest import nearest
from portfolio.files.node import Listing, Mapping, Node, Scalar
from portfolio.model.problem import Place, Problem, error

M = TypeVar("M", bound=BaseModel)
Steps = Sequence[int | str]

_KEY = "[key]"  # pydantic's last step when a key itself is wrong

# pydantic's error types (docs.pydantic.dev/latest/errors/validation_errors) and the code of their sentence.
_CODES = {
    "missing": "yaml.missing",
    "enum": "yaml.choice",
    "literal_error": "yaml.choice",
    **dict.fromkeys(("list_type", "tuple_type", "set_type", "frozen_set_type"), "yaml.expected-list"),
    **dict.fromkeys(("dict_type", "mapping_type", "model_type", "model_attributes_type"), "yaml.expected-mapping"),
    **dict.fromkeys(("string_type", "date_type", "int_type", "float_type"), "yaml.expected-text"),
    **dict.fromkeys(("string_too_short", "too_short"), "yaml.empty"),
    **dict.fromkeys(("string_too_long", "too_long"), "yaml.too-long"),
    **dict.fromkeys(("greater_than", "greater_than_equal"), "yaml.too-small"),
    **dict.fromkeys(("less_than", "less_than_equal"), "yaml.too-big"),
    **dict.fromkeys(("float_parsing", "decimal_parsing"), "yaml.number"),
}
_LIMITS = ("ge", "gt", "le", "lt", "max_length")


class Shape(BaseModel):
    """The base of models for files that people write: no unknown keys, nothing changes afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def invalid(code: str, **values: object) -> PydanticCustomError:
    """What a validator of a model raises: becomes a Problem of this code, with the key and the typed value."""
    return PydanticCustomError(code, "see messages", {name: str(value) for name, value in values.items()})


def _day(value: object) -> object:
    if not isinstance(value, str):
        return value
    if (day := read_day(value)) is None:
        raise invalid("yaml.day")
    return day


def _whole(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"\d{1,9}", value, re.ASCII):
        raise invalid("yaml.whole")
    return int(value) if isinstance(value, str) else value


Day = Annotated[date, BeforeValidator(_day)]
"""A date as `read_day` reads it."""

Whole = Annotated[int, BeforeValidator(_whole)]
"""A whole number of up to nine digits, nothing else: "1.250" could be read in two ways."""


def check(node: Node, model: type[M], file: str) -> tuple[M | None, tuple[Problem, ...]]:
    """The model made of a node, or None with every Problem in it; `file` is the name shown to people.

    A key with nothing behind it counts as not given. Codes: `yaml.no-keys`, `yaml.missing`, `yaml.unknown-key`,
    `yaml.misspelt-key` (with the nearest right key), `yaml.choice`, `yaml.expected-list`, `-mapping`, `-text`,
    `yaml.empty`, `yaml.too-long`, `yaml.too-small`, `yaml.too-big`, `yaml.number`, `yaml.whole`, `yaml.day`,
    `yaml.value`, and those that the model's validators raise by `invalid`.
    """
    if _blank(node):
        node = Mapping(entries=(), line=node.line, column=node.column)
    try:
        return model.model_validate(_typed(node)), ()
    except ValidationError as found:
        problems = _Judge(node, model, file).problems(found.errors(include_url=False))
        return None, tuple(sorted(problems, key=_order))


class _Judge:
    """Turns pydantic's errors into Problems of one node."""

    def __init__(self, root: Node, model: type[BaseModel], file: str) -> None:
        self._root = root
        self._model = model
        self._file = file

    def problems(self, errors: Iterable[ErrorDetails]) -> Iterator[Problem]:
        """A Problem for each error; a key that is missing only because it is misspelt is told once."""
        found = list(errors)
        unknown = [each for each in found if each["type"] == "extra_forbidden"]
        told = {(*each["loc"][:-1], self._nearest(each["loc"])) for each in unknown}
        for each in found:
            if each["type"] == "extra_forbidden":
                yield self._unknown(each["loc"])
            elif each["type"] != "missing" or each["loc"] not in told:
                yield self._wrong(each)

    def _unknown(self, steps: Steps) -> Problem:
        key, _ = _spot(self._root, steps)
        assert key is not None, "an unknown key was typed"
        if meant := self._nearest(steps):
            return error("yaml.misspelt-key", place_of(key, self._file), key=key.text, nearest=meant)
        known = ", ".join(sorted(_keys_at(self._model, steps[:-1])))
        return error("yaml.unknown-key", place_of(key, self._file), key=key.text, known=known)

    def _wrong(self, found: ErrorDetails) -> Problem:
        steps = found["loc"]
        missing = found["type"] == "missing"
        key, node = _spot(self._root, steps[:-1] if missing else steps)
        whole = missing or not isinstance(node, Scalar) or _KEY in steps
        at = key if key is not None and whole else node
        values: dict[str, object] = {"key": ".".join(step for step in steps if isinstance(step, str) and step != _KEY)}
        if isinstance(node, Scalar):
            values["value"] = node.text
        context = found.get("ctx", {})
        if "." in found["type"]:  # raised by `invalid`
            return error(found["type"], place_of(at, self._file), **{**values, **context})
        code = _CODES.get(found["type"], "yaml.value") if steps else "yaml.no-keys"
        if code == "yaml.choice" and not isinstance(node, Scalar):
            code = "yaml.expected-text"
        elif code == "yaml.choice":
            values["choices"] = ", ".join(re.findall(r"'([^']*)'", str(context.get("expected", ""))))
        if limit := [context[name] for name in _LIMITS if name in context]:
            values["limit"] = limit[0]
        return error(code, place_of(at, self._file), **values)

    def _nearest(self, steps: Steps) -> str:
        """The right key most like an unknown one, among those that were not given; "" when none is near."""
        _, parent = _spot(self._root, steps[:-1])
        given = {key.text for key, _ in parent.entries} if isinstance(parent, Mapping) else set()
        return nearest(str(steps[-1]), _keys_at(self._model, steps[:-1]) - given)


def find_node(node: Node, *steps: int | str) -> Node | None:
    """The node that was typed at a path, for what a model cannot know; None when nothing stands there."""
    for step in steps:
        _, inner = _spot(node, (step,))
        if inner is node or _blank(inner):
            return None
        node = inner
    return node


def place_of(node: Node, file: str) -> Place:
    """Where a node begins, in a file as people are shown it."""
    return Place(file=file, line=node.line, column=node.column)


def _order(problem: Problem) -> tuple[int, int]:
    where = problem.where
    return (where.line or 0, where.column or 0) if where else (0, 0)


def _spot(node: Node, steps: Steps) -> tuple[Scalar | None, Node]:
    """The key and the node at the end of a path; steps that pydantic invents (of a union) are passed over."""
    key: Scalar | None = None
    for step in steps:
        if isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
            key, node = None, node.items[step]
        elif isinstance(node, Mapping):
            key, node = next((pair for pair in node.entries if pair[0].text == step), (key, node))
    return key, node


def _keys_at(model: type[BaseModel], steps: Steps) -> set[str]:
    """The keys that a model allows at a path; list and dict levels are looked through."""
    models = {model}
    for step in steps:
        fields = [
            field for each in models for name, field in each.model_fields.items() if (field.alias or name) == step
        ]
        if fields:
            models = {found for field in fields for found in _models_in(field.annotation)}
    return {field.alias or name for each in models for name, field in each.model_fields.items()}


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def _typed(node: Node) -> Any:
    """What pydantic is given: texts, lists, dicts, without the keys that have nothing behind them."""
    match node:
        case Scalar():
            return node.text
        case Listing():
            return [_typed(item) for item in node.items]
        case Mapping():
            return {key.text: _typed(value) for key, value in node.entries if not _blank(value)}


def _blank(node: Node) -> bool:
    return isinstance(node, Scalar) and node.blank
