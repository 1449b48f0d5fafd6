"""The information sheet as a Word document: the same words in the same order, in the reference document's styles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from portfolio.model.blocks import MEASURE, PillarList
from portfolio.model.document import Section, SectionRole
from portfolio.model.info import Contact, InfoProject, InfoSheet, Passage
from portfolio.model.problem import Problem
from portfolio.render import docx_front, wordml
from portfolio.render.derivatives import Derivative
from portfolio.render.docx import layout_of, read_emblem, read_logos
from portfolio.render.docx_blocks import Blocks
from portfolio.render.docx_layout import Layout
from portfolio.render.docx_package import Package, Properties
from portfolio.render.docx_references import PictureFile, References
from portfolio.render.qr import qr_png, qr_size
from portfolio.render.wordml import Markup, cell, join, row, run, table
from portfolio.themes import Theme

MARGINS = (16.0, 18.0, 14.0, 22.0)  # mm: top, right, bottom, left
HIGHEST, LOWEST = 110.0, 35.0  # mm of the picture
NAMES = ("Title", "heading 1", "heading 2")  # of a name: the largest that leaves the picture its room
SITE = 60.0  # mm for the words beside the code
SPARE = 14.0  # mm that the reckoning may be off


def write_info_docx(
    sheet: InfoSheet, theme: Theme, derivatives: Mapping[str, Derivative], logos: Mapping[str, Path], target: Path
) -> tuple[Problem, ...]:
    """Writes a sheet from the theme's reference document; `logos` are files by their names. Raises OSError."""
    package = Package(theme, References(derivatives))
    blocks = Blocks(theme=theme, styles=package.styles, references=package.references)
    placed, problems = read_logos(sheet.logos[:1], logos)
    lockup, emblem, unusable = read_emblem(sheet.lockup, logos)
    sheet = replace(sheet, lockup=lockup)
    header = package.add_frame("header", docx_front.cover_header(sheet.watermark, blocks))
    footer = package.add_frame("footer", docx_front.cover_footer(blocks))
    width, height = docx_front.PAGE
    closing = wordml.section(header, footer, width_mm=width, height_mm=height, margins_mm=MARGINS)
    layout = layout_of(package, theme, height - MARGINS[0] - MARGINS[2])
    front, back = _front(sheet, blocks, placed, layout), join(*_back(sheet, emblem, blocks))
    turns = sheet.has_back and layout.count_pages(front) == 1  # a name of many lines leaves no page for itself
    turn = blocks.paragraph("End", section=closing) if turns else wordml.NOTHING
    story = wordml.root("document", wordml.w("body", front, turn, back, blocks.paragraph("End"), closing))
    properties = Properties(title=sheet.title, author=sheet.author, subject=sheet.subject, language=sheet.language)
    return (*problems, *unusable, *package.write(story, properties, target))


def _front(sheet: InfoSheet, blocks: Blocks, logos: Sequence[PictureFile], layout: Layout) -> Markup:
    """The first page, its picture as high as the texts leave room for; a long name is smaller."""
    below = join(*_below(sheet, blocks))
    for style in NAMES:
        head = join(
            docx_front.logo_line(logos, sheet.school, blocks),
            blocks.paragraph(style, run(sheet.school), level=1),
            blocks.paragraph("Cover Label", run(sheet.label)),
            blocks.paragraph("Cover Note", run(sheet.place)),
        )
        room = layout.depth - layout.room(join(head, below)) - SPARE
        if room >= LOWEST:
            break
    if not sheet.picture:
        return join(head, below)
    limit = MEASURE, max(LOWEST, min(HIGHEST, room))
    return join(head, blocks.picture(sheet.picture, sheet.school, limit=limit), below)


def _below(sheet: InfoSheet, blocks: Blocks) -> Iterator[Markup]:
    if sheet.about:
        yield _heading(sheet.about.title, blocks)
        yield from (blocks.paragraph("Body Text", blocks.phrase(text)) for text in sheet.about.texts)
    yield _heading(sheet.elements_title, blocks)
    listed = PillarList(entries=sheet.elements)
    yield blocks.section(Section(anchor="", title="", role=SectionRole.PLAIN, blocks=(listed,)))


def _back(sheet: InfoSheet, emblem: PictureFile, blocks: Blocks) -> Iterator[Markup]:
    if sheet.benefits:
        yield _heading(sheet.benefits_title, blocks)
        width = MEASURE / len(sheet.benefits)
        cells = (cell(width, *_passage(passage, blocks), right_mm=4.0) for passage in sheet.benefits)
        yield blocks.closed(table(blocks.styles["Layout"], (width,) * len(sheet.benefits), row(*cells)))
    if sheet.figures or sheet.projects:
        yield _heading(sheet.work_title, blocks)
    if sheet.figures:
        yield blocks.figures(sheet.figures, blocks.theme.text)
    if sheet.projects:
        widths = (MEASURE / 2, MEASURE / 2)
        told = [cell(widths[0], *_project(project, blocks), right_mm=4.0) for project in sheet.projects]
        told += [cell(widths[0], blocks.paragraph("Gap"))] * (len(told) % 2)
        rows = (row(*told[at : at + 2]) for at in range(0, len(told), 2))
        yield blocks.closed(table(blocks.styles["Layout"], widths, *rows))
    yield _contact(sheet.contact, blocks)
    notes = [blocks.paragraph("Note", run(note)) for note in sheet.notes]
    if sheet.lockup:
        yield docx_front.lockup(sheet.lockup, blocks, emblem, notes)
    else:
        yield from notes


def _heading(title: str, blocks: Blocks) -> Markup:
    return blocks.paragraph("heading 2", run(title))


def _passage(passage: Passage, blocks: Blocks) -> Iterator[Markup]:
    yield blocks.paragraph("heading 3", run(passage.title))
    yield from (blocks.paragraph("List Bullet", blocks.phrase(text)) for text in passage.texts)


def _project(project: InfoProject, blocks: Blocks) -> Iterator[Markup]:
    yield blocks.paragraph("Card Title", blocks.phrase(project.title), keep_next=True)
    time = blocks.quiet(f"{project.time}  ") if project.time else wordml.NOTHING
    yield blocks.paragraph("Table Text", time, run(project.text))


def _contact(contact: Contact, blocks: Blocks) -> Markup:
    """The rows, then the site, then its code, side by side."""
    rows = [
        blocks.paragraph("Table Text", blocks.quiet(f"{label}  "), blocks.runs(value)) for label, value in contact.rows
    ]
    cells, widths = [(MEASURE, rows)], [MEASURE]
    if contact.address:
        size = qr_size(contact.address)
        code = PictureFile(data=qr_png(contact.address), suffix=".png", width_px=1, height_px=1)
        drawn = blocks.references.picture(code, (size, size), contact.alternative, contact.scan)
        words = [
            blocks.paragraph("Table Text", blocks.quiet(contact.scan)),
            blocks.paragraph("Table Text", blocks.runs(contact.site)),
        ]
        widths = [MEASURE - SITE - size, SITE, size]
        columns = (rows or [blocks.paragraph("Gap")], words, [blocks.paragraph("Picture", drawn)])
        cells = list(zip(widths, columns, strict=True))
    line = row(*(cell(width, *content) for width, content in cells))
    return join(_heading(contact.title, blocks), blocks.closed(table(blocks.styles["Layout"], tuple(widths), line)))
