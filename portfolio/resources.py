"""Where the shipped templates, frameworks and messages are, in a checkout and in an installed wheel alike."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def frameworks_folder() -> Path:
    """The folder of the shipped framework packs."""
    return PACKAGE / "frameworks"


def messages_folder() -> Path:
    """The folder of the program's own words, `<language>.yaml` each."""
    return PACKAGE / "messages"


def templates_folder() -> Path:
    """The folder of the shipped themes: inside the package in a wheel, beside it in a checkout."""
    packaged = PACKAGE / "templates"
    return packaged if packaged.is_dir() else PACKAGE.parent / "templates"


def practice_folder() -> Path:
    """The demo school's project: inside the package in a wheel, the top of a checkout."""
    packaged = PACKAGE / "practice"
    return packaged if packaged.is_dir() else PACKAGE.parent


@cache
def program_digest() -> str:
    """The sha256 of the program's own code and data, which do not change while it runs."""
    digest = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in {".py", ".yaml"}:
            digest.update(path.relative_to(PACKAGE).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
