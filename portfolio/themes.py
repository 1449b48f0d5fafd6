"""Where themes are found, and what they inherit.

A theme is a folder with a `theme.yaml`. It is looked for in the project's `templates/` and then among the shipped
ones; what it does not have itself it takes from its `parent`, and so on along the chain. Every chain ends with the
shipped base theme, so that a word or template that a newer program asks for is always there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from portfolio.errors import ProjectError
from portfolio.files.tree import tree_digest
from portfolio.model.problem import Place, error
from portfolio.resources import templates_folder
from portfolio.theme import NO_COVER, WHITE, PageMargins, PillarColours, Theme
from portfolio.themecheck import find_file_faults, find_setting_faults, find_theme_remarks
from portfolio.themefile import SETTINGS, ThemeFile, merge, place_in, read_theme_file

__all__ = ["NO_COVER", "WHITE", "Theme", "load_theme"]

BASE = "base"
_NAME = re.compile(r"\w[\w -]*")  # one folder, nothing that leads elsewhere


def load_theme(name: str, project_root: Path | None) -> Theme:
    """The theme of a name, from the project's `templates/` or the shipped ones, with all its parents.

    Raises ProjectError: `theme.unknown` (theme or parent), `theme.circle`, what `files.shape.check` finds in a
    theme.yaml, and what `themecheck` finds in the whole.
    """
    shelves = [templates_folder()] if project_root is None else [project_root / "templates", templates_folder()]
    files = tuple(_chain(name, shelves))
    merged = merge(files)
    folders = tuple(file.folder for file in files)
    theme = Theme(
        name=name,
        folders=folders,
        colours={key: PillarColours(**pair) for key, pair in merged["pillars"].items()},
        **merged["colours"],
        fonts=merged["fonts"],
        page=PageMargins(**merged["page"]),
        logo=merged.get("logo", ""),
        cmyk={colour: _four(inks) for colour, inks in merged.get("cmyk", {}).items()},
        cover=merged.get("cover", ""),
        cover_at=place_in(files, "cover"),
        digest=tree_digest(folders),
    )
    if problems := (*find_setting_faults(theme, files), *find_file_faults(theme, files)):
        raise ProjectError(*problems)
    return replace(theme, remarks=tuple(find_theme_remarks(files)))


def _chain(name: str, shelves: list[Path]) -> Iterator[ThemeFile]:
    """The theme's file and its parents', the shipped base theme last, whether it is named or not.

    A project's theme may bear the name of a shipped one and have it as its parent: a folder is visited once.
    """
    last = templates_folder() / BASE
    visited: list[Path] = []
    child: Place | None = None
    wanted = name
    while wanted or not visited:
        homes = [
            shelf / wanted for shelf in shelves if _NAME.fullmatch(wanted) and (shelf / wanted / SETTINGS).is_file()
        ]
        folder = next((home for home in homes if home not in visited), None)
        if folder is None:
            code = "theme.circle" if homes else "theme.unknown"
            raise ProjectError(error(code, child, name=wanted, known=_known(shelves)))
        file = read_theme_file(folder)
        yield file
        visited.append(folder)
        wanted, child = file.parent, file.where("parent")
    if last not in visited:
        yield read_theme_file(last)


def _four(inks: str) -> tuple[float, float, float, float]:
    """The inks "100/80/0/0" as fractions."""
    cyan, magenta, yellow, black = (int(part) / 100 for part in inks.split("/"))
    return cyan, magenta, yellow, black


def _known(shelves: list[Path]) -> str:
    return ", ".join(sorted({path.parent.name for shelf in shelves for path in shelf.glob(f"*/{SETTINGS}")}))
