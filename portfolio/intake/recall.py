"""The catalogue as the last run left it: when nothing at all has changed, nothing is interpreted again."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, get_args, get_type_hints

from portfolio.errors import OutputError
from portfolio.files.atomic import remove_leftovers, replacing
from portfolio.files.garbage import without_collector
from portfolio.files.packed import pack, unpacking
from portfolio.intake.listing import Listing
from portfolio.model.problem import error
from portfolio.resources import program_digest

if TYPE_CHECKING:
    from portfolio.model.catalogue import Catalogue

_NAME = "catalogue.packed"


def key_of(listing: Listing, *rest: object) -> str:
    """What a catalogue depends on, as 64 hex digits: the files on the disk, this program, and `rest` as it prints."""
    seen = (sys.version, program_digest(), tuple(listing.stamps), listing.problems, rest)
    return hashlib.sha256(repr(seen).encode()).hexdigest()


def recall(folder: Path, key: str) -> Catalogue | None:
    """The catalogue that was remembered in a cache folder under this key; None when there is none, or it is damaged."""
    try:
        with (folder / _NAME).open("rb") as told, without_collector():
            return _recalled(told, key)
    except (OSError, ValueError, TypeError):
        return None


def remember(folder: Path, key: str, catalogue: Catalogue) -> None:
    """Keep a catalogue in place of the one before. Raises OutputError."""
    digest = hashlib.sha256()
    try:
        with replacing(folder / _NAME) as temporary, temporary.open("wb") as kept:
            for line in _lines(key, catalogue):
                digest.update(line)
                kept.write(line)
            kept.write(digest.hexdigest().encode())
    except OSError as fault:
        raise OutputError(error("store.unusable", folder=folder)) from fault


def is_remembered(folder: Path) -> bool:
    """Whether a catalogue is remembered in a cache folder, under whatever key."""
    return (folder / _NAME).is_file()


def forget(folder: Path) -> None:
    """Remember no catalogue: the next run interprets everything again. Raises OutputError."""
    try:
        remove_leftovers(folder)
        (folder / _NAME).unlink(missing_ok=True)
    except OSError as fault:
        raise OutputError(error("store.unusable", folder=folder)) from fault


def _lines(key: str, catalogue: Catalogue) -> Iterator[bytes]:
    """The key, then a line for everything in the catalogue: the memory of one at a time, however many there are.

    An empty line ends each of its fields.
    """
    yield f"{key}\n".encode()
    for field in fields(catalogue):
        for value in getattr(catalogue, field.name):
            yield pack(value) + b"\n"
        yield b"\n"


def _recalled(told: BinaryIO, key: str) -> Catalogue | None:
    """What `remember` wrote, None under another key. Raises ValueError or TypeError when it is damaged."""
    from portfolio.model.catalogue import Catalogue

    first = told.readline()
    if first != f"{key}\n".encode():
        return None
    digest = hashlib.sha256(first)

    def values(name: str) -> Iterator[Any]:
        (kind, _) = get_args(get_type_hints(Catalogue)[name])
        unpack = unpacking(kind)
        while (line := told.readline()) != b"\n":
            digest.update(line)
            yield unpack(line)
        digest.update(line)

    catalogue = Catalogue(**{field.name: tuple(values(field.name)) for field in fields(Catalogue)})
    return catalogue if told.read() == digest.hexdigest().encode() else None
