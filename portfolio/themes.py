"""Themes: where their files are found, what they inherit, their colours, and the one jinja environment.

A theme is a folder with a `theme.yaml`. It is looked for in the project's `templates/` and then among the shipped
ones; what it does not have itself it takes from its `parent`, and so on along the chain.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from portfolio.errors import ProjectError
from portfolio.files.fault import FileFault
from portfolio.files.shape import Whole, check, invalid
from portfolio.files.yamlfile import read_yaml
from portfolio.model.blocks import MEASURE
from portfolio.model.problem import Place, Problem, error
from portfolio.resources import templates_folder

if TYPE_CHECKING:
    from jinja2 import Environment

PAGE_WIDTH, PAGE_HEIGHT = 210, 297
CONTRAST = 4.5  # WCAG 2.2, success criterion 1.4.3, for text of any size
WHITE = "#FFFFFF"
SETTINGS = "theme.yaml"
_NAME = re.compile(r"\w[\w -]*")  # one folder, nothing that leads elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class PillarColours:
    """A pillar's ink (set on white and tint, ground for white and tint) and its tint, as "#RRGGBB"."""

    ink: str
    tint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMargins:
    """The margins of the A4 page in mm; inside is at the spine."""

    top: int
    inside: int
    outside: int
    foot: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A look with all that it inherits: `folders` from the most particular theme to the oldest parent.

    `colours` are those of the pillars by key; `text`, `quiet` and `rule` those of everything else. `fonts` are
    families in the order in which they are tried. `digest` is the sha256 of all files of the chain.
    """

    name: str
    folders: tuple[Path, ...]
    colours: Mapping[str, PillarColours]
    text: str
    quiet: str
    rule: str
    fonts: tuple[str, ...]
    page: PageMargins
    digest: str

    def find(self, relative: str) -> Path:
        """The file of a POSIX path such as "css/dossier.css", from the nearest theme that has it.

        Raises FileNotFoundError; for a path that leaves the theme as well.
        """
        path = PurePosixPath(relative)
        if not path.is_absolute() and ".." not in path.parts:
            for folder in self.folders:
                if (folder / path).is_file():
                    return folder / path
        raise FileNotFoundError(relative)

    def pillar(self, key: str) -> PillarColours:
        """A pillar's colours; text colour on white for one that the theme does not know."""
        return self.colours.get(key, PillarColours(ink=self.text, tint=WHITE))

    def glyph(self, key: str, colour: str) -> str:
        """A pillar's glyph as an SVG element in a colour; "" for a pillar without one."""
        try:
            drawing = self.find(f"glyphs/{key}.svg").read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""
        return drawing.strip().replace("currentColor", colour)

    def render(self, template: str, **values: object) -> str:
        """A template of the chain, filled. Raises ProjectError (`theme.template`) when it cannot be."""
        from jinja2 import TemplateError, TemplateSyntaxError

        try:
            return self.environment.get_template(template).render(**values)
        except TemplateSyntaxError as fault:
            where = Place(file=fault.name or template, line=fault.lineno)
            raise ProjectError(error("theme.template", where, fault=fault.message)) from fault
        except TemplateError as fault:
            raise ProjectError(error("theme.template", Place(file=template), fault=fault.message)) from fault

    @property
    def message_folders(self) -> tuple[Path, ...]:
        """The folders of the words set in documents, the most particular first."""
        return tuple(folder / "messages" for folder in self.folders if (folder / "messages").is_dir())

    @property
    def environment(self) -> Environment:
        """A fresh jinja environment over the chain: everything is escaped, an undefined name is an error.

        Sandboxed, for a theme may come from anywhere.
        """
        from jinja2 import FileSystemLoader, StrictUndefined
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        return ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(self.folders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )


def load_theme(name: str, project_root: Path | None) -> Theme:
    """The theme of a name, from the project's `templates/` or the shipped ones, with all its parents.

    Raises ProjectError: `theme.unknown` (theme or parent), `theme.circle`, `theme.incomplete` (a setting nobody in
    the chain makes), `theme.contrast`, `theme.measure`, and what `check` finds in a theme.yaml.
    """
    shelves = [templates_folder()] if project_root is None else [project_root / "templates", templates_folder()]
    chain = tuple(_chain(name, shelves))
    folders = tuple(folder for folder, _ in chain)
    merged: dict[str, Any] = {}
    for _, settings in reversed(chain):
        _merge(merged, settings.model_dump(exclude_unset=True))
    complete = {"pillars", "colours.text", "colours.quiet", "colours.rule", "fonts", *_MARGINS}
    missing = sorted(complete - set(_keys(merged)))
    if missing:
        raise ProjectError(*(error("theme.incomplete", _place(folders[0]), key=key) for key in missing))
    colours = {key: PillarColours(**pair) for key, pair in merged["pillars"].items()}
    theme = Theme(
        name=name,
        folders=folders,
        colours=colours,
        **merged["colours"],
        fonts=tuple(merged["fonts"]),
        page=PageMargins(**merged["page"]),
        digest=_digest(folders),
    )
    problems = tuple(_faults(theme))
    if problems:
        raise ProjectError(*problems)
    return theme


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours "#RRGGBB", 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance")."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
        raise invalid("theme.colour")
    return value.upper()


Colour = Annotated[str, AfterValidator(_colour)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


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
    """A theme.yaml; what is not set is taken from the parent."""

    parent: str = ""
    pillars: dict[str, _Pair] = Field(default_factory=dict)
    colours: _Colours = Field(default_factory=_Colours)
    fonts: list[str] = Field(default_factory=list)
    page: _Page = Field(default_factory=_Page)


_MARGINS = tuple(f"page.{name}" for name in _Page.model_fields)


def _chain(name: str, shelves: list[Path]) -> Iterator[tuple[Path, _Settings]]:
    """The theme's folder and its parents', each with its settings.

    A project's theme may bear the name of a shipped one and have it as its parent: a folder is visited once.
    """
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
        settings = _read(folder)
        yield folder, settings
        visited.append(folder)
        wanted, child = settings.parent, _place(folder)


def _known(shelves: list[Path]) -> str:
    return ", ".join(sorted({path.parent.name for shelf in shelves for path in shelf.glob(f"*/{SETTINGS}")}))


def _read(folder: Path) -> _Settings:
    shown = _place(folder).file
    try:
        settings, problems = check(read_yaml(folder / SETTINGS), _Settings, shown)
    except FileFault as fault:
        raise ProjectError(fault.problem(shown)) from None
    if settings is None:
        raise ProjectError(*problems)
    return settings


def _place(folder: Path) -> Place:
    return Place(file=f"{folder.parent.name}/{folder.name}/{SETTINGS}")


def _merge(older: dict[str, Any], younger: dict[str, Any]) -> None:
    """Takes over what the younger theme sets; mappings key by key, everything else as a whole."""
    for key, value in younger.items():
        if isinstance(value, dict) and isinstance(older.get(key), dict):
            _merge(older[key], value)
        else:
            older[key] = value


def _keys(settings: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    for key, value in settings.items():
        yield f"{prefix}{key}"
        if isinstance(value, dict):
            yield from _keys(value, f"{prefix}{key}.")


def _faults(theme: Theme) -> Iterator[Problem]:
    where = _place(theme.folders[0])
    for key, pair in theme.colours.items():
        for ground in (WHITE, pair.tint):
            ratio = contrast(pair.ink, ground)
            if ratio < CONTRAST:
                yield error("theme.contrast", where, pillar=key, ink=pair.ink, ground=ground, ratio=f"{ratio:.2f}")
    for colour in (theme.text, theme.quiet):
        ratio = contrast(colour, WHITE)
        if ratio < CONTRAST:
            yield error("theme.contrast", where, pillar="text", ink=colour, ground=WHITE, ratio=f"{ratio:.2f}")
    if theme.page.inside + theme.page.outside != PAGE_WIDTH - MEASURE:
        yield error("theme.measure", where, sum=f"{PAGE_WIDTH - MEASURE:g}")


def _digest(folders: tuple[Path, ...]) -> str:
    """The sha256 over names and bytes of all files of the chain, in its order."""
    digest = hashlib.sha256()
    for folder in folders:
        files = sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.is_file())
        for name, path in files:
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            digest.update(f"{content} {name}\n".encode())
        digest.update(b"\n")
    return digest.hexdigest()
