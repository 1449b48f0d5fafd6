"""A dossier as a Word document: the reference document's styles, our text, and the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from portfolio.files.metadata import without_metadata
from portfolio.model.blocks import MEASURE
from portfolio.model.charts import Chart
from portfolio.model.document import Dossier
from portfolio.model.lockup import Lockup
from portfolio.model.problem import Place, Problem, warning
from portfolio.render import docx_front, wordml
from portfolio.render.derivatives import Derivative, draw_emblem
from portfolio.render.docx_blocks import Blocks
from portfolio.render.docx_fields import edition_of, with_mark
from portfolio.render.docx_layout import Layout
from portfolio.render.docx_package import Package, Properties
from portfolio.render.docx_references import PictureFile, References
from portfolio.render.docx_sheets import Shared, across, count_pages, gather, sheets_of
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
    charts: Mapping[Chart, PictureFile] = MappingProxyType({}),
) -> tuple[Problem, ...]:
    """Writes a dossier from the theme's reference document; `logos` are files by the names that the cover gives.

    A chart of which no picture is among `charts` is told in words alone. Raises OSError.
    """
    package = Package(theme, References(derivatives))
    edition = edition_of(dossier.audience, dossier.language)
    blocks = Blocks(theme=theme, styles=package.styles, references=package.references, charts=charts, edition=edition)
    placed, problems = read_logos(dossier.cover.logos if dossier.cover else (), logos)
    lockup, emblem, unusable = read_emblem(dossier.cover.lockup if dossier.cover else None, logos)
    if dossier.cover:
        dossier = replace(dossier, cover=replace(dossier.cover, lockup=lockup))
    story = _story(dossier, blocks, package, placed, emblem)
    properties = Properties(
        title=dossier.title, author=dossier.author, subject=dossier.subject, language=dossier.language
    )
    return (*problems, *unusable, *package.write(with_mark(story, edition), properties, target))


def layout_of(package: Package, theme: Theme, depth: float, measure: float = MEASURE) -> Layout:
    """Reckons how much room text takes on pages of `depth` and `measure` mm. Raises ProjectError (`theme.no-font`)."""
    faces = read_faces(theme)
    return Layout(package.style_sheet, faces.regular, faces.bold, measure=measure, depth=depth)


def _story(
    dossier: Dossier, blocks: Blocks, package: Package, logos: tuple[PictureFile, ...], emblem: PictureFile
) -> Markup:
    """The document's main part: cover, contents and sections, each beginning on a new page."""
    margins, faces = blocks.theme.page, read_faces(blocks.theme)
    margins_mm = (margins.top, margins.outside, margins.foot, margins.inside)
    pages = {False: docx_front.PAGE, True: across(docx_front.PAGE)}
    measures = {False: MEASURE, True: pages[True][0] - margins.outside - margins.inside}
    layouts = {
        lies: layout_of(package, blocks.theme, pages[lies][1] - margins.top - margins.foot, measures[lies])
        for lies in pages
    }

    def closing(header: str, footer: str, *, lies: bool = False) -> Markup:
        width_mm, height_mm = pages[lies]
        return wordml.section(header, footer, width_mm=width_mm, height_mm=height_mm, margins_mm=margins_mm)

    def running(title: str, pillar: str = "") -> str:
        colour = blocks.theme.pillar(pillar).ink if pillar else blocks.theme.quiet
        return package.add_frame(
            "header", docx_front.header(title, dossier.author, colour, dossier.watermark, blocks, faces.regular)
        )

    bare, folio = (
        package.add_frame("footer", made)
        for made in (docx_front.cover_footer(blocks), docx_front.footer(dossier.page_word, blocks))
    )
    parts = []
    if dossier.cover:
        cover = docx_front.cover(dossier.cover, blocks, logos, emblem, layouts[False])
        header = package.add_frame("header", docx_front.cover_header(dossier.watermark, blocks))
        parts.append((cover, closing(header, bare)))
    texts = [sheets_of(section, blocks, faces, measures[True]) for section in dossier.sections]
    if dossier.head and texts:
        top, *rest = texts[0]
        texts[0] = [replace(top, text=join(docx_front.head(dossier.head, blocks), top.text)), *rest]
    shared = gather(dossier.sections, texts, blocks, layouts[False])
    if dossier.contents_title:
        contents = docx_front.contents(dossier, blocks, _pages(dossier, shared, blocks, layouts))
        parts.append((contents, closing(running(dossier.contents_title), folio)))
    for each in shared:
        first = each.sections[0]
        header = running(first.short_title or first.title, first.pillar)
        parts += [(sheets.text, closing(header, folio, lies=sheets.across)) for sheets in each.sheets]
    *others, (last, last_closing) = parts
    pieces = (join(text, blocks.paragraph("End", section=end)) for text, end in others)
    return wordml.root("document", w("body", *pieces, blocks.ended(last), last_closing))


def _pages(
    dossier: Dossier, shared: Iterable[Shared], blocks: Blocks, layouts: Mapping[bool, Layout]
) -> dict[str, int]:
    """The page on which each section begins, by anchor, behind the cover and the contents."""
    contents = docx_front.contents(dossier, blocks, {section.anchor: 0 for section in dossier.sections})
    free = 1 + layouts[False].count_pages(contents) + bool(dossier.cover)
    pages: dict[str, int] = {}
    for each in shared:
        first, *others = each.sections
        pages[first.anchor] = free
        free += count_pages(each.sheets, layouts)
        pages |= {section.anchor: free - 1 for section in others}
    return pages


def read_emblem(
    lockup: Lockup | None, files: Mapping[str, Path]
) -> tuple[Lockup | None, PictureFile, tuple[Problem, ...]]:
    """The European emblem for a Word document, or the official artwork, and the lock-up in which it stands.

    Artwork that Word cannot show is named (`docx.logo-unusable`), and drawn emblem and statement stand in its place.
    """
    problems: tuple[Problem, ...] = ()
    if lockup and lockup.artwork:
        found, problems = read_logos([lockup.artwork.name], files)
        if found:
            return lockup, found[0], problems
        lockup = replace(lockup, artwork=None)
    return lockup, PictureFile(data=draw_emblem(EMBLEM_PX), suffix=".png", width_px=3, height_px=2), problems


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
