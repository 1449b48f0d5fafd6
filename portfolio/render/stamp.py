"""A line on a finished page of a PDF, in a strip that the page is made larger by: so it covers nothing.

The strip lies at the foot of the page as it is seen, whatever its rotation, boxes and units.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from portfolio.render.pagebox import Box, Seen, seen
from portfolio.render.stampfont import CutFont, StampFonts

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf


# pt. A page is read as a whole: on a larger one the line is larger too, so that it is as large on a screen.
LEAST_SIZE, SIDES_TO_SIZE = 8.0, 66.0
STRIP = 2.0  # the strip's height in sizes of its letters
OWN_MARGIN = 56.7  # pt, as the texts of the dossier's first page
_LINES = 1.25  # em from one line to the next
_INK, _RULE = "0.25 g", "0.75 G"


class Stamper:
    """Writes lines on the pages of one document; its fonts stand in it once."""

    def __init__(self, pdf: Pdf, fonts: StampFonts) -> None:
        import pikepdf

        self.pdf, self.fonts = pdf, fonts
        embedded = {f"/Stamp{place}": _embedded(pdf, font) for place, font in enumerate(fonts.fonts)}
        self._fonts = pdf.make_indirect(pikepdf.Dictionary(embedded))
        glyphs = {letter: fonts.fonts[place].glyphs[letter] for letter, place in fonts.homes.items()}
        self._codes = {letter: f"{glyph:04X}" for letter, glyph in glyphs.items()}
        self._drawn: set[tuple[int, int]] = set()  # streams that are a page's drawing already

    def stamp_foreign(self, page: Page, text: str) -> Box:
        """Stamps a page that others made, whose content is shut in; the box of the text in the page's own units."""
        import pikepdf

        before = seen(page)
        form = self._form(page, before)
        operators, box = self._strip(page, before, [text], None)
        page.obj["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Page=form), Font=self._fonts)
        page.obj["/Contents"] = self.pdf.make_stream(b"q /Page Do Q\n" + operators)
        return box

    def stamp_own(self, page: Page, lines: list[str]) -> None:
        """Stamps a page of the project's own, whose tags and content stay as they are; long lines are broken."""
        import pikepdf

        before = seen(page)
        size = _size(before)
        broken = [part for line in lines for part in self._broken(line, (before.size[0] - 2 * OWN_MARGIN) / size)]
        operators, _ = self._strip(page, before, broken, OWN_MARGIN)
        if "/Font" not in page.obj.Resources:
            page.obj.Resources["/Font"] = pikepdf.Dictionary()
        for name, font in self._fonts.items():
            page.obj.Resources.Font[name] = font
        page.contents_add(b"q\n", prepend=True)
        page.contents_add(b"\nQ\n" + operators)

    def _broken(self, line: str, measure: float) -> Iterator[str]:
        """A line in several, none wider than a measure in em but for a word that is."""
        part = ""
        for word in line.split():
            longer = f"{part} {word}".strip()
            if part and self.fonts.width(longer) > measure:
                yield part
                longer = word
            part = longer
        yield part

    def _form(self, page: Page, before: Seen) -> Object:
        """The content of a page as a drawing of its own: nothing in it can reach the stamp, nothing cropped is seen."""
        import pikepdf

        content = page.obj.get("/Contents")
        if (
            isinstance(content, pikepdf.Stream)
            and content.objgen not in self._drawn
            and set(content.keys()) <= {"/Length", "/Filter", "/DecodeParms"}
        ):
            form: Object = content
        else:
            parts = list(content) if isinstance(content, pikepdf.Array) else [content]
            data = b"\n".join(part.read_bytes() for part in parts if isinstance(part, pikepdf.Stream))
            form = self.pdf.make_stream(data)
        self._drawn.add(form.objgen)
        form["/Type"], form["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
        form["/BBox"] = boxed(before.box)
        form["/Resources"] = page.obj.get("/Resources", pikepdf.Dictionary())
        return form

    def _strip(self, page: Page, before: Seen, lines: list[str], left: float | None) -> tuple[bytes, Box]:
        """Makes the page larger; the operators that draw the strip, and the box of its text.

        The text begins at `left`, or ends at the right side.
        """
        wide = max(map(self.fonts.width, lines))
        strip = _laid_out(before, round(wide, 4), len(lines), left)
        for name in ("/BleedBox", "/TrimBox", "/ArtBox"):
            if name in page.obj:
                del page.obj[name]
        page.obj["/MediaBox"] = page.obj["/CropBox"] = boxed(strip.page)
        drawn = b"".join(self._text(line, strip.size, base) for line, base in zip(lines, strip.bases, strict=True))
        return strip.head + drawn + b"Q EMC\n", strip.text

    def _text(self, text: str, size: str, start: str) -> bytes:
        """A line, its letters by their glyphs."""
        said = [f"BT {start} Td"]
        for place, run in self.fonts.runs(text):
            said.append(f"/Stamp{place} {size} Tf <{''.join(map(self._codes.__getitem__, run))}> Tj")
        return " ".join([*said, "ET\n"]).encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Strip:
    """Where a strip's lines stand: the larger page and the box of the text, and as operators what draws the rest."""

    page: Box
    text: Box
    head: bytes
    size: str
    bases: tuple[str, ...]


@lru_cache(maxsize=256)  # of many pages all but a few are alike
def _laid_out(before: Seen, wide: float, lines: int, left: float | None) -> _Strip:
    """The strip on a page with so many lines, the longest so wide in em."""
    size = _size(before)
    wide *= size
    below = size * (STRIP + _LINES * (lines - 1))
    after = before.grown(below, max(0.0, wide + 2 * size - before.size[0]))
    width = after.size[0]
    start = width - size - wide if left is None else left
    matrix = " ".join(map(_number, after.matrix))
    rule = f"{_RULE} {_number(size / 16)} w 0 {_number(below)} m {_number(width)} {_number(below)} l S"
    return _Strip(
        page=after.box,
        text=after.at(start, below * 0.15, start + wide, below * 0.95),
        head=f"/Artifact BMC q {matrix} cm {rule} {_INK}\n".encode(),
        size=_number(size),
        bases=tuple(f"{_number(start)} {_number(below - size * (1.3 + _LINES * place))}" for place in range(lines)),
    )


def _size(page: Seen) -> float:
    """The size of the letters on a page, in its units."""
    return max(LEAST_SIZE, min(page.size) * page.unit / SIDES_TO_SIZE) / page.unit


def boxed(box: Box) -> Object:
    """A box as PDF has it."""
    import pikepdf

    return pikepdf.Object.parse(f"[{' '.join(map(_number, box))}]".encode())


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _embedded(pdf: Pdf, font: CutFont) -> Object:
    """A font as PDF has it (ISO 32000-2, 9.7): letters by glyph, with what each of them is for who reads the text."""
    from pikepdf import Array, Dictionary, Name, String

    tag = "".join(
        chr(65 + byte % 26) for byte in hashlib.sha256(font.data).digest()[:6]
    )  # six letters before the name of a cut font
    name = Name(f"/{tag}+{font.name}")
    program = pdf.make_stream(font.data)
    program["/Length1"] = len(font.data)
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=4,
        FontBBox=Array(list(font.box)),
        ItalicAngle=0,
        Ascent=font.ascent,
        Descent=font.descent,
        CapHeight=font.ascent,
        StemV=80,
        FontFile2=program,
    )
    widths = Array()
    for letter, glyph in sorted(font.glyphs.items(), key=lambda pair: pair[1]):
        widths.append(glyph)
        widths.append(Array([round(font.advances[letter])]))
    below = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        CIDToGIDMap=Name.Identity,
        W=widths,
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(below)]),
            ToUnicode=pdf.make_stream(_letters_by_glyph(font)),
        )
    )


def _letters_by_glyph(font: CutFont) -> bytes:
    """The table by which a reader finds the letter of a glyph, at most 100 in a stretch (Adobe Technical Note 5014)."""
    known: dict[int, str] = {}
    for letter, glyph in font.glyphs.items():
        known.setdefault(glyph, letter)
    pairs = [f"<{glyph:04X}> <{letter.encode('utf-16-be').hex().upper()}>" for glyph, letter in sorted(known.items())]
    stretches = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    body = "\n".join(f"{len(some)} beginbfchar\n" + "\n".join(some) + "\nendbfchar" for some in stretches)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Letters def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{body}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode()
