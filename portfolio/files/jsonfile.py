"""JSON (RFC 8259) as nodes that know their line and column, like YAML: numbers and words stay the text that was typed.

The standard library's reader tells no lines, and nesting without end exhausts it.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

from portfolio.files.encoding import decode_unicode
from portfolio.files.fault import FileFault
from portfolio.files.node import Listing, Mapping, Node, Scalar

MAX_BYTES = 8 * 2**20
MAX_DEPTH = 40  # what programs export is 10 deep; deeper nesting only serves to exhaust a reader
MAX_NODES = 200_000

_BLANKS = re.compile(r"[ \t\r\n]*")
_TOKEN = re.compile(
    r'[{}\[\]:,]|"(?:[^"\\]|\\.)*+"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null', re.DOTALL
)


class JsonFault(FileFault):
    """JSON that cannot be read, with line and column.

    Codes: `json.syntax`, `json.end` (it stops in the middle), `json.twice` (a key, with the line of the first),
    `json.deep`, `json.large`.
    """


def read_json(path: Path) -> Node:
    """The node in a JSON file. Raises JsonFault, FileFault (no Unicode), OSError."""
    if path.stat().st_size > MAX_BYTES:
        raise JsonFault("json.large")
    return parse(decode_unicode(path.read_bytes()))


def parse(text: str) -> Node:
    """The node in a JSON text. Raises JsonFault."""
    reader = _Reader(text)
    node = reader.node(0)
    reader.finish()
    return node


class _Reader:
    """Reads token by token; `_at` is the place behind the last one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._nodes = 0
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]

    def node(self, depth: int) -> Node:
        token = self._token()
        line, column = self._place(self._at - len(token))
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise JsonFault("json.large")
        if depth > MAX_DEPTH:
            raise JsonFault("json.deep", line=line, column=column)
        match token:
            case "{":
                return Mapping(entries=tuple(self._entries(depth)), line=line, column=column)
            case "[":
                return Listing(items=tuple(self._items(depth)), line=line, column=column)
            case "null":
                return Scalar(text="", line=line, column=column, blank=True)
            case "}" | "]" | ":" | ",":
                raise self._fault(token)
            case _:
                return Scalar(text=self._spoken(token), line=line, column=column)

    def finish(self) -> None:
        """Only blanks may follow."""
        if self._skip_blanks() < len(self._text):
            raise self._fault()

    def _items(self, depth: int) -> Iterator[Node]:
        if self._ends("]"):
            return
        while True:
            yield self.node(depth + 1)
            if self._expect(",", "]") == "]":
                return

    def _entries(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        if self._ends("}"):
            return
        lines: dict[str, int] = {}
        while True:
            token = self._token()
            if not token.startswith('"'):
                raise self._fault(token)
            line, column = self._place(self._at - len(token))
            key = Scalar(text=self._spoken(token), line=line, column=column)
            if key.text in lines:
                raise JsonFault("json.twice", line=line, column=column, key=key.text, first=lines[key.text])
            lines[key.text] = line
            self._expect(":")
            yield key, self.node(depth + 1)
            if self._expect(",", "}") == "}":
                return

    def _token(self) -> str:
        found = _TOKEN.match(self._text, self._skip_blanks())
        if not found:
            raise self._fault()
        self._at = found.end()
        return found[0]

    def _expect(self, *tokens: str) -> str:
        token = self._token()
        if token not in tokens:
            raise self._fault(token)
        return token

    def _ends(self, bracket: str) -> bool:
        """Whether a list or mapping is empty; its bracket is read then."""
        empty = self._text.startswith(bracket, self._skip_blanks())
        self._at += empty
        return empty

    def _skip_blanks(self) -> int:
        if blanks := _BLANKS.match(self._text, self._at):
            self._at = blanks.end()
        return self._at

    def _spoken(self, token: str) -> str:
        """What a token says: a text without its quotes, or a number or word as it is."""
        if not token.startswith('"'):
            return token
        try:
            text: str = json.loads(token, strict=False)
        except ValueError:  # a backslash before what needs none
            raise self._fault(token) from None
        # Half a character (RFC 8259, 8.2) can be neither written nor kept.
        return text.encode("utf-8", "replace").decode("utf-8")

    def _fault(self, token: str = "") -> JsonFault:
        """What is wrong at this place, or with the token just read."""
        at = self._at - len(token)
        line, column = self._place(at)
        stops = not self._text[at:].strip() or (not token and self._text[at] == '"')
        return JsonFault("json.end" if stops else "json.syntax", line=line, column=column)

    def _place(self, at: int) -> tuple[int, int]:
        """Line and column of a place, from 1."""
        line = bisect_right(self._lines, at)
        return line, at - self._lines[line - 1] + 1
