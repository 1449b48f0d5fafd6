"""How paragraphs, runs and cells of a Word document look: what they say themselves, else their styles. Lengths in mm.

As ISO/IEC 29500-1, 17.7.2 has it: what a run says goes before its own style, that before the paragraph's, and what
nobody says stands in the document's defaults.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portfolio.files.xmlparts import attribute, name_of
from portfolio.model.marks import Colour

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MM = 25.4
_TWIP, _HALF_POINT, _LINE = MM / 1440, MM / 144, 240  # a line in 240ths of its own height
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(|pt|mm|cm|in)")
_UNITS = {"": _TWIP, "pt": MM / 72, "mm": 1.0, "cm": 10.0, "in": MM}
_AUTO = 1.15  # of the type's size: the height of a line by itself
_USUAL = 10.0  # pt, where nobody gives a size
_OFF = ("0", "false", "none", "off")
_CELL = 108 * _TWIP  # left and right in a cell, where nobody gives a margin


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLook:
    """How letters look; `colour` is that of ink on paper where the document leaves it to the program."""

    font: str
    size: float
    colour: Colour
    slanted: bool
    underlined: bool
    hidden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphLook:
    """How a paragraph is set: room before and after, its ground; `line` is a height, or times that of the letters."""

    before: float
    after: float
    line: float
    exact: bool
    aside: float  # how much of what is left of a line stands before it: 0, 1/2 or 1
    ground: Colour | None


def children(element: Element | None, name: str) -> Iterator[Element]:
    """What stands right in an element under a name."""
    return (each for each in (() if element is None else element) if name_of(each) == name)


def child(element: Element | None, *names: str) -> Element | None:
    """What stands at the end of a path of names, the first of each."""
    for name in names:
        element = next(children(element, name), None)
    return element


def twips(value: str) -> float:
    """A length in twentieths of a point, or with its unit as the strict form has it; 0 where it is none."""
    found = _LENGTH.fullmatch(value)
    return float(found[1]) * _UNITS[found[2]] if found else 0.0


def ground_of(properties: Element | None) -> Colour | None:
    """What colour is below a paragraph or a cell, None for bare paper."""
    shade = child(properties, "shd")
    return None if shade is None else _colour(attribute(shade, "fill"))


class Looks:
    """The styles of a document; `theme` names the typefaces that these may call major and minor."""

    def __init__(self, styles: Element, theme: Element | None = None) -> None:
        given = list(children(styles, "style"))
        self._styles = {attribute(each, "styleId"): each for each in given}
        self._defaults = {kind: child(styles, "docDefaults", f"{kind}Default", kind) for kind in ("rPr", "pPr")}
        self._faces = dict(_faces_of(theme))
        self._usual = next((attribute(each, "styleId") for each in given if _is_usual(each)), "")

    def run(self, paragraph: Element | None, properties: Element | None) -> RunLook:
        """The look of a run in a paragraph, both by their properties."""
        cascade = [
            self._defaults["rPr"],
            *self._of_style(self._style_of(paragraph), "rPr"),
            *self._of_style(_said([properties], "rStyle", "val"), "rPr"),
            properties,
        ]
        size = _said(cascade, "sz", "val")
        underline = _said(cascade, "u", "val")
        return RunLook(
            font=self._face(cascade),
            size=int(size) * _HALF_POINT if size.isdecimal() else _USUAL * 2 * _HALF_POINT,
            colour=_colour(_said(cascade, "color", "val")) or (0.0,),
            slanted=_holds(cascade, "i"),
            underlined=underline not in ("", *_OFF),
            hidden=_holds(cascade, "vanish"),
        )

    def paragraph(self, properties: Element | None) -> ParagraphLook:
        """The look of a paragraph by its properties."""
        cascade = [self._defaults["pPr"], *self._of_style(self._style_of(properties), "pPr"), properties]
        line, rule = _said(cascade, "spacing", "line"), _said(cascade, "spacing", "lineRule")
        exact = bool(line) and rule in ("exact", "atLeast")
        aside = _ASIDE.get(_said(cascade, "jc", "val"), 0.0)
        grounds = [ground_of(each) for each in cascade if child(each, "shd") is not None]
        return ParagraphLook(
            before=twips(_said(cascade, "spacing", "before")),
            after=twips(_said(cascade, "spacing", "after")),
            line=twips(line) if exact else _AUTO * (twips(line) / _TWIP / _LINE if line else 1.0),
            exact=exact,
            aside=1 - aside if _holds(cascade, "bidi") else aside,  # its left is where it begins (17.3.1.13)
            ground=grounds[-1] if grounds else None,
        )

    def margins(self, table: Element | None, cell: Element | None) -> tuple[float, float, float, float]:
        """The inner margins of a cell by its properties and its table's: top, right, bottom, left."""
        style = child(table, "tblStyle")
        tables = [*self._of_style("" if style is None else attribute(style, "val"), "tblPr"), table]
        cascade = [*(child(each, "tblCellMar") for each in tables), child(cell, "tcMar")]
        sides = (_said(cascade, side, "w") for side in (("top",), ("right", "end"), ("bottom",), ("left", "start")))
        usual = (0.0, _CELL, 0.0, _CELL)
        top, right, bottom, left = (twips(side) if side else by for side, by in zip(sides, usual, strict=True))
        return top, right, bottom, left

    def _face(self, cascade: Sequence[Element | None]) -> str:
        """The typeface that the last of some properties names, itself or by its part in the theme."""
        given = (each for properties in reversed(cascade) for each in children(properties, "rFonts"))
        named = (self._faces.get(attribute(each, "asciiTheme")[:5]) or attribute(each, "ascii") for each in given)
        return next(filter(None, named), "")

    def _style_of(self, properties: Element | None) -> str:
        return _said([properties], "pStyle", "val") or self._usual

    def _of_style(self, name: str, kind: str) -> Iterator[Element]:
        """What a style says and what it is based on, that first."""
        chain: list[Element] = []
        while (style := self._styles.get(name)) is not None and style not in chain:
            chain.append(style)
            parent = child(style, "basedOn")
            name = "" if parent is None else attribute(parent, "val")
        return (said for style in reversed(chain) for said in children(style, kind))


_ASIDE = {"center": 0.5, "right": 1.0, "end": 1.0}


def _faces_of(theme: Element | None) -> Iterator[tuple[str, str]]:
    """A theme's typefaces for headings and for texts, under the first letters of what styles call them."""
    for part in () if theme is None else theme.iter():
        if name_of(part) in ("majorFont", "minorFont"):
            latin = child(part, "latin")
            yield name_of(part)[:5], "" if latin is None else attribute(latin, "typeface")


def _is_usual(style: Element) -> bool:
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true")


def _said(cascade: Sequence[Element | None], name: str | tuple[str, ...], key: str) -> str:
    """What the last of some properties says that says it, under any of its names; "" where none does."""
    names = (name,) if isinstance(name, str) else name
    said = (
        attribute(each, key)
        for properties in reversed(cascade)
        for any_name in names
        for each in children(properties, any_name)
    )
    return next(filter(None, said), "")


def _holds(cascade: Sequence[Element | None], name: str) -> bool:
    """Whether the last of some properties that names a switch turns it on."""
    switches = [each for properties in cascade for each in children(properties, name)]
    return bool(switches) and attribute(switches[-1], "val") not in _OFF


def _colour(value: str) -> Colour | None:
    """Six hexadecimal digits as red, green and blue; None for what the program chooses."""
    try:
        parts = bytes.fromhex(value)
    except ValueError:
        return None
    return tuple(part / 255 for part in parts) if len(parts) == 3 else None
