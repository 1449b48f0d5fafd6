"""The information sheet as a Word document: the same words in the same order, in the reference document's styles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from portfolio.model.blocks import MEASURE, FactTable, PillarList
from portfolio.model.document import Section, SectionRole
from portfolio.model.info import Contact, InfoProject, InfoSheet, Passage
from portfolio.model.problem import Problem
from portfolio.render import docx_front, wordml
from portfolio.render.derivatives import Derivative
from portfolio.render.docx import emblem_file, read_logos
from portfolio.render.docx_blocks import Blocks
from portfolio.render.docx_package import Package, Properties
from portfolio.render.docx_references import PictureFile, References
from portfolio.render.qr import qr_png, qr_size
from portfolio.render.wordml import Markup, cell, join, row, run, table
from portfolio.themes import Theme

PICTURE = (MEASURE, 95.0)  # mm that the picture may fill


def write_info_docx(
    sheet: InfoSheet, theme: Theme, derivatives: Mapping[str, Derivative], logos: Mapping[str, Path], target: Path
) -> tuple[Problem, ...]:
    """Writes a sheet from the theme's reference document; `logos` are files by their names. Raises OSError."""
    package = Package(theme, References(derivatives))
    blocks = Blocks(theme=theme, styles=package.styles, references=package.references)
    placed, problems = read_logos(sheet.logos[:1], logos)
    header = package.add_frame("header", docx_front.cover_header(sheet.watermark, blocks))
    footer = package.add_frame("footer", docx_front.cover_footer(blocks))
    width, height = docx_front.PAGE
    page = theme.page
    closing = wordml.section(
        header, footer, width_mm=width, height_mm=height, margins_mm=(page.top, page.outside, page.foot, page.inside)
    )
    story = wordml.root("document", wordml.w("body", *_story(sheet, blocks, placed), blocks.paragraph("End"), closing))
    properties = Properties(title=sheet.title, author=sheet.author, subject=sheet.subject, language=sheet.language)
    return (*problems, *package.write(story, properties, target))


def _story(sheet: InfoSheet, blocks: Blocks, logos: Sequence[PictureFile]) -> Iterator[Markup]:
    yield docx_front.logo_line(logos, sheet.school, blocks)
    yield blocks.paragraph("Title", run(sheet.school))
    yield blocks.paragraph("Cover Label", run(sheet.label))
    yield blocks.paragraph("Cover Note", run(sheet.place))
    if sheet.picture:
        yield blocks.picture(sheet.picture, sheet.school, limit=PICTURE)
    if sheet.about:
        yield _heading(sheet.about.title, blocks)
        yield from (blocks.paragraph("Body Text", blocks.phrase(text)) for text in sheet.about.texts)
    yield _heading(sheet.elements_title, blocks)
    listed = PillarList(entries=sheet.elements)
    yield blocks.section(Section(anchor="", title="", role=SectionRole.PLAIN, blocks=(listed,)))
    if sheet.benefits:
        yield _heading(sheet.benefits_title, blocks)
        yield from (_passage(passage, blocks) for passage in sheet.benefits)
    if sheet.figures or sheet.projects:
        yield _heading(sheet.work_title, blocks)
    if sheet.figures:
        yield blocks.figures(sheet.figures, blocks.theme.text)
    yield from (_project(project, blocks) for project in sheet.projects)
    yield _contact(sheet.contact, blocks)
    yield from (blocks.paragraph("Note", run(note)) for note in sheet.notes)
    if sheet.lockup:
        yield blocks.paragraph("Gap", before_mm=docx_front.EMBLEM_HEIGHT / 2)
        yield docx_front.lockup(sheet.lockup, blocks, emblem_file())


def _heading(title: str, blocks: Blocks) -> Markup:
    return blocks.paragraph("heading 2", run(title))


def _passage(passage: Passage, blocks: Blocks) -> Markup:
    texts = (blocks.paragraph("List Bullet", blocks.phrase(text)) for text in passage.texts)
    return join(blocks.paragraph("heading 3", run(passage.title)), *texts)


def _project(project: InfoProject, blocks: Blocks) -> Markup:
    return join(
        blocks.paragraph("Card Title", blocks.phrase(project.title), keep_next=True),
        *(blocks.paragraph("Note", run(time), keep_next=True) for time in (project.time,) if time),
        *(blocks.paragraph("Body Text", run(text)) for text in (project.text,) if text),
    )


def _contact(contact: Contact, blocks: Blocks) -> Markup:
    """The rows, then the site with its code beside it."""
    facts = FactTable(title="", rows=contact.rows)
    rows = blocks.section(Section(anchor="", title="", role=SectionRole.PLAIN, blocks=(facts,)))
    parts = [_heading(contact.title, blocks), *([rows] if contact.rows else [])]
    if contact.address:
        size = qr_size(contact.address)
        png = qr_png(contact.address)
        code = PictureFile(data=png, suffix=".png", width_px=1, height_px=1)
        drawn = blocks.references.picture(code, (size, size), contact.alternative, contact.scan)
        widths = (MEASURE - size - 4.0, size + 4.0)
        words = (
            blocks.paragraph("Table Text", run(contact.scan)),
            blocks.paragraph("Table Text", blocks.runs(contact.site)),
        )
        line = row(cell(widths[0], *words, valign="center"), cell(widths[1], blocks.paragraph("Picture", drawn)))
        parts.append(blocks.closed(table(blocks.styles["Layout"], widths, line)))
    return join(*parts)
