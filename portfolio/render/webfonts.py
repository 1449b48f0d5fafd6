"""The fonts of a site: the shipped ones cut into parts of which a page takes those it needs, others as they are."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from portfolio.render.typefaces import Typefaces
from portfolio.theme import FontFace
from portfolio.themecheck import tells_licence
from portfolio.themes import Theme

FOLDER = "site/fonts"  # of the theme: made by script/make_webfonts.py
STYLES = ("Light", "Regular", "Italic", "Bold")  # those that a site is set in
Spans = tuple[tuple[int, int], ...]
# The parts that a family is cut into, by the code points in them: what a page has no letter of, it does not carry.
PARTS: dict[str, Spans] = {
    "latin": ((0x0000, 0x024F), (0x0300, 0x036F), (0x1E00, 0x1EFF), (0x2000, 0x22FF)),
    "greek": ((0x0370, 0x03FF), (0x1F00, 0x1FFF)),
    "cyrillic": ((0x0400, 0x052F),),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WebFont:
    """A file that sets some letters of a style of a family; `ranges` as CSS writes them, "" for all."""

    face: FontFace
    source: Path
    ranges: str = ""


def web_fonts(theme: Theme, letters: Collection[str]) -> tuple[WebFont, ...]:
    """The files that set these letters: each in the first family that has it, in all styles of a site."""
    typefaces, rest = Typefaces(theme), {ord(letter) for letter in letters}
    fonts: list[WebFont] = []
    for number, family in enumerate(typefaces.families):
        ours = rest.intersection(typefaces.letters(family))
        rest -= ours
        if ours or not number:
            faces = (face for face in theme.faces if face.family == family and face.style in STYLES)
            fonts += (font for face in faces for font in _files(theme, face, ours))
    return tuple(fonts)


def _files(theme: Theme, face: FontFace, codes: Collection[int]) -> Iterator[WebFont]:
    """The parts of a shipped face that have some of these code points; the whole file of any other."""
    stem = Path(face.file).stem
    parts = {name: f"{FOLDER}/{stem}.{name}.woff2" for name in PARTS} if face.shipped else {}
    try:
        sources = {name: theme.find(file) for name, file in parts.items()}
    except FileNotFoundError:
        sources = {}
    if not sources:
        yield WebFont(face=face, source=theme.find(face.file))
    for name, source in sources.items():
        if any(first <= code <= last for code in codes for first, last in PARTS[name]):
            yield WebFont(face=face, source=source, ranges=", ".join(f"U+{a:04X}-{b:04X}" for a, b in PARTS[name]))


def licences(theme: Theme, fonts: Collection[WebFont]) -> tuple[Path, ...]:
    """The licences that lie beside the fonts, those of other families left out ("LICENSE-Ubuntu.txt")."""
    found: dict[str, Path] = {}
    for font in fonts:
        file = theme.find(font.face.file)
        for path in sorted(file.parent.iterdir()):
            _, named, whose = path.stem.partition("LICENSE-")
            if tells_licence(path.name) and (not named or file.stem.startswith(whose)):
                found[path.name] = path
    return tuple(found.values())
