"""The outlines of the letters of a font that stands in a PDF, as the operators that draw them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pikepdf import Object

Width = float  # of a letter, in em


class Outlines:
    """The letters of one composite font (ISO 32000-1, 9.7), by the numbers by which the page calls them.

    Such a font's codes are the numbers of glyphs in its file, as WeasyPrint writes it: Identity-H, with the file's own
    order. `units` of a drawing are an em. Raises ValueError for any other font.
    """

    def __init__(self, font: Object) -> None:
        from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # fontTools ships no types

        program = _program(font)
        self._font = TTFont(io.BytesIO(program.read_bytes()), lazy=True)
        self._glyphs = self._font.getGlyphSet()
        self._widths = _widths(font.DescendantFonts[0])
        self._otherwise = float(font.DescendantFonts[0].get("/DW", 1000)) / 1000
        self._drawn: dict[int, bytes] = {}
        self.units: int = self._font["head"].unitsPerEm

    def width(self, code: int) -> Width:
        """How far a letter moves the next."""
        return self._widths.get(code, self._otherwise)

    def drawing(self, code: int) -> bytes:
        """The path of a letter, not yet painted; b"" for one without ink, such as a blank."""
        if code not in self._drawn:
            pen = _pen(self._glyphs)
            self._glyphs[self._font.getGlyphName(code)].draw(pen)
            self._drawn[code] = b"\n".join(pen.operators)
        return self._drawn[code]


def _program(font: Object) -> Any:
    """The file of a font."""
    if font.get("/Subtype") != "/Type0" or font.get("/Encoding") != "/Identity-H":
        raise ValueError(f"no outlines can be called by their numbers in a font of {font.get('/Subtype')}")
    (descendant,) = font.DescendantFonts
    descriptor = descendant.FontDescriptor
    program = descriptor.get("/FontFile2", descriptor.get("/FontFile3"))
    if program is None or descendant.get("/CIDToGIDMap", "/Identity") != "/Identity":
        raise ValueError("the font's file is not there, or in another order")
    return program


def _widths(descendant: Object) -> dict[int, Width]:
    """Widths by number: "first [width width …]" or "first last width" (ISO 32000-1, 9.7.4.3)."""
    import pikepdf

    entries, widths = list(descendant.get("/W", [])), dict[int, Width]()
    while entries:
        first, second = int(entries.pop(0)), entries.pop(0)
        if isinstance(second, pikepdf.Array):
            widths |= {first + place: float(width) / 1000 for place, width in enumerate(list(second))}
        else:
            widths |= dict.fromkeys(range(first, int(second) + 1), float(entries.pop(0)) / 1000)
    return widths


def _pen(glyphs: object) -> Any:
    """Draws a glyph with the operators of a PDF, which has cubic curves alone."""
    from fontTools.pens.basePen import BasePen  # type: ignore[import-untyped]

    class Operators(BasePen):  # type: ignore[misc]  # fontTools ships no types
        def __init__(self) -> None:
            super().__init__(glyphs)
            self.operators: list[bytes] = []

        def _write(self, operator: str, *points: tuple[float, float]) -> None:
            numbers = [f"{round(part, 2):g}" for point in points for part in point]
            self.operators.append(" ".join([*numbers, operator]).encode())

        def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 - fontTools' names
            self._write("m", pt)

        def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
            self._write("l", pt)

        def _curveToOne(  # noqa: N802
            self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
        ) -> None:
            self._write("c", pt1, pt2, pt3)

        def _closePath(self) -> None:  # noqa: N802
            self._write("h")

    return Operators()
