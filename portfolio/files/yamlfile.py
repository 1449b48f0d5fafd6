"""YAML as people write it: every value stays the text that was typed, every node knows its line and column.

`no`, `05`, `12:30` and `1.10` are text here; what they mean is said by the model they are checked against (shape.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from portfolio.files.encoding import decode_unicode
from portfolio.files.fault import FileFault
from portfolio.files.node import Listing, Mapping, Node, Scalar, plain

__all__ = ["YamlFault", "parse", "plain", "read_yaml"]

MAX_BYTES = 4 * 2**20
MAX_DEPTH = 40  # what people write is 5 deep; deeper nesting only serves to exhaust a reader
MAX_NODES = 200_000

_LOADER: type[yaml.CSafeLoader | yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# YAML 1.2, production c-printable, without the byte order mark inside a text.
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_SECOND_COLON = re.compile(r"""\s*(?:-\s+)*[^\s"'{\[#][^:#]*:\s+[^"'{\[#|>\s].*:(?:\s|$)""")
_TAB = re.compile(r" *\t")
_QUOTES = "\"'"
_RESERVED = "@`%*&!|>"  # what a plain text cannot begin with


class YamlFault(FileFault):
    """YAML that cannot be read, with line and column.

    Codes: `yaml.tab`, `yaml.colon`, `yaml.unclosed`, `yaml.mark`, `yaml.syntax`, `yaml.twice` (a key, with the line of
    the first), `yaml.alias`, `yaml.tag`, `yaml.key`, `yaml.documents`, `yaml.deep`, `yaml.large`, `yaml.character`.
    """


def read_yaml(path: Path) -> Node:
    """The node in a YAML file. Raises YamlFault, FileFault (not UTF-8, nor UTF-16 with its mark), OSError."""
    if path.stat().st_size > MAX_BYTES:
        raise YamlFault("yaml.large")
    return parse(decode_unicode(path.read_bytes()))


def parse(text: str) -> Node:
    """The node in a YAML text; an empty text is an empty mapping. Raises YamlFault."""
    if found := _UNPRINTABLE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        raise YamlFault("yaml.character", line=line, column=column, number=f"{ord(found[0]):X}")
    composer = _Composer(text)
    try:
        return composer.document()
    except yaml.YAMLError as error:
        raise _explained(error, text, composer.brackets) from None


class _Composer:
    """Builds nodes from the parser's events: they show anchors, aliases and tags before anything is built of them."""

    def __init__(self, text: str) -> None:
        self._events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=_LOADER))
        self._nodes = 0
        self.brackets: list[tuple[int, int]] = []  # the places of those open at the moment

    def document(self) -> Node:
        root: Node | None = None
        for event in self._events:
            match event:
                case yaml.DocumentStartEvent() if root is not None:
                    raise _fault("yaml.documents", event)
                case yaml.NodeEvent():
                    root = self._node(event, 0)
        return root or Mapping(entries=(), line=1, column=1)

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise _fault("yaml.large", event)
        if depth > MAX_DEPTH:
            raise _fault("yaml.deep", event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _fault("yaml.alias", event)
        if getattr(event, "tag", None):
            raise _fault("yaml.tag", event)
        line, column = _place(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            blank = event.style in (None, "") and not event.value
            return Scalar(text=event.value, line=line, column=column, blank=blank)
        assert isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent)
        if event.flow_style:
            self.brackets.append((line, column))
        node: Node
        if isinstance(event, yaml.SequenceStartEvent):
            node = Listing(items=tuple(self._items(depth)), line=line, column=column)
        else:
            node = Mapping(entries=tuple(self._entries(depth)), line=line, column=column)
        if event.flow_style:
            self.brackets.pop()
        return node

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _entries(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        lines: dict[str, int] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise _fault("yaml.key", event)
            if key.text in lines:
                raise _fault("yaml.twice", event, key=key.text, first=lines[key.text])
            lines[key.text] = key.line
            yield key, self._node(next(self._events), depth + 1)


def _place(mark: Any) -> tuple[int, int]:
    """Line and column from 1 of a mark, of which yaml has two classes, or of None."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _fault(code: str, event: yaml.Event, **values: object) -> YamlFault:
    line, column = _place(event.start_mark)
    return YamlFault(code, line=line, column=column, **values)


def _explained(error: yaml.YAMLError, text: str, brackets: list[tuple[int, int]]) -> YamlFault:
    """What a person did, from the text where the parser stopped: its own words differ from version to version."""
    lines = text.splitlines() or [""]
    stopped = _place(getattr(error, "problem_mark", None))
    begun = _place(getattr(error, "context_mark", None))
    written = lines[min(stopped[0], len(lines)) - 1]
    if begun[0] < stopped[0] and (mark := _at(lines, begun)) in _QUOTES:
        return YamlFault("yaml.unclosed", line=begun[0], column=begun[1], mark=mark)
    if _TAB.match(written):
        return YamlFault("yaml.tab", line=stopped[0], column=stopped[1])
    if _SECOND_COLON.match(written):
        return YamlFault("yaml.colon", line=stopped[0], column=stopped[1])
    if (mark := _at(lines, stopped)) in _RESERVED:
        return YamlFault("yaml.mark", line=stopped[0], column=stopped[1], mark=mark)
    if brackets and brackets[-1][0] < stopped[0]:
        line, column = brackets[-1]
        return YamlFault("yaml.unclosed", line=line, column=column, mark=_at(lines, brackets[-1]))
    return YamlFault("yaml.syntax", line=stopped[0], column=stopped[1])


def _at(lines: list[str], place: tuple[int, int]) -> str:
    """The character at a place, or a blank behind the end."""
    line, column = place
    return (lines[line - 1][column - 1 : column] if line <= len(lines) else "") or " "
