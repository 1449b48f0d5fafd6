"""Values of the model as JSON and back: dataclasses become the lists of their fields' values, in their order.

Only for what this very program wrote: whoever keeps such a text keeps the program's digest, or a version, beside it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
_Unpack = Callable[[Any], Any]


def pack(value: object) -> bytes:
    """A value of dataclasses, tuples, enums, dates and what JSON knows, in one line."""
    told = json.dumps(value, default=_plain, ensure_ascii=False, separators=(",", ":"))
    return told.encode("utf-8", "surrogatepass")  # paths may hold bytes that are no UTF-8: surrogates here


def unpacking(kind: type[T]) -> Callable[[bytes], T]:
    """What makes a value of that type again of what `pack` made of it.

    It raises ValueError or TypeError for anything else.
    """
    made = _unpacker(kind, {}) or _same

    def unpack(packed: bytes) -> T:
        try:
            value: T = made(json.loads(packed.decode("utf-8", "surrogatepass")))
            return value
        except (LookupError, AttributeError, RecursionError) as fault:
            raise ValueError("not packed by this program") from fault

    return unpack


def _plain(value: object) -> Any:
    """What JSON knows instead of a value that it does not; a tuple is a list to it, a StrEnum a text."""
    kind: Any = type(value)
    if is_dataclass(value):
        return [getattr(value, name) for name in _names(kind)]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    raise TypeError(f"cannot pack a {kind.__name__}")


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _same(value: Any) -> Any:
    return value


def _unpacker(kind: Any, bound: Mapping[Any, Any]) -> _Unpack | None:
    """How a type is read back, None when JSON's own value is it; `bound`: what the type variables stand for."""
    kind = bound.get(kind, kind)
    origin: Any = get_origin(kind)
    inner = get_args(kind)
    if origin in (Union, UnionType):
        return _optional(_unpacker(next(each for each in inner if each is not type(None)), bound))
    if origin is tuple:
        return _tuple(inner, bound)
    if is_dataclass(origin):
        parameters: tuple[Any, ...] = vars(origin)["__parameters__"]
        return _dataclass(origin, dict(zip(parameters, inner, strict=True)))
    if is_dataclass(kind):
        return _dataclass(kind, {})
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {each.value: each for each in kind}.__getitem__
    return None


def _optional(unpacker: _Unpack | None) -> _Unpack | None:
    return unpacker and (lambda value: None if value is None else unpacker(value))


def _tuple(inner: tuple[Any, ...], bound: Mapping[Any, Any]) -> _Unpack:
    if inner[1:] == (...,):
        each = _unpacker(inner[0], bound)
        return (lambda values: tuple(map(each, values))) if each else tuple
    several = [_unpacker(kind, bound) or _same for kind in inner]
    return lambda values: tuple(unpacker(value) for unpacker, value in zip(several, values, strict=True))


def _dataclass(kind: Any, bound: Mapping[Any, Any]) -> _Unpack:
    hints = get_type_hints(kind)
    names = _names(kind)
    wanted = [(place, unpacker) for place, name in enumerate(names) if (unpacker := _unpacker(hints[name], bound))]

    def unpacked(values: list[Any]) -> Any:
        for place, unpacker in wanted:
            values[place] = unpacker(values[place])
        return kind(**dict(zip(names, values, strict=True)))

    return unpacked
