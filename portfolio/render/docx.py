"""A dossier as a Word document: the reference document's styles, our text, and the same bytes each time."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.files import atomic
from portfolio.files.metadata import without_metadata
from portfolio.model.document import MEASURE, Dossier
from portfolio.model.problem import Place, Problem, warning
from portfolio.render import docx_front, wordml
from portfolio.render.derivatives import Derivative, draw_emblem
from portfolio.render.docx_blocks import Blocks
from portfolio.render.docx_layout import Layout
from portfolio.render.docx_references import PictureFile, References, StyleIds, language_tag
from portfolio.render.glyphs import read_face
from portfolio.render.wordml import Markup, join, w
from portfolio.themes import Theme

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part

REFERENCE = "reference.docx"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold: the clock is never printed
EMBLEM_PX = 331  # its height at 600 dpi

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PICTURE_TYPES = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".gif": "image/gif"}
_COMPRESSED = ("image/jpeg", "image/png", "image/gif")


def write_docx(
    dossier: Dossier,
    theme: Theme,
    derivatives: Mapping[str, Derivative],
    logos: Mapping[str, Path],
    target: Path,
) -> tuple[Problem, ...]:
    """Writes a dossier from the theme's reference document; `logos` are files by the names that the cover gives.

    Raises OSError.
    """
    import docx

    document = docx.Document(str(theme.find(REFERENCE)))
    styles = StyleIds({style.name_val or "": style.styleId for style in document.styles.element.style_lst})
    references = References(derivatives)
    blocks = Blocks(theme=theme, styles=styles, references=references, audience=dossier.audience)
    placed, problems = _read_logos(dossier, logos)
    frames = _Frames()
    story = _story(dossier, blocks, frames, placed, _layout(document, theme))
    contents = {"/word/document.xml": story, "/docProps/core.xml": _core_properties(dossier)}

    _set_language(document, language_tag(dossier.language))
    _add_lists(document, references.lists)
    _add_parts(document, frames, references)
    _save(document, contents, target)
    lacking = (warning("docx.style-lacking", Place(file=REFERENCE), style=name) for name in styles.lacking)
    return (*problems, *lacking)


class _Frames:
    """Headers and footers in the order of their making: relationship → (what, markup)."""

    def __init__(self) -> None:
        self.made: dict[str, tuple[str, Markup]] = {}

    def add(self, kind: str, markup: Markup) -> str:
        """The relationship of a new "header" or "footer"."""
        relationship = f"rIdFrame{len(self.made) + 1}"
        self.made[relationship] = (kind, markup)
        return relationship


def _layout(document: Document, theme: Theme) -> Layout:
    from docx.opc.constants import RELATIONSHIP_TYPE

    styles = document.part.part_related_by(RELATIONSHIP_TYPE.STYLES).blob
    plain, bold = (read_face(theme.find(f"fonts/{theme.fonts[0]}-{face}.ttf")) for face in ("Regular", "Bold"))
    depth = docx_front.PAGE[1] - theme.page.top - theme.page.foot
    return Layout(styles, plain, bold, measure=MEASURE, depth=depth)


def _story(dossier: Dossier, blocks: Blocks, frames: _Frames, logos: tuple[PictureFile, ...], layout: Layout) -> Markup:
    """The document's main part: cover, contents and sections, each beginning on a new page."""
    margins = blocks.theme.page
    margins_mm = (margins.top, margins.outside, margins.foot, margins.inside)

    def closing(header: Markup, footer: str) -> Markup:
        width_mm, height_mm = docx_front.PAGE
        return wordml.section(
            frames.add("header", header), footer, width_mm=width_mm, height_mm=height_mm, margins_mm=margins_mm
        )

    def running(title: str, pillar: str = "") -> Markup:
        colour = blocks.theme.pillar(pillar).ink if pillar else blocks.theme.quiet
        return closing(docx_front.header(title, dossier.cover.school, colour, dossier.watermark, blocks), folio)

    bare, folio = (frames.add("footer", make(dossier, blocks)) for make in (docx_front.cover_footer, docx_front.footer))
    cover = docx_front.cover(dossier.cover, blocks, logos, _emblem() if dossier.cover.lockup else None, layout)
    texts = [join(docx_front.opener(section, blocks), blocks.section(section)) for section in dossier.sections]
    parts = [
        (cover, closing(docx_front.cover_header(dossier.watermark, blocks), bare)),
        (docx_front.contents(dossier, blocks, _pages(dossier, texts, blocks, layout)), running(dossier.contents_title)),
        *(
            (text, running(section.short_title or section.title, section.pillar))
            for section, text in zip(dossier.sections, texts, strict=True)
        ),
    ]
    *before, (last, last_closing) = parts
    pieces = (join(text, blocks.paragraph("End", section=end)) for text, end in before)
    return wordml.root("document", w("body", *pieces, last, blocks.paragraph("End"), last_closing))


def _pages(dossier: Dossier, texts: list[Markup], blocks: Blocks, layout: Layout) -> dict[str, int]:
    """The page on which each section begins, by anchor, behind the cover and the contents."""
    anchors = [section.anchor for section in dossier.sections]
    contents = docx_front.contents(dossier, blocks, dict.fromkeys(anchors, 0))
    first = 1 + layout.count_pages(contents) + 1
    return dict(zip(anchors, accumulate(map(layout.count_pages, texts), initial=first), strict=False))


def _emblem() -> PictureFile:
    return PictureFile(data=draw_emblem(EMBLEM_PX), suffix=".png", width_px=3, height_px=2)


def _read_logos(dossier: Dossier, logos: Mapping[str, Path]) -> tuple[tuple[PictureFile, ...], tuple[Problem, ...]]:
    """The school's logos, unaltered; those that Word cannot show are named."""
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.image.image import Image

    files, problems = [], []
    for name in dossier.cover.logos:
        path = logos[name]
        try:
            image = Image.from_file(str(path))
        except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, OSError):
            problems.append(warning("docx.logo-unusable", Place(file=name)))
            continue
        files.append(
            PictureFile(
                data=without_metadata(image.blob),
                suffix=f".{image.ext}",
                width_px=image.px_width,
                height_px=image.px_height,
            )
        )
    return tuple(files), tuple(problems)


def _set_language(document: Document, tag: str) -> None:
    """The language of everything that names none."""
    from docx.oxml.ns import qn

    for language in document.styles.element.xpath("w:docDefaults//w:lang"):
        language.set(qn("w:val"), tag)


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


def _add_parts(document: Document, frames: _Frames, references: References) -> None:
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
    for number, (relationship, (kind, markup)) in enumerate(frames.made.items(), start=1):
        relation, content_type = kinds[kind]
        name = PackURI(f"/word/frame{number}.xml")
        main.load_rel(relation, Part(name, content_type, _bytes(markup)), relationship)
    for number, (relationship, file) in enumerate(references.pictures.items(), start=1):
        name = PackURI(f"/word/media/portfolio{number}{file.suffix}")
        main.load_rel(RELATIONSHIP_TYPE.IMAGE, Part(name, _PICTURE_TYPES[file.suffix], file.data), relationship)
    for relationship, address in references.addresses.items():
        main.load_rel(RELATIONSHIP_TYPE.HYPERLINK, address, relationship, is_external=True)


def _core_properties(dossier: Dossier) -> Markup:
    """Title, author, subject and language; no dates, for the only one that counts is printed on the cover."""
    fields = {
        "dc:title": dossier.title,
        "dc:creator": dossier.author,
        "dc:subject": dossier.subject,
        "dc:language": dossier.language,
    }
    listed = join(*(wordml.element(name, value) for name, value in fields.items() if value))
    return Markup(
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{listed}</cp:coreProperties>'
    )


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
