"""A composed document with full names shortened: the last step, so that no text of it is forgotten."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar, cast
from urllib.parse import unquote

from portfolio.model.annex import Annex
from portfolio.model.blocks import PlacedPicture, Run
from portfolio.namerule import NameRule

T = TypeVar("T")

# What a reader does not read: by these a renderer finds and links its parts.
_TECHNICAL = frozenset(
    {
        *("key", "item", "anchor", "register", "number", "pillar", "language", "captioned"),
        *("logos", "pillars", "claim", "copy", "artwork", "profile"),
    }
)
_OF_FILES = frozenset({"source", "file", "sha256", "media_type"})


def with_short_names(document: T, rule: NameRule) -> T:
    """The same document with every name that the rule hides shortened, also where it reaches over several runs.

    A link outside whose address holds such a name leads nowhere any more.
    """
    return cast("T", _shorten(document, rule))


def _shorten(value: Any, rule: NameRule) -> Any:
    if isinstance(value, str) and not isinstance(value, Enum):
        return rule.hide(value)
    if isinstance(value, tuple):
        if value and all(isinstance(each, Run) for each in value):
            return _shorten_runs(value, rule)
        return tuple(_shorten(each, rule) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        left = _TECHNICAL | _OF_FILES if isinstance(value, PlacedPicture | Annex) else _TECHNICAL
        kept = {each.name: getattr(value, each.name) for each in fields(value) if each.name not in left}
        return replace(value, **{name: _shorten(each, rule) for name, each in kept.items()})
    return value


def _shorten_runs(runs: tuple[Run, ...], rule: NameRule) -> tuple[Run, ...]:
    texts = rule.hide_in([run.text for run in runs])
    return tuple(
        replace(run, text=text, link=_link(run.link, rule))
        for run, text in zip(runs, texts, strict=True)
        if text or not run.text
    )


def _link(address: str, rule: NameRule) -> str:
    inside = address.startswith("#")
    return "" if not inside and rule.find(unquote(address)) else address
