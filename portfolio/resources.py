"""Where the shipped templates, frameworks and messages are, in a checkout and in an installed wheel alike."""

from __future__ import annotations

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
