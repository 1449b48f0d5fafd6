"""What a person typed in a structured file: texts, lists and mappings that know their line and column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A text as typed, without its quotes; `blank` when nothing was typed at all."""

    text: str
    line: int
    column: int
    blank: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list of nodes."""

    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Keys with their nodes, in the order of the file; no key stands twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int


Node = Scalar | Listing | Mapping
Plain = str | list["Plain"] | dict[str, "Plain"]


def plain(node: Node) -> Plain:
    """The node as dict, list and str; a blank value is ""."""
    match node:
        case Scalar():
            return node.text
        case Listing():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(value) for key, value in node.entries}


def flat(node: Node) -> dict[str, str]:
    """The texts of a node by the keys above them, with dots between: `dates: {day: x}` is "dates.day"; no lists."""
    return dict(_texts(node, ""))


def _texts(node: Node, path: str) -> Iterator[tuple[str, str]]:
    match node:
        case Scalar():
            yield path, node.text
        case Mapping():
            for key, value in node.entries:
                yield from _texts(value, f"{path}.{key.text}" if path else key.text)
        case Listing():
            raise ValueError(f"a list under {path}")
