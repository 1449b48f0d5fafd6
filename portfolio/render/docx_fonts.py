"""Fonts that a Word document takes along beside those of its reference document: of the families of single runs.

Each is cut to the letters that the document has in it, with what joins them.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, UUID, uuid5
from xml.sax.saxutils import unescape

from portfolio.render.fontfile import undated
from portfolio.render.wordml import Markup, w
from portfolio.theme import Theme

if TYPE_CHECKING:
    from docx.document import Document

# The styles of a family that Word asks for, in the order of ISO/IEC 29500-1, 17.8.3.10.
_STYLES = {"Regular": "embedRegular", "Bold": "embedBold", "Italic": "embedItalic", "BoldItalic": "embedBoldItalic"}
_OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_RUN = re.compile(r'<w:r><w:rPr>(?:(?!</w:rPr>).)*?<w:rFonts w:ascii="([^"]+)"(?:(?!</w:rPr>).)*</w:rPr>(.*?)</w:r>')
_TEXT = re.compile(r"<w:t [^>]*>([^<]*)</w:t>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """A style of a family as Word takes it along: which one, its key and its obfuscated bytes."""

    family: str
    style: str
    key: UUID
    data: bytes


def letters_by_family(markups: Iterable[Markup]) -> dict[str, set[str]]:
    """The letters of the runs that name a family, by it."""
    found: dict[str, set[str]] = defaultdict(set)
    for markup in markups:
        for family, inside in _RUN.findall(markup):
            found[family].update(*map(unescape, _TEXT.findall(inside)))
    return dict(found)


def fonts_for(theme: Theme, letters: Mapping[str, set[str]]) -> Iterator[Embedded]:
    """What is embedded so that these letters look as they should: the styles that the theme has of their families."""
    for face in theme.faces:
        if face.family in letters and face.style in _STYLES:
            data = _cut(theme.find(face.file), letters[face.family])
            key = uuid5(NAMESPACE_URL, f"{face.family}-{face.style}")
            yield Embedded(family=face.family, style=_STYLES[face.style], key=key, data=obfuscated(data, key))


def embed(document: Document, fonts: Iterable[Embedded]) -> None:
    """Hangs fonts into a document below the families of its table; nothing where it has none."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    listed = [rel.target_part for rel in document.part.rels.values() if rel.reltype == RELATIONSHIP_TYPE.FONT_TABLE]
    families: dict[str, list[Markup]] = defaultdict(list)
    for table in listed[:1]:
        markup = table.blob.decode("utf-8")
        for number, font in enumerate(fonts, start=1):
            if f'w:name="{font.family}"' in markup:
                continue
            relationship, name = f"rIdOwn{number}", PackURI(f"/word/fonts/own{number}.odttf")
            table.load_rel(RELATIONSHIP_TYPE.FONT, Part(name, _OBFUSCATED, font.data), relationship)
            key = f"{{{str(font.key).upper()}}}"
            families[font.family].append(
                Markup(f'<w:{font.style} r:id="{relationship}" w:fontKey="{key}" w:subsetted="1"/>')
            )
        added = "".join(w("font", *styles, name=family) for family, styles in families.items())
        table._blob = markup.replace("</w:fonts>", f"{added}</w:fonts>").encode()


def obfuscated(font: bytes, key: UUID) -> bytes:
    """A font as Word embeds it: its first 32 bytes xor the key, reversed (ISO/IEC 29500-4, 2.8.1)."""
    mask = key.bytes[::-1] * 2
    return bytes(byte ^ other for byte, other in zip(font[:32], mask, strict=True)) + font[32:]


def _cut(path: Path, letters: set[str]) -> bytes:
    """A font file with these letters and ASCII, and all that joins and places them; the same bytes each time."""
    from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]  # fontTools ships no types
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # likewise

    with TTFont(path, lazy=True, recalcTimestamp=False) as font:
        subsetter = Subsetter(Options(layout_features=["*"], hinting=False, notdef_outline=True, name_IDs=["*"]))
        subsetter.populate(unicodes=sorted({*map(ord, letters), *range(0x20, 0x7F)}))
        subsetter.subset(font)
        data = io.BytesIO()
        font.save(data)
        return undated(data.getvalue())
