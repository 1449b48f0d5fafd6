"""A theme: the files of its chain, its colours and fonts, and the one jinja environment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from portfolio.errors import ProjectError
from portfolio.model.problem import Place, Problem, error

if TYPE_CHECKING:
    from jinja2 import Environment

PAGE_WIDTH, PAGE_HEIGHT = 210, 297  # mm: A4
WHITE = "#FFFFFF"
NO_COVER = "none"
MESSAGES, SHEET_WORDS = "messages", "sheets"  # folders of words: of all documents, and of posters and plaques alone
# How a font's file is called behind its family's name, and the weight and slope that it is for.
STYLES = {
    "Light": (300, False),
    "LightItalic": (300, True),
    "Regular": (400, False),
    "Italic": (400, True),
    "Medium": (500, False),
    "MediumItalic": (500, True),
    "Bold": (700, False),
    "BoldItalic": (700, True),
}
_FONT_SUFFIXES = (".ttf", ".otf")


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
class FontFace:
    """One style of a family, in a file of the theme; `shipped` when the base theme brings it."""

    family: str
    style: str
    weight: int
    italic: bool
    file: str
    shipped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A look with all that it inherits: `folders` from the most particular theme to the shipped base.

    `colours` are those of the pillars by key; `text`, `quiet` and `rule` those of everything else. `fonts` are
    families in the order in which they are tried. `logo` is the path of a file as `find` takes it ("" for none),
    `cover` a piece's id or file, NO_COVER, or "" where the program chooses; `cover_at` is where that is said.
    `cmyk` are the four inks, 0 to 1, of colours by "#RRGGBB": in them a print shop gets these, others stay RGB.
    `remarks` are what a person should know and what hinders nothing. `digest` is the sha256 of all files of the chain.
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
    logo: str = ""
    cover: str = ""
    cover_at: Place | None = None
    remarks: tuple[Problem, ...] = ()
    cmyk: Mapping[str, tuple[float, float, float, float]] = field(default_factory=dict)

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
    def faces(self) -> tuple[FontFace, ...]:
        """The styles of all families that have a file "fonts/<family without blanks>-<style>.ttf" (or .otf)."""
        return tuple(self._faces())

    def _faces(self) -> Iterator[FontFace]:
        for family, (style, (weight, italic)) in product(self.fonts, STYLES.items()):
            names = [f"fonts/{family.replace(' ', '')}-{style}{suffix}" for suffix in _FONT_SUFFIXES]
            homes = [(name, folder) for folder in self.folders for name in names if (folder / name).is_file()]
            if homes:
                file, home = homes[0]
                shipped = home == self.folders[-1]
                yield FontFace(family=family, style=style, weight=weight, italic=italic, file=file, shipped=shipped)

    @property
    def message_folders(self) -> tuple[Path, ...]:
        """The folders of the words set in documents, the most particular first."""
        return self._within(MESSAGES)

    @property
    def sheet_folders(self) -> tuple[Path, ...]:
        """The folders of the words set on posters and plaques, those of documents among them; a theme's own first."""
        return self._within(SHEET_WORDS, MESSAGES)

    def _within(self, *names: str) -> tuple[Path, ...]:
        """The folders of these names that there are, those of a particular theme before its parent's."""
        return tuple(folder / name for folder in self.folders for name in names if (folder / name).is_dir())

    @property
    def environment(self) -> Environment:
        """The jinja environment over the chain: everything is escaped, an undefined name is an error.

        Sandboxed, for a theme may come from anywhere; the same one as long as nothing in the folders changes.
        """
        return _environment(self.folders, self.digest)


@lru_cache(maxsize=8)
def _environment(folders: tuple[Path, ...], digest: str) -> Environment:  # noqa: ARG001 - another when a file changes
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
