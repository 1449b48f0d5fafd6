"""YAML that people write and JSON that programs export: one mapping, a list of mappings, or one under a single key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from portfolio.files.jsonfile import read_json
from portfolio.files.node import Listing, Mapping, Node, Scalar
from portfolio.files.yamlfile import read_yaml
from portfolio.i18n import fold
from portfolio.intake.credentials import Credential, credential_in
from portfolio.intake.formats import Format
from portfolio.intake.reading import MAX_TEXT, Cell, Entry, Inscription, Reading
from portfolio.intake.vocabulary import vocabulary
from portfolio.model.decision import Field
from portfolio.model.evidence import Kind

_LONGEST_WORD = 500  # addresses of web pages are words too


def read(path: Path, found: Format) -> Reading:
    """The entries of a YAML or JSON file. Raises FileFault."""
    root = read_json(path) if found.key == "json" else read_yaml(path)
    if found.key == "json" and (credential := credential_in(root)):
        return _certificate(credential)
    entries = tuple(
        Entry(cells=tuple(_cells(mapping)), line=mapping.line) for mapping in _mappings(root) if mapping.entries
    )
    return Reading(format=found.key, text=_text(root)[:MAX_TEXT], entries=entries)


def _certificate(credential: Credential) -> Reading:
    """A credential as a Reading: only what it says as a certificate, not the birthdays and keys in it."""
    titles = (Inscription(field=Field.TITLE, text=text, language=code) for code, text in credential.titles)
    return Reading(
        format="credential", text=credential.text[:MAX_TEXT], inscriptions=tuple(titles), credential=credential
    )


def _mappings(root: Node) -> tuple[Mapping, ...]:
    match root:
        case Mapping(entries=((_, Listing(items=items)),)) if all(
            isinstance(item, Mapping) and not _has_only_numbers(item) for item in items
        ):
            return tuple(item for item in items if isinstance(item, Mapping))
        case Mapping(entries=entries):
            return _projects(entries) or (root,)
        case Listing(items=items):
            return tuple(item for item in items if isinstance(item, Mapping))
        case _:
            return ()


def _projects(entries: Iterable[tuple[Scalar, Node]]) -> tuple[Mapping, ...]:
    """The mappings in a list called projects, beside which a program may write when and with what it was made."""
    words = tuple(word for word, kind in vocabulary().kinds.items() if kind is Kind.PROJECT)
    lists = [node for key, node in entries if isinstance(node, Listing) and fold(key.text).startswith(words)]
    return tuple(item for node in lists for item in node.items if isinstance(item, Mapping))


def _cells(mapping: Mapping, prefix: str = "") -> Iterator[Cell]:
    """A mapping's values as cells; "summary: {en: …}" is headed "summary.en"."""
    for key, value in mapping.entries:
        heading = f"{prefix}{key.text}"
        if isinstance(value, Mapping):
            yield from _cells(value, f"{heading}.")
        elif text := _joined(value):
            yield Cell(heading=heading, text=text, line=key.line)


def _joined(node: Node) -> str:
    """A value as one text: the items of a list by line feeds, the values inside an item by commas."""
    match node:
        case Scalar():
            return "" if _is_data(node.text) else node.text.strip()
        case Listing():
            return "\n".join(filter(None, map(_in_line, node.items)))
        case Mapping():
            return _in_line(node)


def _is_data(text: str) -> bool:
    """Whether a text is a picture or a signature in letters: nobody writes that much without a blank."""
    return len(text) > _LONGEST_WORD and not re.search(r"\s", text[:_LONGEST_WORD])


def _has_only_numbers(node: Mapping) -> bool:
    """Whether a mapping is a box in a picture or the like, and no record."""
    texts = [value.text if isinstance(value, Scalar) else "" for _, value in node.entries]
    return len(texts) > 2 and all(re.fullmatch(r"[\d.,%\s-]+", text) for text in texts)


def _in_line(node: Node) -> str:
    match node:
        case Scalar():
            return " ".join(node.text.split())
        case Listing():
            return ", ".join(map(_in_line, node.items))
        case Mapping() if _has_only_numbers(node):
            return ", ".join(
                f"{key.text}: {_in_line(value)}" for key, value in node.entries
            )  # numbers need their names
        case Mapping():
            return ", ".join(_in_line(value) for _, value in node.entries)


def _text(node: Node) -> str:
    match node:
        case Scalar():
            return "" if _is_data(node.text) else node.text
        case Listing():
            return "\n".join(map(_text, node.items))
        case Mapping():
            return "\n".join(f"{key.text}: {_text(value)}" for key, value in node.entries)
