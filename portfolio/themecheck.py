"""What is wrong with a theme as a whole: colours, margins, fonts, the logo; each with its place in theme.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from portfolio.files.fault import FileFault
from portfolio.files.font import read_font
from portfolio.files.logo import is_logo, look_at_logo
from portfolio.model.blocks import MEASURE
from portfolio.model.problem import Place, Problem, error, note
from portfolio.theme import PAGE_WIDTH, WHITE, Theme
from portfolio.themefile import ThemeFile, place_in

CONTRAST = 4.5  # WCAG 2.2, success criterion 1.4.3, for text of any size
LOGO_CONTRAST = 3.0  # WCAG 2.2, success criterion 1.4.11, for what is no text
LOGO_WIDTH, LOGO_HEIGHT = 472, 165  # px: 40 × 14 mm, the largest a dossier prints, at 300 dpi
_TEXT_STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
_FALLBACK_STYLES = ("Regular", "Bold")  # few scripts know italics


def find_setting_faults(theme: Theme, files: Sequence[ThemeFile]) -> Iterator[Problem]:
    """Colours and margins with which a theme cannot be used; `files` is its chain, the most particular first."""
    yield from _colour_faults(theme, files)
    if theme.page.inside + theme.page.outside != PAGE_WIDTH - MEASURE:
        yield error("theme.measure", place_in(files, "page"), sum=f"{PAGE_WIDTH - MEASURE:g}")


def find_file_faults(theme: Theme, files: Sequence[ThemeFile]) -> Iterator[Problem]:
    """Fonts and a logo with which a theme cannot be used; the shipped fonts are not looked at again each time."""
    yield from _font_faults(theme, files)
    if theme.logo:
        yield from _logo_faults(theme, files)


def find_theme_remarks(files: Sequence[ThemeFile]) -> Iterator[Problem]:
    """What a person should know of a theme: a folder of fonts that says nowhere under which licence they are."""
    for file in files[:-1]:
        folder = file.folder / "fonts"
        if folder.is_dir() and not any(tells_licence(path.name) for path in folder.iterdir()):
            yield note("theme.font-licence", file.where("fonts"), folder=f"{file.folder.name}/fonts")


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours "#RRGGBB", 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance")."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _colour_faults(theme: Theme, files: Sequence[ThemeFile]) -> Iterator[Problem]:
    pairs: list[tuple[str, Place, str, str]] = [
        (key, place_in(files, "pillars", key, "ink"), pair.ink, ground)
        for key, pair in theme.colours.items()
        for ground in (WHITE, pair.tint)
    ]
    words = (("text", theme.text), ("quiet", theme.quiet))
    pairs += [(key, place_in(files, "colours", key), colour, WHITE) for key, colour in words]
    for key, place, ink, ground in pairs:
        ratio = contrast(ink, ground)
        if ratio < CONTRAST:
            yield error("theme.contrast", place, pillar=key, ink=ink, ground=ground, ratio=f"{ratio:.2f}")


def _font_faults(theme: Theme, files: Sequence[ThemeFile]) -> Iterator[Problem]:
    faces = theme.faces
    for family in theme.fonts:
        ours = [face for face in faces if face.family == family]
        wanted = _TEXT_STYLES if family == theme.fonts[0] else _FALLBACK_STYLES
        where = _family_place(family, files)
        missing = [style for style in wanted if style not in {face.style for face in ours}]
        if missing:
            names = ", ".join(f"fonts/{family.replace(' ', '')}-{style}.ttf" for style in missing)
            yield error("theme.font-missing", where, family=family, files=names)
        for face in ours:
            if face.shipped:
                continue
            try:
                if not read_font(theme.find(face.file)).embeddable:
                    yield error("theme.font-embedding", where, file=face.file)
            except FileFault as fault:
                yield error(fault.code, where, file=face.file)


def _family_place(family: str, files: Sequence[ThemeFile]) -> Place | None:
    for file in files:
        families = file.settings.get("fonts", [])
        if family in families:
            return file.where("fonts", families.index(family))
    return None


def _logo_faults(theme: Theme, files: Sequence[ThemeFile]) -> Iterator[Problem]:
    where = place_in(files, "logo")
    try:
        path = theme.find(theme.logo)
    except FileNotFoundError:
        yield error("theme.logo-missing", where, file=theme.logo)
        return
    if not is_logo(path):
        yield error("theme.logo-format", where, file=theme.logo)
        return
    try:
        look = look_at_logo(path)
    except FileFault as fault:
        yield error(fault.code, where)
        return
    if look and look.width < LOGO_WIDTH and look.height < LOGO_HEIGHT:
        size = f"{look.width} × {look.height}"
        yield error("theme.logo-small", where, file=theme.logo, size=size, width=LOGO_WIDTH, height=LOGO_HEIGHT)
    if look and (ratio := contrast(look.dark, WHITE)) < LOGO_CONTRAST:
        yield error("theme.logo-pale", where, file=theme.logo, ratio=f"{ratio:.2f}")


def tells_licence(name: str) -> bool:
    """Whether a file's name says that it holds a licence."""
    return any(word in name.lower() for word in ("licen", "ofl", "copying", "ufl"))
