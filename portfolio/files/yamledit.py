"""One value of a YAML text set anew: every other byte of it stays, comments, blank lines and quotation marks too.

Nothing is written that was not read back: what is not certain is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

import yaml

from portfolio.files.fault import FileFault
from portfolio.files.node import Plain, plain
from portfolio.files.yamlfile import parse

Value = str | tuple[str, ...]

_PLAIN = re.compile(r"[^\W_](?:[\w .@/+()’–-]|:(?=\S))*", re.UNICODE)  # what needs no quotation marks anywhere
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")  # what YAML takes for a line's end, or refuses
_INDENT = 2


class EditFault(FileFault):
    """A value that cannot be set without touching what stands beside it: `yaml.not-edited`, with its key and line."""


def with_values(text: str, changes: Mapping[tuple[str, ...], Value]) -> str:
    """A text with values set, by the keys that lead to each; "" leaves a key with nothing behind it.

    Raises EditFault, and YamlFault for a text that cannot be read.
    """
    for steps, value in changes.items():
        text = with_value(text, steps, value)
    return text


def with_value(text: str, steps: Sequence[str], value: Value) -> str:
    """A text with one value set. Raises EditFault, YamlFault."""
    before = plain(parse(text))
    wanted = _set(before, steps, value)
    if wanted == before:
        return text
    node = _node(text)
    if not isinstance(node, yaml.MappingNode):
        raise _fault(steps, node)
    written = _edited(text, node, tuple(steps), value)
    try:
        read = plain(parse(written))
    except FileFault:
        raise _fault(steps, node) from None
    if _bare(read) != _bare(wanted):
        raise _fault(steps, node)
    return written


def _node(text: str) -> yaml.Node | None:
    node: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    return node


def _edited(text: str, mapping: yaml.MappingNode, steps: tuple[str, ...], value: Value) -> str:
    first, *rest = steps
    key, node = next(((key, node) for key, node in mapping.value if key.value == first), (None, None))
    if key is None or node is None:
        return _added(text, mapping, steps, value) if value else text
    if not rest:
        return _replaced(text, key, node, steps, value)
    if isinstance(node, yaml.MappingNode):
        return _edited(text, node, tuple(rest), value)
    if not _is_blank(node):
        raise _fault(steps, node)
    if mapping.flow_style:
        return _spliced(text, node, " " + _nested(rest, value))
    end, indent = _line_end(text, node.end_mark.index), key.start_mark.column + _INDENT
    return text[:end] + _newline(text) + _block(rest, value, indent, _newline(text)) + text[end:]


def _replaced(text: str, key: yaml.Node, node: yaml.Node, steps: Sequence[str], value: Value) -> str:
    """The text with another value behind a key that is there."""
    start, end = node.start_mark.index, _end_of(text, node)
    if isinstance(node, yaml.MappingNode) or getattr(node, "style", None) in ("|", ">"):
        raise _fault(steps, node)
    if isinstance(node, yaml.SequenceNode):
        old = text[start:end]
        if "#" in old and "\n" in old:  # a comment between two entries
            raise _fault(steps, node)
        if not node.flow_style:
            if not isinstance(value, tuple) or not value:
                raise _fault(steps, node)
            between = f"{_newline(text)}{' ' * node.start_mark.column}- "
            return f"{text[:start]}- {between.join(map(_scalar, value))}{text[end:]}"
    blank = _is_blank(node)
    written = _written(value, text[start : start + 1] if not blank else "")
    space = " " if blank and written and start == _behind_colon(text, key, start) else ""
    return text[:start] + space + written + text[end:]


def _added(text: str, mapping: yaml.MappingNode, steps: tuple[str, ...], value: Value) -> str:
    """The text with a further key at the end of a mapping."""
    if mapping.flow_style:
        entry = f"{_scalar(steps[0])}: {_nested(steps[1:], value)}"
        if not mapping.value:
            at = mapping.start_mark.index + 1
            return text[:at] + entry + text[at:]
        at = _end_of(text, mapping.value[-1][1])
        return f"{text[:at]}{' ' if text[at - 1] == ':' else ''}, {entry}{text[at:]}"
    newline = _newline(text)
    end = _line_end(text, _end_of(text, mapping.value[-1][1]))
    column = mapping.start_mark.column
    gap = newline * 2 if column == 0 and len(steps) > 1 else newline
    return text[:end] + gap + _block(steps, value, column, newline) + text[end:]


def _end_of(text: str, node: yaml.Node) -> int:
    """Behind the last sign of a node; collections and texts in several lines end where the next thing begins."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
        return _end_of(text, node.value[-1][1])
    if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
        return _end_of(text, node.value[-1])
    return node.start_mark.index + len(text[node.start_mark.index : node.end_mark.index].rstrip())


def _line_end(text: str, at: int) -> int:
    """Where the line of a place ends, its break not counted."""
    found = re.compile(r"\r?\n|\r|\Z").search(text, at)
    assert found is not None, "every text has an end"
    return found.start()


def _behind_colon(text: str, key: yaml.Node, at: int) -> int:
    """The place itself, when only the colon stands between it and the key."""
    return at if text[key.end_mark.index : at].strip() == ":" else -1


def _spliced(text: str, node: yaml.Node, written: str) -> str:
    return text[: node.start_mark.index] + written + text[node.end_mark.index :]


def _block(steps: Sequence[str], value: Value, indent: int, newline: str) -> str:
    """Keys below each other, each on its own line, with a value behind the last."""
    lines = [f"{' ' * (indent + _INDENT * depth)}{_scalar(step)}:" for depth, step in enumerate(steps)]
    return f"{newline.join(lines)} {_written(value)}"


def _nested(steps: Sequence[str], value: Value) -> str:
    """A value in braces with the keys that lead to it."""
    if not steps:
        return _written(value)
    return f"{{{_scalar(steps[0])}: {_nested(steps[1:], value)}}}"


def _written(value: Value, mark: str = "") -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_scalar, value))}]"
    return _scalar(value, mark) if value else ""


def _scalar(value: str, mark: str = "") -> str:
    """A text as YAML on one line, in its former quotation marks where it can stand in them."""
    if mark == "'" and "\n" not in value and not _ESCAPED.search(value) and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    if mark != '"' and _PLAIN.fullmatch(value) and not value.endswith(" "):
        return value
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _is_blank(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value and node.style not in ("'", '"')


def _set(node: Plain, steps: Sequence[str], value: Value) -> Plain:
    """What a text must say afterwards."""
    kept = dict(node) if isinstance(node, dict) else {}
    written: Plain = list(value) if isinstance(value, tuple) else value
    inner = kept.get(steps[0], "")
    kept[steps[0]] = _set(inner, steps[1:], value) if len(steps) > 1 else written
    return kept


def _bare(node: Plain) -> Plain:
    """A node without the keys that have nothing behind them: they count as not given."""
    if isinstance(node, dict):
        return {key: bare for key, value in node.items() if (bare := _bare(value)) not in ("", [], {})}
    return [_bare(each) for each in node] if isinstance(node, list) else node


def _fault(steps: Sequence[str], node: yaml.Node | None) -> EditFault:
    line = node.start_mark.line + 1 if node else 1
    return EditFault("yaml.not-edited", line=line, key=".".join(steps))
