"""The catalogue as the last run left it: when nothing at all has changed, nothing is interpreted again."""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from pathlib import Path

from portfolio.errors import OutputError
from portfolio.files.atomic import write_bytes
from portfolio.files.packed import pack, unpack
from portfolio.intake.scan import Listing
from portfolio.model.catalogue import Catalogue
from portfolio.model.problem import error
from portfolio.resources import PACKAGE

_NAME = "catalogue.packed"
# What a catalogue is made by: a change of any of it makes another one.
_MAKERS = ("intake", "files", "model", "i18n.py")


def key_of(listing: Listing, *rest: object) -> str:
    """What a catalogue depends on, as 64 hex digits: the files on the disk, this program, and `rest` as it prints."""
    seen = (_program(), tuple(listing.stamps), listing.problems, rest)
    return hashlib.sha256(repr(seen).encode()).hexdigest()


def recall(folder: Path, key: str) -> Catalogue | None:
    """The catalogue that was remembered in a cache folder under this key; None when there is none, or it is damaged."""
    try:
        told = (folder / _NAME).read_bytes()
    except OSError:
        return None
    head, _, packed = told.partition(b"\n")
    if head != _head(key, packed):
        return None
    try:
        return unpack(packed, Catalogue)
    except (ValueError, TypeError):
        return None


def remember(folder: Path, key: str, catalogue: Catalogue) -> None:
    """Keep a catalogue in place of the one before. Raises OutputError."""
    packed = pack(catalogue)
    try:
        write_bytes(folder / _NAME, _head(key, packed) + b"\n" + packed)
        if os.name == "posix":
            (folder / _NAME).chmod(0o600)
    except OSError as fault:
        raise OutputError(error("store.unusable", folder=folder)) from fault


def _head(key: str, packed: bytes) -> bytes:
    return f"{key} {hashlib.sha256(packed).hexdigest()}".encode()


@cache
def _program() -> str:
    """The digest of the code that makes catalogues, and of the Python that runs it; unchanging while it runs."""
    digest = hashlib.sha256(sys.version.encode())
    for name in _MAKERS:
        place = PACKAGE / name
        for path in sorted(place.rglob("*")) if place.is_dir() else (place,):
            if path.suffix in {".py", ".yaml"}:
                digest.update(path.relative_to(PACKAGE).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()
