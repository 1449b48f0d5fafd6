"""A theme.yaml: what it may say, and where it says it.

parent: base
pillars: {model: {ink: "#7B2A86", tint: "#F5E9F7"}}
colours: {text: "#1C2126", quiet: "#5A636E", rule: "#BAC1C9"}
fonts: [Lexend]
logo: logo.svg
cover: E-3f9a0c1b22
page: {top: 22, inside: 22, outside: 18, foot: 24}
cmyk: {"#7B2A86": 60/95/5/5}
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from portfolio.errors import ProjectError
from portfolio.files.fault import FileFault
from portfolio.files.node import Node
from portfolio.files.shape import Whole, check, find_node, invalid, place_of
from portfolio.files.yamlfile import read_yaml
from portfolio.model.problem import Place

SETTINGS = "theme.yaml"


def _colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
        raise invalid("theme.colour")
    return value.upper()


def _inks(value: str) -> str:
    if not re.fullmatch(r"(\d{1,2}|100)(/(\d{1,2}|100)){3}", value):
        raise invalid("theme.inks")
    return value


def _family(value: str) -> str:
    if not re.fullmatch(r"\w[\w -]*", value):  # it stands in CSS and in the names of files
        raise invalid("theme.family")
    return value


Colour = Annotated[str, AfterValidator(_colour)]
FourInks = Annotated[str, AfterValidator(_inks)]
Family = Annotated[str, AfterValidator(_family)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class _Pair(_Strict):
    ink: Colour
    tint: Colour


class _Colours(_Strict):
    text: Colour = ""
    quiet: Colour = ""
    rule: Colour = ""


class _Page(_Strict):
    top: Whole = 0
    inside: Whole = 0
    outside: Whole = 0
    foot: Whole = 0


class _Settings(_Strict):
    """What is not set is taken from the parent."""

    parent: str = ""
    pillars: dict[str, _Pair] = Field(default_factory=dict)
    colours: _Colours = Field(default_factory=_Colours)
    fonts: list[Family] = Field(default_factory=list)
    logo: str = ""
    cover: str = ""
    page: _Page = Field(default_factory=_Page)
    cmyk: dict[Colour, FourInks] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeFile:
    """The theme.yaml of one folder: what it sets, and the nodes that were typed."""

    folder: Path
    parent: str
    settings: dict[str, Any]
    node: Node

    @property
    def shown(self) -> str:
        """The file as shown to people: its last two folders and its name."""
        return f"{self.folder.parent.name}/{self.folder.name}/{SETTINGS}"

    def where(self, *steps: int | str) -> Place | None:
        """Where a setting was typed; None for one that this file does not make."""
        found = find_node(self.node, *steps)
        return place_of(found, self.shown) if found else None


def read_theme_file(folder: Path) -> ThemeFile:
    """The theme.yaml of a folder. Raises ProjectError with all that is wrong with it (see `files.shape.check`)."""
    shown = f"{folder.parent.name}/{folder.name}/{SETTINGS}"
    try:
        node = read_yaml(folder / SETTINGS)
    except FileFault as fault:
        raise ProjectError(fault.problem(shown)) from None
    settings, problems = check(node, _Settings, shown)
    if settings is None:
        raise ProjectError(*problems)
    return ThemeFile(folder=folder, parent=settings.parent, settings=settings.model_dump(exclude_unset=True), node=node)


def merge(files: Sequence[ThemeFile]) -> dict[str, Any]:
    """The settings of a chain, the most particular first: mappings key by key, families one after the other."""
    merged: dict[str, Any] = {}
    for file in reversed(files):
        families = (*file.settings.get("fonts", ()), *merged.get("fonts", ()))
        _take_over(merged, file.settings)
        merged["fonts"] = tuple(dict.fromkeys(families))
    return merged


def _take_over(older: dict[str, Any], younger: dict[str, Any]) -> None:
    for key, value in younger.items():
        if isinstance(value, dict) and isinstance(older.get(key), dict):
            _take_over(older[key], value)
        else:
            older[key] = value


def place_in(files: Sequence[ThemeFile], *steps: int | str) -> Place:
    """Where the setting that holds was typed in a chain; the nearest file for one that nobody makes."""
    for file in files:
        if place := file.where(*steps):
            return place
    return Place(file=files[0].shown)
