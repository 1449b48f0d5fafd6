"""The theme's fonts, cut to the letters of a few lines that are written into finished PDFs."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from portfolio.render.fontfile import undated
from portfolio.themes import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class CutFont:
    """A TrueType font with few letters: its name, its bytes, each letter's glyph and advance in thousandths of an em.

    `box`, `ascent` and `descent` in thousandths of an em as well.
    """

    name: str
    data: bytes
    glyphs: Mapping[str, int]
    advances: Mapping[str, float]
    box: tuple[int, int, int, int]
    ascent: int
    descent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StampFonts:
    """The fonts in which lines are set, the first that has a letter sets it; `missing` are those that none has."""

    fonts: tuple[CutFont, ...]
    missing: frozenset[str]
    homes: Mapping[str, int]  # the place of each letter's font
    advances: Mapping[str, float]  # of each letter in its font, in thousandths of an em

    def runs(self, text: str) -> Iterator[tuple[int, str]]:
        """The stretches of a text with the place of their font; what no font has is left out."""
        for place, letters in groupby(filter(self.homes.__contains__, text), key=self.homes.__getitem__):
            yield place, "".join(letters)

    def width(self, text: str) -> float:
        """The width of a text in em, without kerning."""
        return sum(self.advances[letter] for letter in text if letter in self.advances) / 1000


def cut_fonts(theme: Theme, texts: Iterable[str]) -> StampFonts:
    """The theme's regular fonts, cut to the letters of these texts; one that the theme does not have is passed over."""
    wanted = {letter for text in texts for letter in text}
    fonts: list[CutFont] = []
    for family in theme.fonts:
        try:
            path = theme.find(f"fonts/{family.replace(' ', '')}-Regular.ttf")
        except FileNotFoundError:
            continue
        if wanted and (font := _cut(path, wanted)):
            fonts.append(font)
            wanted -= font.glyphs.keys()
    return StampFonts(
        fonts=tuple(fonts),
        missing=frozenset(letter for letter in wanted if not letter.isspace()),
        homes={letter: place for place, font in enumerate(fonts) for letter in font.glyphs},
        advances={letter: advance for font in fonts for letter, advance in font.advances.items()},
    )


def _cut(path: Path, letters: Iterable[str]) -> CutFont | None:
    """A font file cut to those of the letters that it has; None when it has none of them. The same bytes each time."""
    from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]  # fontTools ships no types
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # likewise

    with TTFont(path, lazy=True, recalcTimestamp=False) as font:
        codes = [ord(letter) for letter in letters if ord(letter) in font.getBestCmap()]
        if not codes:
            return None
        subsetter = Subsetter(Options(layout_features=[], hinting=False, notdef_outline=True))
        subsetter.populate(unicodes=codes)
        subsetter.subset(font)
        scale = 1000 / font["head"].unitsPerEm
        head, lines, metrics = font["head"], font["hhea"], font["hmtx"].metrics
        cmap = font.getBestCmap()
        data = io.BytesIO()
        font.save(data)
        return CutFont(
            name=path.stem,
            data=undated(data.getvalue()),
            glyphs={chr(code): font.getGlyphID(name) for code, name in sorted(cmap.items())},
            advances={chr(code): metrics[name][0] * scale for code, name in sorted(cmap.items())},
            box=tuple(round(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)),
            ascent=round(lines.ascent * scale),
            descent=round(lines.descent * scale),
        )
