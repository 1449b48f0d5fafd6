"""A Word document as a package: the theme's reference document with our text, and the same bytes each time."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.files import atomic
from portfolio.i18n import is_written_leftwards
from portfolio.model.problem import Place, Problem, warning
from portfolio.render import wordml
from portfolio.render.docx_bare import forget
from portfolio.render.docx_fonts import embed, fonts_for, letters_by_family
from portfolio.render.docx_leftwards import mirrored
from portfolio.render.docx_references import References, StyleIds, language_tag
from portfolio.render.docx_typefaces import set_typefaces
from portfolio.render.typefaces import Typefaces
from portfolio.render.wordml import Markup, join, w
from portfolio.themes import Theme

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part

REFERENCE = "reference.docx"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold: the clock is never printed

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PICTURE_TYPES = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".gif": "image/gif"}
_COMPRESSED = ("image/jpeg", "image/png", "image/gif")


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What a document says of itself; no dates, for the only one that counts is printed on it."""

    title: str
    author: str
    subject: str
    language: str

    def markup(self) -> Markup:
        """As core properties (ISO/IEC 29500-2, 11); what is "" is left out."""
        fields = {
            "dc:title": self.title,
            "dc:creator": self.author,
            "dc:subject": self.subject,
            "dc:language": self.language,
        }
        listed = join(*(wordml.element(name, value) for name, value in fields.items() if value))
        return Markup(
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/">{listed}</cp:coreProperties>'
        )


class Package:
    """A document from the theme's reference document; `references` is what its text refers to."""

    def __init__(self, theme: Theme, references: References) -> None:
        import docx

        self._document = docx.Document(str(theme.find(REFERENCE)))
        self._theme = theme
        self._typefaces = Typefaces(theme, _family(self._document))
        self._frames: dict[str, tuple[str, Markup]] = {}
        styles = self._document.styles.element.style_lst
        self.styles = StyleIds({style.name_val or "": style.styleId for style in styles})
        self.references = references

    @property
    def style_sheet(self) -> bytes:
        """The reference document's styles, as XML."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        return self._document.part.part_related_by(RELATIONSHIP_TYPE.STYLES).blob

    def add_frame(self, kind: str, markup: Markup) -> str:
        """The relationship of a new "header" or "footer"."""
        relationship = f"rIdFrame{len(self._frames) + 1}"
        self._frames[relationship] = (kind, markup)
        return relationship

    def write(self, story: Markup, properties: Properties, target: Path) -> tuple[Problem, ...]:
        """Writes the document; styles that the reference document lacks become Problems. Raises OSError."""
        forget(self._document.part.package)
        if is_written_leftwards(language_tag(properties.language)):
            story = mirrored(story)
        story = set_typefaces(story, self._typefaces)
        frames = {name: (kind, set_typefaces(each, self._typefaces)) for name, (kind, each) in self._frames.items()}
        letters = letters_by_family((story, *(markup for _, markup in frames.values())))
        embed(self._document, fonts_for(self._theme, letters))
        _set_language(self._document, language_tag(properties.language))
        _add_lists(self._document, self.references.lists)
        _add_parts(self._document, frames, self.references)
        _save(self._document, {"/word/document.xml": story, "/docProps/core.xml": properties.markup()}, target)
        return tuple(warning("docx.style-lacking", Place(file=REFERENCE), style=name) for name in self.styles.lacking)


def _family(document: Document) -> str:
    """The family of everything that names none; "" when the reference document leaves that to Word."""
    return str(next(iter(document.styles.element.xpath("w:docDefaults//w:rFonts/@w:ascii")), ""))


def _set_language(document: Document, tag: str) -> None:
    """The language of everything that names none, and that paragraphs begin at the right where it wants that."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for language in document.styles.element.xpath("w:docDefaults//w:lang"):
        language.set(qn("w:val"), tag)
    if is_written_leftwards(tag):
        for look in document.styles.element.xpath("w:docDefaults/w:pPrDefault/w:pPr"):
            look.insert(0, OxmlElement("w:bidi"))


def _add_lists(document: Document, lists: list[int]) -> None:
    """Lists numbered like the style for them, each from 1."""
    from docx.oxml.parser import parse_xml

    if not lists:
        return
    numbering = document.part.numbering_part.element
    style = document.styles.element.xpath('w:style[w:name/@w:val="List Number"]/w:pPr/w:numPr/w:numId/@w:val')
    abstract = numbering.xpath(f'w:num[@w:numId="{style[0]}"]/w:abstractNumId/@w:val')
    for number in lists:
        restart = w("lvlOverride", w("startOverride", val=1), ilvl=0)
        listed = wordml.root("numbering", w("num", w("abstractNumId", val=abstract[0]), restart, numId=number))
        numbering.append(parse_xml(listed)[0])


def _add_parts(document: Document, frames: Mapping[str, tuple[str, Markup]], references: References) -> None:
    """Headers, footers, pictures and addresses, each under the relationship that the text names.

    They are hung in directly: python-docx would look through all parts and relationships for each one.
    """
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    main = document.part
    kinds = {
        "header": (RELATIONSHIP_TYPE.HEADER, CONTENT_TYPE.WML_HEADER),
        "footer": (RELATIONSHIP_TYPE.FOOTER, CONTENT_TYPE.WML_FOOTER),
    }
    for number, (relationship, (kind, markup)) in enumerate(frames.items(), start=1):
        relation, content_type = kinds[kind]
        name = PackURI(f"/word/frame{number}.xml")
        main.load_rel(relation, Part(name, content_type, _bytes(markup)), relationship)
    for number, (relationship, file) in enumerate(references.pictures.items(), start=1):
        name = PackURI(f"/word/media/portfolio{number}{file.suffix}")
        main.load_rel(RELATIONSHIP_TYPE.IMAGE, Part(name, _PICTURE_TYPES[file.suffix], file.data), relationship)
    for relationship, address in references.addresses.items():
        main.load_rel(RELATIONSHIP_TYPE.HYPERLINK, address, relationship, is_external=True)


def _save(document: Document, contents: Mapping[str, Markup], target: Path) -> None:
    """Writes the package with members in a fixed order and with fixed times; `contents` stand in for parts' own."""
    package = document.part.package
    parts = sorted(package.iter_parts(), key=lambda part: str(part.partname))
    with atomic.replacing(target) as temporary, zipfile.ZipFile(temporary, "w") as archive:
        _add(archive, "[Content_Types].xml", _bytes(_content_types(parts)))
        _add(archive, "_rels/.rels", package.rels.xml)
        for part in parts:
            name = part.partname
            stored = part.content_type in _COMPRESSED
            data = _bytes(contents[name]) if name in contents else part.blob
            _add(archive, name.membername, data, compressed=not stored)
            if len(part.rels):
                _add(archive, name.rels_uri.membername, part.rels.xml)


def _add(archive: zipfile.ZipFile, name: str, data: bytes, *, compressed: bool = True) -> None:
    member = zipfile.ZipInfo(name, EPOCH)
    member.external_attr = 0o644 << 16
    archive.writestr(member, data, zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED)


def _content_types(parts: list[Part]) -> Markup:
    def listed() -> Iterator[str]:
        yield '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        yield '<Default Extension="xml" ContentType="application/xml"/>'
        for part in parts:
            yield f'<Override PartName="{part.partname}" ContentType="{part.content_type}"/>'

    return Markup(f'<Types xmlns="{_CONTENT_TYPES}">{"".join(listed())}</Types>')


def _bytes(markup: Markup) -> bytes:
    return f"{_DECLARATION}{markup}".encode()
