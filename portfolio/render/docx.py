"""A dossier as a Word document: the reference document's styles, our text, and the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import accumulate
from pathlib import Path

from portfolio.files.metadata import without_metadata
from portfolio.model.blocks import MEASURE
from portfolio.model.document import Dossier
from portfolio.model.problem import Place, Problem, warning
from portfolio.render import docx_front, wordml
from portfolio.render.derivatives import Derivative, draw_emblem
from portfolio.render.docx_blocks import Blocks
from portfolio.render.docx_layout import Layout
from portfolio.render.docx_package import Package, Properties
from portfolio.render.docx_references import PictureFile, References
from portfolio.render.glyphs import read_faces
from portfolio.render.wordml import Markup, join, w
from portfolio.themes import Theme

EMBLEM_PX = 331  # its height at 600 dpi


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
    package = Package(theme, References(derivatives))
    blocks = Blocks(theme=theme, styles=package.styles, references=package.references)
    placed, problems = read_logos(dossier.cover.logos if dossier.cover else (), logos)
    depth = docx_front.PAGE[1] - theme.page.top - theme.page.foot
    story = _story(dossier, blocks, package, placed, layout_of(package, theme, depth))
    properties = Properties(
        title=dossier.title, author=dossier.author, subject=dossier.subject, language=dossier.language
    )
    return (*problems, *package.write(story, properties, target))


def layout_of(package: Package, theme: Theme, depth: float) -> Layout:
    """Reckons how much room text takes on a package's pages, `depth` mm high. Raises ProjectError (`theme.no-font`)."""
    faces = read_faces(theme)
    return Layout(package.style_sheet, faces.regular, faces.bold, measure=MEASURE, depth=depth)


def _story(
    dossier: Dossier, blocks: Blocks, package: Package, logos: tuple[PictureFile, ...], layout: Layout
) -> Markup:
    """The document's main part: cover, contents and sections, each beginning on a new page."""
    margins = blocks.theme.page
    margins_mm = (margins.top, margins.outside, margins.foot, margins.inside)

    def closing(header: Markup, footer: str) -> Markup:
        width_mm, height_mm = docx_front.PAGE
        return wordml.section(
            package.add_frame("header", header), footer, width_mm=width_mm, height_mm=height_mm, margins_mm=margins_mm
        )

    def running(title: str, pillar: str = "") -> Markup:
        colour = blocks.theme.pillar(pillar).ink if pillar else blocks.theme.quiet
        return closing(docx_front.header(title, dossier.author, colour, dossier.watermark, blocks), folio)

    bare, folio = (
        package.add_frame("footer", made)
        for made in (docx_front.cover_footer(blocks), docx_front.footer(dossier.page_word, blocks))
    )
    before = []
    if dossier.cover:
        cover = docx_front.cover(dossier.cover, blocks, logos, emblem_file() if dossier.cover.lockup else None, layout)
        before.append((cover, closing(docx_front.cover_header(dossier.watermark, blocks), bare)))
    texts = [
        _ending(join(docx_front.opener(section, blocks), blocks.section(section)), blocks)
        for section in dossier.sections
    ]
    if dossier.head:
        texts[:1] = [join(docx_front.head(dossier.head, blocks), text) for text in texts[:1]]
    if dossier.contents_title:
        contents = docx_front.contents(dossier, blocks, _pages(dossier, texts, blocks, layout))
        before.append((contents, running(dossier.contents_title)))
    parts = [
        *before,
        *(
            (text, running(section.short_title or section.title, section.pillar))
            for section, text in zip(dossier.sections, texts, strict=True)
        ),
    ]
    *others, (last, last_closing) = parts
    pieces = (join(text, blocks.paragraph("End", section=end)) for text, end in others)
    return wordml.root("document", w("body", *pieces, last, blocks.paragraph("End"), last_closing))


def _ending(text: Markup, blocks: Blocks) -> Markup:
    """A section without the gap below a table at its end: that gap alone would fill another page."""
    return Markup(text.removesuffix(blocks.paragraph("Gap")))


def _pages(dossier: Dossier, texts: list[Markup], blocks: Blocks, layout: Layout) -> dict[str, int]:
    """The page on which each section begins, by anchor, behind the cover and the contents."""
    anchors = [section.anchor for section in dossier.sections]
    contents = docx_front.contents(dossier, blocks, dict.fromkeys(anchors, 0))
    first = 1 + layout.count_pages(contents) + bool(dossier.cover)
    return dict(zip(anchors, accumulate(map(layout.count_pages, texts), initial=first), strict=False))


def emblem_file() -> PictureFile:
    """The European emblem for a Word document."""
    return PictureFile(data=draw_emblem(EMBLEM_PX), suffix=".png", width_px=3, height_px=2)


def read_logos(names: Iterable[str], logos: Mapping[str, Path]) -> tuple[tuple[PictureFile, ...], tuple[Problem, ...]]:
    """The school's logos, unaltered; those that Word cannot show are named."""
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.image.image import Image

    files, problems = [], []
    for name in names:
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
